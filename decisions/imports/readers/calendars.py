"""Read iCalendar files (pure): each event is a meeting. One bad event does not spoil the rest.

An event is known by its UID. A hour in another zone, or in UTC, is turned into the hour on the wall of the place; one
with a zone's name keeps it, also when the file does not describe the zone.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from decisions.imports.readers.letters import text_of
from decisions.imports.readers.pages import plain
from decisions.imports.readers.values import kept_hour
from decisions.imports.records import Asked, Covered, Fault, Finds, Record, Unreadable
from decisions.meetings.kinds import Status
from forum.say import N_, Sentence

MOST_EVENTS = 20_000
OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
MOST_TIMES = 120  # of one event that comes again and again
STATUSES = {"CANCELLED": Status.CANCELLED, "TENTATIVE": Status.PLANNED, "CONFIRMED": Status.CONFIRMED}
BAD = N_("This event can’t be read: %(why)s.")
YEAR_AHEAD = timedelta(days=366)


def read(data: bytes, asked: Asked) -> Finds:
    """Read a calendar. Raises Unreadable when it is none, or breaks off."""
    text = text_of(data).replace("\r\n", "\n").replace("\r", "\n")
    if "BEGIN:VCALENDAR" not in text[:2000].upper():
        raise Unreadable(N_("This is not a calendar file: it does not begin as one."))
    if not text.rstrip().upper().endswith("END:VCALENDAR"):
        raise Unreadable(N_("The calendar breaks off before its end. Fetch it again, whole."))
    days: list[str] = []
    moved: set[str] = set()
    blocks = list(islice(_blocks(text), MOST_EVENTS + 1))
    if len(blocks) > MOST_EVENTS:
        raise Unreadable(N_("The calendar holds too many events for one file."))
    # Single days that were moved come first, so that the rule they belong to leaves them out.
    for number, block in sorted(enumerate(blocks, 1), key=lambda one: "\nRECURRENCE-ID" not in one[1].upper()):
        for found in _event(number, block, moved, asked):
            if isinstance(found, Record):
                days.append(str(found.values["day"]))
            yield found
    if days:
        first = asked.first.isoformat() if asked.first else min(days)
        last = asked.last.isoformat() if asked.last else max(days)
        yield Covered("meeting", {}, ("day", first, last))


def _blocks(text: str) -> Iterator[str]:
    """Yield each event as text. One that does not end is left out with all that it swallows."""
    block: list[str] = []
    for line in text.split("\n"):
        word = line.strip().upper()
        if word == "BEGIN:VEVENT":
            block = [line]
        elif block:
            block.append(line)
            if word == "END:VEVENT":
                yield "\n".join(block)
                block = []


def _event(number: int, block: str, moved: set[str], asked: Asked) -> Finds:
    where = str(number)
    try:
        event = _parsed(block)
        where = plain(str(event.get("SUMMARY", ""))) or where
        ident = str(event.get("UID", "")).strip()
        if not ident:
            yield Fault(where, Sentence(N_("The event has no id, so we can’t tell it from others.")), "meeting")
            return
        said, times = _said(event, asked), list(_times(event, asked))
        again = len(times) > 1 or "RRULE" in event
        if "RECURRENCE-ID" in event:
            ident = f"{ident}/{_local(event.decoded('RECURRENCE-ID'), asked)[0]}"
            moved.add(ident)
    except Exception as fault:  # the library raises many kinds; whatever it was, the other events are read
        yield Fault(where, Sentence(BAD, {"why": type(fault).__name__}), "meeting")
        return
    for day, starts, ends in times:
        known = f"{ident}/{day}" if again else ident
        if again and known in moved:
            continue
        hours = {"day": day.isoformat(), "starts": starts, "ends": ends if starts else None}
        if asked.holds(day):
            yield Record("meeting", known, {**said, **hours})
        elif not again:
            text = N_("%(day)s is outside the days that we asked for.")
            yield Fault(where, Sentence(text, {"day": day}), "meeting", known)


def _parsed(block: str) -> Event:
    """Let the library read one event; what it could not read in it is a fault of the whole event."""
    calendar = Calendar.from_ical(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//d//EN\n{block}\nEND:VCALENDAR\n")
    event = calendar.walk("VEVENT")[0]
    if event.errors or "DTSTART" not in event:
        raise ValueError(event.errors)
    return event  # type: ignore[return-value]


def _said(event: Event, asked: Asked) -> dict[str, Any]:
    title = " ".join(plain(str(event.get("SUMMARY", ""))).split())
    said: dict[str, Any] = {"title": title, "status": str(_status(event)), "zone": asked.zone}
    for name, key in (("place", "LOCATION"), ("url", "URL")):
        if value := str(event.get(key, "")).strip():
            said[name] = plain(value) if name == "place" else value
    if words := plain(str(event.get("DESCRIPTION", ""))):
        said["about"] = words
    sequence = event.get("SEQUENCE")
    if sequence is not None and str(sequence).isdigit():
        said["sequence"] = int(sequence)
    return said


def _status(event: Event) -> Status:
    return STATUSES.get(str(event.get("STATUS", "")).upper(), Status.PLANNED)


def _times(event: Event, asked: Asked) -> Iterator[tuple[date, str | None, str | None]]:
    """Yield the day and hours of an event, as often as its rule lays it out."""
    start = event.decoded("DTSTART")
    day, starts = _local(start, asked)
    ends = None
    if starts and "DTEND" in event:
        until, hour = _local(event.decoded("DTEND"), asked)
        ends = hour if until == day else None
    elif starts and "DURATION" in event:
        ends = _local(start + event.decoded("DURATION"), asked)[1]
    if "RRULE" not in event or "RECURRENCE-ID" in event:
        yield day, starts, ends
        return
    left_out = _days_of(event.get("EXDATE"), asked)
    kept = (one for one in _laid_out(event, day, asked) if one not in left_out)
    for one in islice((one for one in kept if asked.first is None or one >= asked.first), MOST_TIMES):
        yield one, starts, ends


def _laid_out(event: Event, day: date, asked: Asked) -> Iterator[date]:
    """The days that a rule lays out, a year ahead when no last day is asked for."""
    given = bytes(event["RRULE"].to_ical()).decode().upper()  # type: ignore[arg-type]
    words = {part.partition("=")[0]: part.partition("=")[2] for part in given.split(";")}
    if words.get("FREQ") not in OFTEN:
        raise ValueError(given)
    last = datetime.combine(asked.last or max(day, asked.first or day) + YEAR_AHEAD, datetime.max.time())
    until = words.pop("UNTIL", "")[:8]
    if until:
        last = min(last, datetime.combine(date.fromisoformat(until), datetime.max.time()))
    rule = rrulestr(";".join(f"{name}={value}" for name, value in words.items()), dtstart=_midnight(day))
    if "COUNT" not in words:  # the library takes a count or an end, not both
        rule = rule.replace(until=last)
    for one in rule:
        if one > last:
            return
        yield one.date()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time())


def _days_of(given: Any, asked: Asked) -> set[date]:
    lists = given if isinstance(given, list) else [given] if given is not None else []
    return {_local(one.dt, asked)[0] for each in lists for one in each.dts}


def _local(given: Any, asked: Asked) -> tuple[date, str | None]:
    """The day and the hour on the wall of the place."""
    if isinstance(given, datetime):
        local = given.astimezone(ZoneInfo(asked.zone)) if given.tzinfo else given
        return local.date(), kept_hour(local)
    return given, None
