"""A time zone as a calendar file has to carry it (RFC 5545, VTIMEZONE), from the zone data of this machine (pure).

We write it ourselves: the library puts the spring change an hour late in zones where summer begins before 2 am.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vDDDLists

STEP = timedelta(hours=6)
# When the clocks change, on the wall before it; the offsets before and after; the name; whether it is summer then.
Change = tuple[datetime, timedelta, timedelta, str, bool]


@lru_cache(maxsize=16)
def timezone(name: str, first: int, last: int) -> bytes:
    """Return the zone with its changes from the beginning of a year to the end of another, as lines of a file."""
    made = Timezone()
    made.add("tzid", name)
    begin = datetime(first, 1, 1, tzinfo=UTC).astimezone(ZoneInfo(name))
    offset = begin.utcoffset() or timedelta()
    start: Change = (begin.replace(tzinfo=None), offset, offset, begin.tzname() or name, bool(begin.dst()))
    alike: dict[tuple[timedelta, timedelta, str, bool], list[datetime]] = {}
    for at, before, after, called, summer in (start, *changes(name, first, last)):
        alike.setdefault((before, after, called, summer), []).append(at)
    for (before, after, called, summer), onsets in alike.items():
        part = TimezoneDaylight() if summer else TimezoneStandard()
        part.add("dtstart", onsets[0])
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", called)
        if onsets[1:]:
            part.add("rdate", vDDDLists(onsets[1:]))
        made.add_component(part)
    return bytes(made.to_ical())


def changes(name: str, first: int, last: int) -> Iterator[Change]:
    """Yield when the clocks of a zone change between two years, to the minute."""
    zone = ZoneInfo(name)
    at, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while at < end:
        before, after = _offset(at, zone), _offset(at + STEP, zone)
        if before != after:
            onset = _onset(at, at + STEP, zone)
            there = onset.astimezone(zone)
            yield (onset + before).replace(tzinfo=None), before, after, there.tzname() or name, bool(there.dst())
        at += STEP


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _onset(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    """The first minute after a change that happens between two moments."""
    before = _offset(low, zone)
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=int((high - low) / timedelta(minutes=1)) // 2)
        low, high = (middle, high) if _offset(middle, zone) == before else (low, middle)
    return high


def years(days: list[date]) -> tuple[int, int]:
    """Return the years that a file with some days has to know: one more on both sides."""
    return min(days).year - 1, max(days).year + 1
