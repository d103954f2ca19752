"""Which move may be recorded when, with what, and by whom: one table, asked by the form and by the action alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from decisions.journeys.fold import AGREED, MoveFact, Now, StopState
from decisions.journeys.kinds import ADVISING, ENDED, NOTHING, Door, Evidence, MoveKind, Stage, StopRole
from forum.access import Standing, is_facilitator
from forum.refusal import Refusal
from forum.say import N_

K, R = MoveKind, StopRole
WITH_BODY = frozenset(set(StopRole) - {StopRole.HERE})
MEETINGS = frozenset({R.DECIDE, R.SCRUTINISE, R.RECOMMEND, R.CONSULT, R.INFORM, R.CARRY_OUT})


@dataclass(frozen=True, slots=True)
class MoveRule:
    """What a move needs. `roles`: the stops it may be about (none: it is about the whole journey). `source`: an
    official outcome needs one. `reason`: it says why. `planned`: it names a day. `to`: it leads to another stop.
    `ended`: it may be recorded when the journey has ended."""

    roles: frozenset[StopRole] = WITH_BODY
    source: bool = False
    reason: bool = False
    planned: bool = False
    to: bool = False
    ended: bool = False
    members: bool = True  # any signed-in person may report it, as "a member says"


WHOLE: frozenset[StopRole] = frozenset()
RULES: Mapping[MoveKind, MoveRule] = {
    K.RAISED: MoveRule(roles=frozenset({R.HERE}), members=False),
    K.SENT: MoveRule(members=False),
    K.ACKNOWLEDGED: MoveRule(),
    K.REPLY_RECEIVED: MoveRule(ended=True),
    K.FORWARD_PLAN: MoveRule(roles=MEETINGS, planned=True),
    K.ON_AGENDA: MoveRule(roles=MEETINGS, planned=True),
    K.CONSIDERED: MoveRule(),
    K.NOTED: MoveRule(),
    K.DEFERRED: MoveRule(reason=True),
    K.REFERRED: MoveRule(to=True),
    K.RECOMMENDED: MoveRule(roles=frozenset(ADVISING), source=True),
    K.RECOMMENDED_AGAINST: MoveRule(roles=frozenset(ADVISING), source=True),
    K.AGREED: MoveRule(roles=frozenset({R.DECIDE}), source=True),
    K.AGREED_CHANGED: MoveRule(roles=frozenset({R.DECIDE}), source=True),
    K.REFUSED: MoveRule(roles=frozenset({R.DECIDE}), source=True, reason=True),
    K.CALLED_IN: MoveRule(roles=frozenset({R.DECIDE}), source=True, to=True),
    K.WITHDRAWN: MoveRule(source=True, reason=True),
    K.OUTSIDE_POWER: MoveRule(source=True, reason=True),
    K.TAKES_EFFECT: MoveRule(source=True),
    K.PROMISE_MADE: MoveRule(source=True),
    K.PROMISE_UPDATE: MoveRule(ended=True),
    K.CHECK_ANSWERED: MoveRule(ended=True),
    K.REOPENED: MoveRule(roles=WHOLE, ended=True, members=False),
    K.CLOSED: MoveRule(roles=WHOLE, reason=True, members=False),
    K.CORRECTED: MoveRule(roles=WHOLE, ended=True, members=False),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A move that somebody wants to record. `stop_role` and `to_role` are the roles of the stops it names."""

    kind: MoveKind
    happened_on: date
    evidence: Evidence
    plain: str
    stop_role: StopRole | None = None
    to_role: StopRole | None = None
    stop: StopState | None = None
    source: str = ""
    reason: str = ""
    planned_on: date | None = None
    becomes: str | None = None
    corrects: MoveFact | None = None


def may_record(who: Standing, now: Now, move: Proposal, *, today: date) -> Refusal | None:
    """Whether this person may record this move on a journey in this state, today."""
    rule = RULES[move.kind]
    return (
        _who(who, rule, move)
        or _when(now, rule, move, today)
        or _where(rule, move)
        or _with_what(rule, move, member=not is_facilitator(who) and move.evidence == Evidence.MEMBER_SAYS)
        or _in_order(now, move)
    )


def _who(who: Standing, rule: MoveRule, move: Proposal) -> Refusal | None:
    if not who.signed_in:
        return Refusal(N_("Please sign in first."))
    if who.suspended:
        return Refusal(N_("You can read, but you can’t write here at the moment."))
    if is_facilitator(who) or who.speaks_for:
        return None
    if not rule.members:
        return Refusal(N_("Only people who help run this can record that."), field="kind")
    if move.evidence != Evidence.MEMBER_SAYS:
        return Refusal(N_("Choose “A member says”. Someone who helps run this will add the source."), field="evidence")
    return None


def _when(now: Now, rule: MoveRule, move: Proposal, today: date) -> Refusal | None:
    if move.happened_on > today:
        return Refusal(N_("That day is still to come. Write the day on which it happened."), field="happened_on")
    if now.stage in ENDED and now.closed is not None and not rule.ended:
        return Refusal(N_("This has ended. Open it again first, and say why."), field="kind")
    if move.planned_on is not None and move.planned_on < move.happened_on:
        return Refusal(N_("The planned day is before the day on which this happened."), field="planned_on")
    return None


def _where(rule: MoveRule, move: Proposal) -> Refusal | None:
    if rule.roles and move.stop_role is None:
        return Refusal(N_("Say which step this is about."), field="stop")
    if rule.roles and move.stop_role not in rule.roles:
        return Refusal(_NOT_HERE.get(move.kind, N_("That can’t happen at this step.")), field="stop")
    if rule.to and move.to_role is None:
        return Refusal(N_("Say which step it goes to."), field="to")
    if move.kind == K.CALLED_IN and move.to_role != R.SCRUTINISE:
        return Refusal(N_("A decision is called in by a committee that checks. Choose that step."), field="to")
    return None


_NOT_HERE = {
    K.AGREED: N_("This body gives advice. Only a body that decides can agree."),
    K.AGREED_CHANGED: N_("This body gives advice. Only a body that decides can agree."),
    K.REFUSED: N_("This body gives advice. Only a body that decides can refuse."),
    K.RECOMMENDED: N_("This body decides. Advice comes from a body that checks."),
    K.RECOMMENDED_AGAINST: N_("This body decides. Advice comes from a body that checks."),
}


def _with_what(rule: MoveRule, move: Proposal, *, member: bool) -> Refusal | None:
    if not move.plain.strip():
        return Refusal(N_("Say in plain words what happened."), field="plain")
    if rule.source and not member and not move.source.strip():
        return Refusal(N_("This is official, so it needs a source: a link to minutes or a letter."), field="source")
    if rule.reason and not move.reason.strip():
        return Refusal(N_("Write why. If nobody said why, write: they have not said."), field="reason")
    if rule.planned and move.planned_on is None:
        return Refusal(N_("Write the planned day."), field="planned_on")
    return None


def _in_order(now: Now, move: Proposal) -> Refusal | None:
    """What must have happened before."""
    kind = move.kind
    if kind == K.RAISED and now.last_number:
        return Refusal(N_("It was raised already."), field="kind")
    if kind in (K.CALLED_IN, K.TAKES_EFFECT) and now.outcome not in AGREED:
        return Refusal(N_("Nothing was agreed yet, so this can’t happen."), field="kind")
    if kind == K.CALLED_IN and now.in_force_on is not None:
        return Refusal(N_("It is in force. It is too late to call it in."), field="kind")
    if kind == K.PROMISE_UPDATE and not now.promised:
        return Refusal(N_("No promise is recorded yet. Record the promise first."), field="kind")
    if kind == K.REOPENED and not _can_reopen(now):
        return Refusal(N_("This has not ended, so it is open already."), field="kind")
    if kind == K.CORRECTED:
        return _correction(move)
    if kind == K.DEFERRED and move.stop is not None and move.stop.door in (Door.DONE, Door.NO):
        return Refusal(N_("This step is over, so it can’t be put off."), field="stop")
    return None


def _can_reopen(now: Now) -> bool:
    return now.stage in (*ENDED, Stage.DECIDED, Stage.PAUSED)


def _correction(move: Proposal) -> Refusal | None:
    if move.corrects is None:
        return Refusal(N_("Say which entry is wrong."), field="corrects")
    if move.becomes != NOTHING and move.becomes not in set(MoveKind) - {K.CORRECTED, K.RAISED}:
        return Refusal(N_("Say what it should be."), field="becomes")
    if move.becomes != NOTHING and RULES[MoveKind(move.becomes or "")].source and not move.source.strip():
        return Refusal(N_("This is official, so it needs a source: a link to minutes or a letter."), field="source")
    return None


def choices(who: Standing) -> Iterable[MoveKind]:
    """Return the moves that a form offers this person, in the order in which they usually happen."""
    facilitator = is_facilitator(who)
    hidden = (K.RAISED, K.CORRECTED)
    return [kind for kind in MoveKind if kind not in hidden and (facilitator or RULES[kind].members)]
