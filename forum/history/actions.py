"""Add to the account."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Flask, current_app
from sqlalchemy.dialects import postgresql, sqlite

from forum.db import db
from forum.history.models import Event, Version

Thing = tuple[str, int]


def after_record(app: Flask, told: Callable[[Thing], None]) -> None:
    """Have a function called with each thing that changes, in the same transaction: the search index listens."""
    app.extensions.setdefault("after_record", []).append(told)


def record(
    verb: str, thing: Thing, *, by: int | None, on: datetime, parents: tuple[Thing, ...] = (), **values: Any
) -> Event:
    """Record that somebody did something, and move on the versions of the thing and of its parents.

    Arguments: `verb`, the `(kind, id)` of the thing, `by` the person's id or `None` for the site itself, `on` the
    moment, `parents` the things whose pages show this one, `values` ids and figures (never names).
    """
    kind, subject_id = thing
    event = Event(at=on, by_id=by, verb=verb, kind=kind, subject_id=subject_id, values=values)
    db.session.add(event)
    db.session.flush()
    for one in sorted({thing, *parents}):  # in one order everywhere, so that no two writers wait for each other
        _move_on(one)
    tell(thing)
    return event


def tell(thing: Thing) -> None:
    """Tell the listeners that a thing changed because another did: a reply is not found when its issue is hidden."""
    for told in current_app.extensions.get("after_record", ()):
        told(thing)


def _move_on(thing: Thing) -> None:
    """Count one change, in one statement: the first two changes of a thing may come at the same moment."""
    kind, subject_id = thing
    insert = postgresql.insert if db.session.get_bind().dialect.name == "postgresql" else sqlite.insert
    row = insert(Version).values(kind=kind, subject_id=subject_id, number=1)
    here = [Version.kind, Version.subject_id]
    db.session.execute(row.on_conflict_do_update(index_elements=here, set_={"number": Version.number + 1}))
