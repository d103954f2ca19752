"""Work beside the requests: once a minute, once a day, and at once when something waits to be sent.

A job carries ids or nothing. What is to be done stands in the database, so a job that is lost, or runs twice, or runs
on two machines at once, changes nothing: the next minute's finds the same rows.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import cached_property
from pathlib import Path
from typing import Any

from flask import Flask, current_app, has_app_context
from huey import Huey, RedisExpireHuey, SqliteHuey, crontab
from huey.consumer import Consumer
from huey.registry import Message
from huey.serializer import Serializer
from redis import ConnectionPool
from sqlalchemy import event

from forum import clock
from forum.config import REDIS_PATIENCE
from forum.db import db

Act = Callable[[datetime], Any]
LOCK_SECONDS = 900
MOST_WAITING = 3
NIGHT = time(4, 17)  # at the place: no clock in Europe is put past it, or back over it, when summer begins or ends


class JsonSerializer(Serializer):  # type: ignore[misc]
    """Jobs as JSON. The library's own is pickle: whoever could write to the queue could run anything here."""

    def _serialize(self, data: Any) -> bytes:
        return json.dumps(data, default=lambda moment: {"moment": moment.isoformat()}).encode()

    def _deserialize(self, data: bytes) -> Any:
        read = json.loads(data, object_hook=_moment)
        return Message(*read) if isinstance(read, list) else read


class Jobs:
    """The jobs of one app. The queue is opened when it is first used: commands that need none open none."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.minutely: list[Act] = []
        self.daily: list[Act] = []

    @cached_property
    def huey(self) -> Huey:
        """The queue: a file in the instance folder, or Redis when several machines share it."""
        huey, ttl = _queue(self.app)
        self.soon = huey.task(name="soon")(huey.lock_task("minute", ttl=ttl)(self.run_minutely))
        every_minute = huey.lock_task("minute", ttl=ttl)(self.run_minutely)
        huey.periodic_task(crontab(minute="*"), name="minute")(every_minute)
        every_day = huey.lock_task("day", ttl=ttl)(self.run_daily)
        huey.periodic_task(self.is_night, name="day")(every_day)
        return huey

    def is_night(self, moment: datetime) -> bool:
        """Whether this is the minute for the night's work. The queue asks each minute, in UTC without a zone."""
        with self.app.app_context():
            here = clock.local(moment.replace(tzinfo=UTC))
        return (here.hour, here.minute) == (NIGHT.hour, NIGHT.minute)

    def nudge(self) -> None:
        """Ask for the minute's work now. When the queue can't be reached, the minute's own turn does it."""
        try:
            if self.huey.pending_count() < MOST_WAITING:
                self.soon()
        except Exception as fault:
            self.app.logger.warning("no nudge: %s", type(fault).__name__)

    def run_minutely(self) -> None:
        """Do what is done each minute."""
        self._run(self.minutely)

    def run_daily(self) -> None:
        """Do what is done each night."""
        self._run(self.daily)

    def consumer(self, workers: int = 1) -> Consumer:
        """Make what does the jobs. One process of ours holds a queue file, so locks in it at the start are stale."""
        huey = self.huey
        in_file = isinstance(huey, SqliteHuey)
        return _Quiet(huey, workers=workers, max_delay=1.0, flush_locks=in_file, shutdown_timeout=2)

    def _run(self, acts: list[Act]) -> None:
        """Do each act in a context of its own: one that fails is logged and keeps nobody else waiting."""
        for act in acts:
            with self.app.app_context():
                try:
                    act(clock.now())
                except Exception as fault:
                    self.app.logger.error("a job failed: %s", getattr(act, "__name__", act), exc_info=fault)


class _Quiet(Consumer):  # type: ignore[misc]
    """A consumer that leaves signals to the process it runs in."""

    def _set_signal_handlers(self) -> None:
        pass


def init_app(app: Flask) -> None:
    """Give an app its jobs."""
    app.extensions["jobs"] = Jobs(app)


def each_minute(app: Flask, *acts: Act) -> None:
    """Have functions called each minute, in this order, each with the moment. Each owns its transactions."""
    app.extensions["jobs"].minutely.extend(acts)


def each_day(app: Flask, *acts: Act) -> None:
    """Have functions called each night, each with the moment. Each owns its transactions."""
    app.extensions["jobs"].daily.extend(acts)


@event.listens_for(db.session, "after_commit")
def _after_commit(session: Any) -> None:
    """Wake the jobs once what waits to be sent is really there: not at the end of a savepoint."""
    if session.in_nested_transaction():
        return
    if session.info.pop("waits_to_be_sent", False) and has_app_context() and current_app.config["JOBS"]:
        current_app.extensions["jobs"].nudge()


@event.listens_for(db.session, "after_rollback")
def _after_rollback(session: Any) -> None:
    if not session.in_nested_transaction():
        session.info.pop("waits_to_be_sent", None)


def _queue(app: Flask) -> tuple[Huey, int | None]:
    """Return the queue, and how long its locks may last; those of a file end with its one process."""
    options: dict[str, Any] = {"results": False, "serializer": JsonSerializer()}
    if url := app.config["REDIS_URL"]:
        pool = ConnectionPool.from_url(url, **REDIS_PATIENCE)
        return RedisExpireHuey("doorway", connection_pool=pool, **options), LOCK_SECONDS
    path = Path(app.config["INSTANCE"]) / "jobs.db"
    return SqliteHuey("doorway", filename=str(path), fsync=False, **options), None


def _moment(read: dict[str, Any]) -> Any:
    return datetime.fromisoformat(read["moment"]) if set(read) == {"moment"} else read
