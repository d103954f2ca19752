"""Joining and signing in. Callers commit, and open the session.

An address that has an account and one that has none are answered alike: both get one link, made with the same work.
Nothing that a stranger typed goes into a message, and an account is made only by whoever can read its e-mail.
"""

from datetime import datetime

from forum.outbox.actions import put
from forum.people import mailed_links, passwords, queries
from forum.people.actions import may_pick_name, register, set_password
from forum.people.carrying import handed_over
from forum.people.mailed_links import LINK_OVER, Purpose, claim
from forum.people.models import MailedLink, Person
from forum.refusal import Refusal, raise_if


def ask_to_join(*, name: str, email: str, going_to: str, carried: str | None = None, on: datetime) -> None:
    """Send a link that makes an account; to somebody who has one, a link that signs in. `carried` names what waits
    for them behind it (`forum.people.carrying`). Raises Refusal for the name."""
    raise_if(may_pick_name(name))
    _send(Purpose.JOIN, "have_account", email=email, on=on, name=name, next=going_to, carried=carried)


def ask_for_link(*, email: str, going_to: str, stay: bool, carried: str | None = None, on: datetime) -> None:
    """Send a link that signs in; to somebody who has no account, a link that makes one. `carried` as above."""
    _send(Purpose.SIGN_IN, "sign_in_link", email=email, on=on, next=going_to, stay=stay, carried=carried)


def ask_to_reset(*, email: str, on: datetime) -> None:
    """Send a link to choose a new password; to somebody who has no account, a link that makes one."""
    _send(Purpose.RESET, "reset_link", email=email, on=on)


def _send(asked: Purpose, template: str, *, email: str, on: datetime, **values: object) -> None:
    """Send one link, whatever was asked for and whoever is there. It goes to the address that we hold."""
    person = queries.by_email(email)
    if person is None:
        purpose, template = Purpose.JOIN, "join_link" if asked is Purpose.JOIN else "no_account"
    else:
        purpose = Purpose.SIGN_IN if asked is Purpose.JOIN else asked
    address = person.email if person is not None and person.email else email
    made = mailed_links.make(purpose, email=address, person_id=person.id if person else None, on=on, **values)
    if made is not None:
        token, key = made
        put(template, key=key, email=address, on=on, token=token)


def join(token: str, *, name: str, password_hash: str | None, form_key: str, on: datetime) -> Person:
    """Make the account that a link stands for. Raises Refusal when the link is over or the name is taken."""
    link, first = claim(token, Purpose.JOIN, form_key, on)
    if not first:
        return owner(link)
    raise_if(may_pick_name(name))
    person = register(name=name, email=link.email, password_hash=password_hash, on=on)
    link.person_id = person.id
    handed_over(link.values.get("carried"), person.id)
    return person


def enter_by_link(token: str, *, form_key: str, on: datetime) -> Person:
    """Return the person whom a link signs in. Raises Refusal when it is over."""
    link, _first = claim(token, Purpose.SIGN_IN, form_key, on)
    person = owner(link)
    handed_over(link.values.get("carried"), person.id)
    return person


def reset(token: str, *, password: str, password_hash: str, form_key: str, on: datetime) -> Person:
    """Set a new password by a link. Raises Refusal when the link is over or the password too easy."""
    link, first = claim(token, Purpose.RESET, form_key, on)
    person = owner(link)
    if first:
        raise_if(passwords.may_use(password, name=person.name, email=person.email or ""))
        set_password(person, password_hash, by=person.id, on=on)
    return person


def fitting(email: str, password: str) -> Person | None:
    """Return the person with this address and password. Slow, and as slow when there is no such account."""
    person = queries.by_email(email)
    return person if passwords.matches(person.password_hash if person else None, password) else None


def owner(link: MailedLink) -> Person:
    """Return the person whose link it is. Raises Refusal when they left."""
    person = queries.person(link.person_id)
    if person is None or person.erased_at is not None:
        raise Refusal(LINK_OVER)
    return person
