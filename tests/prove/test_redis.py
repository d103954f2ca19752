"""Limits that several processes share in Redis, and what happens while Redis is away: nobody sees a fault, each process
counts for itself, jobs wait, and all of it is shared again when Redis is back.
"""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from forum.db import db
from forum.limits import limiter
from forum.outbox.jobs import Jobs
from tests import databases, make, redis_here
from tests.client import Client
from tests.conftest import SETTINGS
from tests.sizes import sized
from wsgi import create_app

PER_HOUR = 10  # as `forum.limits.SIGN_UP` says
TURNS = sized(1, 5)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[redis_here.Server]:
    """A Redis that can be killed."""
    made = redis_here.Server(tmp_path).begin()
    yield made
    made.halt()


@pytest.fixture
def app(filled: databases.Templates, tmp_path: Path, server: redis_here.Server) -> Iterator[Flask]:
    """An app whose limits and jobs are in that Redis."""
    more = {"REDIS_URL": server.address, "RATE_LIMITS": "1", "JOBS": "1"}
    with filled.copy("sqlite", tmp_path) as url:
        made = create_app(**{**SETTINGS, **more}, DATABASE_URL=url, INSTANCE=tmp_path)
        yield made
        limiter.enabled = False
        limiter.reset = None  # type: ignore[method-assign, assignment]
        del limiter.reset
        jobs(made).huey.storage.conn.connection_pool.disconnect()
        limiter.storage.storage.connection_pool.disconnect()  # type: ignore[attr-defined]
        with made.app_context():
            db.engine.dispose()


def jobs(app: Flask) -> Jobs:
    """The jobs of an app."""
    found: Jobs = app.extensions["jobs"]
    return found


def join(app: Flask, number: int) -> int:
    """Ask for an account; return the status."""
    typed = {"name": f"Amina {number}", "email": f"a{number}@example.org", "key": f"k{number}"}
    return Client(app).raw.post("/join", data=typed, headers={"Sec-Fetch-Site": "same-origin"}).status_code


def test_two_processes_count_together(app: Flask) -> None:
    """The second is the same app with a storage of its own, as another process has it."""
    assert [join(app, number) for number in range(PER_HOUR // 2)] == [303] * (PER_HOUR // 2)
    other = create_app(**{**app.config, "RATE_LIMITS": "1", "JOBS": "0"})
    assert [join(other, number) for number in range(5, PER_HOUR)] == [303] * (PER_HOUR // 2)
    assert join(other, 99) == join(app, 99) == 429
    with other.app_context():
        db.engine.dispose()


def test_limits_hold_while_redis_is_away_and_after(app: Flask, server: redis_here.Server) -> None:
    for turn in range(TURNS):
        server.halt()
        assert {join(app, 1_000 * turn + number) for number in range(PER_HOUR)} <= {303, 429}
        assert join(app, 99) == 429
        Client(app).get("/issues")
        server.begin()
        limiter._storage_dead = False  # the library looks again after a while that grows
        assert join(app, 1_000 * turn + 500) == 303
        assert jobs(app).huey.storage.conn.keys("LIMITS*")


def test_jobs_outlive_a_redis_that_goes_away(app: Flask, server: redis_here.Server) -> None:
    done = threading.Semaphore(0)
    jobs(app).minutely[:] = [lambda _on: done.release()]
    consumer = jobs(app).consumer()
    consumer.start()
    try:
        assert done.acquire(timeout=30)
        for turn in range(TURNS):
            server.halt()
            make.make_thread(app, f"Issue {turn}")  # no act breaks
            jobs(app).nudge()
            server.begin()
            while done.acquire(blocking=False):
                pass
            jobs(app).nudge()
            assert done.acquire(timeout=60)
    finally:
        consumer.stop(graceful=True)
