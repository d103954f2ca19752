"""The day's work: call promises to mind before their day, and ask after it what became of them. Through the outbox."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, or_, select

from decisions.bodies.models import Affiliation
from decisions.promises import owners, tokens
from decisions.promises.kinds import Stage
from decisions.promises.models import Promise, PromiseEvent
from decisions.promises.owners import Owner
from decisions.promises.queries import thread_ids
from decisions.promises.queues import on_a_shown_issue
from decisions.promises.settings import times
from decisions.promises.states import can_check
from forum import clock
from forum.db import begin_write, db
from forum.outbox import actions as outbox
from forum.outbox.models import Delivery
from forum.people.models import Person

LETTER = "promise"
SOON, PASSED, DONE = "soon", "passed", "done"
RECENT = timedelta(days=21)  # what is older is not told any more; messages sent are remembered for longer


def remind(on: datetime) -> int:
    """Write the messages that are due. Each is written once for each reader and day of a promise. Returns how many.
    Owns its transactions."""
    today = clock.local_day(on)
    written = 0
    for what, promise_id in _due(today):
        begin_write()
        of = db.session.get_one(Promise, promise_id)
        written += sum(_write(of, what, one, on) for one in _readers(of, what, today))
        db.session.commit()
    return written


def _due(today: date) -> list[tuple[str, int]]:
    """Which promises are to be told of today, and why."""
    wanted = times()
    waits = and_(Promise.stage == Stage.UNDER_WAY, on_a_shown_issue())
    soon = Promise.due_on.between(today, today + timedelta(days=wanted.before_days))
    late = Promise.due_on.between(
        today - timedelta(days=wanted.after_days) - RECENT, today - timedelta(days=wanted.after_days)
    )
    done = and_(Promise.stage == Stage.SAYS_DONE, on_a_shown_issue(), Promise.id.in_(_said_lately(today)))
    found = [
        *((SOON, one) for one in db.session.scalars(select(Promise.id).where(waits, soon).order_by(Promise.id))),
        *((PASSED, one) for one in db.session.scalars(select(Promise.id).where(waits, late).order_by(Promise.id))),
        *((DONE, one) for one in db.session.scalars(select(Promise.id).where(done).order_by(Promise.id))),
    ]
    db.session.rollback()
    return found


def _said_lately(today: date) -> Select[Any]:
    since = PromiseEvent.happened_on >= today - RECENT
    return select(PromiseEvent.promise_id).where(PromiseEvent.kind == Stage.SAYS_DONE, since)


def _readers(of: Promise, what: str, today: date) -> list[Owner]:
    """Who hears: before the day those who speak for the body and those who follow; after it both; once it is said to
    be done, those who are affected or follow, and not those who said so."""
    speaking = _speaking(of.body_id, today)
    people = owners.to_ask(thread_ids(of.id))
    if what == DONE:
        return [one for one in people if one.person_id not in speaking]
    return [*(Owner(person_id=one) for one in speaking), *(one for one in people if one.person_id not in speaking)]


def _speaking(body_id: int, today: date) -> list[int]:
    """The accounts of those who speak for a body on a day."""
    confirmed = Affiliation.confirmed_at.is_not(None) & Affiliation.refused_at.is_(None) & ~Affiliation.councillor
    still = or_(Affiliation.until.is_(None), Affiliation.until > today)
    here = select(Affiliation.person_id).join(Person, Person.id == Affiliation.person_id)
    wanted = here.where(Affiliation.body_id == body_id, confirmed, still, Person.erased_at.is_(None))
    return list(db.session.scalars(wanted.distinct().order_by(Affiliation.person_id)))


def _write(of: Promise, what: str, reader: Owner, on: datetime) -> bool:
    """One message. Its key names the day that is told, so that a new day is told anew."""
    day = of.due_on.isoformat() if of.due_on is not None and what != DONE else str(of.last_number)
    first = next(iter(thread_ids(of.id)), 0)
    row = outbox.put(
        LETTER,
        key=f"{LETTER}:{of.id}:{what}:{day}:{reader.key}",
        on=on,
        person_id=reader.person_id,
        email=reader.email,
        about=("promise", of.id),
        what=what,
        promise=of.id,
        due_on=of.due_on.isoformat() if of.due_on is not None else "",
        body=of.body_id if reader.person_id in _speaking(of.body_id, clock.local_day(on)) else 0,
        follow=reader.follow_id or 0,
        token=tokens.make(tokens.CHECK, of.id, reader),
        stop="promises.ask_no_more" if first else "",
        stop_token=tokens.make(tokens.STOP, first, reader) if first else "",
    )
    return row is not None


def still_wanted(row: Delivery) -> bool:
    """Whether a message is still to be sent: the promise stands as it stood, and its reader still wants to hear."""
    of = db.session.get(Promise, int(row.values["promise"]))
    if of is None or not _still(of, str(row.values["what"]), str(row.values["due_on"])):
        return False
    owner = Owner(person_id=row.person_id, follow_id=int(row.values["follow"]) or None)
    person = db.session.get(Person, row.person_id) if row.person_id is not None else None
    if person is not None and not person.mail_moves:
        return False
    ids = thread_ids(of.id)
    if row.values["body"]:
        return not owners.refuses(owner, ids)
    return owners.is_concerned(owner, ids) and not owners.refuses(owner, ids)


def _still(of: Promise, what: str, due_on: str) -> bool:
    if what == DONE:
        return can_check(of.stage, of.due_on, today=clock.today())
    return of.stage == Stage.UNDER_WAY and of.due_on is not None and of.due_on.isoformat() == due_on
