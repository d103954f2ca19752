"""Read sources by themselves: each night those whose turn it is, each minute one that somebody wants read now."""

from datetime import datetime, timedelta

from flask import Flask

from decisions.imports import queries, running, sources
from decisions.imports.models import Source
from forum import clock
from forum.db import db
from forum.outbox.jobs import each_day, each_minute
from forum.refusal import Refusal

AT_NIGHT, AT_ONCE = 2_000, 150  # questions for one source; letters wait while one is read by day
OFTEN = {"day": timedelta(hours=20), "week": timedelta(days=6, hours=20)}


def init_app(app: Flask) -> None:
    """Have sources read."""
    each_day(app, read_those_due)
    each_minute(app, read_one_asked)


def read_those_due(on: datetime) -> None:
    """Read each source whose turn it is. One that can't be read says so in its run, and keeps no other waiting."""
    due = [one.id for one in queries.scheduled() if is_due(one, queries.last_start(one.id), on)]
    db.session.rollback()
    for source_id in due:
        read_now(source_id, on, most=AT_NIGHT)


def read_one_asked(on: datetime) -> None:
    """Read the source that somebody wants read, the longest waiting first; the next one has the next minute."""
    source_id = queries.next_asked()
    db.session.rollback()
    if source_id is not None:
        read_now(source_id, on, most=AT_ONCE)


def read_now(source_id: int, on: datetime, *, most: int) -> None:
    """Read one source at its address; `most`: how many questions it may ask."""
    source = db.session.get_one(Source, source_id)
    asked = sources.asked_of(source, *sources.usual_range(clock.local_day(on)))
    give = sources.given_by(source, asked, sources.fetcher(most=most).get)
    db.session.rollback()
    try:
        running.bring(source_id, give, by=None, on=on)
    except Refusal:
        return  # its run says why, and /to-do shows it


def is_due(source: Source, last: datetime | None, on: datetime) -> bool:
    """Whether it is a source's turn. Arguments: when it was read last, if ever; the moment."""
    return source.every in OFTEN and (last is None or on - last >= OFTEN[source.every])
