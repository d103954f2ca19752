"""Join an issue with a record, say that they are not the same, take them apart. Callers commit."""

from datetime import datetime

from sqlalchemy import select

from decisions.access import may_join_records
from decisions.journeys.joining import queries
from decisions.journeys.joining.drafting import redraft
from decisions.journeys.joining.holding import hold
from decisions.journeys.joining.kinds import State
from decisions.journeys.joining.models import Joined
from decisions.meetings.models import AgendaItem, Decision
from forum.access import Shown, Standing
from forum.db import db
from forum.history.actions import Thing, record
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.models import Thread

NO_RECORD = N_("We found no such item or decision. Perhaps it was taken off.")


def join(thread: Thread, about: AgendaItem | Decision, *, by: Standing, on: datetime) -> Joined:
    """Join an issue with an agenda item or a decision; what that says waits as a draft. Raises Refusal.

    What was joined already stays as it is. What was taken apart, or said not to be the same, is joined anew.
    """
    raise_if(may_join_records(by))
    if thread.joined_to_id is not None:
        raise Refusal(N_("This was joined with another issue. Join the record there."))
    if thread.state != Shown.SHOWN:
        raise Refusal(N_("This issue is not shown to all, so it can’t be joined with a public record."))
    if isinstance(about, AgendaItem) and about.heading:
        raise Refusal(N_("This is a heading of the agenda. Choose an item below it."))
    db.session.scalar(select(Thread.id).where(Thread.id == thread.id).with_for_update(key_share=True))
    made = between(thread, about) or new(thread.id, about, State.SUGGESTED, on)
    _become(made, State.JOINED, "joined_record", by=by, on=on)
    return made


def between(thread: Thread, about: AgendaItem | Decision) -> Joined | None:
    """Return what is known of an issue and a record."""
    key = "item_id" if isinstance(about, AgendaItem) else "decision_id"
    return queries.between(thread.id, **{key: about.id})


def new(thread_id: int, about: AgendaItem | Decision, state: State, on: datetime, score: int = 0) -> Joined:
    """Write down an issue with a record, in a state."""
    key = "item_id" if isinstance(about, AgendaItem) else "decision_id"
    made = Joined(thread_id=thread_id, state=state, score=score, made_at=on, changed_at=on, **{key: about.id})
    db.session.add(made)
    db.session.flush()
    db.session.refresh(made)
    return made


def say_same(joined: Joined, *, by: Standing, on: datetime) -> Joined:
    """Agree to a suggestion: they are joined. Raises Refusal."""
    about = joined.item or joined.decision
    if about is None:
        raise Refusal(NO_RECORD)
    return join(joined.thread, about, by=by, on=on)


def say_not_same(joined: Joined, *, by: Standing, on: datetime) -> None:
    """Say that a suggestion is wrong: it is never made again. Raises Refusal once they are joined."""
    raise_if(may_join_records(by))
    hold(joined)
    if joined.state in (State.JOINED, State.PARTED):
        raise Refusal(N_("Somebody joined them in the meantime. You can take them apart."))
    _become(joined, State.NOT_SAME, "not_same_record", by=by, on=on)


def part(joined: Joined, *, by: Standing, on: datetime) -> None:
    """Take an issue and a record apart again: what waits of it goes; moves that were approved stay. Raises Refusal
    when they are not joined."""
    raise_if(may_join_records(by))
    hold(joined)
    if joined.state not in (State.JOINED, State.PARTED):
        raise Refusal(N_("These two are not joined."))
    _become(joined, State.PARTED, "parted_record", by=by, on=on)


def _become(joined: Joined, state: State, verb: str, *, by: Standing, on: datetime) -> None:
    """Change what is known, record who said so, and draft anew. The same said twice changes nothing."""
    if joined.state != state:
        joined.state, joined.changed_at = state, on
        db.session.flush()
        record(verb, ("joined", joined.id), by=by.person_id, on=on, parents=pages_of(joined))
    redraft(joined, on)


def pages_of(joined: Joined) -> tuple[Thing, ...]:
    """Return the things whose pages show a join."""
    about: list[Thing] = [("thread", joined.thread_id)]
    if joined.item is not None:
        about.append(("meeting", joined.item.meeting_id))
    if joined.decision is not None:
        about.append(("decision", joined.decision.id))
    return tuple(about)
