"""Put a message into the outbox."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from forum.db import db
from forum.outbox.models import Delivery


def put(
    template: str,
    *,
    key: str,
    on: datetime,
    person_id: int | None = None,
    email: str | None = None,
    about: tuple[str, int] | None = None,
    **values: Any,
) -> Delivery | None:
    """Put a message into the outbox, in the transaction of the act that caused it; the caller commits.

    Arguments: `template`, the name of `templates/email/<template>.txt`; `key`, the same for the same message, so
    that what runs twice tells once; either `person_id` (the address is looked up when it is sent) or `email`;
    `about`, the `(kind, id)` that the reader must still be allowed to see when it is sent; `values`, ids and
    figures for the template, one line each. A value named `token` or `…_token` is wiped once the message has gone;
    `stop` and `stop_token` name the route, and its token, that stops such messages. Returns `None` when a message
    with this key is there already.
    """
    if db.session.scalar(select(Delivery.id).where(Delivery.key == key)) is not None:
        return None
    kind, subject_id = about or (None, None)
    row = Delivery(
        key=key,
        template=template,
        person_id=person_id,
        email=email,
        about_kind=kind,
        about_id=subject_id,
        values=values,
        created_at=on,
        due_at=on,
    )
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:  # somebody else put the same message between our look and our write
        return None
    awaken()
    return row


def awaken() -> None:
    """Have the jobs look at what waits as soon as this transaction is committed."""
    db.session.info["waits_to_be_sent"] = True


def forget(person_id: int, *, email: str | None = None) -> None:
    """Delete the messages to a person and to their address, sent or not: part of erasing them. The caller commits."""
    theirs = Delivery.person_id == person_id
    if email:
        theirs = theirs | (func.lower(Delivery.email) == email.lower())
    db.session.execute(delete(Delivery).where(theirs))
