"""Kill the sender between the mail server's yes and our mark, again and again: nothing is lost, and a letter comes at
most once more for each kill, under the same Message-ID.

A few times with the other tests; `PROVE=1` (make prove) does it a hundred times.
"""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask
from sqlalchemy import func, select

from forum import clock
from forum.db import begin_write, db
from forum.outbox import actions
from forum.outbox.models import Delivery
from tests import databases
from tests.conftest import SETTINGS
from tests.letters import free_port
from tests.make import make_thread
from tests.sizes import sized
from wsgi import create_app

ROOT = Path(__file__).parent.parent.parent
KILLS = sized(4, 100)
SWEEP = """
from datetime import timedelta
from forum import clock
from forum.outbox import sender
from wsgi import create_app
sender.CLAIM = timedelta(0)
with create_app(RATE_LIMITS="0").app_context():
    sender.sweep(clock.now() + timedelta(seconds=1))
"""


class Killer:
    """Takes letters, and kills who sent one just after it said yes."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.kill_after: int | None = None
        self.victim: subprocess.Popen[bytes] | None = None

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.seen.append(message_from_bytes(envelope.content)["Message-ID"])
        if self.kill_after is not None and self.victim is not None:
            self.kill_after -= 1
            if self.kill_after == 0:
                self.victim.send_signal(signal.SIGKILL)
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[tuple[Killer, int]]:
    """A mail server on this machine."""
    killer, port = Killer(), free_port()
    server = Controller(killer, hostname="127.0.0.1", port=port)
    server.start()
    yield killer, port
    server.stop()


def test_nothing_is_lost(filled: databases.Templates, tmp_path: Path, mailbox: tuple[Killer, int]) -> None:
    killer, port = mailbox
    with filled.copy("sqlite", tmp_path) as url:
        app = create_app(**SETTINGS, DATABASE_URL=url, INSTANCE=tmp_path)
        _fill(app, KILLS)
        env = {
            **{"PATH": os.environ["PATH"], "INSTANCE": str(tmp_path), "DATABASE_URL": url, "JOBS": "0"},
            **{"MAIL_SERVER": "127.0.0.1", "MAIL_PORT": str(port), "MAIL_USE_TLS": "0"},
            "SECRET_KEY": str(SETTINGS["SECRET_KEY"]),
        }
        kills = 0
        for number in range(KILLS * 3):
            if not _waiting(app):
                break
            killer.kill_after = 1 + number % 2 if kills < KILLS else None
            with subprocess.Popen([sys.executable, "-c", SWEEP], cwd=ROOT, env=env) as killer.victim:
                kills += killer.victim.wait(timeout=120) == -signal.SIGKILL
        with app.app_context():
            states = Counter(db.session.scalars(select(Delivery.state)))
            db.engine.dispose()
    seen = Counter(killer.seen)
    assert states == {"sent": KILLS}
    assert len(seen) == KILLS, "each arrived"
    assert kills > 0
    assert sum(seen.values()) - KILLS <= kills, "at most one more for each kill"


def _fill(app: Flask, count: int) -> None:
    thread_id = make_thread(app)
    with app.app_context():
        begin_write()
        for number in range(count):
            more = {"email": f"p{number}@example.org", "about": ("thread", thread_id), "already": True, "token": ""}
            actions.put("follow_confirm", key=f"k{number}", on=clock.now(), stop="", stop_token="", **more)
        db.session.commit()


def _waiting(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count(Delivery.id)).where(Delivery.state == "waiting")) or 0
