"""On whose pages a journey stands: the issue that it belongs to, and those that are decided together with it."""

from sqlalchemy import func, select

from decisions.journeys.models import Journey, JourneyIssue
from forum.db import db


def stand(of: Journey) -> None:
    """Put a new journey on the page of its own issue, after its other journeys, before those that it goes along with.
    The issue is held."""
    _shift(of.thread_id, of.number, 1)
    db.session.add(JourneyIssue(journey_id=of.id, thread_id=of.thread_id, place=of.number))
    db.session.flush()


def stand_too(of: Journey, thread_id: int) -> None:
    """Put a journey at the end of the page of an issue that is decided together with its own. The issue is held."""
    last = db.session.scalar(select(func.max(JourneyIssue.place)).where(JourneyIssue.thread_id == thread_id)) or 0
    db.session.add(JourneyIssue(journey_id=of.id, thread_id=thread_id, place=last + 1))
    db.session.flush()


def stand_no_more(row: JourneyIssue) -> None:
    """Take a journey off the page of an issue that is not its own. The issue is held."""
    db.session.delete(row)
    db.session.flush()
    _shift(row.thread_id, row.place, -1)


def _shift(thread_id: int, first: int, by: int) -> None:
    """Move the journeys on a page, from a place on: one by one, for no two may have one place."""
    here = (JourneyIssue.thread_id == thread_id) & (JourneyIssue.place >= first)
    rows = list(db.session.scalars(select(JourneyIssue).where(here).order_by(JourneyIssue.place)))
    for row in reversed(rows) if by > 0 else rows:
        row.place += by
        db.session.flush()
