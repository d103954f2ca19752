"""What you can do: at most three ways, soonest closing first, one that needs no speaking in public. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

MOST = 3


@dataclass(frozen=True, slots=True)
class WayFact:
    """One thing a person can do: typed on a stop, or what is `usual` at such a step. `until` is the last day, `at` the
    hour on it; `limited` says that there is a last day which nobody has told us, `sure` that the day was checked.
    `guide` is the page that says how."""

    text: str
    detail: str = ""
    url: str = ""
    until: date | None = None
    at: time | None = None
    speaking: bool = False
    guide: str = ""
    usual: bool = False
    limited: bool = False
    sure: bool = True


def open_ways(ways: Iterable[WayFact], *, now: datetime) -> list[WayFact]:
    """Return the ways still open at a local moment, soonest closing first, those without a last day at the end."""
    still = [way for way in ways if not _over(way, now)]
    return sorted(still, key=lambda way: (way.until is None, way.until or date.max, way.at or time.max))


def shown_ways(
    ways: Iterable[WayFact], *, now: datetime, fallback: WayFact, usual: Iterable[WayFact] = ()
) -> list[WayFact]:
    """Return at most three ways: those typed for this issue, then those that are `usual` at such steps. When all of
    them mean speaking in public, the last gives way to one that does not: the soonest such way, else `fallback`,
    which is always open."""
    typed = open_ways(ways, now=now)
    known = {way.text for way in typed}
    every = typed + [way for way in open_ways(usual, now=now) if way.text not in known]
    chosen = every[:MOST]
    if not any(not way.speaking for way in chosen):
        quiet = next((way for way in every if not way.speaking), fallback)
        chosen = [*chosen[: MOST - 1], quiet]
    return chosen


def _over(way: WayFact, now: datetime) -> bool:
    if way.until is None:
        return False
    if way.at is None:
        return way.until < now.date()
    return datetime.combine(way.until, way.at, tzinfo=now.tzinfo) <= now
