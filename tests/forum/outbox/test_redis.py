"""The jobs of several machines: one queue in Redis, a real one from a wheel."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from huey.exceptions import TaskLockedException

from forum.db import db
from forum.outbox.jobs import LOCK_SECONDS, Jobs
from tests import databases, redis_here
from tests.conftest import SETTINGS
from wsgi import create_app


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Redis on this machine."""
    server = redis_here.Server(tmp_path_factory.mktemp("redis")).begin()
    yield server.address
    server.halt()


@pytest.fixture
def nodes(filled: databases.Templates, tmp_path: Path, address: str) -> Iterator[list[Flask]]:
    """Two apps that share a database and a queue."""
    more = {"JOBS": "1", "REDIS_URL": address}
    with filled.copy("sqlite", tmp_path) as url:
        apps = [create_app(**{**SETTINGS, **more}, DATABASE_URL=url, INSTANCE=tmp_path) for _ in range(2)]
        jobs(apps[0]).huey.flush()
        yield apps
        for app in apps:
            jobs(app).huey.storage.conn.connection_pool.disconnect()
            with app.app_context():
                db.engine.dispose()


def jobs(app: Flask) -> Jobs:
    """The jobs of an app."""
    found: Jobs = app.extensions["jobs"]
    return found


def test_one_node_nudges_and_another_works(nodes: list[Flask]) -> None:
    one, other = map(jobs, nodes)
    done: list[str] = []
    other.minutely[:] = [lambda _on: done.append("yes")]
    one.nudge()
    other.huey.execute(other.huey.dequeue())
    assert done == ["yes"]


def test_two_schedulers_do_a_minute_once(nodes: list[Flask]) -> None:
    """What one node does holds a lock. It ends by itself, should the node be killed."""
    one, other = map(jobs, nodes)
    with one.huey.lock_task("minute", ttl=LOCK_SECONDS):
        (key,) = one.huey.storage.conn.keys("*lock*")
        assert 0 < one.huey.storage.conn.ttl(key) <= LOCK_SECONDS
        with pytest.raises(TaskLockedException), other.huey.lock_task("minute", ttl=LOCK_SECONDS):
            pass


def test_a_consumer_works_and_stops(nodes: list[Flask]) -> None:
    import threading

    told = threading.Event()
    jobs(nodes[0]).minutely[:] = [lambda _on: told.set()]
    consumer = jobs(nodes[0]).consumer()
    consumer.start()
    try:
        assert told.wait(30)
    finally:
        consumer.stop(graceful=True)
