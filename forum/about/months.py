"""The figures of the last months for `/safety`: how many reports, and how soon somebody acted."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from forum import clock
from forum.moderation import queries
from forum.moderation.queries import Month

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """A month by its first day, with its figures."""

    first: date
    month: Month


def months(today: date) -> list[Figures]:
    """Return the figures of the months that are over, the newest first."""
    ends = today.replace(day=1)
    found = []
    for _one in range(SHOWN):
        starts = (ends - timedelta(days=1)).replace(day=1)
        found.append(Figures(starts, queries.month(clock.at(starts, time()), clock.at(ends, time()))))
        ends = starts
    return found
