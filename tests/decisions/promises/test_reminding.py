"""Promises are called to mind before their day, asked after later, and checked once they are said to be done."""

from datetime import timedelta

from flask import Flask

from decisions.promises import reminding, tokens
from decisions.promises.models import Promise, PromiseCheck, PromiseEvent
from decisions.promises.owners import Owner
from forum import clock
from forum.db import db
from forum.outbox import sender
from forum.outbox.models import Delivery
from tests.client import Client
from tests.decisions.promises.scene import follow, scene
from tests.make import make_promise


def remind(app: Flask, days: int = 0) -> list[tuple[str, int | None, str | None]]:
    """The day's work, some days from now: what was written, to whom."""
    with app.app_context():
        before = set(db.session.scalars(db.select(Delivery.id)))
        reminding.remind(clock.now() + timedelta(days=days))
        rows = db.session.scalars(db.select(Delivery).filter_by(template="promise").order_by(Delivery.id))
        return [(one.values["what"], one.person_id, one.email) for one in rows if one.id not in before]


def test_before_its_day_the_body_and_followers_hear_once(app: Flask) -> None:
    made = scene(app)
    follow(app, made.thread)
    make_promise(app, made.body, made.thread, due_on=clock.today() + timedelta(days=20))
    assert remind(app) == []
    told = [("soon", made.speaker, None), ("soon", made.affected, None), ("soon", None, "joan@example.org")]
    assert remind(app, 6) == told
    assert remind(app, 7) == []


def test_after_its_day_they_are_asked(app: Flask) -> None:
    made = scene(app)
    make_promise(app, made.body, made.thread, due_on=clock.today() - timedelta(days=1))
    assert remind(app) == []
    assert remind(app, 2) == [("passed", made.speaker, None), ("passed", made.affected, None)]
    assert remind(app, 3) == []
    make_promise(app, made.body, made.thread, due_on=clock.today() - timedelta(days=90), words="Long ago.")
    assert remind(app, 3) == []


def test_a_new_day_is_told_anew(app: Flask) -> None:
    made = scene(app)
    make_promise(app, made.body, made.thread, due_on=clock.today() + timedelta(days=3))
    assert len(remind(app)) == 2
    with app.app_context():
        db.session.get_one(Promise, 1).due_on = clock.today() + timedelta(days=5)
        db.session.commit()
    assert len(remind(app)) == 2


def test_once_it_is_said_to_be_done_people_are_asked_if_it_is(app: Flask) -> None:
    made = scene(app)
    number = follow(app, made.thread)
    make_promise(app, made.body, made.thread, then=["says-done"], stage="says-done")
    assert remind(app) == [("done", made.affected, None), ("done", None, "joan@example.org")]  # not who said so
    with app.app_context():
        assert sender.sweep(clock.now()) == 2
        address = f"/was-it-kept/{tokens.make(tokens.CHECK, 1, Owner(follow_id=number))}"
    client = Client(app)
    assert "Is it done?" in client.get(address).text
    client.send(address, word="kept", words="It runs.")
    client.send(address, word="partly")
    with app.app_context():
        row = db.session.scalars(db.select(PromiseCheck)).one()
        assert (row.follow_id, row.person_id, row.word) == (number, None, "partly")
    Client(app).get("/was-it-kept/nonsense", status=404)


def test_what_is_no_news_any_more_is_not_sent(app: Flask) -> None:
    made = scene(app)
    make_promise(app, made.body, made.thread, due_on=clock.today() + timedelta(days=3))
    assert len(remind(app)) == 2
    with app.app_context():
        db.session.get_one(Promise, 1).stage = "dropped"
        db.session.commit()
        assert sender.sweep(clock.now()) == 0


def test_hidden_and_unchecked_ones_are_not_told(app: Flask) -> None:
    made, due = scene(app), clock.today() + timedelta(days=3)
    make_promise(app, made.body, made.thread, due_on=due, state="hidden")
    make_promise(app, made.body, made.thread, due_on=due, stage="proposed")
    assert remind(app) == []
    with app.app_context():
        assert db.session.scalar(db.select(db.func.count()).select_from(PromiseEvent)) == 2
