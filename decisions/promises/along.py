"""What a promise means for the issues it belongs to: each story gets its entry in the same act, and followers hear."""

from collections.abc import Sequence
from datetime import datetime

from flask import url_for
from sqlalchemy import select

from decisions.journeys import queries
from decisions.journeys.actions import NewMove, record_move
from decisions.journeys.actions.changing import hold
from decisions.journeys.kinds import Evidence, MoveKind, StopRole
from decisions.journeys.models import Journey, Move
from decisions.journeys.queries import Route
from decisions.promises.kinds import Happening, Voice
from decisions.promises.models import Promise, PromiseEvent, PromiseIssue
from forum.access import Standing
from forum.db import db
from forum.notifications.actions import tell
from forum.people.models import Byline
from forum.refusal import Refusal
from forum.say import N_, _
from forum.threads.models import Thread


def threads(ids: Sequence[int]) -> list[Thread]:
    """Return issues by id, in the order of their numbers."""
    return list(db.session.scalars(select(Thread).where(Thread.id.in_(ids)).order_by(Thread.id)))


def held(ids: Sequence[int]) -> list[Thread]:
    """Return issues whose journeys nobody else changes until the transaction ends. Raises Refusal for one that is
    not there."""
    found = threads(ids)
    if len(found) != len(set(ids)):
        raise Refusal(N_("There is no such issue."), field="issue")
    for one in db.session.scalars(select(Journey).where(Journey.thread_id.in_(ids)).order_by(Journey.id)):
        hold(one)
    return found


def recorded(
    of: Promise, event: PromiseEvent, on_issues: Sequence[Thread], *, by: Standing, signed: Byline, on: datetime
) -> None:
    """Record the entry in the story of each issue. Where the body has no step, or the issue has ended, there is no
    entry to record: then followers hear of the promise itself."""
    for thread in on_issues:
        link = db.session.get_one(PromiseIssue, (of.id, thread.id))
        move = _entry(of, event, thread, link, by=by, signed=signed, on=on)
        if move is None:
            not_to = by.person_id if signed.thread_id is None else None
            key = f"promise:{of.id}:{event.number}:{thread.id}"
            tell(followed=("thread", thread.id), about=("promise", of.id), not_to=not_to, key=key, on=on)
        elif link.move_id is None and event.kind == Happening.MADE:
            link.move_id = move.id
    db.session.flush()


def _entry(
    of: Promise, event: PromiseEvent, thread: Thread, link: PromiseIssue, *, by: Standing, signed: Byline, on: datetime
) -> Move | None:
    if signed.thread_id is not None and signed.thread_id != thread.id:
        return None
    made = event.kind == Happening.MADE
    found, stop_id = _where(thread, of, link, made=made)
    if found is None or (found.now.closed is not None if made else not found.now.promised):
        return None
    new = NewMove(
        kind=MoveKind.PROMISE_MADE if made else MoveKind.PROMISE_UPDATE,
        happened_on=event.happened_on,
        evidence=_evidence(of, event),
        plain=event.plain,
        stop_id=stop_id,
        source=event.source or url_for("promises.page", id=of.id),
        source_name=event.source_name or _("The promise on this site"),
        reason=event.reason,
        planned_on=event.planned_on,
    )
    return record_move(found.journey, new, seen=None, by=by, signed=signed, on=on)


def _where(thread: Thread, of: Promise, link: PromiseIssue, *, made: bool) -> tuple[Route | None, int | None]:
    """The journey of an issue, and its step, at which a promise stands: the first one where the body has a step."""
    for journey in queries.all_of(thread.id):
        found = queries.route(journey)
        stop_id = _stop(found, of) if made else _stop_of(link)
        if found.stop(stop_id) is not None:
            return found, stop_id
    return None, None


def _evidence(of: Promise, event: PromiseEvent) -> Evidence:
    """How we know: the body says so itself, or there is a source for its word; else a member says so."""
    if event.voice == Voice.MEMBER:
        return Evidence.MEMBER_SAYS
    cites = event.kind == Happening.MADE and (of.reply_id is not None or of.decision_id is not None)
    sure = event.voice == Voice.BODY or event.source or event.source_name or cites
    return Evidence.THEIR_REPLY if sure else Evidence.MEMBER_SAYS


def _stop(found: Route, of: Promise) -> int | None:
    """The step of the body at which the promise is made: where it waits or is open; else where the decision is
    carried out, if the promise comes from one; else the last at which anything happened."""
    own = [stop for stop in found.stops if stop.body_id == of.body_id]
    states = found.now.stops
    tried = [
        [one.id for one in own if states[one.id].waiting],
        [one.id for one in own if states[one.id].open],
        [one.id for one in own if of.decision_id is not None and one.role == StopRole.CARRY_OUT],
        [one.id for one in reversed(own) if states[one.id].touched],
        [one.id for one in own],
    ]
    return next((ids[0] for ids in tried if ids), None)


def _stop_of(link: PromiseIssue) -> int | None:
    """The step at which the promise was recorded; none when it was not."""
    move = db.session.get(Move, link.move_id) if link.move_id is not None else None
    return move.stop_id if move is not None else None
