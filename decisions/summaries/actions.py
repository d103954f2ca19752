"""Offer a summary, pick one, take it off again, take it back. Callers commit."""

from datetime import datetime

from decisions.summaries import queries, rules
from decisions.summaries.about import About, of
from decisions.summaries.models import Summary
from forum.access import Shown, Standing, is_facilitator
from forum.db import db
from forum.history.actions import record
from forum.people.capacities import Capacity
from forum.refusal import raise_if
from forum.threads.queries import is_mine
from forum.threads.signing import own

OFFERED, PICKED, DROPPED, TAKEN_BACK = "offered_summary", "picked_summary", "dropped_summary", "took_back_summary"


def offer(about: About, text: str, *, by: Standing, on: datetime) -> Summary:
    """Offer a plain summary. It waits until a facilitator picks it. Raises Refusal."""
    there = [one for one in queries.of(about) if one.offered]
    mine = sum(is_mine(by, one.byline_id) for one in there)
    raise_if(rules.may_offer(by, posts=about.posts, waiting=len(there), mine=mine))
    line = own(by, capacity=Capacity.FACILITATOR if is_facilitator(by) else None)
    made = Summary(text=text, byline_id=line.id, created_at=on, state=Shown.SHOWN, **about.columns)
    db.session.add(made)
    db.session.flush()
    record(OFFERED, ("summary", made.id), by=by.person_id, on=on, parents=(about.parent,))
    return made


def pick(summary: Summary, reason: str, *, by: Standing, on: datetime) -> None:
    """Let a summary stand on top, in place of the one that does. Raises Refusal."""
    raise_if(rules.may_pick(by))
    about = of(summary)
    for other in queries.of(about):
        if other.id != summary.id and other.picked_at is not None and other.dropped_at is None:
            other.dropped_at = on
    db.session.flush()  # first the old one off, for two may not stand there at once
    summary.picked_at, summary.dropped_at = on, None
    db.session.flush()
    record(PICKED, ("summary", summary.id), by=by.person_id, on=on, parents=(about.parent,), reason=reason)


def drop(summary: Summary, reason: str, *, by: Standing, on: datetime) -> None:
    """Take a summary off, or do not take one that is offered. It can be picked again. Raises Refusal."""
    raise_if(rules.may_pick(by))
    if summary.dropped_at is None:
        summary.dropped_at = on
        db.session.flush()
        record(DROPPED, ("summary", summary.id), by=by.person_id, on=on, parents=(of(summary).parent,), reason=reason)


def take_back(summary: Summary, *, by: Standing, on: datetime) -> None:
    """Take one's own summary back: its words are deleted, a mark stays. Raises Refusal."""
    raise_if(rules.may_take_back(by, mine=is_mine(by, summary.byline_id)))
    _withdraw(summary, by.person_id, on)


def take_back_all(person_id: int, *, by: int | None, on: datetime) -> None:
    """Take back every summary of a person who leaves and wants that."""
    for summary in queries.written_by(person_id):
        _withdraw(summary, by, on)


def set_state(subject_id: int, state: str, *, by: int | None, on: datetime) -> None:
    """Hide the words of a summary, or show them again: a moderator's act, recorded by the ruling."""
    summary = db.session.get_one(Summary, subject_id)
    summary.state = Shown(state)
    db.session.flush()
    record("set_state", ("summary", subject_id), by=by, on=on, parents=(of(summary).parent,), state=str(state))


def _withdraw(summary: Summary, by: int | None, on: datetime) -> None:
    if summary.state == Shown.WITHDRAWN:
        return
    summary.state, summary.text = Shown.WITHDRAWN, ""
    summary.dropped_at = summary.dropped_at or on
    db.session.flush()
    record(TAKEN_BACK, ("summary", summary.id), by=by, on=on, parents=(of(summary).parent,))
