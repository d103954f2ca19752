"""What people are asking for, and who looks after a thread."""

from datetime import date, datetime

from sqlalchemy import func, select

from forum.access import Standing, is_facilitator
from forum.db import db
from forum.history.actions import record
from forum.people.capacities import Capacity
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads import rules
from forum.threads.actions.locking import hold
from forum.threads.models import Ask, Keeper, Thread
from forum.threads.signing import own, person_id


def write_ask(
    thread: Thread, *, text: str, agreed_by: str, agreed_on: date, differing: str = "", by: Standing, on: datetime
) -> Ask:
    """Write down what people are asking for: a new version beside the earlier ones. Raises Refusal."""
    thread = hold(thread)
    keeper = current_keeper(thread.id)
    mine = keeper is not None and keeper.person_id == by.person_id
    raise_if(rules.may_write_ask(by, is_keeper=mine))
    last = db.session.scalar(select(func.max(Ask.number)).where(Ask.thread_id == thread.id)) or 0
    ask = Ask(
        thread_id=thread.id,
        number=last + 1,
        text=text,
        agreed_by=agreed_by,
        agreed_on=agreed_on,
        differing=differing,
        written_by_id=own(by, capacity=_role(by)).id,
        created_at=on,
    )
    db.session.add(ask)
    db.session.flush()
    record("wrote_ask", ("thread", thread.id), by=by.person_id, on=on, number=ask.number)
    return ask


def take_on(thread: Thread, *, by: Standing, on: datetime) -> Keeper:
    """Begin to look after a thread. Raises Refusal."""
    thread = hold(thread)
    raise_if(rules.may_keep(by, kept=current_keeper(thread.id) is not None))
    keeper = Keeper(thread_id=thread.id, person_id=person_id(by), byline_id=own(by, capacity=_role(by)).id, since=on)
    db.session.add(keeper)
    db.session.flush()
    record("took_on", ("thread", thread.id), by=by.person_id, on=on)
    return keeper


def hand_back(thread: Thread, *, by: Standing, on: datetime) -> None:
    """Stop looking after a thread; a facilitator may end it for somebody else. Raises Refusal."""
    thread = hold(thread)
    keeper = current_keeper(thread.id)
    if keeper is None:
        raise Refusal(N_("Nobody looks after this at the moment."))
    raise_if(rules.may_hand_back(by, is_keeper=keeper.person_id == by.person_id))
    keeper.until = on
    db.session.flush()
    record("handed_back", ("thread", thread.id), by=by.person_id, on=on)


def current_keeper(thread_id: int) -> Keeper | None:
    """Return who looks after a thread now."""
    return db.session.scalar(select(Keeper).where(Keeper.thread_id == thread_id, Keeper.until.is_(None)))


def _role(by: Standing) -> str | None:
    return Capacity.FACILITATOR if is_facilitator(by) else None
