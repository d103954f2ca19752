"""Jobs: woken by a commit, safe to run twice, carried as JSON."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from forum import clock
from forum.db import begin_write, db
from forum.outbox import actions
from forum.outbox.jobs import Jobs, JsonSerializer
from tests import databases
from tests.conftest import SETTINGS
from tests.letters import do_jobs, letters
from tests.make import make_thread
from wsgi import create_app


@pytest.fixture
def awake(filled: databases.Templates, tmp_path: Path) -> Iterator[Flask]:
    """An app whose requests wake the jobs."""
    with filled.copy("sqlite", tmp_path) as url:
        app = create_app(**{**SETTINGS, "JOBS": "1"}, DATABASE_URL=url, INSTANCE=tmp_path)
        yield app
        with app.app_context():
            db.engine.dispose()


def jobs(app: Flask) -> Jobs:
    """The jobs of an app."""
    found: Jobs = app.extensions["jobs"]
    return found


def put(app: Flask, *, commit: bool = True) -> None:
    """Put a letter into the outbox."""
    thread_id = make_thread(app)
    with app.app_context():
        begin_write()
        actions.put(
            "follow_confirm",
            key=f"t{thread_id}",
            on=clock.now(),
            email="nora@example.org",
            about=("thread", thread_id),
            already=False,
            token="t",
        )
        if commit:
            db.session.commit()
        else:
            db.session.rollback()
            db.session.commit()


def test_a_commit_wakes_the_jobs(awake: Flask) -> None:
    put(awake)
    assert jobs(awake).huey.pending_count() == 1
    task = jobs(awake).huey.dequeue()
    jobs(awake).huey.execute(task)
    assert len(letters(awake)) == 1


def test_what_was_taken_back_wakes_nobody(awake: Flask) -> None:
    put(awake, commit=False)
    assert jobs(awake).huey.pending_count() == 0


def test_a_savepoint_wakes_nobody(awake: Flask) -> None:
    with awake.app_context():
        begin_write()
        actions.put("follow_confirm", key="k", on=clock.now(), email="nora@example.org")
        with db.session.begin_nested():
            pass
        assert jobs(awake).huey.pending_count() == 0
        db.session.commit()
        assert jobs(awake).huey.pending_count() == 1


def test_many_nudges_are_few_jobs(awake: Flask) -> None:
    for _ in range(20):
        jobs(awake).nudge()
    assert jobs(awake).huey.pending_count() == 3


def test_a_job_that_runs_twice_tells_once(awake: Flask) -> None:
    put(awake)
    do_jobs(awake)
    do_jobs(awake)
    do_jobs(awake, timedelta(hours=2))
    assert len(letters(awake)) == 1


def test_a_job_that_fails_keeps_no_other_waiting(awake: Flask) -> None:
    done: list[str] = []

    def fail(_on: object) -> None:
        raise RuntimeError("no")

    jobs(awake).minutely[:] = [fail, lambda _on: done.append("yes")]
    jobs(awake).run_minutely()
    assert done == ["yes"]


@pytest.mark.parametrize(
    ("zone", "moment", "night"),
    [
        ("Europe/London", "2026-01-10 04:17", True),
        ("Europe/London", "2026-07-10 03:17", True),
        ("Europe/London", "2026-07-10 04:17", False),
        ("Pacific/Auckland", "2026-07-10 16:17", True),
        ("Pacific/Auckland", "2026-07-10 04:17", False),
    ],
)
def test_the_night_is_the_place_s_own(awake: Flask, zone: str, moment: str, night: bool) -> None:
    awake.config["TIME_ZONE"] = zone
    assert jobs(awake).is_night(datetime.fromisoformat(moment)) is night


@pytest.mark.parametrize("zone", ["Europe/London", "Europe/Berlin", "Europe/Helsinki", "Atlantic/Azores"])
def test_every_day_of_a_year_has_one_night(awake: Flask, zone: str) -> None:
    awake.config["TIME_ZONE"] = zone
    every_hour = (datetime.fromisoformat("2026-01-01 00:17") + timedelta(hours=hour) for hour in range(365 * 24))
    assert sum(jobs(awake).is_night(moment) for moment in every_hour) == 365


def test_a_queue_that_is_away_breaks_no_request(awake: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> int:
        raise ConnectionError

    monkeypatch.setattr(jobs(awake).huey, "pending_count", away)
    put(awake)
    do_jobs(awake)
    assert len(letters(awake)) == 1


def test_jobs_are_json(awake: Flask) -> None:
    jobs(awake).nudge()
    (raw,) = jobs(awake).huey.storage.enqueued_items()
    assert json.loads(bytes(raw))[1].endswith("soon")


def test_json_keeps_moments() -> None:
    serializer, moment = JsonSerializer(), clock.now()
    assert serializer.deserialize(serializer.serialize({"a": moment})) == {"a": moment}


def test_the_consumer_works_and_stops(awake: Flask) -> None:
    import threading

    told = threading.Event()
    jobs(awake).minutely[:] = [lambda _on: told.set()]
    consumer = jobs(awake).consumer()
    consumer.start()
    try:
        assert told.wait(5), "the minute's work is done at the start"
    finally:
        consumer.stop(graceful=True)
    assert not any(thread.is_alive() for _, thread in consumer.worker_threads)
