"""Gather a record from what is kept: a fixed number of queries, however many issues it spans."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func, select

from decisions.answers.models import OfficialReply
from decisions.bodies.models import Body
from decisions.journeys.entries import counts, entries
from decisions.journeys.kinds import MoveKind, StopRole
from decisions.journeys.models import Journey, Move, Stop
from decisions.journeys.queries import move_facts
from decisions.promises.involvement.counting import Counted, hide, one
from decisions.promises.involvement.scope import Scope
from decisions.promises.models import PromiseIssue
from decisions.promises.queries import LINES, last_events
from decisions.promises.shown import Line, lines
from decisions.promises.verdicts.queries import by_journey
from decisions.promises.verdicts.rules import Said
from forum import clock
from forum.access import Shown
from forum.db import db
from forum.markup.plain import plain
from forum.people.capacities import Capacity
from forum.people.models import Byline
from forum.threads.models import Affected, Ask, Post, Thread

K = MoveKind
GOOD = (K.AGREED, K.AGREED_CHANGED, K.TAKES_EFFECT, K.RECOMMENDED)
BAD = (K.REFUSED, K.OUTSIDE_POWER, K.WITHDRAWN, K.DEFERRED, K.NOTED, K.RECOMMENDED_AGAINST)
ASKING = (Capacity.WORKS_FOR_BODY, Capacity.FACILITATOR)
NOT_SHOWN = ""  # people who showed no capacity


@dataclass(frozen=True, slots=True)
class Wanted:
    """A version of what people asked for on an issue."""

    issue: str
    thread_id: int
    number: int
    text: str
    differing: str
    agreed_by: str
    agreed_on: date


@dataclass(frozen=True, slots=True)
class Back:
    """What a body said back."""

    thread_id: int
    post_id: int
    signed: str
    body: str
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Became:
    """Something that a body did or decided, or did not."""

    thread_id: int
    kind: str
    day: date
    plain: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record of who was asked and what came of it."""

    scope: Scope
    threads: list[Thread]
    steps: list[Any]  # where bodies asked people: title, body, opens_on, planned_on
    capacities: Counted
    affected: int | None
    wanted: list[Wanted]
    back: list[Back]
    changed: list[Became]
    unchanged: list[Became]
    promises: list[tuple[Line, str]]
    verdicts: list[tuple[str, Said]]


def gather(scope: Scope, *, today: date) -> Record:
    """Gather the record of a scope."""
    ids = list(scope.thread_ids)
    threads = list(db.session.scalars(select(Thread).where(Thread.id.in_(ids)).order_by(Thread.id)))
    titles = {thread.id: thread.title for thread in threads}
    became = _became(scope)
    affected = (
        select(func.count()).select_from(Affected).where(Affected.thread_id.in_(ids), Affected.created_at < _end(scope))
    )
    return Record(
        scope=scope,
        threads=threads,
        steps=_steps(scope),
        capacities=hide(_capacities(scope)),
        affected=one(db.session.scalar(affected) or 0),
        wanted=_wanted(scope, titles),
        back=_back(scope),
        changed=[row for row in became if row.kind in GOOD],
        unchanged=[row for row in became if row.kind in BAD],
        promises=_promises(scope, today),
        verdicts=[(titles[thread_id], row) for thread_id, row in _verdicts(scope)],
    )


def _begin(scope: Scope) -> datetime:
    return clock.at(scope.since, time())


def _end(scope: Scope) -> datetime:
    return clock.at(scope.until + timedelta(days=1), time())


def _steps(scope: Scope) -> list[Any]:
    """Where bodies asked people, on days that fall into the span."""
    here = select(Stop.title, Body.name, Stop.opens_on, Stop.planned_on).join(Journey, Journey.id == Stop.journey_id)
    rows = db.session.execute(
        here.join(Body, Body.id == Stop.body_id)
        .where(Journey.thread_id.in_(scope.thread_ids), Stop.role == StopRole.CONSULT)
        .where(func.coalesce(Stop.opens_on, scope.since) <= scope.until)
        .where(func.coalesce(Stop.planned_on, scope.until) >= scope.since)
        .order_by(Stop.opens_on, Stop.id)
    )
    return list(rows)


def _capacities(scope: Scope) -> dict[str, int]:
    """How many people wrote, each counted once: in the capacity that they showed last, or in none. Those who wrote for
    a body or to run the place are left out: they asked."""
    rows = db.session.execute(
        select(Byline.id, Byline.person_id, Byline.capacity)
        .join(Post, Post.byline_id == Byline.id)
        .where(Post.thread_id.in_(scope.thread_ids), Post.state == Shown.SHOWN)
        .where(Post.created_at >= _begin(scope), Post.created_at < _end(scope))
        .order_by(Post.created_at, Post.id)
    )
    shown: dict[str, str] = {}
    for byline_id, person_id, capacity in rows:
        key = f"p{person_id}" if person_id is not None else f"b{byline_id}"
        shown[key] = capacity or shown.get(key, NOT_SHOWN)
    found: dict[str, int] = {}
    for capacity in shown.values():
        if capacity not in ASKING:
            found[capacity] = found.get(capacity, 0) + 1
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == NOT_SHOWN, -pair[1], pair[0])))


def _wanted(scope: Scope, titles: dict[int, str]) -> list[Wanted]:
    """What people asked for: each version written in the span, and the one that stood when it began."""
    here = select(Ask).where(Ask.thread_id.in_(scope.thread_ids), Ask.created_at < _end(scope))
    rows = list(db.session.scalars(here.order_by(Ask.thread_id, Ask.number)))
    stood = {row.thread_id: row.id for row in rows if row.created_at < _begin(scope)}
    return [
        Wanted(titles[row.thread_id], row.thread_id, row.number, row.text, row.differing, row.agreed_by, row.agreed_on)
        for row in rows
        if row.created_at >= _begin(scope) or stood[row.thread_id] == row.id
    ]


def _back(scope: Scope) -> list[Back]:
    rows = db.session.execute(
        select(OfficialReply, Post)
        .join(Post, Post.id == OfficialReply.post_id)
        .where(OfficialReply.thread_id.in_(scope.thread_ids), Post.state == Shown.SHOWN)
        .where(Post.created_at >= _begin(scope), Post.created_at < _end(scope))
        .order_by(Post.created_at, Post.id)
    )
    return [
        Back(row.thread_id, post.id, row.signed, row.body.name, clock.local_day(post.created_at), plain(post.html))
        for row, post in rows
    ]


def _became(scope: Scope) -> list[Became]:
    """What bodies did or decided in the span: each entry as its last correction leaves it; what a member alone says
    of a body is left out."""
    here = select(Move, Journey.thread_id).join(Journey, Journey.id == Move.journey_id)
    by_issue: dict[int, list[Move]] = {}
    for move, thread_id in db.session.execute(here.where(Journey.thread_id.in_(scope.thread_ids)).order_by(Move.id)):
        by_issue.setdefault(thread_id, []).append(move)
    found = []
    for thread_id, moves in by_issue.items():
        numbers = {move.number: move for move in moves}
        for entry in entries(move_facts(moves)):
            last, fact = numbers[entry.last], entry.fact
            inside = scope.since <= fact.happened_on <= scope.until
            if entry.happened and counts(fact) and inside and last.state == Shown.SHOWN:
                found.append(Became(thread_id, fact.kind, fact.happened_on, last.plain, last.reason))
    return sorted(found, key=lambda row: (row.day, row.thread_id))


def _promises(scope: Scope, today: date) -> list[tuple[Line, str]]:
    """The promises of these issues that were made by the end of the span, each with why it was dropped, if it was."""
    of_issue = select(PromiseIssue.promise_id).where(PromiseIssue.thread_id.in_(scope.thread_ids))
    columns = LINES.selected_columns
    rows = list(db.session.execute(LINES.where(columns.id.in_(of_issue), columns.made_on <= scope.until)))
    whys = {key: row.reason for key, row in last_events(row.id for row in rows).items()}
    return [(line, whys.get(line.id, "")) for line in lines(rows, today)]


def _verdicts(scope: Scope) -> list[tuple[int, Said]]:
    """What people affected say changed: the newest round of each issue that began in the span."""
    journeys = dict(
        db.session.execute(select(Journey.id, Journey.thread_id).where(Journey.thread_id.in_(scope.thread_ids))).all()
    )
    found = by_journey(journeys)
    return [
        (journeys[key], next(row for row in rows if row.opens_on <= scope.until))
        for key, rows in sorted(found.items())
        if any(row.opens_on <= scope.until for row in rows)
    ]
