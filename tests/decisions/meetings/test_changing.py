"""Facilitators keep meetings by hand: yes and no, faults beside their fields, two at once."""

from datetime import time, timedelta

from flask import Flask
from sqlalchemy import select

from decisions.meetings.models import AgendaItem, Document, Meeting
from forum import clock
from forum.access import Role
from forum.db import db
from tests.client import Client
from tests.make import make_body, make_item, make_meeting, make_paper, make_person

TODAY = clock.today()
DAY = timedelta(days=1)


def staff(app: Flask) -> Client:
    """A facilitator's browser."""
    return Client(app).sign_in(make_person(app, name="Dev", role=Role.FACILITATOR))


def kept(app: Flask, number: int) -> Meeting:
    """A meeting as the database has it."""
    with app.app_context():
        return db.session.get_one(Meeting, number)


def test_a_facilitator_makes_a_meeting(app: Flask) -> None:
    body, dev = make_body(app), staff(app)
    typed = {"day": (TODAY + DAY).isoformat(), "starts": "19:00", "ends": "21:00", "place": "Town Hall"}
    sent = dev.send("/meetings/new?body=marlbrook-cabinet", **typed)
    page = dev.get(sent.location)
    assert "Marlbrook Cabinet" in page.text and "7 pm to 9 pm" in page.text and "Planned" in page.text
    with app.app_context():
        (made,) = db.session.scalars(select(Meeting))
        assert (made.body_id, made.title, made.zone) == (body, "Marlbrook Cabinet", "Europe/London")
    again = dev.post("/meetings/new", {"key": "k", "body": str(body), **typed})
    assert dev.post("/meetings/new", {"key": "k", "body": str(body), **typed}).location == again.location


def test_faults_stand_beside_their_fields_and_nothing_is_lost(app: Flask) -> None:
    body, dev = make_body(app), staff(app)
    page = dev.send("/meetings/new", day="soon", starts="late", watch="my film", place="Town Hall", status=400)
    for said in ("Write a day", "Write an hour", "It starts with https://", "Choose the body"):
        assert said in page.text
    assert 'value="soon"' in page.source and 'value="Town Hall"' in page.source
    typed = {"body": str(body), "day": "5/1/2027", "starts": "19:00", "ends": "18:00"}
    assert "It ends before it begins." in dev.send("/meetings/new", **typed, status=409).text
    assert "Choose the body" in dev.send("/meetings/new", **{**typed, "body": "999"}, status=409).text


def test_others_may_not(app: Flask, client: Client) -> None:
    meeting = make_meeting(app, make_body(app), TODAY)
    member = Client(app).sign_in(make_person(app))
    for address in ("/meetings/new", f"/meetings/{meeting}/change", f"/meetings/{meeting}/status", "/decisions/new"):
        assert member.raw.get(address).status_code == 403
        assert client.raw.get(address).status_code == 302
    assert member.post(f"/meetings/{meeting}/status", {"becomes": "cancel", "why": "x"}, status=403)


def test_a_change_that_calendars_show_counts(app: Flask) -> None:
    meeting, dev = make_meeting(app, make_body(app), TODAY), staff(app)
    dev.send(f"/meetings/{meeting}/change", about="What is at stake.")
    assert kept(app, meeting).sequence == 0
    dev.send(f"/meetings/{meeting}/change", starts="18:30")
    assert (kept(app, meeting).sequence, kept(app, meeting).starts) == (1, time(18, 30))


def test_two_at_once_is_said_and_the_words_stay(app: Flask) -> None:
    meeting, dev, ruth = make_meeting(app, make_body(app), TODAY), staff(app), Client(app)
    ruth.sign_in(make_person(app, name="Ruth", role=Role.FACILITATOR))
    address = f"/meetings/{meeting}/change"
    action, mine = dev.get(address).form()
    ruth.send(address, place="Civic Centre")
    page = dev.post(action, {**mine, "place": "Town Hall"}, status=409)
    assert "Somebody changed this just now" in page.text and 'value="Town Hall"' in page.source
    assert kept(app, meeting).place == "Civic Centre"


def test_a_meeting_is_confirmed_cancelled_and_held(app: Flask) -> None:
    meeting, dev = make_meeting(app, make_body(app), TODAY), staff(app)
    address = f"/meetings/{meeting}/status"
    dev.send(address, becomes="confirm")
    assert kept(app, meeting).status == "confirmed"
    assert "Write why" in dev.send(address, becomes="cancel", status=409).text
    dev.send(address, becomes="cancel", why="Snow.")
    row = kept(app, meeting)
    assert (row.status, row.why, row.sequence) == ("cancelled", "Snow.", 2)
    assert "a meeting is cancelled" in dev.get("/safety/log").text and "Snow." in dev.get("/safety/log").text
    assert "can’t be cancelled any more" in dev.send(address, becomes="cancel", why="More.", status=409).text
    dev.send(address, becomes="confirm")
    assert kept(app, meeting).why == ""
    dev.send(address, becomes="held")
    assert kept(app, meeting).status == "held"
    assert "Choose what became of it" in dev.post(address, {"becomes": "moon"}, status=400).text


def test_a_meeting_is_not_held_before_its_day(app: Flask) -> None:
    meeting, dev = make_meeting(app, make_body(app), TODAY + DAY), staff(app)
    assert "has not come yet" in dev.send(f"/meetings/{meeting}/status", becomes="held", status=409).text


def test_putting_off_makes_or_names_the_other_meeting(app: Flask) -> None:
    body, dev = make_body(app), staff(app)
    first, second = (make_meeting(app, body, TODAY + number * DAY, place="Town Hall") for number in (1, 2))
    typed = {"becomes": "put-off", "why": "No room."}
    dev.send(f"/meetings/{first}/status", **typed, to_day=(TODAY + 9 * DAY).isoformat())
    row = kept(app, first)
    made = kept(app, row.moved_to_id or 0)
    assert (row.status, made.day, made.place, made.status) == ("put-off", TODAY + 9 * DAY, "Town Hall", "planned")
    dev.send(f"/meetings/{second}/status", **typed, to=str(made.id))
    assert kept(app, second).moved_to_id == made.id
    third = make_meeting(app, body, TODAY + 3 * DAY)
    dev.send(f"/meetings/{third}/status", **typed)
    assert (kept(app, third).status, kept(app, third).moved_to_id) == ("put-off", None)


def test_a_meeting_is_not_put_off_to_another_body(app: Flask) -> None:
    dev, board = staff(app), make_meeting(app, make_body(app, "Board"), TODAY + DAY)
    meeting = make_meeting(app, make_body(app), TODAY + DAY)
    sent = {"becomes": "put-off", "why": "No room.", "to": str(board)}
    assert "same body" in dev.send(f"/meetings/{meeting}/status", **sent, status=409).text
    same = {"becomes": "put-off", "why": "No room.", "to_day": (TODAY + DAY).isoformat()}
    assert "the day it has now" in dev.send(f"/meetings/{meeting}/status", **same, status=409).text


def test_an_agenda_is_kept(app: Flask) -> None:
    meeting, dev = make_meeting(app, make_body(app), TODAY), staff(app)
    make_item(app, meeting, position=7)
    dev.send(f"/meetings/{meeting}/items", title="Benches", number="8", may_speak="y")
    with app.app_context():
        made = db.session.scalars(select(AgendaItem).where(AgendaItem.title == "Benches")).one()
    assert (made.position, made.number, made.may_speak, made.restricted) == (8, "8", True, False)
    address = f"/meetings/{meeting}/items/{made.id}"
    dev.send(address, plain="Three benches.")
    action, stale = dev.get(address).form()
    dev.send(f"/meetings/{meeting}/status", becomes="confirm")
    assert "Somebody changed this" in dev.post(action, {**stale, "plain": "Four."}, status=409).text
    assert "Write what it is called" in dev.send(address, title=" ", status=400).text
    dev.send(address, form=1)
    with app.app_context():
        assert db.session.get(AgendaItem, made.id) is None


def test_papers_are_links(app: Flask) -> None:
    meeting, dev = make_meeting(app, make_body(app), TODAY), staff(app)
    item, address = make_item(app, meeting), f"/meetings/{meeting}/papers"
    typed = {"title": "Costs", "kind": "report", "item": str(item)}
    dev.send(address, **typed, url="www.example.org/costs", published_on="1/11/2026")
    with app.app_context():
        (paper,) = db.session.scalars(select(Document))
    assert (paper.url, paper.item_id, paper.kind) == ("https://www.example.org/costs", item, "report")
    assert "where people can read it" in dev.send(address, form=1, **typed, status=409).text
    assert "It starts with https://" in dev.send(address, form=1, **typed, url="javascript:alert(1)", status=400).text
    dev.send(address, form=0)
    dev.post(f"{address}/{paper.id}/remove", {"key": "again"})  # a second press finds it gone
    other = make_paper(app, make_meeting(app, make_body(app, "Board"), TODAY))
    dev.post(f"{address}/{other}/remove", status=404)


def test_a_series_is_made_in_plain_choices(app: Flask) -> None:
    body, dev = make_body(app), staff(app)
    typed = {"body": str(body), "step": "2", "nth": "-1", "weekday": "FR", "from_on": TODAY.isoformat()}
    page = dev.get(dev.send("/meetings/series/new", **typed, starts="19:00").location)
    assert "Every 2 months on the last Friday, 7 pm" in page.text
    assert "Every 2 months on the last Friday" in dev.get("/meetings/series").text
    assert "Choose a day." in dev.send("/meetings/series/new", **{**typed, "weekday": "XX"}, status=400).text
    number = page.address.rpartition("/")[2] if hasattr(page, "address") else "1"
    assert dev.post(f"/meetings/series/{number}/lay-out", {"again-key": "a"}).location.endswith(f"/series/{number}")
    ended = dev.post(f"/meetings/series/{number}/end", {"key": "e", "day": TODAY.isoformat(), "why": ""}, status=400)
    assert "Write why" in ended.text
    dev.post(f"/meetings/series/{number}/end", {"key": "f", "day": TODAY.isoformat(), "why": "They meet less."})
    assert "Nothing more is laid out" in dev.get(f"/meetings/series/{number}").text
