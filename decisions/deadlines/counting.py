"""The arithmetic of days: forward from a day, and back from an event. No words here.

IN counts the first day; AFTER starts with the next one. A month that starts on a day which a later month lacks ends
with that month's last day. A notice before an event: CLEAR leaves out both ends; AFTER leaves out the day of the
notice, IN and BEFORE leave out the day of the event.
"""

import calendar as months
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from decisions.deadlines.calendars import DAY, Calendar, span
from decisions.deadlines.rules import Mode, Roll, Rule, Unit

MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}
WEEK = 7


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which a clock stands still, both ends included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether the clock stands still on a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Count:
    """How one rule counts days: the rule, its calendar and the pauses."""

    rule: Rule
    calendar: Calendar
    pauses: tuple[Pause, ...] = ()

    def counts(self, day: date) -> bool:
        """Whether a day counts."""
        return self.calendar.counts(day, self.rule.unit) and not is_paused(day, self.pauses)

    def first(self, start: date) -> date:
        """Return the first day that can count: the day itself, or the next one."""
        return start if self.rule.mode in (Mode.IN, Mode.BEFORE) else start + DAY

    def end(self, start: date) -> date:
        """Return the day on which the length that begins with a start is over, before any rolling."""
        if self.rule.unit in MONTHS:
            return self._month_end(start)
        length = self.rule.length * (WEEK if self.rule.unit is Unit.WEEKS else 1)
        day = self.first(start) - DAY
        while length and self._is_known(day):
            day += DAY
            length -= self.counts(day)
        return day

    def _is_known(self, day: date) -> bool:
        """Whether to go on counting: beyond the years of its calendar a count has no end that is sure."""
        return not self.rule.counts_working_days or self.calendar.knows(day)

    def last_day(self, start: date) -> date:
        """Return the last day to act, rolled where the rule says so."""
        return roll(self.end(start), self.rule.roll, self.calendar)

    def first_day(self, notice: date) -> date:
        """Return the first day on which an event may be held after a notice."""
        end = self.end(notice)
        if self.rule.mode is Mode.AFTER:
            return end
        return end + DAY

    def publish_by(self, event: date) -> date:
        """Return the last day on which notice of an event can be given: a day that counts."""
        day = event
        while self.first_day(day) > event or not self.counts(day):
            day -= DAY
        return day

    def _month_end(self, start: date) -> date:
        length = self.rule.length * MONTHS[self.rule.unit]
        same = add_months(start, length)
        is_in = self.rule.mode in (Mode.IN, Mode.BEFORE)
        end = same - DAY if is_in and same.day == start.day else same
        left = sum(is_paused(day, self.pauses) for day in span(self.first(start), end)) if self.pauses else 0
        while left:
            end += DAY
            left -= not is_paused(end, self.pauses)
        return end


def is_paused(day: date, pauses: Iterable[Pause]) -> bool:
    """Whether a clock stands still on a day."""
    return any(one.holds(day) for one in pauses)


def add_months(day: date, length: int) -> date:
    """Return the same-numbered day some months later, or the last day of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + length, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def roll(day: date, way: Roll, calendar: Calendar) -> date:
    """Move a day that is no working day, forward or back; leave it where the rule says so."""
    step = {Roll.NEXT: DAY, Roll.PREVIOUS: -DAY}.get(way, timedelta(0))
    while step and not calendar.is_working(day):
        day += step
    return day


def yearly(rule: Rule, start: date) -> date:
    """Return the next last day of a yearly clock, on or after a day. BEFORE: the named day is too late."""
    month, day = rule.day or (1, 1)
    for year in range(start.year, start.year + 3):
        named = date(year, month, min(day, months.monthrange(year, month)[1]))
        last = named - DAY if rule.mode is Mode.BEFORE else named
        if last >= start:
            return last
    raise ValueError("a day of each year comes within three years")
