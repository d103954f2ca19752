"""Whether a move may be recorded: by whom, when, where, with what. Asked by the form and by the action alike. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from decisions.journeys.fold import AGREED, MoveFact, Now, StopState, counts
from decisions.journeys.kinds import ENDED, NOTHING, OUTCOMES, Door, Evidence, MoveKind, Stage, StopRole
from decisions.journeys.table import RULES, MoveRule
from forum.access import Standing, is_facilitator
from forum.refusal import Refusal
from forum.say import N_

K, R = MoveKind, StopRole
DECISIONS = AGREED | {K.REFUSED}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A move that somebody wants to record. `stop_role` and `to_role` are the roles of the stops it names, `body_id`
    the body at its stop. Of a correction they are those of the move as it will stand."""

    kind: MoveKind
    happened_on: date
    evidence: Evidence
    plain: str
    stop_role: StopRole | None = None
    to_role: StopRole | None = None
    stop: StopState | None = None
    body_id: int | None = None
    source: str = ""
    source_name: str = ""
    cites: bool = False  # it rests on posts of this issue
    reason: str = ""
    planned_on: date | None = None
    published_on: date | None = None
    becomes: str | None = None
    corrects: MoveFact | None = None


def may_record(who: Standing, now: Now, move: Proposal, *, today: date) -> Refusal | None:
    """Whether this person may record this move on a journey in this state, today. A correction needs what the move
    needs that it becomes."""
    if refusal := _who(who, RULES[move.kind], move) or _when(now, RULES[move.kind], move, today):
        return refusal
    if move.kind == K.CORRECTED and (refusal := _correction(move)):
        return refusal
    rule = _stands_as(move)
    return _where(rule, move) or _with_what(rule, move) or _published(move, today) or _in_order(now, move)


def _stands_as(move: Proposal) -> MoveRule:
    """The rule of the move that will stand: of a correction, the one of what it becomes."""
    if move.kind == K.CORRECTED and move.becomes != NOTHING:
        return RULES[MoveKind(move.becomes or "")]
    return RULES[move.kind]


def _knows(who: Standing, move: Proposal) -> bool:
    """Whether this person may say how we know: who helps run this, and a body of what happened at its own step."""
    return is_facilitator(who) or (move.body_id in who.speaks_for and not who.suspended)


def evidences(who: Standing, body_ids: Iterable[int | None] = ()) -> list[Evidence]:
    """Return how this person may say that we know, at the steps of these bodies."""
    if is_facilitator(who):
        return list(Evidence)
    if any(one in who.speaks_for for one in body_ids):
        return [Evidence.THEIR_REPLY, Evidence.OFFICIAL_RECORD, Evidence.MEMBER_SAYS]
    return [Evidence.MEMBER_SAYS]


def _who(who: Standing, rule: MoveRule, move: Proposal) -> Refusal | None:
    if not who.signed_in:
        return Refusal(N_("Please sign in first."))
    if who.suspended:
        return Refusal(N_("You can read, but you can’t write here at the moment."))
    if is_facilitator(who):
        return None
    if not rule.members:
        return Refusal(N_("Only people who help run this can record that."), field="kind")
    if move.evidence == Evidence.MEMBER_SAYS or (_knows(who, move) and move.evidence != Evidence.HEARD):
        return None
    text = N_("Choose “A member says”. Someone who helps run this will add the source.")
    if who.speaks_for:
        text = N_("You can say this only for the body you speak for. Choose “A member says”.")
    return Refusal(text, field="evidence")


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
        return Refusal(_NOT_HERE.get(_stands_kind(move), N_("That can’t happen at this step.")), field="stop")
    if rule.to and move.to_role is None:
        return Refusal(N_("Say which step it goes to."), field="to")
    if _stands_kind(move) == K.CALLED_IN and move.to_role != R.SCRUTINISE:
        return Refusal(N_("A decision is called in by a committee that checks. Choose that step."), field="to")
    return None


def _stands_kind(move: Proposal) -> MoveKind:
    return MoveKind(move.becomes) if move.becomes and move.becomes != NOTHING else move.kind


_NOT_HERE = {
    K.AGREED: N_("This body gives advice. Only a body that decides can agree."),
    K.AGREED_CHANGED: N_("This body gives advice. Only a body that decides can agree."),
    K.REFUSED: N_("This body gives advice. Only a body that decides can refuse."),
    K.RECOMMENDED: N_("This body decides. Advice comes from a body that checks."),
    K.RECOMMENDED_AGAINST: N_("This body decides. Advice comes from a body that checks."),
}


def _with_what(rule: MoveRule, move: Proposal) -> Refusal | None:
    if not move.plain.strip():
        return Refusal(N_("Say in plain words what happened."), field="plain")
    says = move.evidence == Evidence.MEMBER_SAYS and _stands_kind(move) in OUTCOMES  # shown, and changes nothing
    if rule.source and not says and not _has_source(move):
        return Refusal(N_("This is official, so it needs a source: a link to minutes or a letter."), field="source")
    if rule.reason and not move.reason.strip():
        return Refusal(N_("Write why. If nobody said why, write: they have not said."), field="reason")
    if rule.planned and move.planned_on is None:
        return Refusal(N_("Write the planned day."), field="planned_on")
    return None


def _published(move: Proposal, today: date) -> Refusal | None:
    """A decision is published on its day or later. Nothing else is."""
    if move.published_on is None:
        return None
    if _stands_kind(move) not in DECISIONS:
        return Refusal(N_("Only a decision has such a day: agreed, or refused."), field="published_on")
    if move.published_on < move.happened_on:
        return Refusal(N_("It can’t be published before it was decided."), field="published_on")
    if move.published_on > today:
        return Refusal(N_("That day is still to come. Leave it empty until then."), field="published_on")
    return None


def _has_source(move: Proposal) -> bool:
    """A link, or the name of a letter, or what the body wrote here itself."""
    wrote_here = move.cites and move.evidence == Evidence.THEIR_REPLY
    return bool(move.source.strip() or move.source_name.strip() or wrote_here)


def _in_order(now: Now, move: Proposal) -> Refusal | None:
    """What must have happened before. A correction takes its place among what happened, so it is not asked."""
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
    if kind == K.DEFERRED and move.stop is not None and move.stop.door in (Door.DONE, Door.NO):
        return Refusal(N_("This step is over, so it can’t be put off."), field="stop")
    return None


def _can_reopen(now: Now) -> bool:
    return now.stage in (*ENDED, Stage.DECIDED, Stage.PAUSED)


def _correction(move: Proposal) -> Refusal | None:
    if move.corrects is None:
        return Refusal(N_("Say which entry is wrong. If it was put right already, correct the later entry."))
    if move.corrects.kind == K.RAISED:
        return Refusal(N_("This is where it began, so it stays."))
    if move.becomes != NOTHING and move.becomes not in set(MoveKind) - {K.CORRECTED, K.RAISED}:
        return Refusal(N_("Say what it should be."), field="becomes")
    return None


def is_known(who: Standing) -> bool:
    """Whether this person's words appear at once: those of somebody new wait for a first look."""
    return who.trusted or is_facilitator(who) or bool(who.speaks_for) or who.councillor


def may_confirm(who: Standing, move: MoveFact, *, mine: bool, has_source: bool) -> Refusal | None:
    """Whether this person may be the second to say that something happened: not who said it first, and only where
    there is a source that both could look at."""
    if not who.signed_in:
        return Refusal(N_("Please sign in first."))
    if who.suspended:
        return Refusal(N_("You can read, but you can’t write here at the moment."))
    if not is_known(who):
        return Refusal(N_("People who have written here before can confirm this. Write a reply first."))
    if counts(move):
        return Refusal(N_("This counts already. Nobody needs to confirm it."))
    if mine:
        return Refusal(N_("You said this. Another person has to confirm it."))
    if not has_source:
        return Refusal(N_("There is no source that you could look at. Somebody has to add one first."))
    return None


def choices(who: Standing) -> Iterable[MoveKind]:
    """Return the moves that a form offers this person, in the order in which they usually happen."""
    facilitator = is_facilitator(who)
    hidden = (K.RAISED, K.CORRECTED)
    return [kind for kind in MoveKind if kind not in hidden and (facilitator or RULES[kind].members)]
