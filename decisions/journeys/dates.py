"""Days that matter on open journeys: what people can still do, and what bodies owe. Batch queries, no loops."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, Time, case, cast, false, func, literal, null, select, union_all

from decisions.bodies.models import Body
from decisions.journeys.kinds import ENDED, Basis, StopRole
from decisions.journeys.models import Deadline, Journey, JourneyNow, Stop, StopNow, Way
from decisions.journeys.sureness import LOCAL, basis_on
from forum import clock
from forum.access import Shown
from forum.db import db
from forum.say import _
from forum.threads.models import Area, Thread, Topic

MOST = 200
OWED = Deadline.met_by_id.is_(None) & Deadline.dropped_at.is_(None) & ~Deadline.first_day


@dataclass(frozen=True, slots=True)
class ToAct:
    """One thing that people can do, and until when. `rank` says where it is typed: 0 a way, 1 a date for people, 2 a
    body that asks people (then `what` is empty); `id` is its own there. `asks`: it is at a step where a body asks
    people. `topic` and `area`: what the issue is about, and where, by the names in addresses."""

    id: int
    day: date
    at: time | None
    what: str
    thread_id: int
    slug: str
    title: str
    body: str | None
    body_slug: str | None
    speaking: bool
    asks: bool
    topic: str
    area: str | None
    rank: int

    @property
    def moment(self) -> datetime | None:
        """The moment at which it is over, when there is an hour."""
        return clock.at(self.day, self.at) if self.at else None


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that a body is to do, by when and on what basis."""

    day: date
    what: str
    thread_id: int
    slug: str
    title: str
    body: str
    body_slug: str
    typical: bool
    days_late: int


def is_late(today: date) -> ColumnElement[bool]:
    """Whether a deadline, joined to its body, is late: past its day, not met, and more than the usual, and
    only where we would have heard of it. A body that has not joined may never have had our message, so it is never
    called late."""
    holds = Deadline.holds_until.is_(None) | (Deadline.holds_until >= today)
    heard_of = Deadline.watched & holds & (Deadline.basis != Basis.TYPICAL)
    return OWED & (Deadline.due_on < today) & heard_of & Body.joined


def unsure() -> ColumnElement[bool]:
    """Whether a date for people is not checked yet: as `sureness.is_sure` says, the other way round."""
    linked = Deadline.source.like("http%://%") | (Deadline.source.like("/%") & ~Deadline.source.like("//%"))
    local = Deadline.basis.in_([str(one) for one in LOCAL])
    return Deadline.body_id.is_(None) & local & Deadline.checked_on.is_(None) & ~linked


def people_deadline(first: date, last: date) -> ColumnElement[bool]:
    """Whether a deadline is one for people, between two days."""
    return OWED & Deadline.body_id.is_(None) & Deadline.due_on.between(first, last)


def asks_people(first: date, last: date) -> ColumnElement[bool]:
    """Whether a body asks people what they think today (`first`) and until a day up to `last`; for a stop that is
    joined to what the fold kept of it."""
    until = StopNow.due_on.between(first, last)
    return (Stop.role == StopRole.CONSULT) & (StopNow.since <= first) & until


def to_act(now: datetime, last: date, limit: int = MOST) -> list[ToAct]:
    """Return what people can do from a local moment until a day, soonest first: one query.

    What is typed twice, as a way to act and as a date, is told once, as the way.
    """
    today = now.date()
    every = union_all(_ways(today, last), _people(today, last), _consults(today, last)).subquery()
    soonest = select(every).order_by(every.c.day).limit(max(limit, MOST) * 2)
    found = [ToAct(**row) for row in db.session.execute(soonest).mappings()]
    open_still = [one for one in found if one.at is None or one.day > today or one.at > now.time()]
    open_still.sort(key=lambda one: (one.day, one.at or time.max, one.speaking, one.thread_id, one.rank, one.what))
    ways = {(one.thread_id, one.day) for one in open_still if one.rank == 0}
    return [one for one in open_still if one.rank == 0 or (one.thread_id, one.day) not in ways][:limit]


def one_each(found: list[ToAct], limit: int) -> list[ToAct]:
    """Return the soonest thing to do for each issue, so that one issue does not fill a short list."""
    first: dict[int, ToAct] = {}
    for one in found:
        first.setdefault(one.thread_id, one)
    return list(first.values())[:limit]


def owed(today: date, last: date, limit: int = MOST) -> list[Owed]:
    """Return what bodies are late with and what they owe until a day, the longest late first: one query."""
    columns = (
        *_issue(),
        Deadline.text.label("what"),
        Deadline.due_on.label("day"),
        Deadline.basis,
        Body.joined,
        Deadline.holds_until,
    )
    ahead = OWED & Deadline.due_on.between(today, last)
    wanted = _open(select(*columns, Body.short.label("body"), Body.slug.label("body_slug")), Deadline.journey_id)
    wanted = wanted.join(Body, Body.id == Deadline.body_id).where(is_late(today) | ahead)
    rows = db.session.execute(wanted.order_by(Deadline.due_on, Deadline.id).limit(limit))
    return [
        Owed(
            day=row.day,
            what=row.what,
            thread_id=row.thread_id,
            slug=row.slug,
            title=row.title,
            body=row.body,
            body_slug=row.body_slug,
            typical=basis_on(row, today) == Basis.TYPICAL,
            days_late=max((today - row.day).days, 0),
        )
        for row in rows
    ]


def _issue() -> tuple[Any, ...]:
    return Thread.id.label("thread_id"), Thread.slug.label("slug"), Thread.title.label("title")


def about() -> tuple[Any, ...]:
    """Return two columns of a query of issues: what each is about, and where, by the names in addresses."""
    topic = select(Topic.slug).where(Topic.id == Thread.topic_id).scalar_subquery()
    area = select(Area.slug).where(Area.id == Thread.area_id).scalar_subquery()
    return topic.label("topic"), area.label("area")


def _open(query: Select[Any], journey_id: Any) -> Select[Any]:
    """Keep to issues that are shown and whose journey has not ended."""
    return (
        query.join(Journey, Journey.id == journey_id)
        .join(JourneyNow, JourneyNow.journey_id == Journey.id)
        .join(Thread, Thread.id == Journey.thread_id)
        .where(Thread.state == Shown.SHOWN, JourneyNow.stage.not_in(ENDED))
    )


def _columns(own_id: Any, day: Any, at: Any, what: Any, speaking: Any, rank: int) -> tuple[Any, ...]:
    return (
        own_id.label("id"),
        day.label("day"),
        at.label("at"),
        what.label("what"),
        *_issue(),
        *about(),
        Body.short.label("body"),
        Body.slug.label("body_slug"),
        speaking.label("speaking"),
        func.coalesce(Stop.role == StopRole.CONSULT, false()).label("asks"),
        literal(rank).label("rank"),
    )


def _ways(first: date, last: date) -> Select[Any]:
    columns = _columns(Way.id, Way.until, Way.at, Way.text, Way.speaking, 0)
    query = _open(select(*columns).select_from(Way).join(Stop, Stop.id == Way.stop_id), Stop.journey_id)
    return query.outerjoin(Body, Body.id == Stop.body_id).where(Way.until.between(first, last))


def _people(first: date, last: date) -> Select[Any]:
    marked = Deadline.text + literal(f" ({_('not yet checked')})")
    text = case((unsure(), marked), else_=Deadline.text)
    columns = _columns(Deadline.id, Deadline.due_on, Deadline.at, text, false(), 1)
    query = _open(select(*columns).select_from(Deadline), Deadline.journey_id)
    query = query.outerjoin(Stop, Stop.id == Deadline.stop_id).outerjoin(Body, Body.id == Stop.body_id)
    return query.where(people_deadline(first, last))


def _consults(first: date, last: date) -> Select[Any]:
    columns = _columns(Stop.id, StopNow.due_on, cast(null(), Time), literal(""), false(), 2)
    query = _open(select(*columns).select_from(StopNow).join(Stop, Stop.id == StopNow.stop_id), Stop.journey_id)
    return query.join(Body, Body.id == Stop.body_id).where(asks_people(first, last))
