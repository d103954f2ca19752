"""Join an issue with another that says the same, and take them apart again. Nothing moves and nothing is lost: the
issue keeps its page, its words, its votes and its steps, and leads to the other, where the talk goes on."""

from collections.abc import Callable
from datetime import datetime
from typing import TypedDict

from flask import Flask, current_app
from sqlalchemy import select

from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads import rules
from forum.threads.actions.affecting import count_affected
from forum.threads.actions.locking import hold
from forum.threads.models import Thread


class JoinFacts(TypedDict):
    """What is asked before two issues are joined."""

    same: bool
    is_joined: bool
    leads_on: bool
    has_others: bool


Carry = Callable[[Thread, Thread, datetime], None]


def carries_over(app: Flask, carry: Carry) -> None:
    """Have a function called in the transaction that joins an issue (first) with another (second), at a moment."""
    app.extensions.setdefault("carries_over", []).append(carry)


def join(one: Thread, other: Thread, *, reason: str, by: Standing, on: datetime) -> None:
    """Join an issue with another, where the talk goes on. Everyone can read the reason. Raises Refusal."""
    one, other = _held(one, other)
    raise_if(rules.may_join(by, **join_facts(one, other)))
    if not reason.strip():
        raise Refusal(N_("Write why you join them. Everyone can read the reason."), field="reason")
    one.joined_to_id = other.id
    count_affected(other)
    values = {"other": other.id, "reason": reason.strip()}
    record("joined_issue", ("thread", one.id), by=by.person_id, on=on, parents=(("thread", other.id),), **values)
    for carry in current_app.extensions.get("carries_over", ()):
        carry(one, other, on)


def take_apart(one: Thread, *, reason: str, by: Standing, on: datetime) -> None:
    """Take an issue and the one that it was joined with apart again. Raises Refusal."""
    raise_if(rules.may_take_apart(by, is_joined=one.joined_to_id is not None))
    if not reason.strip():
        raise Refusal(N_("Write why you take them apart. Everyone can read the reason."), field="reason")
    one, other = _held(one, db.session.get_one(Thread, one.joined_to_id))
    one.joined_to_id = None
    count_affected(other)
    values = {"other": other.id, "reason": reason.strip()}
    record("parted_issue", ("thread", one.id), by=by.person_id, on=on, parents=(("thread", other.id),), **values)


def join_facts(one: Thread, other: Thread) -> JoinFacts:
    """Return what `rules.may_join` asks about two issues."""
    return JoinFacts(
        same=one.id == other.id,
        is_joined=one.joined_to_id is not None,
        leads_on=other.joined_to_id is not None,
        has_others=bool(joined_with(one.id)),
    )


def joined_with(thread_id: int) -> list[int]:
    """Return the ids of the issues that were joined with one."""
    return list(db.session.scalars(select(Thread.id).where(Thread.joined_to_id == thread_id).order_by(Thread.id)))


def _held(one: Thread, other: Thread) -> tuple[Thread, Thread]:
    """Hold both, in one order everywhere, so that no two writers wait for each other."""
    held = {thread.id: hold(thread) for thread in sorted({one, other}, key=lambda thread: thread.id)}
    return held[one.id], held[other.id]
