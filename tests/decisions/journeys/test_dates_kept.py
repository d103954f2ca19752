"""Dates that clocks give are kept in step with the journey; a bank holiday re-dates them and says so; a local date
needs a second person."""

from datetime import date, datetime
from typing import Any

import pytest
import time_machine
from flask import Flask

from decisions.journeys.clocks.keeping import reckon
from decisions.journeys.models import Deadline, Journey, Stop
from decisions.journeys.queries import route
from decisions.packs import faces, queries
from decisions.packs.loading import put
from decisions.packs.models import Entry
from forum import clock
from forum.db import begin_write, db
from tests import make, travel
from tests.client import Client
from tests.england import by_id

NOW = datetime.fromisoformat("2026-11-10T10:00:00+00:00")
PAPERS, QUESTION = by_id("rule")["cabinet.papers"], by_id("rule")["public-question"]
STEP = {"id": "decide", "name": "They decide", "plain": "They vote.", "role": "decide", "body": "cabinet"}
SAY = [{"plain": "Send in a question.", "until": "public-question", "speaking": True}, {"plain": "Write to them."}]
PATHWAY = {"id": "close-hall", "name": "Closing a hall", "about": "everyone"}


@pytest.fixture(autouse=True)
def _then() -> Any:
    with time_machine.travel(NOW, tick=True):
        yield


def change(app: Flask, kind: str, ident: str, **data: Any) -> None:
    """Give an entry new words, as somebody who edits it on the site."""
    with app.app_context():
        begin_write()
        on = clock.now()
        row = queries.one(kind, ident) or Entry(kind=kind, ident=ident, pack="", data={}, number=0, changed_at=on)
        put(row, {"id": ident, "name": ident, **row.data, **data}, "loaded", on=on)
        db.session.flush()
        faces.write({kind}, queries.documents_of, on)
        db.session.commit()


@pytest.fixture
def place(app: Flask) -> int:
    """A place with one pathway, and the calendar of England; returns its cabinet."""
    kept = {key: str(value) if isinstance(value, date) else value for key, value in PAPERS.items()}
    asked = {key: str(value) if isinstance(value, date) else value for key, value in QUESTION.items()}
    change(app, "rule", "cabinet.papers", **kept)
    change(app, "rule", "public-question", **asked)
    days = [{"day": str(one["day"]), "name": one["name"]} for one in by_id("calendar")["england-wales"]["holidays"]]
    change(app, "calendar", "england-wales", holidays=days)
    change(app, "pathway", "close-hall", **PATHWAY, step=[{**STEP, "rules": ["cabinet.papers"], "say": SAY}])
    return make.make_body(app, "Cabinet")


def local(app: Flask, value: int = 3, **more: Any) -> None:
    given = {"value": value, "unit": "working-days", "drives": ["public-question"], "source": "Their rules", **more}
    change(app, "local", "question-deadline", ask="How many days?", **given)


def started(app: Flask, cabinet: int, day: date | None = date(2026, 11, 20)) -> tuple[int, int]:
    thread = make.make_thread(app, "The hall may close")
    planned = {1: day} if day else {}
    found = travel.start_journey(
        app, thread, ("decide", cabinet), usual="close-hall", steps={1: "decide"}, planned=planned
    )
    return thread, found[1]


def dates(app: Flask) -> dict[str, date]:
    with app.app_context():
        return {one.rule: one.due_on for one in db.session.scalars(db.select(Deadline).order_by(Deadline.id))}


def page(client: Client, thread: int) -> str:
    return client.get(client.get(f"/issues/{thread}", status=301).location).text


def test_a_planned_day_gives_the_dates_before_it(app: Flask, client: Client, place: int) -> None:
    local(app)
    thread, _stop = started(app, place)
    assert dates(app) == {"cabinet.papers": date(2026, 11, 12), "public-question": date(2026, 11, 17)}
    text = page(client, thread)
    assert "Agenda and papers of a cabinet meeting" in text and "By law." in text
    assert "There must be 5 whole working days between the two days." in text
    assert "This day is not yet checked." in text and "Their own rules." in text


def test_no_day_and_no_rule_of_the_place_give_no_date(app: Flask, client: Client, place: int) -> None:
    thread, stop = started(app, place, None)
    assert dates(app) == {}
    travel.record(app, thread, "on-agenda", stop, planned_on=date(2026, 11, 20))
    assert dates(app) == {"cabinet.papers": date(2026, 11, 12)}
    assert "There is a last day. Ask them first when it is." in page(client, thread)


def test_a_new_day_moves_them_and_no_day_takes_them_off(app: Flask, place: int) -> None:
    local(app)
    thread, stop = started(app, place)
    travel.record(app, thread, "deferred", stop, planned_on=date(2026, 12, 4), reason="They have not said.")
    assert dates(app) == {"cabinet.papers": date(2026, 11, 26), "public-question": date(2026, 12, 1)}
    travel.record(app, thread, "deferred", stop, reason="They have not said.")
    assert dates(app) == {}


def test_a_body_is_never_late_with_what_we_cannot_see(app: Flask, client: Client, place: int) -> None:
    thread, _stop = started(app, place)
    with time_machine.travel(datetime.fromisoformat("2026-11-18T10:00:00+00:00")):
        assert "late" not in page(client, thread)
        assert client.get("/issues?late=1").text.count("The hall may close") <= 1


def test_a_clock_past_its_check_is_only_usual(app: Flask, client: Client, place: int) -> None:
    thread, _stop = started(app, place, date(2027, 6, 1))
    with time_machine.travel(datetime.fromisoformat("2027-05-10T10:00:00+00:00")):
        text = page(client, thread)
        assert "This is usual. It is not a right." in text and "By law." not in text


def test_a_rule_of_the_place_that_changes_moves_the_date(app: Flask, place: int) -> None:
    started(app, place)
    assert "public-question" not in dates(app)
    local(app)
    assert dates(app)["public-question"] == date(2026, 11, 17)
    local(app, 5)
    assert dates(app)["public-question"] == date(2026, 11, 13)


def test_a_bank_holiday_added_later_redates_and_says_so(app: Flask, client: Client, place: int) -> None:
    thread, _stop = started(app, place)
    with app.app_context():
        known = queries.documents_of("calendar")["england-wales"]["holidays"]
    more = [{"day": str(one["day"]), "name": one["name"]} for one in known]
    more.append({"day": "2026-11-16", "name": "A day for the king"})
    change(app, "calendar", "england-wales", holidays=more)
    assert dates(app) == {"cabinet.papers": date(2026, 11, 11)}
    text = page(client, thread)
    assert "is now a bank holiday" in text and "moved from" in text
    log = client.get("/safety/log").text
    assert "Agenda and papers of a cabinet meeting” moved from" in log and "The bank holidays changed." in log
    change(app, "calendar", "england-wales", holidays=[*more, {"day": "2027-11-16", "name": "Another"}])
    assert client.get("/safety/log").text.count("moved from") == 1


def test_what_somebody_took_off_stays_off(app: Flask, place: int) -> None:
    thread, stop = started(app, place)
    with app.app_context():
        db.session.scalars(db.select(Deadline)).one().dropped_at = clock.now()
        db.session.commit()
    travel.record(app, thread, "forward-plan", stop, planned_on=date(2026, 11, 20))
    with app.app_context():
        assert db.session.scalars(db.select(Deadline)).one().dropped_at is not None


def test_working_it_out_again_changes_nothing(app: Flask, place: int) -> None:
    local(app)
    started(app, place)
    before = dates(app)
    with app.app_context():
        begin_write()
        reckon(route(db.session.scalars(db.select(Journey)).one()), clock.now())
        db.session.commit()
        assert db.session.scalar(db.select(db.func.count(Stop.id))) == 2
    assert dates(app) == before


def test_a_second_person_checks_a_local_date(app: Flask, client: Client, place: int) -> None:
    local(app)
    thread, _stop = started(app, place)
    with app.app_context():
        number = db.session.scalars(db.select(Deadline.id).where(Deadline.rule == "public-question")).one()
    sam = Client(app).sign_in(make.make_person(app, name="Sam", role="facilitator"))
    plan = sam.get(f"/issues/{thread}/steps")
    assert "This date is not yet checked." in plan.text
    sam.post(f"/issues/{thread}/dates/{number}/check", {f"right{number}-key": "one"})
    assert "not yet checked" not in page(client, thread)
    travel.record(app, thread, "deferred", _stop, planned_on=date(2026, 12, 4), reason="They have not said.")
    assert "This day is not yet checked." in page(client, thread)


def test_who_typed_a_date_does_not_check_it(app: Flask, client: Client, place: int) -> None:
    thread, _stop = started(app, place)
    typed: dict[str, Any] = {
        "text": "Ask a question",
        "due_on": "2026-11-17",
        "basis": "local",
        "source": "Their rules",
    }
    sam = Client(app).sign_in(make.make_person(app, name="Sam", role="facilitator"))
    sam.send(f"/issues/{thread}/dates", **typed)
    with app.app_context():
        number = db.session.scalars(db.select(Deadline.id).where(Deadline.rule == "")).one()
    address = f"/issues/{thread}/dates/{number}/check"
    assert "Ask somebody else to look" in sam.post(address, {f"right{number}-key": "a"}, status=409).text
    assert "Ask a question (not yet checked)" in client.get("/this-week").text
    other = Client(app).sign_in(make.make_person(app, name="Kim", role="facilitator"))
    other.post(address, {f"right{number}-key": "b"})
    assert "not yet checked" not in page(client, thread) + client.get("/this-week").text


def test_a_date_with_the_bodys_own_page_is_sure(app: Flask, client: Client, place: int) -> None:
    local(app, link="https://hill.example.org/questions")
    thread, _stop = started(app, place)
    text = page(client, thread)
    assert "not yet checked" not in text and "Your date is wrong" in text
