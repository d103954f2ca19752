"""Letters over a real SMTP server on this machine."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask

from forum import clock
from forum.db import begin_write, db
from forum.outbox import actions
from tests import databases
from tests.conftest import SETTINGS
from tests.letters import free_port, send_due
from tests.make import make_thread
from wsgi import create_app


class Box:
    """Keeps what arrives."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.refuse = ""

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        if self.refuse:
            return self.refuse
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 OK"


@pytest.fixture
def smtp(filled: databases.Templates, tmp_path: Path) -> Iterator[tuple[Flask, Controller, Box]]:
    """An app whose letters go to a server that is not started yet."""
    box, port = Box(), free_port()
    with filled.copy("sqlite", tmp_path) as url:
        more = {"MAIL_BACKEND": "smtp", "MAIL_SERVER": "127.0.0.1", "MAIL_PORT": port, "MAIL_USE_TLS": "0"}
        app = create_app(**{**SETTINGS, **more}, DATABASE_URL=url, INSTANCE=tmp_path)
        server = Controller(box, hostname="127.0.0.1", port=port)
        yield app, server, box
        if server.loop.is_running():
            server.stop()
        else:
            server.loop.close()
        with app.app_context():
            db.engine.dispose()


def put(app: Flask, count: int) -> None:
    """Put some letters into the outbox."""
    thread_id = make_thread(app)
    with app.app_context():
        begin_write()
        for number in range(count):
            actions.put(
                "follow_confirm",
                key=f"k{number}",
                on=clock.now(),
                email=f"p{number}@example.org",
                about=("thread", thread_id),
                already=True,
                token="",
                stop="notifications.stop",
                stop_token="abc",
            )
        db.session.commit()


def test_letters_arrive(smtp: tuple[Flask, Controller, Box]) -> None:
    app, server, box = smtp
    server.start()
    put(app, 2)
    assert send_due(app) == 2
    first = box.letters[0]
    assert first["To"] == "p0@example.org"
    assert first["Subject"] == "You follow this already: Keep the day centre open"
    assert first["Message-ID"].endswith("@127.0.0.1>")
    assert first["List-Unsubscribe"] == "<http://127.0.0.1:5000/follow/stop/abc>"
    assert first["Auto-Submitted"] == "auto-generated"
    assert first.get_content_type() == "text/plain"
    assert "http://127.0.0.1:5000/follow/stop/abc" in first.get_content()


def test_a_server_that_is_away_costs_nothing(smtp: tuple[Flask, Controller, Box]) -> None:
    """Nothing is lost, nothing loses a try, and the order stays."""
    app, server, box = smtp
    put(app, 3)
    for _ in range(5):
        assert send_due(app) == 0
    server.start()
    assert send_due(app) == 3
    assert [one["To"] for one in box.letters] == ["p0@example.org", "p1@example.org", "p2@example.org"]


def test_a_letter_that_is_refused_holds_nobody_up(smtp: tuple[Flask, Controller, Box]) -> None:
    app, server, box = smtp
    server.start()
    put(app, 1)
    box.refuse = "451 try later"
    assert send_due(app) == 0
    box.refuse = ""
    from datetime import timedelta

    assert send_due(app, timedelta(minutes=2)) == 1
    assert len(box.letters) == 1


def test_tls_looks_at_the_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters hold links that sign in: nobody between us and the server may read them."""
    import smtplib
    import ssl

    from forum.mail import SmtpBackend

    used: list[ssl.SSLContext] = []
    monkeypatch.setattr(smtplib.SMTP, "starttls", lambda _self, *, context: used.append(context))
    SmtpBackend.connection_class().starttls(keyfile=None, certfile=None, context=None)
    assert used[0].verify_mode == ssl.CERT_REQUIRED
    assert used[0].check_hostname
