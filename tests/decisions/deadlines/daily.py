"""A plain count, day by day, written apart from the engine: what the engine is compared with.

It knows weekends, a set of days off and a set of days on which the clock stands still. Nothing here imports the
engine.
"""

from collections.abc import Callable, Collection
from datetime import date, timedelta

ONE = timedelta(days=1)
Test = Callable[[date], bool]
WEEKDAYS_COUNT = ("working-days", "clear-working-days", "school-days")


def counting(unit: str, off: Collection[date], closed: Collection[date], still: Collection[date]) -> Test:
    """Whether a day counts for a unit."""

    def counts(day: date) -> bool:
        if day in still:
            return False
        if unit in WEEKDAYS_COUNT:
            return day.isoweekday() <= 5 and day not in off and not (unit == "school-days" and day in closed)
        if unit == "parish-clear-days":
            return day.isoweekday() != 7 and day not in off
        return True

    return counts


def same_day(day: date, count: int) -> tuple[date, bool]:
    """Go from month to month; return the day reached and whether that month has the same-numbered day."""
    year, month = day.year, day.month
    for _ in range(count):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number), number == day.day
        except ValueError:
            continue
    raise AssertionError


def end_of_months(start: date, count: int, mode: str, still: Collection[date]) -> date:
    same, is_there = same_day(start, count)
    end = same - ONE if mode != "after" and is_there else same
    if not still:
        return end
    day = start if mode != "after" else start + ONE
    length = (end - day).days + 1
    passed = 0
    while True:
        passed += day not in still
        if passed == length:
            return day
        day += ONE


def last_day(length: int, unit: str, mode: str, start: date, counts: Test, still: Collection[date] = ()) -> date:
    """The last day of a clock that counts forward."""
    if unit in ("months", "years"):
        return end_of_months(start, length * (12 if unit == "years" else 1), mode, still)
    wanted = length * 7 if unit == "weeks" else length
    seen: list[date] = []
    day = start if mode == "in" else start + ONE
    while len(seen) < wanted:
        if counts(day):
            seen.append(day)
        day += ONE
    return seen[-1]


def is_enough(length: int, unit: str, mode: str, notice: date, event: date, counts: Test) -> bool:
    """Whether a notice on one day is long enough for an event on another."""
    if event < notice:
        return False
    if unit in ("months", "years"):
        end = end_of_months(notice, length * (12 if unit == "years" else 1), mode, ())
        return event >= end if mode == "after" else event > end
    wanted = length * 7 if unit == "weeks" else length
    days = [notice + ONE * number for number in range((event - notice).days + 1)]
    if mode == "clear":
        days = days[1:-1]
    elif mode == "after":
        days = days[1:]
    else:
        days = days[:-1]
    return sum(counts(day) for day in days) >= wanted


def first_day(length: int, unit: str, mode: str, notice: date, counts: Test) -> date:
    """The first day on which an event may be held after a notice."""
    event = notice
    while not is_enough(length, unit, mode, notice, event, counts):
        event += ONE
    return event


def publish_by(length: int, unit: str, mode: str, event: date, counts: Test) -> date:
    """The last day for a notice: one that counts itself."""
    notice = event
    while not (counts(notice) and is_enough(length, unit, mode, notice, event, counts)):
        notice -= ONE
    return notice
