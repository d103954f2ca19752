"""Which days do not count, and why: bank holidays by nation, the breaks of parish councils, a school's closures.

Days are data of a pack; three things are law and stand here. "Any part of the United Kingdom" is all nations put
together (Freedom of Information Act 2000 s.10(6)). A parish council leaves out Sundays, bank holidays and a break at
Christmas and at Easter (Local Government Act 1972 s.243). Saturdays and Sundays are no working days.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from decisions.deadlines.rules import PARISH, Unit
from forum.refusal import Refusal
from forum.say import N_

DAY = timedelta(1)
ANY_UK = "any-uk"
NATIONS = ("england-wales", "scotland", "northern-ireland")
OF = {ANY_UK: NATIONS, PARISH: ("england-wales",)}  # calendars that hold the days of others too
SATURDAY, SUNDAY = 5, 6
CHRISTMAS = (12, 25)
THURSDAY_BEFORE, TUESDAY_AFTER = timedelta(3), timedelta(2)  # of Easter Day


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that does not count: its name, the nations that have it, and whether it is only expected so far."""

    name: str
    where: tuple[str, ...] = ()
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off by date. `closures` are days that a school or office is shut; only school days leave them out.
    `years` are the first and the last year whose days are known."""

    ident: str
    off: Mapping[date, DayOff]
    closures: Mapping[date, str] = field(default_factory=dict)
    years: tuple[int, int] = (0, 0)

    def knows(self, day: date) -> bool:
        """Whether the bank holidays of this day's year are known."""
        first, last = self.years
        return first <= day.year <= last

    def is_working(self, day: date) -> bool:
        """Whether a day is a working day: no Saturday, no Sunday, no day off."""
        return day.weekday() < SATURDAY and day not in self.off

    def counts(self, day: date, unit: Unit) -> bool:
        """Whether a clock of this unit counts a day."""
        match unit:
            case Unit.WORKING_DAYS | Unit.CLEAR_WORKING_DAYS:
                return self.is_working(day)
            case Unit.SCHOOL_DAYS:
                return self.is_working(day) and day not in self.closures
            case Unit.PARISH_CLEAR_DAYS:
                return day.weekday() != SUNDAY and day not in self.off
            case _:
                return True


NOTHING = Calendar("", {})


def calendars_of(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Calendar]:
    """Return the calendars that a pack's entries describe, by id. `entries` are those of the kind `calendar`."""
    return {ident: calendar_of(ident, entries) for ident in entries}


def calendar_of(ident: str, entries: Mapping[str, Mapping[str, Any]]) -> Calendar:
    """Return one calendar. Raises Refusal when there is none of that id, or when a day of it can't be read."""
    if ident not in entries:
        raise Refusal(N_("There is no calendar called “%(id)s”. There are: %(known)s."), id=ident, known=_list(entries))
    off: dict[date, DayOff] = {}
    for one in (*OF.get(ident, ()), ident):
        for day, name, expected in _days(entries.get(one, {}), "holidays"):
            known = off.get(day)
            where = (*(known.where if known else ()), *((one,) if one in NATIONS else ()))
            off[day] = DayOff(known.name if known else name, where, expected)
    if ident == PARISH:
        off |= {day: name for day, name in _breaks(off).items() if day not in off}
    closures = {day: name for day, name, _expected in _days(entries[ident], "closures")}
    return Calendar(ident, off, closures, _years(entries, ident))


def _years(entries: Mapping[str, Mapping[str, Any]], ident: str) -> tuple[int, int]:
    """The years that are known in every part of a calendar: its own days, or those of the nations it holds."""
    parts = [[day.year for day, _, _ in _days(entries.get(one, {}), "holidays")] for one in OF.get(ident, (ident,))]
    if not all(parts):
        return 0, 0
    return max(min(years) for years in parts), min(max(years) for years in parts)


def _list(entries: Mapping[str, Any]) -> str:
    return ", ".join(sorted(entries))


def _days(entry: Mapping[str, Any], key: str) -> Iterator[tuple[date, str, bool]]:
    for one in entry.get(key, ()):
        try:
            day = one["day"] if isinstance(one["day"], date) else date.fromisoformat(one["day"])
            yield day, str(one["name"]), one.get("expected") is True
        except (KeyError, TypeError, ValueError) as error:
            raise Refusal(N_("A day of the calendar “%(id)s” can’t be read."), id=str(entry.get("id"))) from error


def _breaks(off: Mapping[date, DayOff]) -> dict[date, DayOff]:
    """The breaks of a parish council, for each year whose bank holidays are known."""
    found: dict[date, DayOff] = {}
    for year in {day.year for day in off}:
        for first, last, name in (_christmas(year, off), _easter(year)):
            found |= {day: DayOff(name) for day in span(first, last)}
    return found


def _christmas(year: int, off: Mapping[date, DayOff]) -> tuple[date, date, str]:
    """From the last weekday before Christmas Day to the first weekday after it that is no bank holiday."""
    first = last = date(year, *CHRISTMAS)
    while (first := first - DAY).weekday() >= SATURDAY:
        pass
    while (last := last + DAY).weekday() >= SATURDAY or last in off:
        pass
    return first, last, N_("Christmas break")


def _easter(year: int) -> tuple[date, date, str]:
    return easter(year) - THURSDAY_BEFORE, easter(year) + TUESDAY_AFTER, N_("Easter break")


def span(first: date, last: date) -> Iterator[date]:
    """Yield each day from the first to the last, both included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(number)


def easter(year: int) -> date:
    """Return Easter Day in the Gregorian calendar. Source: Meeus, Astronomical Algorithms, chapter 8."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
