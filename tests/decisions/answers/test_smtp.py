"""Over a real mail server on this machine: a question goes to a surgery and comes back answered."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask

from forum.db import db
from tests import databases
from tests.client import Client
from tests.conftest import SETTINGS
from tests.decisions.answers.scene import post_round, scene
from tests.letters import free_port
from wsgi import create_app


class Box:
    """Keeps what arrives."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 OK"


@pytest.fixture
def posted(filled: databases.Templates, tmp_path: Path) -> Iterator[tuple[Flask, Controller, Box]]:
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


def test_its_time_runs_from_the_day_on_which_the_server_took_the_letter(posted: tuple[Flask, Controller, Box]) -> None:
    app, server, box = posted
    here, reader = scene(app), Client(app)
    asked = here.ask(here.surgery, "Do you keep Fridays?")
    page = f"/questions/{asked}"
    post_round(app)  # the server is away
    assert box.letters == []
    assert here.question(asked).due_on is None
    assert "Not sent yet." in reader.get(page).text
    server.start()
    post_round(app)
    (letter,) = box.letters
    assert letter["To"] == "manager@surgery.example.org"
    assert letter["Subject"] == "A question to Mill Lane Surgery"
    words = letter.get_content()
    assert "Do you keep Fridays?" in words
    assert here.question(asked).stage == "waiting"
    assert "They have not joined; we wrote on" in reader.get(page).text
    link = re.search(r"https?://[^/\s]+(/answer/\S+)", words)
    assert link is not None
    reader.send(link[1], text="Yes, we do.", post="Practice manager")
    assert here.question(asked).stage == "answered"
    shown = reader.get(page)
    assert "Yes, we do." in shown.text and "Practice manager, Mill Lane Surgery" in shown.text
