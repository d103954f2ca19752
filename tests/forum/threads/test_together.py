"""Many people at once: each reply has its own number, and nobody is counted twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from flask import Flask
from sqlalchemy import select

from forum import clock
from forum.access import Standing
from forum.db import begin_write, db
from forum.refusal import Refusal
from forum.threads import actions
from forum.threads.models import Affected, Keeper, Post, Thread
from tests import make
from tests.client import Client

AT_ONCE = 20


def _all_at_once(app: Flask, act: Callable[[Thread, int], None], thread_id: int) -> None:
    def one(number: int) -> None:
        with app.app_context():
            begin_write()
            act(db.session.get_one(Thread, thread_id), number)
            db.session.commit()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(one, range(AT_ONCE)))


def test_twenty_replies_at_once_have_twenty_numbers(app: Flask) -> None:
    thread = make.make_thread(app)
    people = [make.standing_of(app, make.make_trusted(app, f"Person {number}")) for number in range(AT_ONCE)]

    def write(found: Thread, number: int) -> None:
        actions.reply(found, text=f"Words {number}.", by=people[number], on=clock.now())

    _all_at_once(app, write, thread)
    with app.app_context():
        numbers = list(db.session.scalars(select(Post.number).where(Post.thread_id == thread).order_by(Post.number)))
        assert numbers == list(range(1, AT_ONCE + 2))
        assert db.session.get_one(Thread, thread).post_count == AT_ONCE


def test_one_person_pressing_everywhere_is_counted_once(app: Flask) -> None:
    thread = make.make_thread(app)
    _all_at_once(app, lambda found, _number: _affect(found), thread)
    with app.app_context():
        assert len(db.session.scalars(select(Affected)).all()) == 1
        assert db.session.get_one(Thread, thread).affected_count == 1


def test_one_of_many_looks_after_it(app: Flask) -> None:
    thread = make.make_thread(app)
    people = [make.standing_of(app, make.make_trusted(app, f"Person {number}")) for number in range(AT_ONCE)]
    refused: list[Standing] = []

    def take(found: Thread, number: int) -> None:
        try:
            actions.take_on(found, by=people[number], on=clock.now())
        except Refusal:
            refused.append(people[number])

    _all_at_once(app, take, thread)
    assert len(refused) == AT_ONCE - 1
    with app.app_context():
        assert len(db.session.scalars(select(Keeper)).all()) == 1


def test_a_button_pressed_in_two_windows_at_once_writes_once(app: Flask) -> None:
    thread = make.make_thread(app)
    bo = make.make_trusted(app)
    windows = [Client(app).sign_in(bo) for _ in range(4)]
    values = windows[0].get(f"/issues/{thread}/reply").form()[1] | {"text": "Pressed in a hurry."}

    def press(window: Client) -> str:
        return window.post(f"/issues/{thread}/reply", {**values, "csrf_token": window.token()}).location

    with ThreadPoolExecutor(len(windows)) as pool:
        landed = set(pool.map(press, windows))
    assert len(landed) == 1, "every window lands on the one reply"
    with app.app_context():
        assert [post.text for post in db.session.scalars(select(Post).where(Post.number > 1))] == [
            "Pressed in a hurry."
        ]


def _affect(found: Thread) -> None:
    actions.affects_me(found, browser="the same", on=clock.now())
