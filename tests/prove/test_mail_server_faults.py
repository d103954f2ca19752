"""Mail servers as they are: away, deaf, closing in the middle of a letter, refusing one address."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask
from sqlalchemy import select

from forum import clock
from forum.db import begin_write, db
from forum.outbox import actions
from forum.outbox.models import Delivery
from tests import databases
from tests.conftest import SETTINGS
from tests.letters import free_port, send_due
from tests.make import make_thread
from tests.sizes import sized
from wsgi import create_app

LETTERS = sized(4, 40)
LATER = timedelta(minutes=11)  # longer than a claim, and than the first two waits


class Moody:
    """A mail server's manners: `moods` says, letter by letter, what it does; then it takes all."""

    def __init__(self) -> None:
        self.moods: list[str] = []
        self.seen: list[str] = []
        self.server: Controller | None = None

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        if self.moods and self.moods[0] == "refuses":
            self.moods.pop(0)
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:
        mood = self.moods.pop(0) if self.moods else ""
        if mood == "closes":
            server.transport.abort()
            return "451 gone"
        if mood == "busy":
            return "451 try later"
        self.seen.append(str(message_from_bytes(envelope.content)["To"]))
        return "250 OK"


@pytest.fixture
def place(filled: databases.Templates, tmp_path: Path) -> Iterator[tuple[Flask, int]]:
    """An app with letters that wait, and the port it sends them to."""
    port = free_port()
    with filled.copy("sqlite", tmp_path) as url:
        more = {"MAIL_BACKEND": "smtp", "MAIL_SERVER": "127.0.0.1", "MAIL_PORT": port, "MAIL_USE_TLS": "0"}
        app = create_app(**{**SETTINGS, **more}, DATABASE_URL=url, INSTANCE=tmp_path)
        app.extensions["mailman"].timeout = 0.3
        app.config["MAIL_TIMEOUT"] = 0.3
        _fill(app)
        yield app, port
        with app.app_context():
            db.engine.dispose()


@pytest.mark.parametrize("mood", ["closes", "busy", "refuses"])
def test_a_letter_that_fails_holds_nobody_up(place: tuple[Flask, int], mood: str) -> None:
    app, port = place
    moody = Moody()
    moody.moods = [mood] * (LETTERS // 2)
    server = Controller(moody, hostname="127.0.0.1", port=port)
    server.start()
    try:
        assert send_due(app) == LETTERS - LETTERS // 2
        assert send_due(app) == 0
        assert send_due(app, LATER) == LETTERS // 2
    finally:
        server.stop()
    assert sorted(moody.seen) == sorted(f"p{number}@example.org" for number in range(LETTERS))
    assert _states(app) == {"sent"}


def test_a_server_that_never_speaks_costs_nothing(place: tuple[Flask, int]) -> None:
    app, port = place
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", port))
        deaf.listen()
        assert send_due(app) == 0
        with app.app_context():
            assert set(db.session.scalars(select(Delivery.tries))) == {0}
    moody = Moody()
    server = Controller(moody, hostname="127.0.0.1", port=port)
    server.start()
    try:
        assert send_due(app) == LETTERS
    finally:
        server.stop()
    assert moody.seen == [f"p{number}@example.org" for number in range(LETTERS)]


def test_an_address_that_is_always_refused_is_given_up(place: tuple[Flask, int]) -> None:
    app, port = place
    moody = Moody()
    server = Controller(moody, hostname="127.0.0.1", port=port)
    server.start()
    try:
        later = timedelta(0)
        for _ in range(14):
            moody.moods = ["refuses"] * LETTERS
            send_due(app, later)
            later += timedelta(hours=7)
    finally:
        server.stop()
    assert moody.seen == []
    assert _states(app) == {"dropped"}


def _fill(app: Flask) -> None:
    thread_id = make_thread(app)
    with app.app_context():
        begin_write()
        for number in range(LETTERS):
            more = {"about": ("thread", thread_id), "already": True, "token": "", "stop": "", "stop_token": ""}
            actions.put("follow_confirm", key=f"k{number}", on=clock.now(), email=f"p{number}@example.org", **more)
        db.session.commit()


def _states(app: Flask) -> set[str]:
    with app.app_context():
        return set(db.session.scalars(select(Delivery.state)))
