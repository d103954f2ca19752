"""The filters of the issue list: which there are, what each can be, and what it asks of the database."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, literal, or_, select, union_all
from sqlalchemy.orm import aliased

from decisions.bodies.models import Body
from decisions.issues.choosing import Choices, Chosen
from decisions.journeys.cards import Rows
from decisions.journeys.dates import asks_people, is_late, people_deadline
from decisions.journeys.kinds import ENDED, STAGE_WORDS, Stage
from decisions.journeys.models import Deadline, JourneyIssue, JourneyNow, Stop, StopNow, Way
from forum.db import db
from forum.say import N_
from forum.threads.kinds import KIND_WORDS, Kind
from forum.threads.models import Area, Community, Thread, Topic

ACT_DAYS = 7
PICKED = {
    "topic": N_("Topic"),
    "place": N_("Place"),
    "community": N_("Community"),
    "body": N_("Body"),
    "stage": N_("Where it is"),
    "kind": N_("Kind"),
}
FLAGS = {
    "act": N_("You can act this week"),
    "waiting": N_("Waiting for an answer"),
    "late": N_("Late"),
}
GOES = aliased(JourneyNow)  # of any journey on the page; `JourneyNow` is that of the first


def choices() -> Choices:
    """Return what each filter can be: words by value. One query for all that the place has set."""
    parts = [
        select(literal(name).label("name"), table.slug.label("slug"), label.label("label"))
        for name, table, label in (
            ("topic", Topic, Topic.name),
            ("place", Area, Area.name),
            ("community", Community, Community.name),
            ("body", Body, Body.name),
        )
    ]
    every = union_all(*parts).subquery()
    found: dict[str, dict[str, str]] = {name: {} for name in PICKED}
    for name, slug, label in db.session.execute(select(every).order_by(every.c.name, every.c.label)):
        found[name][slug] = label
    found["stage"] = {str(stage): words for stage, words in STAGE_WORDS.items()}
    found["kind"] = {str(kind): words for kind, words in KIND_WORDS.items()}
    return found


def narrowed(query: Rows, wanted: Chosen, *, today: date) -> Rows:
    """Narrow the query of `decisions.journeys.cards.shown` to what was chosen."""
    for name, value in wanted.values.items():
        query = query.where(CONDITIONS[name](value, today))
    return query


def _on_page(journey_id: Any) -> ColumnElement[bool]:
    """Whether a journey stands on the page of the issue: its own, or one that it goes along with."""
    return and_(JourneyIssue.thread_id == Thread.id, JourneyIssue.journey_id == journey_id)


def _goes_on(journey_id: Any) -> ColumnElement[bool]:
    """Whether it does, and has not ended."""
    return and_(_on_page(journey_id), GOES.journey_id == journey_id, GOES.stage.not_in(ENDED))


def _body(slug: str, _today: date) -> ColumnElement[bool]:
    """Any step of a journey is at this body."""
    return exists().where(_on_page(Stop.journey_id), Stop.body_id == Body.id, Body.slug == slug)


def _stage(stage: str, _today: date) -> ColumnElement[bool]:
    here = exists().where(_on_page(GOES.journey_id), GOES.stage == stage)
    return or_(here, JourneyNow.stage.is_(None)) if stage == Stage.TALKING else here


def _waiting(_value: str, _today: date) -> ColumnElement[bool]:
    return exists().where(_on_page(StopNow.journey_id), StopNow.waiting)


def _late(_value: str, today: date) -> ColumnElement[bool]:
    return exists().where(_goes_on(Deadline.journey_id), Body.id == Deadline.body_id, is_late(today))


def _act(_value: str, today: date) -> ColumnElement[bool]:
    """A way closes, a date for people comes, or a body asks people, within a week."""
    last = today + timedelta(days=ACT_DAYS)
    way = exists().where(_goes_on(Stop.journey_id), Way.stop_id == Stop.id, Way.until.between(today, last))
    day = exists().where(_goes_on(Deadline.journey_id), people_deadline(today, last))
    asks = exists().where(_goes_on(Stop.journey_id), StopNow.stop_id == Stop.id, asks_people(today, date.max))
    return or_(way, day, asks)


CONDITIONS: dict[str, Callable[[str, date], ColumnElement[bool]]] = {
    "topic": lambda slug, _today: Topic.slug == slug,
    "place": lambda slug, _today: Area.slug == slug,
    "community": lambda slug, _today: Thread.community_id.in_(select(Community.id).where(Community.slug == slug)),
    "body": _body,
    "stage": _stage,
    "kind": lambda kind, _today: Thread.kind == Kind(kind),
    "act": _act,
    "waiting": _waiting,
    "late": _late,
}
