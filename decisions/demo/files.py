"""Read the demonstration's files: days that count from the day of loading become dates."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from forum import clock
from forum.say import say_day

FOLDER = Path(__file__).parent / "marlbrook"
DAY = re.compile(r"\{day:([+-]?\d+)\}")


def read(name: str) -> dict[str, Any]:
    """Read one file of the demonstration."""
    with (FOLDER / name).open("rb") as file:
        return tomllib.load(file)


def issues() -> list[dict[str, Any]]:
    """Read every issue, in the order of its number."""
    return [read(f"issues/{path.name}") for path in sorted((FOLDER / "issues").glob("*.toml"))]


@dataclass(frozen=True, slots=True)
class Days:
    """Turns days that count from today into dates and moments."""

    today: date

    def day(self, offset: int | None) -> date | None:
        """Return the date so many days from today."""
        return None if offset is None else self.today + timedelta(days=offset)

    def ago(self, days: int) -> date:
        """Return the date so many days ago."""
        return self.today - timedelta(days=days)

    def moment(self, days_ago: int, minute: int) -> datetime:
        """Return a moment of a day, between 7 in the morning and late evening; never one that is still to come."""
        hour = time(7 + (minute // 60) % 15, minute % 60)
        return min(clock.at(self.ago(days_ago), hour), clock.now())

    def words(self, text: str) -> str:
        """Put dates in words where a text has `{day:+5}`."""
        return DAY.sub(lambda found: say_day(self.today + timedelta(days=int(found[1])), self.today), text).strip()


def hour(given: str | None) -> time | None:
    """Read an hour such as 12:00."""
    return time.fromisoformat(given) if given else None
