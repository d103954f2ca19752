"""What is over is deleted each night: links with their addresses, sessions, and forms that were sent."""

from datetime import datetime, timedelta

from sqlalchemy import delete

from forum.db import begin_write, db
from forum.people.mailed_links import LASTS
from forum.people.models import FormKey, MailedLink, SignInSession
from forum.people.signing_in import IDLE, LONGEST

FORMS_KEPT = timedelta(days=2)


def sweep(on: datetime) -> int:
    """Delete what nobody can use any more. Returns how many rows. Owns its transaction."""
    begin_write()
    over = (SignInSession.seen_at < on - IDLE) | (SignInSession.created_at < on - LONGEST)
    gone = [
        db.session.execute(delete(SignInSession).where(over).returning(SignInSession.token_hash)),
        db.session.execute(
            delete(MailedLink).where(MailedLink.created_at < on - max(LASTS.values())).returning(MailedLink.token_hash)
        ),
        db.session.execute(delete(FormKey).where(FormKey.created_at < on - FORMS_KEPT).returning(FormKey.id)),
    ]
    count = sum(len(rows.all()) for rows in gone)
    db.session.commit()
    return count
