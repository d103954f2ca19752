"""Send what is due in the outbox: each message at least once, and as a rule exactly once.

A message is claimed in one short transaction, sent outside any, and marked in another. A claim holds for a while: when
the process dies between the server's yes and our mark, the message goes out once more with the same Message-ID. While
the mail server is away nothing is claimed, so nothing loses a try or its place in the line.
"""

import time
from datetime import datetime, timedelta

from flask import current_app
from jinja2 import TemplateError as JinjaError
from sqlalchemy import delete, select

from forum.db import begin_write, db
from forum.mail import Carrier, Letter
from forum.outbox import links
from forum.outbox.letters import Undeliverable, compose
from forum.outbox.models import Delivery

CLAIM = timedelta(minutes=10)  # longer than the slowest server takes
STALE = timedelta(days=3)
WAITS = tuple(timedelta(minutes=one) for one in (1, 5, 15, 30, 60, 120, 240, 360, 360, 360, 360))
TRIES = len(WAITS) + 1
SECRETS = ("token", "code", "password")


def sweep(on: datetime, limit: int = 500) -> int:
    """Send what is due, oldest first, and return how many were sent.

    Owns its transactions: call it with nothing pending. `on` is this moment; `limit` the most it tries.
    """
    began = time.monotonic()
    sent = 0
    _drop_stale(on)
    if not _is_any_due(on):
        return 0
    carrier = Carrier()
    try:
        for _ in range(limit):
            carrier.reach()
            moment = on + timedelta(seconds=time.monotonic() - began)
            if (row_id := claim(moment, due=on)) is None:
                break
            sent += _send(row_id, carrier, moment)
    except OSError as fault:
        current_app.logger.warning("the mail server is away: %s", type(fault).__name__)
    finally:
        carrier.close()
    return sent


def claim(on: datetime, *, due: datetime) -> int | None:
    """Take the oldest message due at `due` for this process, and return its id; nobody else takes it for a while."""
    begin_write()
    row = db.session.scalar(
        select(Delivery)
        .where(Delivery.state == "waiting", Delivery.due_at <= due)
        .order_by(Delivery.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if row is None:
        db.session.rollback()
        return None
    row.tries += 1
    row.due_at = on + CLAIM
    row_id = row.id
    db.session.commit()
    return row_id


def _send(row_id: int, carrier: Carrier, on: datetime) -> bool:
    """Send one claimed message; no transaction is open while the server is spoken to."""
    try:
        letter = _compose(row_id)
        if letter is None:
            return False
        carrier.send(letter, _sender())
    except Undeliverable as why:
        return _end(row_id, "dropped", on, str(why))
    except (OSError, ValueError, JinjaError, LookupError) as fault:
        current_app.logger.warning("message %s was not sent: %s", row_id, type(fault).__name__)
        return _later(row_id, on, fault)
    return _end(row_id, "sent", on)


def _compose(row_id: int) -> Letter | None:
    """Write the letter, and end the transaction that reading opened. `None` when somebody deleted the message."""
    try:
        row = db.session.get(Delivery, row_id)
        return compose(row) if row is not None else None
    finally:
        db.session.rollback()


def _end(row_id: int, state: str, on: datetime, fault: str = "") -> bool:
    """Mark a message, and wipe what in it opens a door."""
    begin_write()
    row = db.session.get(Delivery, row_id)
    if row is not None:
        row.state, row.fault = state, fault[:200]
        row.sent_at = on if state == "sent" else None
        row.values = without_secrets(row.values)
    db.session.commit()
    return state == "sent"


def _later(row_id: int, on: datetime, fault: Exception) -> bool:
    """Try again after a wait that grows; after the last try, give up."""
    begin_write()
    row = db.session.get(Delivery, row_id)
    said = f"{type(fault).__name__}: {fault}"[:200]
    if row is not None and row.tries >= TRIES:
        return _end(row_id, "dropped", on, said)
    if row is not None:
        row.due_at, row.fault = on + WAITS[row.tries - 1], said
    db.session.commit()
    return False


def without_secrets(values: dict[str, object]) -> dict[str, object]:
    """Return the values of a message without tokens: whoever reads the table later can open nothing with it."""
    return {name: "" if name.split("_")[-1] in SECRETS else value for name, value in values.items()}


def _is_any_due(on: datetime) -> bool:
    due = (Delivery.state == "waiting") & (Delivery.due_at <= on)
    found = db.session.scalar(select(Delivery.id).where(due).limit(1))
    db.session.rollback()
    return found is not None


def _drop_stale(on: datetime) -> None:
    """Drop what waited so long that it would be no news."""
    old = (Delivery.state == "waiting") & (Delivery.created_at < on - STALE)
    ids = list(db.session.scalars(select(Delivery.id).where(old)))
    db.session.rollback()
    for row_id in ids:
        _end(row_id, "dropped", on, "too old")
    if ids:
        current_app.logger.warning("%s messages were too old to send", len(ids))


def _sender() -> str:
    """Return who letters come from when no setting says it: the place's own address, else one of this host."""
    site = current_app.extensions["letter_frame"]().get("site")
    return str(getattr(site, "email", "") or f"doorway@{links.host().rsplit(':', 1)[0]}")


def prune(on: datetime, kept: timedelta = timedelta(days=30)) -> int:
    """Delete messages that were sent or dropped long ago, with the addresses in them. Returns how many."""
    begin_write()
    old = (Delivery.state != "waiting") & (Delivery.created_at < on - kept)
    ids = list(db.session.scalars(select(Delivery.id).where(old)))
    for start in range(0, len(ids), 500):
        db.session.execute(delete(Delivery).where(Delivery.id.in_(ids[start : start + 500])))
    db.session.commit()
    return len(ids)
