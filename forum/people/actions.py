"""What happens to accounts: made, renamed, given a role, suspended. Callers commit."""

from datetime import datetime

from flask import current_app
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from forum.access import Role
from forum.db import db
from forum.history.actions import record
from forum.outbox.actions import put
from forum.people import mailed_links, passwords, queries
from forum.people.capacities import PICKED_FREELY
from forum.people.models import Byline, Person, PersonRole
from forum.people.names import email_key, is_reserved, may_be_address, may_be_name, name_key
from forum.people.signing_in import close_other_sessions
from forum.refusal import Refusal, raise_if
from forum.say import N_

NAME_TAKEN = N_("Somebody here has that name already. Please choose another, or add a letter.")
NAME_RESERVED = N_("People could take that name for somebody else. Please choose another.")
GONE = N_("This account was closed in another window.")
EVERYWHERE = ("site", 0)  # a name stands on pages of many things: all of them have changed


def register(*, name: str, email: str | None, password_hash: str | None = None, on: datetime) -> Person:
    """Make an account. The e-mail address must have been confirmed, or be `None` for a person who is helped.

    Raises Refusal when the name is taken or can't be read, or the address has an account.
    """
    raise_if(may_take_name(name))
    if email and queries.by_email(email):
        raise Refusal(N_("There is an account with that address. Sign in instead."), field="email")
    person = Person(
        name=name,
        name_key=name_key(name),
        email=email,
        email_key=email_key(email) if email else None,
        password_hash=password_hash,
        created_at=on,
    )
    try:
        with db.session.begin_nested():
            db.session.add(person)
    except IntegrityError as error:  # somebody else was quicker
        raise Refusal(NAME_TAKEN, field="name") from error
    record("joined", ("person", person.id), by=person.id, on=on)
    return person


def may_take_name(name: str, *, own_id: int | None = None) -> Refusal | None:
    """Whether a name is free and can be read."""
    if refusal := may_be_name(name):
        return refusal
    found = queries.by_name(name)
    if found is not None and found.id != own_id:
        return Refusal(NAME_TAKEN, field="name")
    return None


def may_pick_name(name: str, *, own_id: int | None = None) -> Refusal | None:
    """Whether somebody may call themselves so: free, readable, and not the name of the site or of a body (features
    add functions that give such names to `app.extensions["reserved_names"]`)."""
    others = [one for names in current_app.extensions.get("reserved_names", ()) for one in names()]
    if is_reserved(name, tuple(others)):
        return Refusal(NAME_RESERVED, field="name")
    return may_take_name(name, own_id=own_id)


def rename(person: Person, name: str, *, by: int, on: datetime) -> None:
    """Change a person's name, also beside what they wrote. Another name used on one issue stays as it is, and so does
    the name of a body that they answered for without their own."""
    raise_if(may_pick_name(name, own_id=person.id))
    before = person.name
    try:
        with db.session.begin_nested():
            person.name, person.name_key = name, name_key(name)
    except IntegrityError as error:
        raise Refusal(NAME_TAKEN, field="name") from error
    usual = (Byline.person_id == person.id) & Byline.thread_id.is_(None) & (Byline.name == before)
    db.session.execute(update(Byline).where(usual).values(name=name))
    record("renamed", ("person", person.id), by=by, on=on, parents=(EVERYWHERE,))


def set_password(person: Person, password_hash: str, *, by: int, on: datetime) -> None:
    """Set a password; end all other sessions and kill the links on their way. The owner is told."""
    person.password_hash = password_hash
    _secured(person, "set_password", by=by, on=on)
    if person.email:
        put("password_changed", key=f"password:{person.id}:{on.isoformat()}", person_id=person.id, on=on)


def set_email(person: Person, email: str, *, by: int, on: datetime) -> None:
    """Set an address that was confirmed; end all other sessions and kill the links on their way. The old address
    is told. Raises Refusal when it has another account."""
    before, other = person.email, queries.by_email(email)
    if other is not None and other.id != person.id:
        raise Refusal(N_("There is another account with that address."), field="email")
    mailed_links.kill(person)
    person.email, person.email_key = email, email_key(email)
    _secured(person, "set_email", by=by, on=on)
    if before:
        put("email_changed", key=f"email:{person.id}:{on.isoformat()}", email=before, on=on)


def _secured(person: Person, verb: str, *, by: int, on: datetime) -> None:
    close_other_sessions(person.id)
    mailed_links.kill(person)
    record(verb, ("person", person.id), by=by, on=on)


def trust(person: Person, *, by: int | None, on: datetime) -> None:
    """Let a person's posts appear at once from now on."""
    if person.trusted_at is None:
        person.trusted_at = on
        record("trusted", ("person", person.id), by=by, on=on)


def suspend(person: Person, *, by: int, on: datetime) -> None:
    """Stop a person from writing, in every session they have. They can read and sign in. Raises Refusal."""
    if person.id == by:
        raise Refusal(N_("You can’t stop yourself. Ask somebody else."))
    queries.hold_administrators()
    raise_if(may_give_up(person, Role.ADMINISTRATOR))
    if person.suspended_at is None:
        person.suspended_at = on
        record("suspended", ("person", person.id), by=by, on=on)


def restore(person: Person, *, by: int, on: datetime) -> None:
    """Let a person write again."""
    if person.suspended_at is not None:
        person.suspended_at = None
        record("restored", ("person", person.id), by=by, on=on)


def give_role(person: Person, role: Role, *, by: int | None, on: datetime) -> None:
    """Give a person a role."""
    if role in {one.role for one in person.roles}:
        return
    person.roles.append(PersonRole(role=role, given_at=on, given_by_id=by))
    db.session.flush()
    record("gave_role", ("person", person.id), by=by, on=on, role=str(role))


def set_employer(person: Person, employer: str, *, by: int | None, on: datetime) -> None:
    """Keep who a facilitator works for: it is shown with their name."""
    if person.employer != employer:
        person.employer = employer
        record("set_employer", ("person", person.id), by=by, on=on, parents=(EVERYWHERE,))


def remember_capacity(person_id: int, capacity: str | None) -> None:
    """Offer the capacity that somebody picked first when they write again. Kept without a word in the account: the
    words may stand under another name. What has to be confirmed is offered anyhow."""
    if capacity in PICKED_FREELY:
        db.session.execute(update(Person).where(Person.id == person_id).values(capacity=capacity))


def take_role(person: Person, role: Role, *, by: int | None, on: datetime) -> None:
    """Take a role from a person. Raises Refusal for the last administrator."""
    queries.hold_administrators()
    db.session.expire(person, ["roles"])
    held = next((one for one in person.roles if one.role == role), None)
    if held is None:
        return
    raise_if(may_give_up(person, role))
    person.roles.remove(held)
    db.session.flush()
    record("took_role", ("person", person.id), by=by, on=on, role=str(role))


def may_give_up(person: Person, role: Role) -> Refusal | None:
    """Whether a person can do without a role: somebody must stay who can give roles."""
    if role == Role.ADMINISTRATOR and [one.id for one in queries.by_role(Role.ADMINISTRATOR)] == [person.id]:
        return Refusal(N_("There is no other administrator. First make somebody else one."))
    return None


def create_administrator(*, name: str, email: str, password: str, on: datetime) -> Person:
    """Make an administrator's account with a password. Raises Refusal."""
    raise_if(may_be_address(email))
    raise_if(passwords.may_use(password, name=name, email=email))
    person = register(name=name, email=email, password_hash=passwords.hash_of(password), on=on)
    give_role(person, Role.ADMINISTRATOR, by=None, on=on)
    trust(person, by=None, on=on)
    return person


def byline(
    person_id: int, *, name: str, thread_id: int | None = None, capacity: str | None = None, signed: str = ""
) -> Byline:
    """Return the byline for these words of a person, making it when it is new.

    `thread_id` is given when the person uses another name on one issue. Raises Refusal for somebody who left a moment
    ago, in another window: their name must not stand here again.
    """
    here = select(Person.erased_at).where(Person.id == person_id).with_for_update(read=True, key_share=True)
    if db.session.scalar(here) is not None:
        raise Refusal(GONE)
    same = (
        (Byline.person_id == person_id)
        & (Byline.name == name)
        & (Byline.signed == signed)
        & (Byline.thread_id.is_(None) if thread_id is None else Byline.thread_id == thread_id)
        & (Byline.capacity.is_(None) if capacity is None else Byline.capacity == capacity)
    )
    found = db.session.scalar(select(Byline).where(same).order_by(Byline.id).limit(1))
    if found is None:
        found = Byline(person_id=person_id, thread_id=thread_id, name=name, capacity=capacity, signed=signed)
        db.session.add(found)
        db.session.flush()
    return found
