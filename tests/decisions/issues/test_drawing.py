"""What was drawn for readers who are signed out is remembered, and never shown when anything has changed."""

from datetime import timedelta
from typing import Any

import time_machine
from flask import Flask
from sqlalchemy import event, update

from decisions.bodies.models import Body
from decisions.journeys.models import Stop
from forum import clock
from forum.about import site
from forum.access import Role, Shown
from forum.db import db
from forum.people.models import Byline
from forum.threads.models import Post
from tests import make
from tests.client import Client


def issue(app: Flask) -> int:
    """An issue with a journey, a way to have a say, a date, and two posts."""
    thread = make.make_thread(app)
    make.make_post(app, thread, "It is.", number=2)
    body = make.make_body(app)
    journey = make.make_journey(app, thread)
    stop = make.make_stop(app, journey, body, title="The cabinet decides")
    make.make_way(app, stop, "Ask a question", clock.today())
    make.make_move(app, journey, "raised", plain="Amina raised it.")
    return thread


def address(app: Flask, client: Client, thread: int) -> str:
    return client.raw.get(f"/issues/{thread}").headers["Location"]


def change(app: Flask, model: type, **values: Any) -> None:
    with app.app_context():
        db.session.execute(update(model).values(**values))
        db.session.commit()


def test_a_change_is_seen_at_once(app: Flask, client: Client) -> None:
    where = address(app, client, issue(app))
    assert "The cabinet decides" in client.get(where).text
    for model, values, words in (
        (Stop, {"title": "The full council decides"}, "The full council decides"),
        (Body, {"short": "the Mayor"}, "the Mayor"),
        (Byline, {"name": "Zainab"}, "Zainab"),
        (Post, {"html": "<p>The tram is late.</p>"}, "The tram is late."),
        (Post, {"state": Shown.WITHDRAWN}, "These words were taken back."),
    ):
        assert words not in client.get(where).text
        change(app, model, **values)
        assert words in client.get(where).text


def test_a_setting_of_the_place_is_seen_at_once(app: Flask, client: Client) -> None:
    where = address(app, client, issue(app))
    client.get(where)
    with app.app_context():
        site.save({"email": "hello@example.org"})
        db.session.commit()
    assert "mailto:hello@example.org" in client.get(where).source


def test_a_day_that_passes_is_seen(app: Flask, client: Client) -> None:
    where = address(app, client, issue(app))
    assert "Ask a question" in client.get(where).text
    with time_machine.travel(clock.now() + timedelta(days=2)):
        assert "Ask a question" not in client.get(where).text


def test_what_one_reader_sees_is_not_remembered_for_another(app: Flask, client: Client) -> None:
    where = address(app, client, issue(app))
    moderator = Client(app).sign_in(make.make_person(app, name="Mo", role=Role.MODERATOR))
    helper = Client(app).sign_in(make.make_person(app, name="Dev", role=Role.FACILITATOR))
    before = client.get(where).source
    assert "/hide" in moderator.get(where).source and "Put this right" in helper.get(where).text
    assert client.get(where).source == before
    assert "/hide" not in before and "Put this right" not in before


def test_six_queries_whether_remembered_or_not(app: Flask, client: Client) -> None:
    where = address(app, client, issue(app))
    asked: list[str] = []
    with app.app_context():
        engine = db.engine
    client.get(where)  # the place's settings are kept for some seconds
    event.listen(engine, "before_cursor_execute", lambda _c, _cursor, statement, *_more: asked.append(statement))
    for number in range(2):
        asked.clear()
        change(app, Byline, name=f"Amina {number}")
        client.get(where)
        selects = [one for one in asked if one.startswith("SELECT")]
        assert len(selects) <= 6, selects
