"""Promises that have a day to come, and those to look at now: people affected can say if they were kept."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import and_, or_, select

from decisions.bodies.models import Body
from decisions.journeys.dates import about
from decisions.promises.kinds import Stage
from decisions.promises.models import Promise, PromiseIssue
from decisions.promises.queues import on_a_shown_issue
from forum.access import Shown
from forum.db import db
from forum.threads.models import Thread

MOST = 1_000
MOST_NOW = 20  # those whose day passed long ago and of which nobody hears any more would fill a page


@dataclass(slots=True)
class Coming:
    """A promise, its body, and the issues that it belongs to: rows of `about` with id, slug and title."""

    id: int
    words: str
    stage: str
    due_on: date | None
    body: str
    body_slug: str
    issues: list[Any] = field(default_factory=list)

    def is_open(self, today: date) -> bool:
        """Whether people can say now if it was kept."""
        return self.stage == Stage.SAYS_DONE or (self.due_on is not None and self.due_on < today)


def until(today: date, last: date) -> list[Coming]:
    """Return the promises that are to be done until a day, soonest first, then those to look at now, the newest
    first: one query."""
    passed = and_(Promise.stage == Stage.UNDER_WAY, Promise.due_on < today)
    soon = and_(Promise.stage == Stage.UNDER_WAY, Promise.due_on.between(today, last))
    chosen = (
        select(Promise.id, Promise.words, Promise.stage, Promise.due_on)
        .add_columns(Body.name.label("body"), Body.slug.label("body_slug"))
        .join(Body, Body.id == Promise.body_id)
        .where(or_(soon, passed, Promise.stage == Stage.SAYS_DONE), on_a_shown_issue())
        .order_by(passed, Promise.stage == Stage.SAYS_DONE, Promise.due_on, Promise.id)
        .limit(MOST)
        .subquery()
    )
    joined = (
        select(chosen, Thread.id.label("thread_id"), Thread.slug, Thread.title, *about())
        .outerjoin(PromiseIssue, PromiseIssue.promise_id == chosen.c.id)
        .outerjoin(Thread, and_(Thread.id == PromiseIssue.thread_id, Thread.state == Shown.SHOWN))
    )
    found = _together(db.session.execute(joined.order_by(chosen.c.due_on, chosen.c.id, Thread.id)))
    now = [one for one in found if one.is_open(today)]
    return [one for one in found if not one.is_open(today)] + sorted(now, key=_newest)[:MOST_NOW]


def _newest(one: Coming) -> tuple[int, int]:
    return -(one.due_on or date.min).toordinal(), -one.id


def _together(rows: Iterable[Any]) -> list[Coming]:
    found: dict[int, Coming] = {}
    for row in rows:
        one = found.get(row.id)
        if one is None:
            one = found[row.id] = Coming(row.id, row.words, row.stage, row.due_on, row.body, row.body_slug)
        if row.thread_id is not None:
            one.issues.append(row)
    return list(found.values())
