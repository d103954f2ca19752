"""An issue in a few lines, for lists: where it is, who has it since when, the next day. Three queries for a page."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, literal, or_, select, union_all
from sqlalchemy.orm import aliased

from decisions.bodies.models import Body
from decisions.journeys.card import Card, Holder, Moving, Next
from decisions.journeys.card_parts import add_parts
from decisions.journeys.dates import OWED, is_late
from decisions.journeys.kinds import Stage, StopRole
from decisions.journeys.models import Deadline, Journey, JourneyIssue, JourneyNow, Stop, StopNow, Way
from forum.access import Shown
from forum.db import db
from forum.threads.models import Area, Thread, Topic

Rows = Select[*tuple[Any, ...]]
FIRST, SECOND = aliased(JourneyIssue), aliased(JourneyIssue)  # the journeys on the page of an issue
HOME = aliased(Thread)
HOME_SHOWN = exists().where(HOME.id == Journey.thread_id, HOME.state == Shown.SHOWN).correlate(Journey)
SEEN = or_(Journey.thread_id == Thread.id, HOME_SHOWN)  # steps of another issue: only while all can see that one


def active_at() -> ColumnElement[datetime]:
    """Return the moment at which something last happened to an issue, as the database works it out: words, or a move.
    So what a body did brings an issue to the top of a list too."""
    return case((JourneyNow.moved_at > Thread.last_post_at, JourneyNow.moved_at), else_=Thread.last_post_at)


def shown() -> Rows:
    """Return the query of all issues that anyone may see, to be narrowed, ordered and cut by the caller."""
    return (
        select(
            Thread.id,
            Thread.slug,
            Thread.title,
            Thread.kind,
            Topic.name.label("topic"),
            Topic.slug.label("topic_slug"),
            Area.name.label("area"),
            Thread.post_count.label("replies"),
            Thread.affected_count.label("affected"),
            active_at().label("active_at"),
            Journey.id.label("journey_id"),
            Journey.thread_id.label("home_id"),
            JourneyNow.stage,
            JourneyNow.outcome,
            JourneyNow.news_on,
            SECOND.journey_id.is_not(None).label("has_more"),
        )
        .select_from(Thread)
        .join(Topic, Topic.id == Thread.topic_id)
        .outerjoin(Area, Area.id == Thread.area_id)
        .outerjoin(FIRST, and_(FIRST.thread_id == Thread.id, FIRST.place == 1))
        .outerjoin(SECOND, and_(SECOND.thread_id == Thread.id, SECOND.place == 2))
        .outerjoin(Journey, and_(Journey.id == FIRST.journey_id, SEEN))
        .outerjoin(JourneyNow, JourneyNow.journey_id == Journey.id)
        .where(Thread.state == Shown.SHOWN, Thread.joined_to_id.is_(None))
        .order_by(active_at().desc(), Thread.id.desc())
    )


def cards(query: Rows, *, today: date) -> list[Card]:
    """Return the issues of a query as they are today: at most three queries, however many issues; one more when some
    have several journeys or are decided together with another issue."""
    found = [Card(**row) for row in db.session.execute(query).mappings()]
    for card in found:
        card.stage = card.stage or Stage.TALKING
    moving: Moving = {}
    for card in found:
        if card.journey_id is not None and not card.ended:
            moving.setdefault(card.journey_id, []).append(card)
    add_parts([card for card in found if card.has_more or card.home_id not in (None, card.id)], moving)
    if moving:
        ids = list(moving)
        _add_stops(moving, ids, today)
        _add_dates(moving, ids, today)
    return found


def _add_stops(moving: Moving, ids: Sequence[int], today: date) -> None:
    columns = (Stop.journey_id, Stop.role, Stop.planned_on, Body.short, Body.slug, StopNow.waiting)
    wanted = (
        select(*columns, StopNow.since, StopNow.due_on)
        .outerjoin(StopNow, StopNow.stop_id == Stop.id)
        .join(Body, Body.id == Stop.body_id)
        .where(Stop.journey_id.in_(ids), or_(StopNow.stop_id.is_not(None), Stop.planned_on >= today))
        .order_by(Stop.position, Stop.id)
    )
    for row in db.session.execute(wanted):
        planned = row.due_on if row.since else row.planned_on
        over = row.role == StopRole.CONSULT and row.due_on is not None and row.due_on < today and not row.waiting
        for card in moving[row.journey_id]:
            if row.since is not None and row.since <= today and not over:
                card.holders.append(Holder(row.short, row.slug, row.role, row.waiting, row.since, row.due_on))
            if planned is not None and planned >= today:
                _sooner(card, Next("stop", planned, row.short, row.role))


def _add_dates(moving: Moving, ids: Sequence[int], today: date) -> None:
    late = is_late(today)
    owed = (
        select(
            literal("deadline").label("kind"),
            Deadline.journey_id.label("journey_id"),
            Deadline.due_on.label("day"),
            Deadline.text.label("what"),
        )
        .outerjoin(Body, Body.id == Deadline.body_id)
        .where(Deadline.journey_id.in_(ids), or_(late, and_(OWED, Deadline.due_on >= today)))
    )
    ways = (
        select(literal("way"), Stop.journey_id, Way.until, Way.text)
        .join(Stop, Stop.id == Way.stop_id)
        .where(Stop.journey_id.in_(ids), Way.until >= today)
    )
    rows: Sequence[Any] = db.session.execute(union_all(ways, owed)).all()
    for kind, journey_id, day, what in rows:
        one = Next(kind, day, what)
        for card in moving[journey_id]:
            if day < today:
                card.late = min(card.late or one, one, key=lambda late: late.day)
            else:
                _sooner(card, one)


def _sooner(card: Card, other: Next) -> None:
    """Keep the sooner of two days; on the same day, what people can do comes before what others do."""
    order = {"way": 0, "deadline": 1, "stop": 2}
    if card.next is None or (other.day, order[other.kind]) < (card.next.day, order[card.next.kind]):
        card.next = other
