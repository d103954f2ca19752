"""The post, for tests: send what waits, and read it."""

import re
import socket
from datetime import datetime, timedelta
from typing import Any

from flask import Flask

from forum import clock
from forum.access import Shown
from forum.db import db
from forum.outbox.sender import sweep
from forum.threads.models import Thread


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def do_jobs(app: Flask, after: timedelta = timedelta(0)) -> None:
    """Do what the jobs do each minute, some time from now."""
    for act in app.extensions["jobs"].minutely:
        with app.app_context():
            act(clock.now() + after)


def send_due(app: Flask, after: timedelta = timedelta(0), *, at: datetime | None = None) -> int:
    """Send what is due some time from now."""
    with app.app_context():
        return sweep((at or clock.now()) + after)


def letters(app: Flask) -> list[Any]:
    """Every letter that was sent, the oldest first."""
    return list(getattr(app.extensions["mailman"], "outbox", []))


def addresses_in(letter: Any) -> list[str]:
    """The paths of the addresses in a letter."""
    return [re.sub(r"^https?://[^/]+", "", one) for one in re.findall(r"https?://\S+", letter.body)]


def headers(app: Flask, letter: Any) -> Any:
    """A letter as it goes over the wire."""
    with app.app_context():
        return letter.message()


def hide(app: Flask, thread_id: int) -> None:
    """Hide a thread, as a moderator does."""
    with app.app_context():
        db.session.get_one(Thread, thread_id).state = Shown.HIDDEN
        db.session.commit()
