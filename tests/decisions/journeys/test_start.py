"""Starting a journey: in two minutes, by those who help run this, without JavaScript."""

from datetime import timedelta

import pytest
from flask import Flask

from decisions.journeys.models import Journey, JourneyNow, Move, Stop
from forum import clock
from forum.db import db
from tests.client import Client
from tests.make import make_body, make_person, make_thread
from tests.travel import start_journey


@pytest.fixture
def thread_id(app: Flask) -> int:
    return make_thread(app)


@pytest.fixture
def dev(app: Flask) -> Client:
    return Client(app).sign_in(make_person(app, name="Dev", role="facilitator"))


def stops(app: Flask) -> list[tuple[str, str, int | None]]:
    with app.app_context():
        return [
            (one.role, one.title, one.body_id) for one in db.session.scalars(db.select(Stop).order_by(Stop.position))
        ]


def test_a_journey_starts_with_what_was_filled_in(app: Flask, dev: Client, thread_id: int) -> None:
    council, cabinet = make_body(app, "Marlbrook Council"), make_body(app, "Cabinet")
    day = clock.today() + timedelta(days=30)
    rows = {
        "step_1-body": str(council),
        "step_1-role": "reply",
        "step_3-body": str(cabinet),
        "step_3-role": "decide",
        "step_3-title": "The Cabinet makes up its mind",
        "step_3-planned_on": day.isoformat(),
    }
    page = dev.send(f"/issues/{thread_id}/steps/start", **rows)
    assert page.location == f"/issues/{thread_id}/steps"
    assert stops(app) == [
        ("here", "Raised here", None),
        ("reply", "The Marlbrook Council answers", council),
        ("decide", "The Cabinet makes up its mind", cabinet),
    ]
    with app.app_context():
        now = db.session.scalars(db.select(JourneyNow)).one()
        assert (now.stage, now.last_number) == ("talking", 1)
        assert db.session.scalars(db.select(Stop.planned_on).where(Stop.role == "decide")).one() == day
        move = db.session.scalars(db.select(Move)).one()
        assert (move.kind, move.byline.capacity) == ("raised", "facilitator")
    assert "Raised here" in dev.get(page.location).text


def test_nothing_filled_in_is_no_journey(app: Flask, dev: Client, thread_id: int) -> None:
    make_body(app)
    page = dev.send(f"/issues/{thread_id}/steps/start", status=409)
    assert "Fill in at least one step" in page.text
    with app.app_context():
        assert db.session.scalars(db.select(Journey)).all() == []


HALF = [
    ({"step_1-role": "decide"}, "Choose the body."),
    ({"step_1-title": "A step of my own"}, "Choose what it does."),
    ({"step_1-body": "BODY"}, "Choose what it does."),
    ({"step_1-body": "BODY", "step_1-role": "here"}, "Choose what it does."),
    ({"step_1-body": "BODY", "step_1-role": "decide", "step_1-planned_on": "2026-02-31"}, "Write a day"),
    ({"step_1-body": "BODY", "step_1-role": "decide", "step_1-planned_on": "9999-12-31"}, "Write a day"),
    ({"step_1-body": "BODY", "step_1-role": "decide", "step_1-title": "x" * 81}, "Use 80 characters or fewer"),
]


def test_a_row_half_filled_in_says_what_is_missing(app: Flask, dev: Client, thread_id: int) -> None:
    body = str(make_body(app))
    for rows, says in HALF:
        typed = {name: body if value == "BODY" else value for name, value in rows.items()}
        page = dev.send(f"/issues/{thread_id}/steps/start", status=400, **typed)
        assert says in page.text
        assert "What you wrote is still here." in page.text
        if "step_1-title" in typed:
            assert page.form()[1]["step_1-title"] == typed["step_1-title"]


def test_a_body_that_is_not_there_is_refused(app: Flask, dev: Client, thread_id: int) -> None:
    make_body(app)
    rows = {"step_1-body": "4040", "step_1-role": "decide", "step_2-title": ""}
    page = dev.send(f"/issues/{thread_id}/steps/start", status=409, **rows)
    assert "Choose the body." in page.text


def test_a_journey_starts_once(app: Flask, dev: Client, thread_id: int) -> None:
    body = make_body(app)
    address = f"/issues/{thread_id}/steps/start"
    _action, values = dev.get(address).form()
    values |= {"step_1-body": str(body), "step_1-role": "decide"}
    assert dev.post(address, values).location == dev.post(address, values).location  # a double press
    assert dev.get(address, status=302).location == f"/issues/{thread_id}/steps"
    again = dev.post(address, values | {"key": "another"}, status=409)
    assert "started already" in again.text


def test_without_bodies_the_page_says_what_to_do_first(dev: Client, thread_id: int) -> None:
    assert "Add one first" in dev.get(f"/issues/{thread_id}/steps/start").text


def test_who_may_start(app: Flask, client: Client, thread_id: int) -> None:
    address = f"/issues/{thread_id}/steps/start"
    assert client.get(address, status=302).location.startswith("/sign-in")
    member = Client(app).sign_in(make_person(app, name="Amina"))
    member.get(address, status=403)
    member.post(address, {"step_1-role": "decide"}, status=403)
    client.post(address, {"step_1-role": "decide"}, status=403)
    for role in ("facilitator", "administrator"):
        Client(app).sign_in(make_person(app, name=f"A {role}", role=role)).get(address)
    Client(app).sign_in(make_person(app, name="Mo", role="moderator")).get(address, status=403)
    late = make_person(app, name="Late", role="facilitator", suspended_at=clock.now())
    Client(app).sign_in(late).get(address, status=403)


def test_an_issue_that_is_not_there_is_not_there(app: Flask, dev: Client) -> None:
    dev.get("/issues/404/steps/start", status=404)
    dev.get("/issues/404/steps", status=404)
    hidden = make_thread(app, "Hidden", state="hidden")
    dev.get(f"/issues/{hidden}/steps/start", status=404)


def test_planning_before_starting_leads_to_the_start(app: Flask, dev: Client, thread_id: int) -> None:
    assert dev.get(f"/issues/{thread_id}/steps", status=303).location == f"/issues/{thread_id}/steps/start"
    start_journey(app, thread_id, ("decide", make_body(app)))
    assert "Steps and dates" in dev.get(f"/issues/{thread_id}/steps").text
