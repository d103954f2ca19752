"""Forget what is no longer needed: the page `/privacy` says when."""

from datetime import datetime, timedelta

from sqlalchemy import update

from forum.db import begin_write, db
from forum.moderation.models import Flag

KEPT = timedelta(days=3 * 365)


def forget_old_reports(on: datetime) -> None:
    """Take people and words out of reports older than three years; that there was one, and why, stays for the figures.

    Owns its transaction: call it with nothing pending.
    """
    begin_write()
    old = (Flag.created_at < on - KEPT) & Flag.ruling_id.is_not(None)
    db.session.execute(update(Flag).where(old).values(words="", email=None, person_id=None))
    db.session.commit()
