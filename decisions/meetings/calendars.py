"""Meetings and their dates as iCalendar (RFC 5545), for people's own calendars (pure).

A meeting has one name for good (its UID), a number that grows with each change (SEQUENCE), and stays in the file when
it is cancelled: a calendar that never hears of it again would keep the old hour.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from decisions.meetings.kinds import Status
from decisions.meetings.zones import timezone, years

STATUSES = {
    Status.PLANNED: "TENTATIVE",
    Status.CONFIRMED: "CONFIRMED",
    Status.HELD: "CONFIRMED",
    Status.CANCELLED: "CANCELLED",
    Status.PUT_OFF: "CANCELLED",
}
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a calendar: a meeting, or a date before one (without an hour). `day`, `starts` and `ends` are those
    on the wall of the room."""

    uid: str
    title: str
    day: date
    zone: str
    status: str
    sequence: int
    changed_at: datetime
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    url: str = ""
    about: str = ""


def moment(day: date, hour: time, zone: str) -> datetime:
    """Return the moment of a day and an hour in a zone. An hour that the clocks leave out moves on by what they skip;
    of one that comes twice it is the first."""
    here = ZoneInfo(zone)
    return datetime.combine(day, hour, tzinfo=here).astimezone(UTC).astimezone(here)


def ics(entries: Iterable[Entry], *, name: str) -> bytes:
    """Return a calendar file with some entries, and the time zones that they need."""
    made, rows = Calendar(), list(entries)
    made.add("prodid", "-//Doorway//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    timed = [one for one in rows if one.starts is not None]
    for zone in sorted({one.zone for one in timed}):
        made.add_component(Timezone.from_ical(timezone(zone, *years([one.day for one in timed]))))
    for one in rows:
        made.add_component(_event(one))
    return bytes(made.to_ical())


def _event(one: Entry) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", one.changed_at)
    event.add("last-modified", one.changed_at)
    event.add("sequence", one.sequence)
    event.add("status", one.status)
    event.add("summary", one.title)
    if one.starts is None:
        event.add("dtstart", one.day)
        event.add("dtend", one.day + DAY)
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", moment(one.day, one.starts, one.zone))
        if one.ends is not None:
            event.add("dtend", moment(one.day, one.ends, one.zone))
    for key, value in (("location", one.place), ("description", one.about), ("url", one.url)):
        if value:
            event.add(key, value)
    return event
