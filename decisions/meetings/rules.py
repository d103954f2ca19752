"""What may be done with meetings and decisions, and how far a decision has come on a day (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from decisions.meetings.kinds import GOES_AHEAD, OWES_REASONS, YES, CallIn, Result, Status
from forum.refusal import Refusal
from forum.say import N_, Sentence


class Shade(StrEnum):
    """How far "decided" goes."""

    NOT_KNOWN = "not-known"
    TO_COME = "to-come"
    NOTHING = "nothing"
    IN_PRINCIPLE = "in-principle"
    DECIDED = "decided"
    CALL_IN = "call-in"
    CALLED_IN = "called-in"
    IN_FORCE = "in-force"
    CARRIED_OUT = "carried-out"


SHADE_WORDS = {
    Shade.NOT_KNOWN: N_("We do not know the result yet"),
    Shade.TO_COME: N_("Not decided yet"),
    Shade.NOTHING: N_("Talked about. Nothing was decided"),
    Shade.IN_PRINCIPLE: N_("Agreed as an idea. The real decision is still to come"),
    Shade.DECIDED: N_("Decided"),
    Shade.CALL_IN: N_("Decided. Other councillors can still ask for another look"),
    Shade.CALLED_IN: N_("On hold. Other councillors asked for another look"),
    Shade.IN_FORCE: N_("In force"),
    Shade.CARRIED_OUT: N_("Carried out"),
}
DECIDES = (*YES, Result.REFUSED)
SETTLED = (Shade.IN_FORCE, Shade.CARRIED_OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """What is known of a decision. `call_in_until` is recorded, or worked out from the body's clock."""

    result: str = Result.UNKNOWN
    in_principle: bool = False
    decided_on: date | None = None
    published_on: date | None = None
    in_force_on: date | None = None
    carried_out_on: date | None = None
    call_in: str = CallIn.UNKNOWN
    call_in_until: date | None = None


def shade_on(facts: DecisionFacts, today: date) -> Shade:
    """Return how far a decision has come on a day. What nobody said is not guessed."""
    if facts.decided_on is not None and facts.decided_on > today:
        return Shade.TO_COME
    if facts.result not in DECIDES:
        return Shade.NOT_KNOWN if facts.result == Result.UNKNOWN else Shade.NOTHING
    if facts.result in YES:
        if facts.carried_out_on is not None and facts.carried_out_on <= today:
            return Shade.CARRIED_OUT
        if facts.in_force_on is not None and facts.in_force_on <= today:
            return Shade.IN_FORCE
    if facts.call_in == CallIn.CALLED_IN:
        return Shade.CALLED_IN
    if facts.in_principle:
        return Shade.IN_PRINCIPLE
    return Shade.CALL_IN if is_call_in_open(facts, today) else Shade.DECIDED


def is_call_in_open(facts: DecisionFacts, today: date) -> bool:
    """Whether other councillors can ask for another look on a day. Only where somebody said that they can."""
    until, begins = facts.call_in_until, facts.published_on or facts.decided_on
    if facts.call_in != CallIn.OPEN or until is None:
        return False
    return today <= until and (begins is None or begins <= today)


def shade_sentence(facts: DecisionFacts, today: date) -> Sentence:
    """Say how far a decision has come on a day, with the day that belongs to it."""
    match shade_on(facts, today):
        case Shade.CALL_IN:
            text = N_("Decided. Until %(day)s other councillors can ask for another look.")
            return Sentence(text, {"day": facts.call_in_until})
        case Shade.IN_FORCE:
            return Sentence(N_("In force since %(day)s."), {"day": facts.in_force_on})
        case Shade.CARRIED_OUT:
            return Sentence(N_("Carried out. We heard so on %(day)s."), {"day": facts.carried_out_on})
        case Shade.TO_COME:
            return Sentence(N_("Not decided yet. It is planned for %(day)s."), {"day": facts.decided_on})
        case Shade.DECIDED if facts.in_force_on is not None and facts.result in YES:
            return Sentence(N_("Decided. It is in force from %(day)s."), {"day": facts.in_force_on})
        case shade:
            return Sentence(N_("%(said)s."), {"said": Sentence(SHADE_WORDS[shade])})


def owes_reasons(result: str) -> bool:
    """Whether a body owes people reasons: after a no, a "noted", or when it puts something off."""
    return result in OWES_REASONS


def may_keep(facts: DecisionFacts, today: date) -> Refusal | None:
    """Say what does not fit together in what somebody typed about a decision."""
    decided = facts.decided_on
    if facts.in_principle and facts.result not in YES:
        return Refusal(N_("Only something that was agreed can be agreed as an idea."), field="in_principle")
    if facts.carried_out_on is not None and facts.carried_out_on > today:
        return Refusal(N_("That day has not come yet."), field="carried_out_on")
    for name in ("published_on", "in_force_on", "carried_out_on", "call_in_until"):
        day: date | None = getattr(facts, name)
        if decided is not None and day is not None and day < decided:
            return Refusal(N_("This day is before the decision itself."), field=name)
    if facts.call_in == CallIn.NOT_CALLED_IN and facts.call_in_until is not None and facts.call_in_until >= today:
        return Refusal(N_("The time for another look has not ended yet."), field="call_in")
    return None


def may_meet(day: date, starts: time | None, ends: time | None) -> Refusal | None:
    """Say what is wrong with the hours of a meeting."""
    if ends is not None and starts is None:
        return Refusal(N_("Write when it begins too."), field="starts")
    if ends is not None and starts is not None and ends <= starts:
        return Refusal(N_("It ends before it begins."), field="ends")
    return None if 1948 <= day.year <= 2100 else Refusal(N_("Write a day, like 14/11/2026."), field="day")


def may_confirm(status: str) -> Refusal | None:
    """Whether a meeting may be confirmed; a cancelled one may take place after all."""
    if status in (Status.PLANNED, Status.CANCELLED):
        return None
    return Refusal(N_("This meeting can’t be confirmed any more."), field="becomes")


def may_cancel(status: str, why: str) -> Refusal | None:
    """Whether a meeting may be cancelled: only with the reason that people are told."""
    if status not in GOES_AHEAD:
        return Refusal(N_("This meeting can’t be cancelled any more."), field="becomes")
    return None if why.strip() else Refusal(N_("Write why, so that people understand."), field="why")


def may_put_off(status: str, day: date, to: date | None, why: str) -> Refusal | None:
    """Whether a meeting may be put off to another day. `to` is none when nobody has said a day yet."""
    if status not in GOES_AHEAD:
        return Refusal(N_("This meeting can’t be put off any more."), field="becomes")
    if to is not None and to == day:
        return Refusal(N_("That is the day it has now."), field="to_day")
    return None if why.strip() else Refusal(N_("Write why, so that people understand."), field="why")


def may_hold(status: str, day: date, today: date) -> Refusal | None:
    """Whether one can say that a meeting took place: not before its day."""
    if status not in GOES_AHEAD:
        return Refusal(N_("Somebody has said already what became of this meeting."), field="becomes")
    return None if day <= today else Refusal(N_("That day has not come yet."), field="becomes")


def status_sentence(status: str, day: date, today: date, *, moved_to: date | None = None) -> Sentence:
    """Say in words how sure a meeting is. A day that passed without news is said to be that, nothing more."""
    if status in GOES_AHEAD and day < today:
        return Sentence(N_("This was planned for %(day)s. We have not heard yet if it took place."), {"day": day})
    match status:
        case Status.PUT_OFF if moved_to is not None:
            return Sentence(N_("The new day is %(day)s."), {"day": moved_to})
        case Status.PUT_OFF:
            return Sentence(N_("Nobody has said a new day yet."))
        case Status.CANCELLED:
            return Sentence(N_("It does not take place."))
        case Status.HELD:
            return Sentence(N_("What came of it stands below, as far as we know."))
        case Status.CONFIRMED:
            return Sentence(N_("It takes place as shown."))
        case _:
            return Sentence(N_("Nobody has confirmed it yet, so look again before you go."))


def placed(positions: Sequence[int]) -> int:
    """Return the place of an item that comes last on an agenda."""
    return max(positions, default=0) + 1
