"""Keep the drafts of a join in step with what the record says. A draft waits; it never becomes a move by itself."""

from datetime import datetime

from decisions.journeys.joining import queries
from decisions.journeys.joining.holding import hold
from decisions.journeys.joining.kinds import Draft, State
from decisions.journeys.joining.models import DraftMove, Joined
from decisions.journeys.joining.published import Record, facts, known, record_of, told_by_item
from decisions.journeys.joining.rules import Saying, next_saying, sayings
from decisions.journeys.joining.writing import write
from forum import clock
from forum.db import db
from forum.history.actions import record


def redraft(joined: Joined, on: datetime) -> DraftMove | None:
    """Make, change or take away the draft that waits for a join, as its record stands now. Returns the one that waits.

    The first saying that nobody has dealt with is drafted; the next one once that is approved or dismissed.
    """
    hold(joined)
    waiting = queries.waiting(joined.id)
    about = record_of(joined)
    wanted = _next(about, on) if joined.state == State.JOINED else None
    if wanted is None:
        if waiting is not None:
            db.session.delete(waiting)
            _tell("dropped_draft", waiting, joined, on)
        return None
    fresh = waiting is None
    row = waiting or DraftMove(joined_id=joined.id, state=Draft.WAITING, made_at=on, said="")
    if write(row, wanted, about, on):
        db.session.add(row)
        db.session.flush()
        _tell("made_draft" if fresh else "changed_draft", row, joined, on)
    return row


def _next(about: Record, on: datetime) -> Saying | None:
    joined = about.joined
    if joined.decision is not None and told_by_item(joined, joined.decision):
        return None
    rows = queries.drafts_of(joined.id)
    approved = [one for one in rows if one.state == Draft.APPROVED]
    last = approved[-1] if approved else None
    no = [one for one in rows if one.state == Draft.DISMISSED]
    since = [one.said for one in no if last is None or one.changed_at >= last.changed_at]
    found = sayings(facts(about), clock.local_day(on))
    return next_saying(found, last.said if last else None, since, known(about))


def _tell(verb: str, row: DraftMove, joined: Joined, on: datetime) -> None:
    record(verb, ("draft", row.id), by=None, on=on, parents=(("thread", joined.thread_id),))
