"""Find promises: one, those of an issue, of a body, of a decision; what happened to one, and what people say of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from decisions.bodies.models import Body
from decisions.promises.kinds import PUBLIC
from decisions.promises.models import Promise, PromiseCheck, PromiseEvent, PromiseIssue
from decisions.promises.owners import Owner, said_by
from forum.access import Shown
from forum.db import db
from forum.threads.models import Thread

PROMISE, ISSUE, BODY = Promise.__table__, PromiseIssue.__table__, Body.__table__
# Rows of the promises that anyone may read, with their body: what lists show. Put together once.
LINES: Select[Any] = (
    select(PROMISE.c.id, PROMISE.c.words, PROMISE.c.post, PROMISE.c.made_on, PROMISE.c.basis, PROMISE.c.stage)
    .add_columns(PROMISE.c.due_on, BODY.c.name.label("body_name"), BODY.c.slug.label("body_slug"), BODY.c.joined)
    .join(BODY, BODY.c.id == PROMISE.c.body_id)
    .where(PROMISE.c.stage.in_(PUBLIC), PROMISE.c.state == Shown.SHOWN)
    .order_by(PROMISE.c.made_on, PROMISE.c.id)
)
OF_ISSUE = LINES.join(ISSUE, ISSUE.c.promise_id == PROMISE.c.id).where(ISSUE.c.thread_id == bindparam("thread_id"))


@dataclass(slots=True)
class Known:
    """A promise with the issues that it belongs to."""

    promise: Promise
    threads: list[Thread]

    @property
    def state(self) -> str:
        """Whether its words are shown."""
        return self.promise.state

    @property
    def thread_id(self) -> int | None:
        """The first issue that it belongs to, if it belongs to one."""
        return self.threads[0].id if self.threads else None

    @property
    def created_at(self) -> datetime:
        """When it was written down."""
        return self.promise.created_at


def load(ids: Iterable[int]) -> dict[int, Known]:
    """Return promises with their issues, by id, in two queries."""
    wanted = list(ids)
    found = {one.id: Known(one, []) for one in db.session.scalars(select(Promise).where(Promise.id.in_(wanted)))}
    joined = select(PromiseIssue.promise_id, Thread).join(Thread, Thread.id == PromiseIssue.thread_id)
    for promise_id, thread in db.session.execute(
        joined.where(PromiseIssue.promise_id.in_(list(found))).order_by(PromiseIssue.promise_id, Thread.id)
    ):
        found[promise_id].threads.append(thread)
    return found


def thread_ids(promise_id: int) -> list[int]:
    """Return the issues that a promise belongs to."""
    here = select(PromiseIssue.thread_id).where(PromiseIssue.promise_id == promise_id)
    return list(db.session.scalars(here.order_by(PromiseIssue.thread_id)))


def of_issue(thread_id: int) -> list[Any]:
    """Return the promises of an issue that anyone may read, the oldest first: one query."""
    return list(db.session.execute(OF_ISSUE, {"thread_id": thread_id}))


def of_body(body_id: int) -> list[Any]:
    """Return the promises of a body that anyone may read: one query. Of those whose issues are all hidden, none."""
    hidden = select(ISSUE.c.promise_id).where(ISSUE.c.promise_id == PROMISE.c.id)
    seen = hidden.join(Thread.__table__, Thread.id == ISSUE.c.thread_id).where(Thread.state == Shown.SHOWN)
    here = LINES.where(PROMISE.c.body_id == body_id, ~hidden.exists() | seen.exists())
    return list(db.session.execute(here))


def issues_of(promise_ids: Iterable[int]) -> dict[int, list[Any]]:
    """Return the issues that anyone may see, by promise: id, slug and title. One query."""
    joined = select(PromiseIssue.promise_id, Thread.id, Thread.slug, Thread.title)
    rows = db.session.execute(
        joined.join(Thread, Thread.id == PromiseIssue.thread_id)
        .where(PromiseIssue.promise_id.in_(list(promise_ids)), Thread.state == Shown.SHOWN)
        .order_by(Thread.id)
    )
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.promise_id, []).append(row)
    return found


def events(promise_id: int) -> list[PromiseEvent]:
    """Return what happened to a promise, the newest first."""
    here = select(PromiseEvent).where(PromiseEvent.promise_id == promise_id)
    return list(db.session.scalars(here.order_by(PromiseEvent.number.desc())))


def last_events(promise_ids: Iterable[int]) -> dict[int, PromiseEvent]:
    """Return the last thing that happened to each promise, news of members left out. One query."""
    here = select(PromiseEvent).where(PromiseEvent.promise_id.in_(list(promise_ids)), PromiseEvent.voice != "member")
    return {one.promise_id: one for one in db.session.scalars(here.order_by(PromiseEvent.number))}


def words_of(promise_id: int) -> list[str]:
    """Return what people wrote of a promise, without who: for those who help run this. In the order of the words."""
    here = (PromiseCheck.promise_id == promise_id) & (PromiseCheck.words != "")
    return list(db.session.scalars(select(PromiseCheck.words).where(here).order_by(func.lower(PromiseCheck.words))))


def of_owner(promise_id: int, owner: Owner) -> PromiseCheck | None:
    """Return what somebody said of a promise."""
    here = select(PromiseCheck).where(PromiseCheck.promise_id == promise_id, said_by(owner, PromiseCheck))
    return db.session.scalar(here.order_by(PromiseCheck.id).limit(1))
