"""The page of a clock: a date with its working, for one's own calendar; nothing is kept."""

from flask import Flask
from icalendar import Calendar

from tests.client import Client
from tests.packs import load_england


def test_a_date_comes_with_its_working(app: Flask, client: Client) -> None:
    load_england(app)
    text = client.get("/who-decides/clock/foi.reply?day=2026-11-22").text
    assert "The last day is Monday 21 December" in text
    assert "30 November is a bank holiday in Scotland" in text
    assert "By law" in text or "This is law" in text


def test_a_notice_counts_back_from_the_meeting(app: Flask, client: Client) -> None:
    load_england(app)
    text = client.get("/who-decides/clock/council.papers?day=17/12/2026").text
    assert "The last day to give notice is Wednesday 9 December" in text


def test_a_day_that_cannot_be_read_stays_in_the_field(app: Flask, client: Client) -> None:
    load_england(app)
    page = client.raw.get("/who-decides/clock/foi.reply?day=soon")
    assert page.status_code == 400 and 'value="soon"' in page.text and "Write a day" in page.text
    far = client.get("/who-decides/clock/foi.reply?day=9999-12-31").text
    assert "There is no date for this" in far


def test_a_clock_without_a_number_says_so(app: Flask, client: Client) -> None:
    found = load_england(app)
    ident = next(ident for ident, one in found["rule"].items() if one.get("number") is False)
    assert "no date can be worked out" in client.get(f"/who-decides/clock/{ident}").text
    assert client.raw.get(f"/who-decides/clock/{ident}.ics?day=2026-11-22").status_code == 302


def test_the_date_goes_into_ones_own_calendar(app: Flask, client: Client) -> None:
    load_england(app)
    answer = client.raw.get("/who-decides/clock/foi.reply.ics?day=2026-11-22")
    event = Calendar.from_ical(answer.data).walk("VEVENT")[0]
    assert answer.mimetype == "text/calendar" and event["DTSTART"].dt.isoformat() == "2026-12-21"
    assert "Set-Cookie" not in answer.headers
