"""The issues that a record may be about, with their words, bodies and days: four queries, however many."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from decisions.journeys.joining.scoring import IssueWords, Library, stems
from decisions.journeys.kinds import Stage
from decisions.journeys.models import JourneyIssue, JourneyNow, Move, Stop, StopNow
from forum.access import Shown
from forum.db import db
from forum.threads.kinds import Kind
from forum.threads.models import Thread, Topic

KINDS = (Kind.ISSUE, Kind.IDEA, Kind.QUESTION)


def load() -> Library:
    """Return the issues that a record may be about: that all can see, that lead to no other, that are not finished.
    What was not taken forward may come back."""
    going = select(JourneyIssue.thread_id).join(JourneyNow, JourneyNow.journey_id == JourneyIssue.journey_id)
    over, going_on = going.where(JourneyNow.stage == Stage.FINISHED), going.where(JourneyNow.stage != Stage.FINISHED)
    alone = Thread.joined_to_id.is_(None), Thread.state == Shown.SHOWN, Thread.kind.in_(KINDS)
    still = or_(Thread.id.not_in(over), Thread.id.in_(going_on))
    issues = select(Thread.id, Thread.title, Topic.name).join(Topic, Topic.id == Thread.topic_id)
    bodies, days = _bodies(), _days()
    return Library(
        IssueWords(
            ident,
            stems(title),
            stems(topic),
            frozenset(bodies.get(ident, ())),
            frozenset(days.get(ident, ())),
        )
        for ident, title, topic in db.session.execute(issues.where(*alone, still).order_by(Thread.id))
    )


def _bodies() -> dict[int, set[int]]:
    query = select(JourneyIssue.thread_id, Stop.body_id).join(Stop, Stop.journey_id == JourneyIssue.journey_id)
    return _grouped(db.session.execute(query.where(Stop.body_id.is_not(None))))


def _days() -> dict[int, set[tuple[int, date]]]:
    """On which days a body has an issue, as far as its steps say: planned, due, or happened."""
    at = select(JourneyIssue.thread_id, Stop.body_id).join(Stop, Stop.journey_id == JourneyIssue.journey_id)
    planned = at.add_columns(Stop.planned_on).where(Stop.planned_on.is_not(None))
    due = at.add_columns(StopNow.due_on).join(StopNow, StopNow.stop_id == Stop.id).where(StopNow.due_on.is_not(None))
    happened = at.add_columns(Move.happened_on).join(Move, Move.stop_id == Stop.id)
    every = planned.union(due, happened)
    return _grouped((thread_id, (body_id, day)) for thread_id, body_id, day in db.session.execute(every))


def _grouped(rows: Iterable[Any]) -> dict[int, set[Any]]:
    found: dict[int, set[Any]] = {}
    for thread_id, value in rows:
        found.setdefault(thread_id, set()).add(value)
    return found
