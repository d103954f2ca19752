"""Say that a thread affects oneself too, and take it back. With issues that were joined, a person counts once."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, or_, select

from forum.db import db
from forum.history.actions import record
from forum.threads.actions.locking import hold
from forum.threads.models import Affected, Thread


def affects_me(
    thread: Thread, *, person_id: int | None = None, browser: str | None = None, on: datetime
) -> Affected | None:
    """Say that a thread affects a person too, or whoever uses a browser: once. Returns `None` when it was said."""
    thread = hold(thread)
    if db.session.scalar(select(Affected.id).where(_said(thread, person_id, browser)).limit(1)) is not None:
        return None
    row = Affected(thread_id=thread.id, person_id=person_id, browser=browser, created_at=on)
    db.session.add(row)
    count_affected(thread)
    record("affected", ("thread", thread.id), by=None, on=on)
    return row


def no_longer_affects_me(
    thread: Thread, *, person_id: int | None = None, browser: str | None = None, on: datetime
) -> None:
    """Take back that a thread affects somebody; that an issue joined with it does, too."""
    thread = hold(thread)
    said = list(db.session.scalars(select(Affected.id).where(_said(thread, person_id, browser))))
    if not said:
        return
    db.session.execute(delete(Affected).where(Affected.id.in_(said)))
    count_affected(thread)
    record("not_affected", ("thread", thread.id), by=None, on=on)


def count_affected(thread: Thread) -> None:
    """Count whom a thread affects, those of the issues joined with it too. The thread is held."""
    db.session.flush()
    people, browsers = func.count(Affected.person_id.distinct()), func.count(Affected.browser)
    counted = db.session.execute(select(people, browsers).where(_here(thread))).one()
    thread.affected_count = counted[0] + counted[1]
    db.session.flush()


def _here(thread: Thread) -> ColumnElement[bool]:
    joined = select(Thread.id).where(Thread.joined_to_id == thread.id)
    return or_(Affected.thread_id == thread.id, Affected.thread_id.in_(joined))


def _said(thread: Thread, person_id: int | None, browser: str | None) -> ColumnElement[bool]:
    owner = Affected.person_id == person_id if person_id is not None else Affected.browser == browser
    return and_(_here(thread), owner)
