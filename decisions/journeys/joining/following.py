"""Bring drafts into step with what changes: a record, a journey, or the day."""

from datetime import datetime

from sqlalchemy import select

from decisions.journeys.joining import near
from decisions.journeys.joining.drafting import redraft
from decisions.journeys.joining.kinds import State
from decisions.journeys.joining.models import Joined
from forum import clock
from forum.db import db
from forum.history.actions import Thing


def follow(thing: Thing) -> None:
    """Bring drafts into step with something that changed; called for each thing that history records."""
    kind, subject_id = thing
    if kind not in ("meeting", "decision", "journey", "move"):
        return
    for one in near.joined_to(kind, subject_id):
        redraft(one, clock.now())


def redraft_all(on: datetime) -> int:
    """Bring all drafts into step: a day passes, and what was to come is over. Returns how many wait."""
    every = db.session.scalars(select(Joined).where(Joined.state == State.JOINED).order_by(Joined.id))
    return sum(redraft(one, on) is not None for one in every)
