"""The words of a journey: stages, moves, roles, evidence, endings. Data, so that a pack may rename them later."""

from enum import StrEnum

from decisions.deadlines.basis import WORDS
from forum.say import N_


class Stage(StrEnum):
    """Where an issue is. Computed, never set."""

    TALKING = "talking"
    SENT = "sent"
    WAITING = "waiting"
    AGENDA = "agenda"
    DECIDED = "decided"
    PROMISE = "promise"
    FINISHED = "finished"
    PAUSED = "paused"
    NOT_TAKEN = "not-taken"


STAGE_WORDS = {
    Stage.TALKING: N_("Being talked about here"),
    Stage.SENT: N_("Sent to people who can act"),
    Stage.WAITING: N_("Waiting for a reply"),
    Stage.AGENDA: N_("On a meeting agenda"),
    Stage.DECIDED: N_("Decided"),
    Stage.PROMISE: N_("Promise being carried out"),
    Stage.FINISHED: N_("Finished"),
    Stage.PAUSED: N_("Paused"),
    Stage.NOT_TAKEN: N_("Not taken forward"),
}
ENDED = (Stage.FINISHED, Stage.NOT_TAKEN)


class StopRole(StrEnum):
    """What a body does at a stop."""

    HERE = "here"
    REPLY = "reply"
    CONSULT = "consult"
    RECOMMEND = "recommend"
    SCRUTINISE = "scrutinise"
    DECIDE = "decide"
    CARRY_OUT = "carry-out"
    INFORM = "inform"


ROLE_WORDS = {
    StopRole.HERE: N_("It was raised here"),
    StopRole.REPLY: N_("It is asked to answer"),
    StopRole.CONSULT: N_("It asks people what they think"),
    StopRole.RECOMMEND: N_("It gives advice. It does not decide"),
    StopRole.SCRUTINISE: N_("It checks and gives advice. It does not decide"),
    StopRole.DECIDE: N_("It decides"),
    StopRole.CARRY_OUT: N_("It carries it out"),
    StopRole.INFORM: N_("It tells people"),
}
ADVISING = (StopRole.RECOMMEND, StopRole.SCRUTINISE)


class MoveKind(StrEnum):
    """What can happen on a journey."""

    RAISED = "raised"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    REPLY_RECEIVED = "reply-received"
    FORWARD_PLAN = "forward-plan"
    ON_AGENDA = "on-agenda"
    CONSIDERED = "considered"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFERRED = "referred"
    RECOMMENDED = "recommended"
    RECOMMENDED_AGAINST = "recommended-against"
    AGREED = "agreed"
    AGREED_CHANGED = "agreed-changed"
    REFUSED = "refused"
    CALLED_IN = "called-in"
    WITHDRAWN = "withdrawn"
    OUTSIDE_POWER = "outside-power"
    TAKES_EFFECT = "takes-effect"
    PROMISE_MADE = "promise-made"
    PROMISE_UPDATE = "promise-update"
    CHECK_ANSWERED = "check-answered"
    REOPENED = "reopened"
    CLOSED = "closed"
    CORRECTED = "corrected"


NOTHING = "nothing"  # what a corrected move becomes when it never happened

MOVE_WORDS = {
    MoveKind.RAISED: N_("Raised here"),
    MoveKind.SENT: N_("Sent to them"),
    MoveKind.ACKNOWLEDGED: N_("They say they have it"),
    MoveKind.REPLY_RECEIVED: N_("They replied"),
    MoveKind.FORWARD_PLAN: N_("On their list of decisions to come"),
    MoveKind.ON_AGENDA: N_("On a meeting agenda"),
    MoveKind.CONSIDERED: N_("Talked about, with no decision"),
    MoveKind.NOTED: N_("Noted: they heard it and decided nothing"),
    MoveKind.DEFERRED: N_("Put off"),
    MoveKind.REFERRED: N_("Passed on"),
    MoveKind.RECOMMENDED: N_("Advised: yes"),
    MoveKind.RECOMMENDED_AGAINST: N_("Advised: no"),
    MoveKind.AGREED: N_("Agreed"),
    MoveKind.AGREED_CHANGED: N_("Agreed with changes"),
    MoveKind.REFUSED: N_("Refused"),
    MoveKind.CALLED_IN: N_("Called in: other councillors asked for another look"),
    MoveKind.WITHDRAWN: N_("Taken off by the body"),
    MoveKind.OUTSIDE_POWER: N_("Outside their power"),
    MoveKind.TAKES_EFFECT: N_("It takes effect"),
    MoveKind.PROMISE_MADE: N_("Promise made"),
    MoveKind.PROMISE_UPDATE: N_("News of the promise"),
    MoveKind.CHECK_ANSWERED: N_("People said what came of it"),
    MoveKind.REOPENED: N_("Opened again"),
    MoveKind.CLOSED: N_("Closed"),
    MoveKind.CORRECTED: N_("Corrected"),
}


class Evidence(StrEnum):
    """How we know."""

    OFFICIAL_RECORD = "official-record"
    THEIR_REPLY = "their-reply"
    HEARD = "heard-at-meeting"
    MEMBER_SAYS = "member-says"


EVIDENCE_WORDS = {
    Evidence.OFFICIAL_RECORD: N_("Official record"),
    Evidence.THEIR_REPLY: N_("Their reply"),
    Evidence.HEARD: N_("Heard at the meeting"),
    Evidence.MEMBER_SAYS: N_("A member says"),
}

# What people bring about themselves. All else only the body can bring about: said by a member alone, it is shown and
# changes nothing until a source is added.
OURS = frozenset(
    {
        MoveKind.RAISED,
        MoveKind.SENT,
        MoveKind.CHECK_ANSWERED,
        MoveKind.REOPENED,
        MoveKind.CLOSED,
        MoveKind.CORRECTED,
    }
)
OUTCOMES = frozenset(MoveKind) - OURS


class Door(StrEnum):
    """How a stop is drawn: six pictures, and "we have not heard" on a shut door."""

    DONE = "done"
    NO = "no"
    TALKED = "talked"
    OFF = "off"
    NOW = "now"
    AHEAD = "ahead"
    UNHEARD = "unheard"


class Basis(StrEnum):
    """On whose authority a date stands. Typical is never shown as a right."""

    LAW = "law"
    GUIDANCE = "guidance"
    LOCAL = "local"
    PROMISE = "promise"
    TYPICAL = "typical"


BASIS_WORDS = {one: WORDS[one] for one in Basis}


class VerdictWord(StrEnum):
    """What people affected say came of it."""

    CHANGED = "changed"
    PARTLY = "partly"
    NOT_CHANGED = "not-changed"
    DONT_KNOW = "dont-know"


VERDICT_WORDS = {
    VerdictWord.CHANGED: N_("It changed"),
    VerdictWord.PARTLY: N_("It changed in part"),
    VerdictWord.NOT_CHANGED: N_("It did not change"),
    VerdictWord.DONT_KNOW: N_("Don’t know yet"),
}
