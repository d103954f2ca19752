"""What somebody does to their own account. Callers commit."""

from datetime import datetime

from forum.history.actions import record
from forum.outbox.actions import put
from forum.people import mailed_links, passwords
from forum.people.actions import set_email, set_password
from forum.people.capacities import PICKED_FREELY
from forum.people.entering import owner
from forum.people.mailed_links import Purpose
from forum.people.models import Person
from forum.people.names import email_key
from forum.refusal import Refusal, raise_if
from forum.say import N_

SIGN_IN_AGAIN = N_("Please sign in again first. We ask before a change like this.")


def ask_for_new_email(person: Person, email: str, *, on: datetime) -> None:
    """Send a link to a new address. Nobody learns here whether it has another account. Raises Refusal."""
    if person.email_key == email_key(email):
        raise Refusal(N_("That is your address already."), field="email")
    made = mailed_links.make(Purpose.NEW_EMAIL, email=email, person_id=person.id, on=on)
    if made is not None:
        token, key = made
        put("new_email_link", key=key, email=email, on=on, token=token)


def take_new_email(token: str, *, form_key: str, on: datetime) -> Person:
    """Take the address that a link proved. Raises Refusal."""
    link, first = mailed_links.claim(token, Purpose.NEW_EMAIL, form_key, on)
    person = owner(link)
    if first:
        set_email(person, link.email, by=person.id, on=on)
    return person


def change_password(person: Person, password: str, password_hash: str, *, old_fits: bool, on: datetime) -> None:
    """Set a new password. Who has one must know it. Raises Refusal."""
    if person.password_hash is not None and not old_fits:
        raise Refusal(N_("That is not your password now."), field="old")
    raise_if(passwords.may_use(password, name=person.name, email=person.email or ""))
    set_password(person, password_hash, by=person.id, on=on)


def set_usual_capacity(person: Person, capacity: str, *, on: datetime) -> None:
    """Set the capacity that is offered first, or none. It is shown nowhere by itself. Raises Refusal."""
    if capacity and capacity not in PICKED_FREELY:
        raise Refusal(N_("Choose one of these."), field="capacity")
    person.capacity = capacity or None
    record("set_capacity", ("person", person.id), by=person.id, on=on)


def set_mail(person: Person, *, mail_moves: bool, on: datetime) -> None:
    """Switch e-mails about what somebody follows on or off."""
    person.mail_moves = mail_moves
    record("set_mail", ("person", person.id), by=person.id, on=on, on_now=mail_moves)
