"""Work out a date from a rule: from the day that a clock starts, or back from an event. Each date comes with its
working in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from decisions.deadlines import counting, hours, working
from decisions.deadlines.calendars import DAY, Calendar
from decisions.deadlines.counting import Count, Pause
from decisions.deadlines.rules import Roll, Rule, Unit, Whose
from forum.clock import DEFAULT_ZONE
from forum.refusal import Refusal, raise_if
from forum.say import N_, Sentence

LONDON = ZoneInfo(DEFAULT_ZONE)
EARLIEST, LATEST = 1900, 2199  # years in which dates are worked out


class Means(StrEnum):
    """What a date is: the last day to act, the first day for an event, or the last day to give notice of one."""

    LAST_DAY = "last-day"
    FIRST_DAY = "first-day"
    PUBLISH_BY = "publish-by"


@dataclass(frozen=True, slots=True)
class Worked:
    """A date that was worked out: a day, or a moment with its zone where the rule has hours. `limit` is the last day
    in law when `due` is kept a day before it."""

    rule: Rule
    due: date | datetime
    means: Means
    working: tuple[Sentence, ...]
    limit: date | None = None

    @property
    def day(self) -> date:
        """The local day of it."""
        return self.due.date() if isinstance(self.due, datetime) else self.due


def from_day(
    rule: Rule, calendar: Calendar, start: date, *, pauses: Iterable[Pause] = (), zone: ZoneInfo = LONDON
) -> Worked:
    """Work out the last day to act, or for a notice the first day on which the event may be held.

    Arguments: `start`, a day or a moment (with a zone, or local); `pauses`, days on which the clock stands still;
    `zone`, the place's own. Raises Refusal when a date can't be worked out, with the reason.
    """
    still = tuple(pauses)
    raise_if(may_start(rule, start, still))
    if rule.unit is Unit.HOURS:
        return _hours(rule, calendar, start, still, zone)
    day, asked = _day_of(rule, start, zone)
    count = Count(rule, calendar, still)
    if rule.unit is Unit.YEARLY:
        return _yearly(rule, calendar, day)
    if rule.back:
        due = count.first_day(day)
        raise_if(may_know(count, day, due))
        return Worked(rule, due, Means.FIRST_DAY, tuple(asked) + tuple(working.first_day(count, day, due)))
    return _last_day(count, day, zone)


def before_day(rule: Rule, calendar: Calendar, event: date, *, zone: ZoneInfo = LONDON) -> Worked:
    """Work out the last day to give notice of an event. Raises Refusal when the clock does not count back."""
    if not rule.back:
        raise Refusal(N_("This clock runs forward from a day. It can’t be counted back from one."))
    raise_if(may_start(rule, event, ()))
    count = Count(rule, calendar)
    local = event.astimezone(zone) if isinstance(event, datetime) else event
    day = local.date() if isinstance(local, datetime) else local
    due = count.publish_by(day)
    raise_if(may_know(count, due, day))
    sentences = tuple(working.publish_by(count, day, due))
    return Worked(rule, _at(due, rule.cut_off, zone), Means.PUBLISH_BY, sentences)


def may_start(rule: Rule, start: date, pauses: tuple[Pause, ...]) -> Refusal | None:
    """Say why a clock can't be worked out from this day."""
    if not rule.has_number:
        return Refusal(N_("No fixed time is set for this. %(plain)s"), plain=rule.plain)
    day = start.date() if isinstance(start, datetime) else start
    if not EARLIEST <= day.year <= LATEST:
        return Refusal(N_("Give a date between 1900 and 2199."))
    if rule.valid_from and day < rule.valid_from:
        return Refusal(N_("This rule began on %(day)s. It does not hold before."), day=rule.valid_from)
    if rule.valid_to and day > rule.valid_to:
        return Refusal(N_("This rule ended on %(day)s."), day=rule.valid_to)
    if any(one.last < one.first for one in pauses):
        return Refusal(N_("A pause can’t end before it starts."))
    if any(one.last.year > LATEST for one in pauses):
        return Refusal(N_("Give a date between 1900 and 2199."))
    if pauses and (rule.back or rule.unit is Unit.YEARLY):
        return Refusal(N_("This clock can’t be paused."))
    return None


def may_know(count: Count, first: date, last: date) -> Refusal | None:
    """Say why a date is not sure: bank holidays or school days in that time are not known."""
    rule, calendar = count.rule, count.calendar
    is_hours = rule.unit is Unit.HOURS and calendar.ident
    if not rule.counts_working_days and rule.roll is Roll.NONE and not is_hours:
        return None
    if not calendar.knows(first) or not calendar.knows(last):
        start, end = calendar.years
        text = N_("We know bank holidays from %(start)s to %(end)s only, so we can’t work this out.")
        return Refusal(text, start=str(start), end=str(end))
    if rule.unit is Unit.SCHOOL_DAYS and not _knows_terms(calendar, first, last):
        return Refusal(N_("We do not know the school’s own term dates, so we can’t count school days."))
    return None


def _knows_terms(calendar: Calendar, first: date, last: date) -> bool:
    """Whether the closures of a school are known around some days: there is one before and one after them."""
    return any(day <= first for day in calendar.closures) and any(day >= last for day in calendar.closures)


def _last_day(count: Count, start: date, zone: ZoneInfo) -> Worked:
    rule = count.rule
    end = count.end(start)
    last = counting.roll(end, rule.roll, count.calendar)
    raise_if(may_know(count, min(start, end), last))
    due = last - DAY if rule.most else last
    sentences = tuple(working.last_day(count, start, end, last, due))
    return Worked(rule, _at(due, rule.cut_off, zone), Means.LAST_DAY, sentences, last if rule.most else None)


def _yearly(rule: Rule, calendar: Calendar, start: date) -> Worked:
    due = counting.roll(counting.yearly(rule, start), rule.roll, calendar)
    raise_if(may_know(Count(rule, calendar), due, due))
    return Worked(rule, due, Means.LAST_DAY, tuple(working.yearly(rule, due)))


def _hours(rule: Rule, calendar: Calendar, start: date, pauses: tuple[Pause, ...], zone: ZoneInfo) -> Worked:
    is_theirs = rule.whose in (Whose.THEM, Whose.ANYONE)
    begin = _moment(start, zone, later=is_theirs)
    due = hours.after(begin, rule.length, calendar, pauses, zone)
    raise_if(may_know(Count(rule, calendar), begin.date(), due.date()))
    gave_time = isinstance(start, datetime)
    sentences = tuple(working.hours(rule, calendar, begin, due, pauses, gave_time=gave_time))
    return Worked(rule, due, Means.LAST_DAY, sentences)


def _moment(start: date, zone: ZoneInfo, *, later: bool) -> datetime:
    """The moment that a clock of hours starts. Without a time of day it is the end of the day for a body, so that
    nobody is blamed too soon, and its beginning for you, so that you are not late."""
    if not isinstance(start, datetime):
        return hours.moment(start + DAY if later else start, hours.MIDNIGHT, zone)
    if start.tzinfo is None:
        return hours.moment(start.date(), start.time(), zone, later=later)
    return start.astimezone(zone)


def _day_of(rule: Rule, start: date, zone: ZoneInfo) -> tuple[date, list[Sentence]]:
    """The local day of a start; notice given after the hour of its last day counts as given the next day."""
    if not isinstance(start, datetime):
        return start, []
    local = start.astimezone(zone) if start.tzinfo else start
    if rule.back and rule.cut_off and local.time() > rule.cut_off:
        return local.date() + timedelta(1), [working.too_late_that_day(rule)]
    return local.date(), []


def _at(day: date, hour: time | None, zone: ZoneInfo) -> date | datetime:
    return hours.moment(day, hour, zone) if hour else day
