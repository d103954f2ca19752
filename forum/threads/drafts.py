"""What somebody began to write, kept so that signing up, a wrong turn or a flat battery loses nothing.

A draft belongs to a browser: a random token stands in its signed cookie (`forum.threads.browser`), only the hash is
kept here. It is kept for a day. One of somebody signed in is shown to that person alone, so that the next reader at a
library computer does not find it, and wherever they sign in; it is kept for seven days. Whoever signs up last takes
theirs along: it is handed over when the link in our e-mail is used, on whatever phone or computer. Each part of
`values` is one form: `new`, or `reply:12`.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from forum.db import db
from forum.people.signing_in import hashed, new_token
from forum.threads.models import Draft

LASTS, OWNED_LASTS = timedelta(hours=24), timedelta(days=7)
MOST_PARTS = 10


def read(token: str | None, part: str, *, person_id: int | None, on: datetime) -> dict[str, Any]:
    """Return what was kept of one form, by this browser or else by this person; nothing when it is too old."""
    rows = [row for row in (_row(token, person_id), *_rows_of(person_id)) if row is not None]
    return next((dict(row.values[part]) for row in rows if part in row.values and not _is_over(row, on)), {})


def keep(token: str | None, part: str, values: Mapping[str, Any], *, person_id: int | None, on: datetime) -> str:
    """Keep a form from now. Returns the token for the cookie: a new one when there was no draft."""
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
    """Throw away what was kept of one form, here and elsewhere; a draft goes with the last of them."""
    for row in {one.key: one for one in (_row(token, person_id), *_rows_of(person_id)) if one is not None}.values():
        row.values = {name: kept for name, kept in row.values.items() if name != part}
        if not row.values:
            db.session.delete(row)
    db.session.flush()


def pack(token: str | None, *, on: datetime) -> str | None:
    """Name the draft of a browser that is signed out, and keep it a day from now: as long as a link to join holds."""
    row = _row(token, None)
    if row is None or _is_over(row, on):
        return None
    row.created_at = on
    return row.key


def hand_over(key: str, person_id: int) -> None:
    """Give a draft to the person whose link came with it, unless somebody has it already."""
    row = db.session.get(Draft, key)
    if row is not None and row.person_id is None:
        row.person_id = person_id
        db.session.flush()


def sweep_drafts(on: datetime) -> int:
    """Remove drafts that are too old. Returns how many. For a job; the caller commits."""
    over = (Draft.created_at < on - OWNED_LASTS) | (Draft.person_id.is_(None) & (Draft.created_at < on - LASTS))
    return len(db.session.execute(delete(Draft).where(over).returning(Draft.key)).all())


def _is_over(row: Draft, on: datetime) -> bool:
    return on - row.created_at > (LASTS if row.person_id is None else OWNED_LASTS)


def _row(token: str | None, person_id: int | None) -> Draft | None:
    row = db.session.get(Draft, hashed(token)) if token else None
    return row if row is not None and row.person_id in (None, person_id) else None


def _rows_of(person_id: int | None) -> list[Draft]:
    if person_id is None:
        return []
    return list(db.session.scalars(select(Draft).where(Draft.person_id == person_id).order_by(Draft.created_at.desc())))
