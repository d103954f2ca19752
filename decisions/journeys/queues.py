"""What of journeys waits for somebody: days that passed, answers owed, issues without a keeper, plans not checked."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any

from flask import url_for
from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from decisions.bodies.models import Body
from decisions.journeys.doors import today_stops
from decisions.journeys.fold import fold
from decisions.journeys.kinds import ENDED, Door
from decisions.journeys.models import Journey, JourneyNow, Move, Stop, StopNow
from decisions.journeys.queries import move_facts, stop_facts
from forum import clock
from forum.access import Shown, Standing, is_facilitator
from forum.db import db
from forum.say import N_, Sentence
from forum.subjects import ToDo
from forum.threads.kinds import Kind
from forum.threads.models import Keeper, Thread

PASSED, OWED, UNKEPT, UNCHECKED = 30, 35, 60, 80  # how harmful it is that this waits; smaller is done first
MOST = 50
STALE, LIVELY = timedelta(days=30), timedelta(days=30)


def queue(who: Standing) -> list[ToDo]:
    """Return what waits for this person: for those who help run this, all of it; for a body, its own steps."""
    today = clock.today()
    if is_facilitator(who):
        return [*passed(today), *unkept(today), *unchecked(today)]
    if who.speaks_for and not who.suspended:
        return [*owed(who.speaks_for), *passed(today, set(who.speaks_for))]
    return []


def passed(today: date, body_ids: set[int] | None = None) -> list[ToDo]:
    """Return the planned days that passed without news, of all bodies or of some. Three queries, whatever there is."""
    due = Stop.planned_on < today
    mine = due if body_ids is None else due & Stop.body_id.in_(body_ids)
    moved = exists().where(Move.journey_id == Journey.id, Move.planned_on < today)
    wanted = or_(exists().where(Stop.journey_id == Journey.id, mine), moved)
    rows = db.session.execute(_running(Journey.id, Thread).where(wanted).order_by(Journey.id).limit(4 * MOST))
    threads: dict[int, Thread] = dict(rows.tuples().all())
    stops, moves = _by_journey(Stop, threads), _by_journey(Move, threads)
    found = []
    for journey_id, thread in threads.items():
        facts = stop_facts(stops[journey_id])
        now = fold(facts, move_facts(moves[journey_id]))
        for one in today_stops(facts, now, today=today):
            theirs = body_ids is None or one.fact.body_id in body_ids
            if one.door == Door.UNHEARD and one.state.planned_on is not None and theirs:
                found.append(_passed(thread, one.fact.id, one.state.planned_on))
    return sorted(found, key=lambda one: one.since)[:MOST]


def owed(body_ids: Iterable[int]) -> list[ToDo]:
    """Return what bodies were asked and have not answered, the longest-waiting first."""
    query = (
        _running(Thread, Body.short, StopNow.since)
        .join(StopNow, StopNow.journey_id == Journey.id)
        .join(Body, Body.id == StopNow.body_id)
        .where(StopNow.waiting, StopNow.body_id.in_(list(body_ids)))
        .order_by(StopNow.since, StopNow.stop_id)
        .limit(MOST)
    )
    text = N_("People wait for an answer of %(body)s since %(day)s: %(title)s")
    return [
        ToDo(
            OWED,
            Sentence(text, {"body": body, "day": since, "title": thread.title}),
            url_for("answers.write", id=thread.id),
            clock.at(since, time()),
            Sentence(N_("Answer")),
        )
        for thread, body, since in db.session.execute(query)
    ]


def unkept(today: date) -> list[ToDo]:
    """Return the issues that go on and nobody looks after, the oldest first: with steps, or talked about lately."""
    kept = exists().where(Keeper.thread_id == Thread.id, Keeper.until.is_(None))
    lively = and_(
        Journey.id.is_(None), Thread.kind == Kind.ISSUE, Thread.last_post_at >= clock.at(today - LIVELY, time())
    )
    query = (
        select(Thread)
        .outerjoin(Journey, Journey.thread_id == Thread.id)
        .outerjoin(JourneyNow, JourneyNow.journey_id == Journey.id)
        .where(Thread.state == Shown.SHOWN, ~kept, or_(lively, JourneyNow.stage.not_in(ENDED)))
        .order_by(Thread.created_at, Thread.id)
        .limit(MOST)
    )
    return [
        ToDo(
            UNKEPT,
            Sentence(N_("Nobody looks after this: %(title)s"), {"title": thread.title}),
            url_for("threads.look_after", id=thread.id),
            thread.created_at,
            Sentence(N_("Look after it")),
        )
        for thread in db.session.scalars(query)
    ]


def unchecked(today: date) -> list[ToDo]:
    """Return the journeys that nobody checked for 30 days, the longest first."""
    query = (
        _running(Journey.checked_on, Journey.started_at, Thread)
        .where(_not_checked_since(today - STALE))
        .order_by(Journey.checked_on, Journey.id)
        .limit(MOST)
    )
    return [
        _unchecked(thread, checked_on or clock.local_day(started_at))
        for checked_on, started_at, thread in db.session.execute(query)
    ]


def _not_checked_since(day: date) -> ColumnElement[bool]:
    never = and_(Journey.checked_on.is_(None), Journey.started_at < clock.at(day, time()))
    return or_(Journey.checked_on < day, never)


def _unchecked(thread: Thread, day: date) -> ToDo:
    text = Sentence(N_("Nobody has checked this since %(day)s: %(title)s"), {"day": day, "title": thread.title})
    address = url_for("journeys.plan", id=thread.id)
    return ToDo(UNCHECKED, text, address, clock.at(day, time()), Sentence(N_("Check it")))


def _passed(thread: Thread, stop_id: int, planned: date) -> ToDo:
    text = N_("We have not heard what happened on %(day)s: %(title)s")
    words = Sentence(text, {"day": planned, "title": thread.title})
    address = url_for("journeys.happened", id=thread.id, stop=stop_id)
    return ToDo(PASSED, words, address, clock.at(planned, time()), Sentence(N_("Say what happened")))


def _running(*columns: Any) -> Select[Any]:
    """Choose among journeys that have not ended, of issues that all can see."""
    return (
        select(*columns)
        .select_from(Journey)
        .join(JourneyNow, JourneyNow.journey_id == Journey.id)
        .join(Thread, Thread.id == Journey.thread_id)
        .where(Thread.state == Shown.SHOWN, JourneyNow.stage.not_in(ENDED))
    )


def _by_journey(model: Any, ids: Iterable[int]) -> dict[int, list[Any]]:
    """The stops or the moves of some journeys, in their order, in one query."""
    order = (Stop.position, Stop.id) if model is Stop else (Move.number,)
    found: dict[int, list[Any]] = {one: [] for one in ids}
    for row in db.session.scalars(select(model).where(model.journey_id.in_(list(found))).order_by(*order)):
        found[row.journey_id].append(row)
    return found
