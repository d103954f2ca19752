"""Kill the whole site (SIGKILL) while people write, again and again. What was answered with a yes is there, whole; what
is there is whole; each letter goes out, and at most once more for each kill; the file of the database is sound.
"""

import http.client
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask
from sqlalchemy import func, select

from decisions.journeys.models import JourneyNow, Move
from forum import clock
from forum.db import db
from forum.history.models import Event
from forum.notifications.models import Notice
from forum.outbox.models import Delivery
from forum.outbox.sender import CLAIM
from forum.threads.models import Post, Thread
from tests import databases, make
from tests.client import Client
from tests.conftest import BOTH, SETTINGS
from tests.letters import do_jobs, free_port
from tests.prove.served import SERVE, Browser, put_away, served
from tests.sizes import sized
from tests.travel import start_journey
from wsgi import create_app

KILLS = sized(1, 20)
WRITERS = 4
ENOUGH, MOVES = 30, 3  # replies and entries that were kept before a kill


class PostOffice:
    """Takes every letter."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.seen[message_from_bytes(envelope.content)["Message-ID"]] += 1
        return "250 OK"


class Writers:
    """Several people who write as fast as they can until the site dies."""

    def __init__(self, app: Flask, thread: int, stop: int) -> None:
        self.app, self.thread, self.stop = app, thread, stop
        self.people = [make.make_trusted(app, f"Writer {number}") for number in range(WRITERS)]
        self.dev = make.make_person(app, name="Dee", role="facilitator")
        self.yes: set[str] = set()
        self.moves, self.tried = 1, 0
        self.replied, self.moved = threading.Semaphore(0), threading.Semaphore(0)

    def until_killed(self, port: int, process: Any, turn: int) -> None:
        """Write, and kill the site when enough was kept."""
        crowd = [threading.Thread(target=self._reply, args=(port, n, turn)) for n in range(WRITERS)]
        crowd.append(threading.Thread(target=self._move, args=(port,)))
        for one in crowd:
            one.start()
        assert all(self.moved.acquire(timeout=60) for _ in range(MOVES))
        assert all(self.replied.acquire(timeout=60) for _ in range(ENOUGH + turn))
        process.kill()
        for one in crowd:
            one.join(60)

    def _reply(self, port: int, number: int, turn: int) -> None:
        browser, count = Browser(port, self.app, self.people[number]), 0
        try:
            while True:
                text, count = f"Words {turn} {number} {count}.", count + 1
                if browser.post(f"/issues/{self.thread}/reply", key=text, text=text) == 303:
                    self.yes.add(text)
                    self.replied.release()
        except (OSError, http.client.HTTPException):
            browser.close()

    def _move(self, port: int) -> None:
        browser = Browser(port, self.app, self.dev)
        typed = {"kind": "considered", "evidence": "heard-at-meeting", "plain": "They met.", "stop": str(self.stop)}
        try:
            while True:
                typed |= {"seen": str(self.moves), "happened_on": clock.today().isoformat()}
                status = browser.post(f"/issues/{self.thread}/happened", key=f"move {self.moves}", **typed)
                assert status in (303, 409, 503)
                self.moves += status != 503
                self.moved.release()
        except (OSError, http.client.HTTPException):
            browser.close()


@pytest.mark.parametrize("kind", BOTH)
def test_kills_lose_nothing(filled: databases.Templates, tmp_path: Path, kind: str, figures: list[str]) -> None:
    mail_port, port = free_port(), free_port()
    mail = {"MAIL_BACKEND": "smtp", "MAIL_SERVER": "127.0.0.1", "MAIL_PORT": str(mail_port), "MAIL_USE_TLS": "0"}
    site = f"http://127.0.0.1:{port}"
    with (
        _post_office(mail_port) as office,
        filled.copy(kind, tmp_path) as url,
        put_away(create_app(**{**SETTINGS, **mail, "SITE_URL": site}, DATABASE_URL=url, INSTANCE=tmp_path)) as app,
    ):
        thread, body = make.make_thread(app), make.make_body(app)
        stop = start_journey(app, thread, ("decide", body))[1]
        follower = Client(app).sign_in(make.make_trusted(app, "Joan"))
        follower.post(f"/follow/thread/{thread}", {"key": "follow"})
        writers = Writers(app, thread, stop)
        more = {name: value for name, value in mail.items() if name != "MAIL_BACKEND"}
        for turn in range(KILLS):
            with served(app, port, *SERVE, **more, SITE_URL=site) as process:
                writers.until_killed(port, process, turn)
            _is_whole(app, thread, writers.yes)
        do_jobs(app)
        do_jobs(app, CLAIM * 1.1)
        _is_told(app, office, kind)
        figures.append(f"{kind}: {KILLS} kills, {len(writers.yes)} replies kept, {sum(office.seen.values())} letters")


@contextmanager
def _post_office(port: int) -> Iterator[PostOffice]:
    office = PostOffice()
    server = Controller(office, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield office
    finally:
        server.stop()


def _is_whole(app: Flask, thread_id: int, yes: set[str]) -> None:
    """Every yes is kept, and what is kept is whole."""
    with app.app_context():
        thread = db.session.get_one(Thread, thread_id)
        posts = list(db.session.scalars(select(Post).where(Post.thread_id == thread_id).order_by(Post.number)))
        assert yes <= {post.text for post in posts}
        assert [post.number for post in posts] == list(range(1, len(posts) + 1))
        assert len({post.text for post in posts}) == len(posts)
        assert thread.post_count == len(posts) - 1
        told = select(func.count(Event.id)).where(Event.verb == "wrote")
        assert db.session.scalar(told) == len(posts) - 1
        moves = list(db.session.scalars(select(Move.number).order_by(Move.number)))
        assert moves == list(range(1, len(moves) + 1))
        assert db.session.scalars(select(JourneyNow.last_number)).one() == len(moves)
        assert db.session.scalar(select(func.count(Notice.id))) == len(moves) - 1
        if db.engine.dialect.name == "sqlite":
            db.session.rollback()
            assert db.session.connection().exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
            assert db.session.connection().exec_driver_sql("PRAGMA foreign_key_check").all() == []


def _is_told(app: Flask, office: PostOffice, kind: str) -> None:
    """One letter for each entry, each sent; a kill between the yes of the mail server and our mark repeats one."""
    with app.app_context():
        letters = list(db.session.scalars(select(Delivery)))
        assert len(letters) == db.session.scalar(select(func.count(Notice.id)))
        assert {one.state for one in letters} == {"sent"}, kind
    assert len(office.seen) == len(letters)
    assert sum(office.seen.values()) - len(letters) <= KILLS
