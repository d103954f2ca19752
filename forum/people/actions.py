"""What happens to accounts: made, confirmed, given a role, suspended, renamed. Callers commit."""

from datetime import datetime

from sqlalchemy import select

from forum.access import Role
from forum.db import db
from forum.history.actions import record
from forum.people import passwords, queries
from forum.people.models import Byline, Person, PersonRole
from forum.people.names import email_key, name_key
from forum.refusal import Refusal, raise_if
from forum.say import N_

NAME_TAKEN = N_("Somebody here has that name already. Please choose another, or add a letter.")
NAME_EMPTY = N_("Please write a name that people can read.")


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
    db.session.add(person)
    db.session.flush()
    record("joined", ("person", person.id), by=person.id, on=on)
    return person


def may_take_name(name: str, *, own_id: int | None = None) -> Refusal | None:
    """Whether a name is free and can be read."""
    if not name_key(name):
        return Refusal(NAME_EMPTY, field="name")
    found = queries.by_name(name)
    if found is not None and found.id != own_id:
        return Refusal(NAME_TAKEN, field="name")
    return None


def give_role(person: Person, role: Role, *, by: int | None, on: datetime) -> None:
    """Give a person a role."""
    if role in {one.role for one in person.roles}:
        return
    person.roles.append(PersonRole(role=role, given_at=on, given_by_id=by))
    db.session.flush()
    record("gave_role", ("person", person.id), by=by, on=on, role=str(role))


def trust(person: Person, *, by: int | None, on: datetime) -> None:
    """Let a person's posts appear at once from now on."""
    if person.trusted_at is None:
        person.trusted_at = on
        record("trusted", ("person", person.id), by=by, on=on)


def create_administrator(*, name: str, email: str, password: str, on: datetime) -> Person:
    """Make an administrator's account with a password. Raises Refusal."""
    raise_if(passwords.may_use(password, name=name, email=email))
    person = register(name=name, email=email, password_hash=passwords.hash_of(password), on=on)
    give_role(person, Role.ADMINISTRATOR, by=None, on=on)
    trust(person, by=None, on=on)
    return person


def byline(
    person_id: int, *, name: str, thread_id: int | None = None, capacity: str | None = None, signed: str = ""
) -> Byline:
    """Return the byline for these words of a person, making it when it is new.

    `thread_id` is given when the person uses another name on one issue.
    """
    same = (
        (Byline.person_id == person_id)
        & (Byline.name == name)
        & (Byline.signed == signed)
        & (Byline.thread_id.is_(None) if thread_id is None else Byline.thread_id == thread_id)
        & (Byline.capacity.is_(None) if capacity is None else Byline.capacity == capacity)
    )
    found = db.session.scalar(select(Byline).where(same))
    if found is None:
        found = Byline(person_id=person_id, thread_id=thread_id, name=name, capacity=capacity, signed=signed)
        db.session.add(found)
        db.session.flush()
    return found
