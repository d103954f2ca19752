"""A planned day that passed: two buttons for anyone who was there."""

from datetime import timedelta

import pytest
from flask import Flask

from decisions.journeys.models import JourneyNow, Move
from forum import clock
from forum.db import db
from tests.client import Client
from tests.make import make_body, make_person, make_thread
from tests.travel import record, start_journey


class Passed:
    """An issue whose committee was due to meet three days ago."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.thread, self.body = make_thread(app), make_body(app)
        self.day = clock.today() - timedelta(days=3)
        self.stops = start_journey(
            app, self.thread, ("scrutinise", self.body), ("decide", self.body), planned={1: self.day}
        )
        self.address = f"/issues/{self.thread}/heard/{self.stops[1]}"
        self.page = f"/issues/{self.thread}-keep-the-day-centre-open"

    def moves(self) -> list[Move]:
        with self.app.app_context():
            return list(db.session.scalars(db.select(Move).order_by(Move.number)))


@pytest.fixture
def passed(app: Flask) -> Passed:
    return Passed(app)


@pytest.fixture
def amina(app: Flask) -> Client:
    return Client(app).sign_in(make_person(app, name="Amina"))


@pytest.mark.parametrize(("kind", "says"), [("considered", "it was talked about"), ("deferred", "it was put off")])
def test_a_button_on_the_issue_page_is_kept_as_a_member_says(
    app: Flask, passed: Passed, amina: Client, kind: str, says: str
) -> None:
    button = {"considered": "It was talked about", "deferred": "It was put off"}[kind]
    page = amina.get(passed.page)
    action, values = page.form(button=button)
    assert amina.post(action, values | {"kind": kind}).location == f"{passed.page}#steps"
    move = passed.moves()[1]
    assert (move.kind, move.evidence, move.happened_on) == (kind, "member-says", passed.day)
    assert says in move.plain
    with app.app_context():
        row = db.session.scalars(db.select(JourneyNow)).one()
        assert (row.stage, row.due_on, row.last_number) == ("talking", passed.day, 2)
    shown = amina.get(passed.page)
    assert "We have not heard what happened. Were you there?" in shown.text
    assert "A member says" in shown.text


def test_the_same_person_says_it_once(passed: Passed, amina: Client) -> None:
    for _press in range(3):
        amina.post(passed.address, {"kind": "considered"})
    assert len(passed.moves()) == 2
    amina.post(passed.address, {"kind": "deferred"})
    assert len(passed.moves()) == 3


def test_somebody_signed_out_signs_in_and_comes_back(passed: Passed, client: Client, amina: Client) -> None:
    page = client.post(passed.address, {"kind": "considered"})
    assert page.location == f"/sign-in?next={passed.address}"
    assert len(passed.moves()) == 1
    shown = amina.get(passed.address)
    assert "Were you there?" in shown.text
    amina.send(passed.address, kind="considered")
    assert len(passed.moves()) == 2


def test_what_we_know_by_now_is_not_asked(passed: Passed, amina: Client) -> None:
    record(passed.app, passed.thread, "noted", passed.stops[1])
    page = amina.post(passed.address, {"kind": "considered"}, status=409)
    assert "We know by now what happened" in page.text


def test_nothing_else_can_be_pressed(passed: Passed, amina: Client) -> None:
    for kind in ("", "agreed", "closed", "\x00", "x" * 5000):
        amina.post(passed.address, {"kind": kind}, status=409)
    assert len(passed.moves()) == 1


def test_other_steps_are_not_asked_about(app: Flask, passed: Passed, amina: Client) -> None:
    amina.post(f"/issues/{passed.thread}/heard/{passed.stops[2]}", {"kind": "considered"}, status=409)
    other = make_thread(app, "Another issue")
    foreign = start_journey(app, other, ("decide", passed.body))[1]
    amina.post(f"/issues/{passed.thread}/heard/{foreign}", {"kind": "considered"}, status=404)
    amina.get(f"/issues/{passed.thread}/heard/{foreign}", status=404)
    amina.get(f"/issues/{passed.thread}/heard/99999", status=404)


def test_the_suspended_may_not(app: Flask, passed: Passed) -> None:
    gone = Client(app).sign_in(make_person(app, name="Gone", suspended_at=clock.now()))
    gone.get(passed.address, status=403)
    gone.post(passed.address, {"kind": "considered"}, status=403)


def test_of_a_step_that_is_to_be_done_we_ask_if_it_is_done(app: Flask, client: Client) -> None:
    thread, body = make_thread(app), make_body(app)
    day = clock.today() - timedelta(days=3)
    stops = start_journey(app, thread, ("decide", body), ("carry-out", body), planned={2: day})
    record(app, thread, "agreed", stops[1], source="https://example.org/decisions/1")
    page = client.get(f"/issues/{thread}-keep-the-day-centre-open")
    assert "We have not heard if it is done. Have you seen?" in page.text
    assert "It was talked about" not in page.text
    assert page.links()["Tell us what you saw"] == f"/issues/{thread}/happened?stop={stops[2]}"
