"""What a list says of an issue with several journeys, or that is decided together with another."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, or_, select

from decisions.journeys.card import Card, Moving
from decisions.journeys.kinds import ENDED, StopRole
from decisions.journeys.models import Journey, JourneyIssue, JourneyNow, Stop
from forum.access import Shown
from forum.db import db
from forum.threads.models import Thread


def add_parts(several: Sequence[Card], moving: Moving) -> None:
    """Add what the other journeys of some issues bring, and where a journey comes from; those that go on are added to
    `moving`. One query, or none."""
    if not several:
        return
    by_id = {card.id: card for card in several}
    decides = select(func.max(Stop.body_id)).where(Stop.journey_id == Journey.id, Stop.role == StopRole.DECIDE)
    columns = (JourneyIssue.thread_id, JourneyIssue.place, Journey.id, JourneyNow.stage, JourneyNow.outcome)
    query = (
        select(*columns, Thread.id.label("home_id"), Thread.title, decides.scalar_subquery().label("decides"))
        .join(Journey, Journey.id == JourneyIssue.journey_id)
        .join(JourneyNow, JourneyNow.journey_id == Journey.id)
        .join(Thread, Thread.id == Journey.thread_id)
        .where(JourneyIssue.thread_id.in_(by_id), or_(Thread.state == Shown.SHOWN, Thread.id == JourneyIssue.thread_id))
        .order_by(JourneyIssue.thread_id, JourneyIssue.place)
    )
    rows = db.session.execute(query).all()
    for ident, card in by_id.items():
        _with_parts(card, [row for row in rows if row.thread_id == ident], moving)


def _with_parts(card: Card, rows: Sequence[Any], moving: Moving) -> None:
    going = [row for row in rows if row.stage not in ENDED]
    card.home = next((row.title for row in rows if row.home_id != card.id), "")
    card.parts = len(going)
    card.bodies = len({row.decides for row in going if row.decides is not None})
    if card.ended and going:
        card.stage, card.outcome = going[0].stage, going[0].outcome
    for row in going:
        known = moving.setdefault(row.id, [])
        if not any(one is card for one in known):
            known.append(card)
