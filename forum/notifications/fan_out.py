"""Turn each notice into one waiting letter for each follower. Runs twice, or on two machines, with one result."""

from datetime import datetime

from flask import current_app
from sqlalchemy import select

from forum.db import begin_write, db
from forum.notifications import queries, tokens
from forum.notifications.models import Follow, Notice
from forum.outbox import actions as outbox
from forum.outbox.models import Delivery
from forum.people.models import Person

AT_ONCE = 200


def fan_out(on: datetime) -> int:
    """Write the letters of every new notice and return how many were written. Owns its transactions."""
    new = db.session.scalars(select(Notice.id).where(Notice.fanned_at.is_(None)).order_by(Notice.id)).all()
    db.session.rollback()
    return sum(_fan_one(notice_id, on) for notice_id in new)


def still_wanted(row: Delivery) -> bool:
    """Whether the follow that a letter was written for is still there, and its owner still wants letters."""
    follow = queries.by_token(tokens.STOP, str(row.values.get("stop_token", "")))
    if follow is None or follow.confirmed_at is None:
        return False
    person = db.session.get(Person, follow.person_id) if follow.person_id is not None else None
    return person.mail_moves if person is not None else True


def _fan_one(notice_id: int, on: datetime) -> int:
    """Write the letters of a notice, some at a time, so that nobody else who writes has to wait long."""
    after, written = 0, 0
    while True:
        begin_write()
        new = select(Notice).where(Notice.id == notice_id, Notice.fanned_at.is_(None))
        notice = db.session.scalar(new.with_for_update(skip_locked=True))
        if notice is None:  # done, or in another worker's hands
            db.session.rollback()
            return written
        followers = queries.to_tell(notice, after=after, limit=AT_ONCE)
        written += sum(_write(notice, follow) for follow in followers)
        if len(followers) < AT_ONCE:
            notice.fanned_at = on
        else:
            after = followers[-1].id
        db.session.commit()


def _write(notice: Notice, follow: Follow) -> bool:
    row = outbox.put(
        "news",
        key=f"news:{notice.id}:{follow.id}",
        on=notice.created_at,  # news goes stale by when it happened
        person_id=follow.person_id,
        email=follow.email,
        about=(notice.about_kind, notice.about_id),
        followed_kind=notice.kind,
        followed_id=notice.subject_id,
        stop="notifications.stop",
        stop_token=tokens.make(str(current_app.secret_key), tokens.STOP, follow),
    )
    return row is not None
