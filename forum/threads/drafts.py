"""What somebody began to write, kept for a day, so that signing up, a wrong turn or a flat battery loses nothing.

A draft belongs to a browser: a random token stands in its signed cookie (`forum.threads.browser`), only the hash is
kept here. One that was begun while signed in is shown to that person alone, so that the next reader at a library
computer does not find it. Each part of `values` is one form: `new`, or `reply:12`.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete

from forum.db import db
from forum.people.signing_in import hashed, new_token
from forum.threads.models import Draft

LASTS = timedelta(hours=24)
MOST_PARTS = 10


def read(token: str | None, part: str, *, person_id: int | None, on: datetime) -> dict[str, Any]:
    """Return what was kept of one form; nothing when there is none, or it is over a day old."""
    row = _row(token, person_id)
    if row is None or on - row.created_at > LASTS:
        return {}
    return dict(row.values.get(part, {}))


def keep(token: str | None, part: str, values: Mapping[str, Any], *, person_id: int | None, on: datetime) -> str:
    """Keep a form for a day from now. Returns the token for the cookie: a new one when there was no draft."""
    row = _row(token, person_id)
    if row is None or token is None:
        token = new_token()
        row = Draft(key=hashed(token), values={}, created_at=on)
        db.session.add(row)
    others = [(name, kept) for name, kept in row.values.items() if name != part][-(MOST_PARTS - 1) :]
    row.values = {**dict(others), part: dict(values)}
    row.person_id, row.created_at = person_id, on
    db.session.flush()
    return token


def forget(token: str | None, part: str, *, person_id: int | None) -> None:
    """Throw away what was kept of one form; the draft goes with the last of them."""
    row = _row(token, person_id)
    if row is None:
        return
    row.values = {name: kept for name, kept in row.values.items() if name != part}
    if not row.values:
        db.session.delete(row)
    db.session.flush()


def sweep_drafts(on: datetime) -> int:
    """Remove drafts that are over a day old. Returns how many. For a job; the caller commits."""
    gone = db.session.execute(delete(Draft).where(Draft.created_at < on - LASTS).returning(Draft.key))
    return len(gone.all())


def _row(token: str | None, person_id: int | None) -> Draft | None:
    row = db.session.get(Draft, hashed(token)) if token else None
    return row if row is not None and row.person_id in (None, person_id) else None
