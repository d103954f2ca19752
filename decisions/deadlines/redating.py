"""Say which open dates move when a calendar changes: a bank holiday that was announced late, or taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from decisions.deadlines.calendars import Calendar, DayOff
from decisions.deadlines.counting import Pause
from decisions.deadlines.left_out import NATION_WORDS
from decisions.deadlines.rules import Rule
from decisions.deadlines.work_out import Worked, before_day, from_day
from forum.refusal import Refusal
from forum.say import N_, Sentence


@dataclass(frozen=True, slots=True)
class Open:
    """A date that is still to come, as its owner keeps it.

    `ident` is the owner's own; `start` the day that the clock started on, or the event's when `is_back`; `due` the
    date that was worked out.
    """

    ident: int
    rule: Rule
    start: date
    due: date
    is_back: bool = False
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """An open date that moves: what it was worked out to be anew, and why, in a sentence."""

    open: Open
    worked: Worked
    sentence: Sentence


def moved(opens: Iterable[Open], old: Mapping[str, Calendar], new: Mapping[str, Calendar]) -> list[Moved]:
    """Return the open dates that move when calendars change, with a sentence for each.

    Arguments: the calendars by id, as they were and as they are now. A date that does not come from the old calendar
    was set by hand: it stays. So does one that can't be worked out any more.
    """
    found = []
    for one in opens:
        before, after = _worked(one, old), _worked(one, new)
        if before and after and one.due == before.due and after.due != before.due:
            calendars = old[one.rule.calendar], new[one.rule.calendar]
            found.append(Moved(one, after, _sentence(one, before, after, *calendars)))
    return found


def _worked(one: Open, calendars: Mapping[str, Calendar]) -> Worked | None:
    calendar = calendars.get(one.rule.calendar)
    if calendar is None:
        return None
    try:
        if one.is_back:
            return before_day(one.rule, calendar, one.start)
        return from_day(one.rule, calendar, one.start, pauses=one.pauses)
    except Refusal:
        return None


def _sentence(one: Open, before: Worked, after: Worked, old: Calendar, new: Calendar) -> Sentence:
    start = one.start.date() if isinstance(one.start, datetime) else one.start
    days = sorted((start, before.day, after.day))
    values = {"old": before.day, "new": after.day}
    for day in sorted(set(old.off) ^ set(new.off)):
        if days[0] <= day <= days[-1]:
            return _because(day, new.off.get(day), values)
    return Sentence(N_("The bank holidays changed, so this date moved from %(old)s to %(new)s."), values)


def _because(day: date, off: DayOff | None, dates: dict[str, date]) -> Sentence:
    values: dict[str, object] = {"day": day, **dates}
    if off is None:
        text = N_("%(day)s is not a bank holiday any more. So this date moved from %(old)s to %(new)s.")
        return Sentence(text, values)
    where = NATION_WORDS.get(off.where)
    if where is None:
        text = N_("%(day)s is now a bank holiday. So this date moved from %(old)s to %(new)s.")
        return Sentence(text, values)
    values["where"] = Sentence(where)
    text = N_("%(day)s is now a bank holiday in %(where)s. So this date moved from %(old)s to %(new)s.")
    return Sentence(text, values)
