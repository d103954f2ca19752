"""Links sent by e-mail: each for one purpose, used once, for a short time. Opening one changes nothing.

Only the hash of a token is kept. A token found for one purpose is nothing for any other. The owner of an address is
never shut out by others who ask for links in their name: the newest few stay good, and no more are sent for a while.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, or_, select, update

from forum.db import db
from forum.people.models import MailedLink, Person
from forum.people.names import email_key
from forum.people.signing_in import hashed, new_token
from forum.refusal import Refusal
from forum.say import N_


class Purpose(StrEnum):
    """What a link is for."""

    JOIN = "join"
    SIGN_IN = "sign-in"
    RESET = "reset"
    NEW_EMAIL = "new-email"


LASTS = {
    Purpose.JOIN: timedelta(hours=24),  # as long as a draft is kept
    Purpose.SIGN_IN: timedelta(minutes=30),
    Purpose.RESET: timedelta(minutes=30),
    Purpose.NEW_EMAIL: timedelta(hours=24),
}
AT_ONCE, WHILE = 3, timedelta(minutes=30)
SECOND_PRESS = timedelta(minutes=1)
LINK_OVER = N_("This link does not work any more. Please ask for a new one.")


def make(
    purpose: Purpose, *, email: str, on: datetime, person_id: int | None = None, **values: Any
) -> tuple[str, str] | None:
    """Make a link; the caller mails it.

    Returns its token and a key for the message, or `None` when enough of them are on their way already.
    """
    same = (MailedLink.purpose == purpose) & (func.lower(MailedLink.email) == email_key(email))
    recent = same & (MailedLink.created_at > on - WHILE) & MailedLink.used_at.is_(None)
    if (db.session.scalar(select(func.count()).select_from(MailedLink).where(recent)) or 0) >= AT_ONCE:
        return None
    token = new_token()
    row = MailedLink(
        token_hash=hashed(token), purpose=purpose, email=email, person_id=person_id, values=values, created_at=on
    )
    db.session.add(row)
    db.session.flush()
    return token, f"{purpose}:{row.token_hash}"


def find(token: str, purpose: Purpose, *, on: datetime, form_key: str = "") -> MailedLink | None:
    """Return a link that still holds, or `None`.

    A used one holds for a minute for the very form that used it, so that a second press of its button is harmless.
    """
    row = db.session.get(MailedLink, hashed(token))
    if row is None or row.purpose != purpose or on - row.created_at > LASTS[purpose]:
        return None
    if row.used_at is None:
        return row
    again = bool(form_key) and row.values.get("used_by") == hashed(form_key)
    return row if again and on - row.used_at <= SECOND_PRESS else None


def use(link: MailedLink, *, form_key: str, on: datetime) -> bool:
    """Use a link up. Returns whether this was the first press; two at once use it up once."""
    values = {**link.values, "used_by": hashed(form_key)}
    done = db.session.execute(
        update(MailedLink)
        .where(MailedLink.token_hash == link.token_hash, MailedLink.used_at.is_(None))
        .values(used_at=on, values=values)
        .execution_options(synchronize_session=False)
    )
    db.session.refresh(link)
    return cast(CursorResult[Any], done).rowcount == 1


def claim(token: str, purpose: Purpose, form_key: str, on: datetime) -> tuple[MailedLink, bool]:
    """Use a link up. Returns it, and whether this was the first press of the form's button. Raises Refusal."""
    link = find(token, purpose, on=on, form_key=form_key)
    if link is None:
        raise Refusal(LINK_OVER)
    first = use(link, form_key=form_key, on=on)
    if not first and find(token, purpose, on=on, form_key=form_key) is None:
        raise Refusal(LINK_OVER)
    return link, first


def kill(person: Person, *, used_too: bool = False) -> None:
    """Make all unused links of a person worthless: after a new address or a new password. When they leave, the used
    ones go too: they hold the address."""
    theirs = MailedLink.person_id == person.id
    if person.email:
        theirs = or_(theirs, func.lower(MailedLink.email) == email_key(person.email))
    if not used_too:
        theirs = theirs & MailedLink.used_at.is_(None)
    db.session.execute(delete(MailedLink).where(theirs).execution_options(synchronize_session=False))
