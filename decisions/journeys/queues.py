"""What of journeys waits for somebody: days that passed, answers owed, issues without a keeper, plans not checked."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any

from flask import url_for
from sqlalchemy import ScalarSelect, Select, and_, exists, func, or_, select, union_all

from decisions.bodies.models import Body
from decisions.journeys.kinds import ENDED
from decisions.journeys.models import Journey, JourneyIssue, JourneyNow, Stop, StopNow
from forum import clock
from forum.access import Shown, Standing, is_facilitator
from forum.db import db
from forum.say import N_, Sentence
from forum.subjects import Harm, ToDo
from forum.threads.kinds import Kind
from forum.threads.models import Keeper, Thread

UNCHECKED = Harm.LOOSE_END + 10  # after all else
MOST = 50
STALE, LIVELY = timedelta(days=30), timedelta(days=30)


def queue(who: Standing) -> list[ToDo]:
    """Return what waits for this person: for those who help run this, all of it; for a body, its own steps."""
    today = clock.today()
    if is_facilitator(who):
        return [*passed(today), *unkept(today), *unchecked(today)]
    if who.speaks_for and not who.suspended:
        return [*owed(who.speaks_for), *passed(today, who.speaks_for)]
    return []


def waiting(who: Standing) -> ScalarSelect[int] | None:
    """Return a subquery that counts what `queue` lists for this person; `None` when nothing can wait for them."""
    today, number = clock.today(), func.count()
    if is_facilitator(who):
        parts = [_passed(today, None, number), _unkept(today, number), _unchecked(today, number)]
    elif who.speaks_for and not who.suspended:
        parts = [_owed(who.speaks_for, number), _passed(today, who.speaks_for, number)]
    else:
        return None
    every = union_all(*parts).subquery()
    return select(func.sum(every.c[0])).scalar_subquery()


def passed(today: date, body_ids: Iterable[int] | None = None) -> list[ToDo]:
    """Return the issues with a planned day that passed without news, at any step or at those of some bodies, the
    longest-passed first."""
    rows = db.session.execute(
        _passed(today, body_ids, Thread, JourneyNow.due_on, JourneyNow.due_stop_id)
        .order_by(JourneyNow.due_on, Journey.id)
        .limit(MOST)
    )
    text = N_("We have not heard what happened on %(day)s: %(title)s")
    return [
        ToDo(
            Harm.DATE_PASSED,
            Sentence(text, {"day": day, "title": thread.title}),
            url_for("journeys.happened", id=thread.id, stop=stop_id),
            clock.at(day, time()),
            Sentence(N_("Say what happened")),
        )
        for thread, day, stop_id in rows
    ]


def owed(body_ids: Iterable[int]) -> list[ToDo]:
    """Return what bodies were asked and have not answered, the longest-waiting first."""
    query = _owed(body_ids, Thread, Body.short, StopNow.since).join(Body, Body.id == StopNow.body_id)
    text = N_("People have waited for an answer from %(body)s since %(day)s: %(title)s")
    return [
        ToDo(
            Harm.SOMEONE_WAITS,
            Sentence(text, {"body": body, "day": since, "title": thread.title}),
            url_for("answers.write", id=thread.id),
            clock.at(since, time()),
            Sentence(N_("Answer")),
        )
        for thread, body, since in db.session.execute(query.order_by(StopNow.since, StopNow.stop_id).limit(MOST))
    ]


def unkept(today: date) -> list[ToDo]:
    """Return the issues that go on and nobody looks after, the oldest first: with steps, or talked about lately."""
    query = _unkept(today, Thread).order_by(Thread.created_at, Thread.id).limit(MOST)
    return [
        ToDo(
            Harm.LOOSE_END,
            Sentence(N_("Nobody looks after this: %(title)s"), {"title": thread.title}),
            url_for("threads.look_after", id=thread.id),
            thread.created_at,
            Sentence(N_("Look after it")),
        )
        for thread in db.session.scalars(query)
    ]


def unchecked(today: date) -> list[ToDo]:
    """Return the journeys that nobody checked for 30 days, the longest first."""
    query = _unchecked(today, Thread, Journey.number, Journey.checked_on, Journey.started_at)
    rows = db.session.execute(query.order_by(Journey.checked_on, Journey.id).limit(MOST))
    days = [(thread, number, checked or clock.local_day(started)) for thread, number, checked, started in rows]
    text = N_("Nobody has checked this since %(day)s: %(title)s")
    return [
        ToDo(
            UNCHECKED,
            Sentence(text, {"day": day, "title": thread.title}),
            url_for("journeys.plan", id=thread.id, part=number if number > 1 else None),
            clock.at(day, time()),
            Sentence(N_("Check it")),
        )
        for thread, number, day in days
    ]


def _passed(today: date, body_ids: Iterable[int] | None, *columns: Any) -> Select[Any]:
    query = _running(*columns).where(JourneyNow.due_on < today)
    if body_ids is None:
        return query
    return query.join(Stop, Stop.id == JourneyNow.due_stop_id).where(Stop.body_id.in_(list(body_ids)))


def _owed(body_ids: Iterable[int], *columns: Any) -> Select[Any]:
    waiting = StopNow.waiting & StopNow.body_id.in_(list(body_ids))
    return _running(*columns).join(StopNow, StopNow.journey_id == Journey.id).where(waiting)


def _unkept(today: date, *columns: Any) -> Select[Any]:
    kept = exists().where(Keeper.thread_id == Thread.id, Keeper.until.is_(None))
    since = clock.at(today - LIVELY, time())
    alone = Thread.joined_to_id.is_(None)
    stands = exists().where(JourneyIssue.thread_id == Thread.id)
    lively = and_(~stands, alone, Thread.kind == Kind.ISSUE, Thread.last_post_at >= since)
    own = and_(Journey.thread_id == Thread.id, JourneyNow.journey_id == Journey.id)
    goes_on = exists().where(own, JourneyNow.stage.not_in(ENDED))
    return select(*columns).select_from(Thread).where(Thread.state == Shown.SHOWN, ~kept, or_(lively, goes_on))


def _unchecked(today: date, *columns: Any) -> Select[Any]:
    day = today - STALE
    never = and_(Journey.checked_on.is_(None), Journey.started_at < clock.at(day, time()))
    return _running(*columns).where(or_(Journey.checked_on < day, never))


def _running(*columns: Any) -> Select[Any]:
    """Choose among journeys that have not ended, of issues that all can see."""
    return (
        select(*columns)
        .select_from(Journey)
        .join(JourneyNow, JourneyNow.journey_id == Journey.id)
        .join(Thread, Thread.id == Journey.thread_id)
        .where(Thread.state == Shown.SHOWN, JourneyNow.stage.not_in(ENDED))
    )
