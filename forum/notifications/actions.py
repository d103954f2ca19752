"""Follow, stop, and tell those who follow. Callers commit.

Who follows what is nobody's business: the account of what was done gets the fact for the page's count, never the
person.
"""

from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError

from forum.db import begin_write, db
from forum.history.actions import record
from forum.notifications import queries, tokens
from forum.notifications.models import Follow, Notice
from forum.outbox import actions as outbox
from forum.outbox.models import Delivery
from forum.people.models import Person
from forum.people.names import email_key
from forum.threads.models import Thread

Thing = tuple[str, int]
LETTERS_A_DAY = 10  # to one address that did not ask for them, whoever types it in
UNCONFIRMED_KEPT = timedelta(days=2 * tokens.DAYS)


def follow(thing: Thing, *, by: int, on: datetime) -> None:
    """Follow something with an account. Doing so again changes nothing."""
    if queries.by_person(thing, by) is None and _add(
        Follow(**_of(thing), person_id=by, created_at=on, confirmed_at=on)
    ):
        _count(thing, 1, "followed", on)


def unfollow(thing: Thing, *, by: int, on: datetime) -> None:
    """Stop following with an account."""
    if found := queries.by_person(thing, by):
        _remove(found, on)


def ask_by_email(thing: Thing, *, email: str, on: datetime) -> None:
    """Send a letter whose link leads to the button that confirms. Nothing here tells whether the address follows
    already, and nobody can have an address flooded."""
    key = email_key(email)
    asked = func.count(Delivery.id)
    recent = (Delivery.template == "follow_confirm") & (Delivery.created_at > on - timedelta(days=1))
    if (db.session.scalar(select(asked).where(recent, Delivery.email == key)) or 0) >= LETTERS_A_DAY:
        return
    row = queries.by_email(thing, key) or _add(Follow(**_of(thing), email=email, email_key=key, created_at=on))
    if row is None:  # the same form a moment ago: one letter is enough
        return
    outbox.put(
        "follow_confirm",
        key=f"follow:{row.id}:{tokens.stamp(row)}:{on:%Y%m%d%H}",
        on=on,
        email=row.email_key,
        about=thing,
        already=row.confirmed_at is not None,
        token=tokens.make(_secret(), tokens.CONFIRM, row),
        stop="notifications.stop" if row.confirmed_at else "",
        stop_token=tokens.make(_secret(), tokens.STOP, row),
    )


def confirm(row: Follow, *, on: datetime) -> None:
    """Confirm that an address is its owner's, who wants our letters."""
    db.session.refresh(row, with_for_update=True)
    if row.confirmed_at is None:
        row.confirmed_at = on
        db.session.flush()
        _count((row.kind, row.subject_id), 1, "followed", on)


def stop(row: Follow, *, on: datetime) -> None:
    """Stop a follow by the link in a letter."""
    _remove(row, on)


def tell(*, followed: Thing, about: Thing, not_to: int | None, key: str, on: datetime) -> None:
    """Have those who follow a thing hear of another, in the transaction of the act itself.

    Arguments: `followed` and `about`, each a `(kind, id)`; `not_to`, the person who did it; `key`, the same for the
    same news, as in `move:12`, so that it is told once.
    """
    notice = Notice(key=key, **_of(followed), about_kind=about[0], about_id=about[1], not_to_id=not_to, created_at=on)
    if _keep(notice):
        outbox.awaken()


def know(thing: Thing, *, key: str, since: datetime, on: datetime) -> None:
    """Keep that something is no news of a thing: it was so before anybody followed it, `since` a moment."""
    told = {"about_kind": thing[0], "about_id": thing[1], "created_at": since, "fanned_at": on}
    _keep(Notice(key=key, **_of(thing), **told))


def carry_over(one: Thread, other: Thread, on: datetime) -> None:
    """Have those who follow an issue follow the one that it was joined with too: the talk goes on there."""
    there = queries.owners(("thread", other.id))
    for row in queries.confirmed(("thread", one.id)):
        if (row.person_id, row.email_key) in there:
            continue
        whose = {"person_id": row.person_id, "email": row.email, "email_key": row.email_key}
        if _add(Follow(**_of(("thread", other.id)), **whose, created_at=on, confirmed_at=on)):
            _count(("thread", other.id), 1, "followed", on)


def see(person: Person, until: datetime, *, on: datetime) -> None:
    """Remember up to which moment somebody has read what is new: never later than now, never backwards."""
    until = min(until, on)
    if person.looked_at is None or person.looked_at < until:
        person.looked_at = until
        db.session.flush()


def forget(person_id: int, *, on: datetime) -> None:
    """Take a person out: what they follow, by account or by the same address, and the letters to them."""
    for row in queries.all_of(person_id):
        _remove(row, on)
    outbox.forget(person_id)


def prune(on: datetime) -> None:
    """Delete follows that nobody confirmed, with the addresses in them. Owns its transaction."""
    begin_write()
    db.session.execute(
        delete(Follow).where(Follow.confirmed_at.is_(None), Follow.created_at < on - UNCONFIRMED_KEPT),
        execution_options={"synchronize_session": False},
    )
    db.session.commit()


def _keep(notice: Notice) -> bool:
    """Keep a notice; false when the same news was told before, or by somebody else a moment ago."""
    if db.session.scalar(select(Notice.id).where(Notice.key == notice.key)) is not None:
        return False
    try:
        with db.session.begin_nested():
            db.session.add(notice)
    except IntegrityError:
        return False
    return True


def _of(thing: Thing) -> dict[str, object]:
    return {"kind": thing[0], "subject_id": thing[1]}


def _add(row: Follow) -> Follow | None:
    """Add a follow; `None` when somebody added the same one between our look and our write."""
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        return None
    return row


def _remove(row: Follow, on: datetime) -> None:
    """Take a follow away, and out of the count: once, however many windows it is stopped in."""
    thing, here = (row.kind, row.subject_id), delete(Follow).where(Follow.id == row.id)
    gone = db.session.execute(here.returning(Follow.confirmed_at), execution_options={"synchronize_session": False})
    was = gone.scalars().all()
    db.session.expunge(row)
    if was and was[0] is not None:
        _count(thing, -1, "unfollowed", on)


def _count(thing: Thing, step: int, verb: str, on: datetime) -> None:
    if thing[0] == "thread":
        here = update(Thread).where(Thread.id == thing[1])
        db.session.execute(here.values(follow_count=Thread.follow_count + step))
    record(verb, thing, by=None, on=on)


def _secret() -> str:
    return str(current_app.secret_key)
