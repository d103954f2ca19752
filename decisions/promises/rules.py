"""Who may write down a promise, and say what became of it. Asked by the form and by the action alike. Pure."""

from dataclasses import dataclass
from datetime import date

from decisions.promises.kinds import Happening, Stage, Voice
from decisions.promises.states import MOVES
from forum.access import SIGN_IN_FIRST, SUSPENDED, Standing, is_facilitator
from forum.refusal import Refusal
from forum.say import N_

H = Happening
BODY_SAYS = frozenset({H.MADE, H.NEWS, H.NEW_DATE, H.SAYS_DONE, H.NOT_DONE, H.DROPPED, H.AGAIN})
MEMBER_SAYS = frozenset({H.PROPOSED, H.NEWS})
NEEDS_REASON = frozenset({H.TURNED_DOWN, H.NEW_DATE, H.DROPPED})
NEEDS_SOURCE = frozenset({H.PROPOSED, H.MADE, H.NEW_DATE, H.SAYS_DONE, H.DROPPED})
FIRST_YEAR, LAST_YEAR = 1948, 2100


@dataclass(frozen=True, slots=True)
class Saying:
    """Something that somebody wants to say of a promise. `cites`: it rests on an answer or a decision kept here."""

    kind: Happening
    happened_on: date
    plain: str
    planned_on: date | None = None
    reason: str = ""
    source: str = ""
    source_name: str = ""
    cites: bool = False


def voice(who: Standing, body_id: int) -> Voice:
    """Return as whom somebody speaks of a promise of this body: for it, as one who helps run this, as a member."""
    if body_id in who.speaks_for and not who.suspended:
        return Voice.BODY
    return Voice.FACILITATOR if is_facilitator(who) else Voice.MEMBER


def may_say(who: Standing, stage: Stage | None, body_id: int, said: Saying, *, today: date) -> Refusal | None:
    """Whether this person may say this of a promise of this body that stands there, today."""
    return _who(who, body_id, said) or _order(stage, said) or _when(said, today) or _what(who, body_id, said)


def may_begin(who: Standing, body_id: int) -> Happening:
    """Return how a promise begins that this person writes down: for real, or as something to be checked."""
    return H.PROPOSED if voice(who, body_id) == Voice.MEMBER else H.MADE


def choices(who: Standing, stage: Stage, body_id: int) -> list[Happening]:
    """Return what a form offers this person to say of a promise that stands there."""
    may = {Voice.BODY: BODY_SAYS, Voice.MEMBER: MEMBER_SAYS, Voice.FACILITATOR: frozenset(Happening)}
    return [one for one in Happening if one in MOVES[stage] and one in may[voice(who, body_id)]]


def may_check(who: Standing, *, affected: bool, asked: bool) -> Refusal | None:
    """Whether this person may say if a promise was kept: somebody affected, or who follows it, once people are asked.
    Who speaks for the body, never: it is what others make of its word."""
    if not who.signed_in:
        return Refusal(SIGN_IN_FIRST)
    if who.suspended:
        return Refusal(SUSPENDED)
    if not asked:
        return Refusal(N_("It is too early to say. They have not said yet that it is done."))
    if not affected:
        return Refusal(N_("This is for people affected. Say on the issue’s page that it affects you too."))
    return None


def _who(who: Standing, body_id: int, said: Saying) -> Refusal | None:
    if not who.signed_in:
        return Refusal(SIGN_IN_FIRST)
    if who.suspended:
        return Refusal(SUSPENDED)
    mine = voice(who, body_id)
    if mine == Voice.MEMBER and said.kind not in MEMBER_SAYS:
        return Refusal(N_("Only who speaks for the body, or helps run this, can say that."), field="kind")
    if mine == Voice.BODY and said.kind == H.TURNED_DOWN and not is_facilitator(who):
        return Refusal(N_("Someone who helps run this looks at it. Tell them what is wrong."), field="kind")
    return None


def _order(stage: Stage | None, said: Saying) -> Refusal | None:
    if said.kind not in MOVES[stage]:
        return Refusal(N_("That can’t happen to this promise now. Look at where it stands."), field="kind")
    return None


def _when(said: Saying, today: date) -> Refusal | None:
    if said.happened_on > today:
        return Refusal(N_("That day is still to come. Write the day on which it happened."), field="happened_on")
    if said.planned_on is not None and not FIRST_YEAR <= said.planned_on.year <= LAST_YEAR:
        return Refusal(N_("Write a day, like 14/11/2026."), field="planned_on")
    if said.kind == H.NEW_DATE and said.planned_on is None:
        return Refusal(N_("Write the new day."), field="planned_on")
    if said.planned_on is not None and said.planned_on < said.happened_on:
        return Refusal(N_("That day is before the day on which they said so."), field="planned_on")
    return None


def _what(who: Standing, body_id: int, said: Saying) -> Refusal | None:
    if not said.plain.strip():
        return Refusal(N_("Say in plain words what happened."), field="plain")
    if said.kind in NEEDS_REASON and not said.reason.strip():
        return Refusal(N_("Write why. If nobody said why, write: they have not said."), field="reason")
    needs = said.kind in NEEDS_SOURCE and voice(who, body_id) != Voice.BODY
    if needs and not (said.cites or said.source.strip() or said.source_name.strip()):
        return Refusal(N_("Say where it stands: a link, a letter, a meeting."), field="source_name")
    return None
