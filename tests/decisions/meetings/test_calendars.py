"""Calendar files: read back by icalendar, across the days on which clocks change."""

from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest

from decisions.meetings.calendars import Entry, ics, moment
from decisions.meetings.zones import changes

CHANGED = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONDON = "Europe/London"


def entry(day: date, hour: time | None = time(19), **more: object) -> Entry:
    values = {"uid": "meeting-1@example.org", "title": "Cabinet", "zone": LONDON, "status": "CONFIRMED", "sequence": 3}
    return Entry(day=day, starts=hour, changed_at=CHANGED, **{**values, **more})  # type: ignore[arg-type]


def back(*entries: Entry) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(ics(entries, name="Meetings"))


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        (date(2027, 3, 27), time(19), (27, 19, 0)),  # the day before summer time
        (date(2027, 3, 28), time(19), (28, 18, 0)),
        (date(2027, 4, 6), time(19), (6, 18, 0)),
        (date(2027, 3, 28), time(1, 30), (28, 1, 30)),  # an hour that does not exist: it moves on by what is skipped
        (date(2027, 10, 31), time(1, 30), (31, 0, 30)),  # an hour that comes twice: the first
        (date(2027, 10, 31), time(19), (31, 19, 0)),
    ],
)
def test_a_meeting_stays_at_its_hour(day: date, hour: time, utc: tuple[int, int, int]) -> None:
    (event,) = back(entry(day, hour)).events
    there = event["dtstart"].dt
    assert (there.astimezone(UTC).day, there.astimezone(UTC).hour, there.astimezone(UTC).minute) == utc
    assert there.tzinfo is not None and there == moment(day, hour, LONDON)
    if (day, hour) != (date(2027, 3, 28), time(1, 30)):
        assert there.time() == hour


def test_the_zone_travels_with_the_file() -> None:
    made = back(entry(date(2027, 3, 20)), entry(date(2027, 4, 20), uid="meeting-2@example.org"))
    (zone,) = made.timezones
    assert zone["TZID"] == LONDON
    own = zone.to_tz()
    for day, hours in ((date(2027, 3, 20), 0), (date(2027, 4, 20), 1), (date(2027, 11, 20), 0)):
        assert datetime.combine(day, time(19), tzinfo=own).utcoffset() == timedelta(hours=hours)
    onset = datetime(2027, 3, 28, 3, tzinfo=own)
    assert onset.utcoffset() == timedelta(hours=1)


def test_the_clocks_change_when_they_do() -> None:
    found = [(f"{wall:%Y-%m-%d %H:%M}", after) for wall, _before, after, _name, _summer in changes(LONDON, 2027, 2027)]
    hour = timedelta(hours=1)
    assert found == [("2027-03-28 01:00", hour), ("2027-10-31 02:00", timedelta())]
    assert list(changes("UTC", 2027, 2028)) == []


def test_what_a_calendar_needs_to_take_a_change() -> None:
    (event,) = back(entry(date(2027, 1, 5), status="CANCELLED", ends=time(21), place="Town Hall")).events
    assert (str(event["uid"]), int(event["sequence"]), str(event["status"])) == (
        "meeting-1@example.org",
        3,
        "CANCELLED",
    )
    assert event["last-modified"].dt == CHANGED and event["dtend"].dt.time() == time(21)
    assert str(event["location"]) == "Town Hall"


def test_a_date_without_an_hour_is_a_whole_day_and_needs_no_zone() -> None:
    made = back(entry(date(2027, 1, 5), None))
    (event,) = made.events
    assert event["dtstart"].dt == date(2027, 1, 5) and event["dtend"].dt == date(2027, 1, 6)
    assert not made.timezones


def test_hostile_words_stay_words() -> None:
    said = "One\r\nSTATUS:CANCELLED\nBEGIN:VEVENT; a, b \\n"
    (event,) = back(entry(date(2027, 1, 5), title=said, about=said)).events
    assert event["status"] == "CONFIRMED" and "BEGIN:VEVENT; a, b" in str(event["summary"])


def test_the_same_rows_give_the_same_file() -> None:
    assert ics([entry(date(2027, 1, 5))], name="x") == ics([entry(date(2027, 1, 5))], name="x")
