"""What every change of a plan ends with: fold anew, keep it, say so."""

from datetime import datetime

from sqlalchemy import select

from decisions.journeys.clocks.keeping import reckon
from decisions.journeys.keeping import keep
from decisions.journeys.models import Journey, JourneyNow, Move, Stop
from decisions.journeys.queries import issues_of
from forum.access import Standing
from forum.db import db
from forum.history.actions import record


def hold(of: Journey) -> None:
    """Keep others from changing a journey until the transaction ends, and read anew what was read of it before.

    Comes first in a verb: before its rows are added, and before the issue is held. SQLite lets only one write at all.
    """
    db.session.flush()
    db.session.scalar(select(Journey.id).where(Journey.id == of.id).with_for_update(key_share=True))
    for row in list(db.session):
        if isinstance(row, Journey | JourneyNow | Stop | Move):
            db.session.expire(row)


def changed(verb: str, of: Journey, by: Standing, on: datetime, **values: int | str) -> None:
    """Keep what the fold makes of a changed plan, and record the change."""
    db.session.flush()
    reckon(keep(of), on)
    record(verb, ("journey", of.id), by=by.person_id, on=on, parents=parents(of)[1:], **values)


def parents(of: Journey) -> tuple[tuple[str, int], ...]:
    """Return what else changes with what a journey holds: itself, and the issues on whose pages it stands."""
    return ("journey", of.id), *(("thread", one) for one in issues_of(of.id))
