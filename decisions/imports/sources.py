"""Sources: where records come from, and how each is read. Callers commit unless it says otherwise."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from time import sleep
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import or_, select

from decisions.imports import visiting
from decisions.imports.fetching import Fetcher
from decisions.imports.models import Origin, Source
from decisions.imports.records import Asked, Found
from forum import clock
from forum.db import db
from forum.history.actions import record

BEFORE, AHEAD = timedelta(days=90), timedelta(days=200)  # minutes appear weeks after a meeting


def named(reader: str, name: str) -> Source | None:
    """Return the source of this reader and name."""
    return db.session.scalar(select(Source).where(Source.reader == reader, Source.name == name))


def make(
    reader: str,
    name: str,
    *,
    address: str = "",
    body_id: int | None = None,
    every: str = "",
    by: int | None,
    on: datetime,
) -> Source:
    """Add a source. Arguments: its reader, its name, its address or none, the one body that it is about or none, how
    often it is read by itself (`day`, `week` or never), the person's id or none for a command, the moment."""
    made = Source(reader=reader, name=name, address=address, body_id=body_id, every=every, made_at=on)
    db.session.add(made)
    db.session.flush()
    record("added_source", ("source", made.id), by=by, on=on)
    return made


def usual_range(today: date) -> tuple[date, date]:
    """Return the days that are asked for when nobody says which: long enough back for minutes that come late."""
    return today - BEFORE, today + AHEAD


def asked_of(source: Source, first: date | None, last: date | None) -> Asked:
    """Return what is asked of a source for some days."""
    return Asked(first, last, base=source.address, zone=clock.zone().key)


def given_by(source: Source, asked: Asked, get: Callable[[str], bytes]) -> Callable[[], Iterable[Found]]:
    """Return a function that reads a source at its address. What it needs of the database is asked for now, so that
    none is held while it reads."""
    matched = select(Origin.ident).where(
        Origin.source_id == source.id, Origin.kind == "body", Origin.subject_id.is_not(None), Origin.gone_on.is_(None)
    )
    committees = list(db.session.scalars(matched.order_by(Origin.id)))
    wanted = visiting.Visit(source.reader, source.address, committees, asked, clock.today())
    return lambda: visiting.visit(wanted, get)


def fetcher(*, most: int, pause: Callable[[float], None] = sleep) -> Fetcher:
    """Return what fetches for one reading: only from the hosts of sources that people set up. `most`: how many
    questions it may ask; `pause` waits."""
    stopped = or_(Source.paused_at.is_not(None), Source.ended_at.is_not(None))
    addresses = db.session.scalars(select(Source.address).where(Source.address != "", ~stopped))
    hosts = {urlsplit(one).netloc for one in addresses}
    site = current_app.config["SITE_URL"]
    private = str(current_app.config["FETCH_PRIVATE"]) == "1"
    return Fetcher(hosts, f"Doorway (+{site})" if site else "Doorway", private=private, pause=pause, most=most)
