"""What usual steps add to the page of an issue: ways to have a say, what was left out, what is not usual."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import event

from forum import clock
from forum.db import db
from tests import make, packs, travel
from tests.client import Client


@pytest.fixture
def cabinet(app: Flask) -> int:
    packs.load(app)
    return make.make_body(app, "Cabinet")


def started(
    app: Flask, cabinet: int, *stops: str, steps: dict[int, str] | None = None, **more: object
) -> tuple[int, list[int]]:
    thread = make.make_thread(app, f"The hall may close {len(stops)}")
    roles = [(role, cabinet) for role in stops]
    found = travel.start_journey(app, thread, *roles, usual="close-hall", steps=steps, **more)  # type: ignore[arg-type]
    return thread, found


def text_of(client: Client, thread: int) -> str:
    return client.get(client.get(f"/issues/{thread}", status=301).location).text


BOTH = {1: "ask", 2: "decide"}


def test_the_usual_ways_fill_up_what_people_can_do(app: Flask, client: Client, cabinet: int) -> None:
    thread, stops = started(app, cabinet, "consult", "decide", steps=BOTH)
    travel.record(app, thread, "sent", stops[1])
    text = text_of(client, thread)
    assert "Write to them" in text and "Speak at the meeting" in text
    assert "There is a last day. Ask them first when it is." in text
    assert "Ask early." in text  # where people can change most
    make.make_way(app, stops[1], "Answer the questions", clock.today() + timedelta(days=3))
    text = text_of(client, thread)
    assert text.index("Answer the questions") < text.index("Write to them") < text.index("Speak at the meeting")


def test_three_typed_ways_leave_no_room(app: Flask, client: Client, cabinet: int) -> None:
    thread, stops = started(app, cabinet, "consult", "decide", steps=BOTH)
    travel.record(app, thread, "sent", stops[1])
    for number in range(3):
        make.make_way(app, stops[1], f"Do this {number}")
    text = text_of(client, thread)
    assert "Do this 2" in text and "Write to them" not in text


def test_at_a_step_that_is_over_nothing_is_left_to_do(app: Flask, client: Client, cabinet: int) -> None:
    thread, stops = started(app, cabinet, "consult", "decide", steps=BOTH)
    travel.record(app, thread, "considered", stops[1])
    travel.record(app, thread, "forward-plan", stops[2], planned_on=clock.today() + timedelta(days=9))
    text = text_of(client, thread)
    assert "Write to them" not in text and "Write what you know in a reply here" in text


def test_a_step_left_out_or_added_is_shown_as_such(app: Flask, client: Client, cabinet: int) -> None:
    thread, stops = started(app, cabinet, "decide", "scrutinise", "carry-out", steps={1: "decide"})
    assert "They ask people. This step is usual too. It is not planned here yet." in text_of(client, thread)
    travel.record(app, thread, "forward-plan", stops[1], planned_on=clock.today() + timedelta(days=9))
    text = text_of(client, thread)
    assert "They ask people. This step is usual, and was left out here." in text
    assert "How a decision like this is usually made" in text
    assert text.count("This step is not usual.") == 1
    whole, _stops = started(app, cabinet, "consult", "decide", steps=BOTH)
    text = text_of(client, whole)
    assert "left out here" not in text and "not usual" not in text


def test_a_step_passed_over_is_said_to_be_usual(app: Flask, client: Client, cabinet: int) -> None:
    thread, stops = started(app, cabinet, "consult", "decide", steps=BOTH)
    travel.record(app, thread, "on-agenda", stops[2], planned_on=clock.today())
    text = text_of(client, thread)
    assert "Passed over" in text and "This step is usual, and was left out here." in text


def test_a_journey_of_ones_own_says_nothing_of_usual_steps(app: Flask, client: Client, cabinet: int) -> None:
    thread = make.make_thread(app, "Something else")
    travel.start_journey(app, thread, ("consult", cabinet), ("scrutinise", cabinet))
    text = text_of(client, thread)
    assert "usual" not in text and "Write to them" not in text


def test_it_takes_eight_queries_however_long_the_story_is(app: Flask, client: Client, cabinet: int) -> None:
    thread, stops = started(app, cabinet, "consult", "decide", steps=BOTH)
    asked: list[str] = []
    with app.app_context():
        engine = db.engine
    text_of(client, thread)
    event.listen(engine, "before_cursor_execute", lambda _c, _cursor, statement, *_more: asked.append(statement))
    found = []
    for number in range(2):
        for _move in range(5 * number):
            travel.record(app, thread, "considered", stops[1])
        address = client.get(f"/issues/{thread}", status=301).location
        asked.clear()
        client.get(address)
        found.append(len([one for one in asked if one.startswith("SELECT")]))
    assert found[0] == found[1] <= 8
