"""Take in a worry about someone, read it, and close it. Callers commit."""

from datetime import datetime

from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.moderation.models import Concern, ConcernRead
from forum.moderation.worries import queries
from forum.outbox import actions as outbox
from forum.refusal import Refusal
from forum.say import N_


def tell(*, words: str, contact: str, about: tuple[str, int] | None, on: datetime) -> Concern:
    """Take in a worry. Who sent it is kept only as far as they say in `contact`, signed in or not.

    `about` is the thing that raised the worry. Raises Refusal when nobody is there to read it.
    """
    leads = queries.leads()
    if not leads:
        raise Refusal(N_("Nobody can read this here at the moment. Please ring one of the numbers."))
    kind, subject_id = about or (None, None)
    concern = Concern(words=words, contact=contact, kind=kind, subject_id=subject_id, created_at=on)
    db.session.add(concern)
    db.session.flush()
    record("worried", ("concern", concern.id), by=None, on=on)
    for person_id in leads:
        key = f"worry:{concern.id}:{person_id}"
        outbox.put("worry", key=key, on=on, person_id=person_id, about=("concern", concern.id))
    return concern


def read(concern: Concern, *, by: Standing, on: datetime) -> ConcernRead:
    """Record that a lead reads a worry: the words are shown to them for a short time after."""
    row = ConcernRead(concern_id=concern.id, person_id=by.person_id, at=on)
    db.session.add(row)
    db.session.flush()
    record("read_worry", ("concern", concern.id), by=by.person_id, on=on)
    return row


def close(concern: Concern, *, outcome: str, by: Standing, on: datetime) -> None:
    """Close a worry with what came of it. Raises Refusal when it is closed, or this lead has not read it."""
    db.session.refresh(concern, with_for_update=True)
    if concern.closed_at is not None:
        raise Refusal(N_("This was closed already."))
    if not queries.is_reading(concern.id, by, on=on):
        raise Refusal(N_("Read it first, then close it."))
    concern.outcome, concern.closed_at = outcome, on
    db.session.flush()
    record("closed_worry", ("concern", concern.id), by=by.person_id, on=on)
