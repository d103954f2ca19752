"""A month as a table: weeks of seven days, each with its meetings (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from decisions.meetings.models import Meeting

FIRST_YEAR, LAST_YEAR = 1948, 2099


@dataclass(slots=True)
class Cell:
    """A day of the table. Days of the months around it stand there too, without meetings."""

    day: date
    inside: bool
    meetings: list[Meeting] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its first and last day."""

    first: date

    @property
    def last(self) -> date:
        """The last day."""
        return self.after.first - timedelta(days=1)

    @property
    def before(self) -> "Month":
        """The month before."""
        return Month((self.first - timedelta(days=1)).replace(day=1))

    @property
    def after(self) -> "Month":
        """The month after."""
        return Month((self.first.replace(day=28) + timedelta(days=4)).replace(day=1))

    @property
    def text(self) -> str:
        """As it stands in an address: 2026-12."""
        return f"{self.first:%Y-%m}"


def read(typed: str, today: date) -> Month:
    """Return the month of an address; this one for anything else."""
    year, sign, month = typed.partition("-")
    good = sign and len(typed) == 7 and year.isascii() and year.isdigit() and month.isascii() and month.isdigit()
    if not good or int(month) not in range(1, 13) or int(year) not in range(FIRST_YEAR, LAST_YEAR + 1):
        return Month(today.replace(day=1))
    return Month(date(int(year), int(month), 1))


def weeks(month: Month, meetings: Iterable[Meeting]) -> list[list[Cell]]:
    """Return the weeks of a month, from Monday, each day with its meetings."""
    on: dict[date, list[Meeting]] = {}
    for one in meetings:
        on.setdefault(one.day, []).append(one)
    day = month.first - timedelta(days=month.first.weekday())
    rows: list[list[Cell]] = []
    while day <= month.last:
        week = [day + timedelta(days=number) for number in range(7)]
        inside = [one.month == month.first.month for one in week]
        rows.append([Cell(one, here, on.get(one, []) if here else []) for one, here in zip(week, inside, strict=True)])
        day += timedelta(days=7)
    return rows
