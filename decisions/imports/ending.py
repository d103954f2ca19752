"""Pause a source, end it, and let it go on. Callers commit. What it brought stays in any case."""

from datetime import datetime

from sqlalchemy import delete

from decisions.access import may_bring_in
from decisions.imports.models import Brought, Source
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.refusal import Refusal, raise_if
from forum.say import N_


def pause(source: Source, *, by: Standing, on: datetime) -> None:
    """Read nothing from a source for now; files can still be brought. Raises Refusal."""
    raise_if(may_bring_in(by))
    if source.stopped:
        raise Refusal(N_("This source is stopped already."))
    source.paused_at, source.asked_at = on, None
    record("paused_source", ("source", source.id), by=by.person_id, on=on)


def end(source: Source, *, by: Standing, on: datetime) -> None:
    """Bring in nothing more from a source. What it brought stays, and says so; what waits to be looked at goes.
    Raises Refusal."""
    raise_if(may_bring_in(by))
    if source.ended_at is not None:
        raise Refusal(N_("This source is stopped already."))
    source.ended_at, source.asked_at = on, None
    db.session.execute(delete(Brought).where(Brought.source_id == source.id))
    record("ended_source", ("source", source.id), by=by.person_id, on=on)


def go_on(source: Source, *, by: Standing, on: datetime) -> None:
    """Let a source go on that was paused or ended: it knows again what it brought. Raises Refusal."""
    raise_if(may_bring_in(by))
    if not source.stopped:
        raise Refusal(N_("This source is read as it should be."))
    source.paused_at = source.ended_at = None
    record("went_on_source", ("source", source.id), by=by.person_id, on=on)
