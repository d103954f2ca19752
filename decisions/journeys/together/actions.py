"""Say that an issue is decided together with another, and take it out again. Nothing moves: the journey keeps its own
issue and its history, and stands on two pages. Callers commit."""

from datetime import datetime

from decisions.journeys import queries
from decisions.journeys.actions.changing import hold, parents
from decisions.journeys.models import Journey, JourneyIssue
from decisions.journeys.together import rules
from decisions.journeys.together.standing import stand_no_more, stand_too
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.actions.locking import hold as hold_thread
from forum.threads.models import Thread

TOGETHER, APART = "decided_together", "decided_apart"


def to_show(thread: Thread, other: Thread) -> list[Journey]:
    """Return the journeys of another issue that do not stand on the page of this one yet."""
    known = {one.id for one in queries.shown_with(thread.id)}
    return [one for one in queries.all_of(other.id) if one.id not in known]


def go_along(thread: Thread, of: Journey, *, reason: str, by: Standing, on: datetime) -> None:
    """Show the journey of another issue on the page of this one. Everyone can read the reason. Raises Refusal."""
    hold(of)
    thread = hold_thread(thread)
    there = db.session.get(JourneyIssue, (of.id, thread.id)) is not None
    raise_if(rules.may_go_along(by, same=of.thread_id == thread.id, has_steps=True, there=there))
    if not reason.strip():
        raise Refusal(N_("Write why they are decided together. Everyone can read the reason."), field="reason")
    stand_too(of, thread.id)
    _record(TOGETHER, thread, of, reason, by, on)


def take_out(thread: Thread, of: Journey, *, reason: str, by: Standing, on: datetime) -> None:
    """Take the journey of another issue off the page of this one. Everyone can read the reason. Raises Refusal."""
    hold(of)
    thread = hold_thread(thread)
    row = db.session.get(JourneyIssue, (of.id, thread.id), populate_existing=True)
    raise_if(rules.may_take_out(by, along=row is not None and of.thread_id != thread.id))
    if not reason.strip():
        raise Refusal(N_("Write why they are taken apart. Everyone can read the reason."), field="reason")
    _record(APART, thread, of, reason, by, on)
    if row is not None:
        stand_no_more(row)


def _record(verb: str, thread: Thread, of: Journey, reason: str, by: Standing, on: datetime) -> None:
    values = {"other": of.thread_id, "journey": of.id, "reason": reason.strip()}
    record(verb, ("thread", thread.id), by=by.person_id, on=on, parents=parents(of), **values)
