"""The database is gone, full or locked: everybody is told so in words, what was typed comes back, nothing is half done,
and all of it works again by itself.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

import forum.db
from forum.about.site import forget
from forum.db import db
from forum.threads.models import Post
from tests import databases, make, postgres
from tests.client import HERE, Client
from tests.conftest import SETTINGS, _migrate
from tests.prove.together import count
from tests.sizes import sized
from wsgi import create_app

WORDS = "My own words, and I want them back."
TURNS = sized(1, 5)


class Here:
    """Somebody signed in, and an issue to write on."""

    def __init__(self, app: Flask) -> None:
        self.app, self.thread, self.turn = app, make.make_thread(app), 0
        self.client = Client(app).sign_in(make.make_trusted(app, "Amina"))
        self.token = self.client.token()

    def write(self, text: str = WORDS) -> Any:
        """Send a reply; the same button until `turn` moves on."""
        form = {"key": f"page {self.turn}", "csrf_token": self.token, "text": text}
        return self.client.raw.post(f"/issues/{self.thread}/reply", data=form, headers=HERE)

    def told(self, answer: Any) -> str:
        """What somebody is told, in words and with the right status."""
        page: str = answer.get_data(as_text=True)
        assert answer.status_code == 503, page
        assert answer.headers["Retry-After"] == "30"
        assert "This is not working just now" in page
        return page

    def written(self) -> int:
        """How many replies stand here."""
        return count(self.app, Post, Post.number > 1)


@pytest.fixture
def gone(tmp_path: Path) -> Iterator[tuple[Flask, postgres.Server]]:
    """An app on a PostgreSQL of its own."""
    templates = databases.Templates(tmp_path, _migrate, postgres.OPTIONS)
    with templates.copy("postgresql", tmp_path) as url:
        app = create_app(**SETTINGS, DATABASE_URL=url, INSTANCE=tmp_path)
        assert templates.server is not None
        yield app, templates.server
        with app.app_context():
            db.engine.dispose()
    templates.stop()


def test_postgresql_ends_and_comes_back(gone: tuple[Flask, postgres.Server]) -> None:
    app, server = gone
    here, guest = Here(app), Client(app)
    guest.get("/issues")
    for turn in range(TURNS):
        here.turn = turn
        server.halt()
        assert WORDS in here.told(here.write())
        with app.app_context():
            forget()  # who runs this place is kept for five seconds
        for address in ("/nothing-here", "/", "/issues", f"/issues/{here.thread}-x", "/search?q=fridays"):
            here.told(guest.raw.get(address))
            here.told(here.client.raw.get(address))
        assert guest.raw.get("/healthz").status_code == 200
        app.extensions["jobs"].run_minutely()  # logs, and lives
        server.begin()
        guest.get("/issues")
        assert here.write().status_code == here.write().status_code == 303
        assert here.written() == turn + 1
        app.extensions["jobs"].run_minutely()


def test_postgresql_ends_in_the_middle_of_a_reply(gone: tuple[Flask, postgres.Server]) -> None:
    app, server = gone
    here = Here(app)

    def end(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.startswith("INSERT INTO event"):
            server.halt()

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", end)
    assert WORDS in here.told(here.write())
    event.remove(engine, "before_cursor_execute", end)
    server.begin()
    assert here.written() == 0
    assert here.write().status_code == 303
    assert here.written() == 1


@pytest.fixture
def small(filled: databases.Templates, tmp_path: Path) -> Iterator[tuple[Flask, dict[str, int]]]:
    """An app on a SQLite whose disk has an end: `pages` is how many pages the file may have."""
    with filled.copy("sqlite", tmp_path) as url:
        app, end = create_app(**SETTINGS, DATABASE_URL=url, INSTANCE=tmp_path), {"pages": 1_000_000}
        with app.app_context():
            engine = db.engine
        event.listen(engine, "checkout", lambda dbapi, *_: dbapi.execute(f"PRAGMA max_page_count={end['pages']}"))
        yield app, end
        engine.dispose()


def test_a_full_disk_loses_nothing(small: tuple[Flask, dict[str, int]], tmp_path: Path) -> None:
    app, end = small
    here = Here(app)
    for turn in range(TURNS):
        end["pages"], kept = 1, here.written()  # not one page more than there are
        answers = []
        for number in range(200):
            here.turn = 1_000 * turn + number
            answers.append(here.write(f"{WORDS} {'A long story. ' * 500}"))
            if answers[-1].status_code != 303:
                break
        assert WORDS in here.told(answers[-1])
        assert {one.status_code for one in answers[:-1]} <= {303}
        assert here.written() == kept + len(answers) - 1
        Client(app).get(f"/issues/{here.thread}", follow_redirects=True)
        app.extensions["jobs"].run_minutely()
        end["pages"] = 1_000_000
        assert here.write(f"{WORDS} {'A long story. ' * 500}").status_code == 303
        assert here.written() == kept + len(answers)
    assert _faults(app) == []


def test_a_lock_that_is_held_too_long_is_said(
    filled: databases.Templates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    pragmas = tuple("busy_timeout=200" if one.startswith("busy") else one for one in forum.db.PRAGMAS)
    monkeypatch.setattr(forum.db, "PRAGMAS", pragmas)
    with filled.copy("sqlite", tmp_path) as url:
        here = Here(app := create_app(**SETTINGS, DATABASE_URL=url, INSTANCE=tmp_path))
        other = sqlite3.connect(tmp_path / "doorway.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert WORDS in here.told(here.write())
        Client(app).get("/issues")  # reading waits for nobody
        other.execute("ROLLBACK")
        assert here.write().status_code == 303
        other.close()
        assert here.written() == 1
        with app.app_context():
            db.engine.dispose()


def _faults(app: Flask) -> list[Any]:
    """What SQLite finds wrong in its own file."""
    with app.app_context(), db.engine.connect() as connection:
        whole = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        return [one for one in whole if one != "ok"] + list(connection.exec_driver_sql("PRAGMA foreign_key_check"))
