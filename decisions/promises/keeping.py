"""Keep where a promise stands, so that lists can filter and page. Only this module writes those columns."""

from sqlalchemy import func, select

from decisions.promises.models import Promise, PromiseCheck, PromiseEvent
from decisions.promises.states import EventFact, Now, fold
from forum.db import db


def keep(of: Promise) -> Now:
    """Fold a promise anew and keep the result, in the transaction of what changed it. Returns what the fold made."""
    facts, last = events_of(of.id)
    now = fold(facts)
    if now.claimed_at is not None:
        now = fold(facts, counts(of.id, now))
    of.stage, of.due_on, of.last_number = now.stage, now.due_on, last
    db.session.flush()
    return now


def events_of(promise_id: int) -> tuple[list[EventFact], int]:
    """Return what happened to a promise in its order, and the number of the last."""
    wanted = select(PromiseEvent).where(PromiseEvent.promise_id == promise_id).order_by(PromiseEvent.number)
    rows = list(db.session.scalars(wanted))
    facts = [EventFact(one.kind, one.recorded_at, one.planned_on, one.voice) for one in rows]
    return facts, max((one.number for one in rows), default=0)


def counts(promise_id: int, now: Now) -> dict[str, int]:
    """Return how many people affected said each word since the body said that it is done; else ever."""
    here = select(PromiseCheck.word, func.count()).where(PromiseCheck.promise_id == promise_id)
    if now.claimed_at is not None:
        here = here.where(PromiseCheck.changed_at >= now.claimed_at)
    return dict(db.session.execute(here.group_by(PromiseCheck.word)).all())


def rebuild() -> int:
    """Fold every promise anew. Returns how many there are."""
    every = list(db.session.scalars(select(Promise).order_by(Promise.id)))
    for one in every:
        keep(one)
    return len(every)
