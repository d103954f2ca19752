"""Find people, and who is asking. The only place that joins a byline to its person."""

from collections.abc import Iterable

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from forum.access import Role
from forum.db import db
from forum.history.models import Event
from forum.people.models import Byline, Person, PersonRole, SignInSession
from forum.people.names import email_key, name_key
from forum.people.roles import TOLD

WITH_ROLES = joinedload(SignInSession.person).joinedload(Person.roles)  # each page of somebody signed in needs them


def person(person_id: int | None) -> Person | None:
    """Return a person by id."""
    return db.session.get(Person, person_id) if person_id is not None else None


def by_email(email: str) -> Person | None:
    """Return the person with an e-mail address, whatever its case."""
    return db.session.scalar(select(Person).where(Person.email_key == email_key(email)))


def by_name(name: str) -> Person | None:
    """Return the person whose name reads the same."""
    return db.session.scalar(select(Person).where(Person.name_key == name_key(name)))


def session_of(token_hash: str) -> SignInSession | None:
    """Return the session a cookie stands for, with its person."""
    return db.session.get(SignInSession, token_hash, options=[WITH_ROLES])


def owner_of(byline_id: int) -> int | None:
    """Return the id of the person behind a byline. For its owner, for sending to its owner, and for moderators with a
    logged reason; never for a page of anyone else."""
    return db.session.scalar(select(Byline.person_id).where(Byline.id == byline_id))


def owners_of(byline_ids: Iterable[int]) -> dict[int, int | None]:
    """Return the people behind some bylines, in one query, for the same uses as `owner_of`."""
    rows = db.session.execute(select(Byline.id, Byline.person_id).where(Byline.id.in_(list(byline_ids))))
    return {row[0]: row[1] for row in rows}


def my_bylines(person_id: int) -> list[int]:
    """Return the ids of a person's own bylines."""
    return list(db.session.scalars(select(Byline.id).where(Byline.person_id == person_id)))


def by_role(*roles: str) -> list[Person]:
    """Return the people who hold any of these roles and are not suspended."""
    wanted = Person.id.in_(select(PersonRole.person_id).where(PersonRole.role.in_(roles)))
    return list(db.session.scalars(select(Person).where(wanted, Person.suspended_at.is_(None)).order_by(Person.id)))


def hold_administrators() -> None:
    """Keep others from taking a role from an administrator until the transaction ends: one of them must stay."""
    held = select(PersonRole).where(PersonRole.role == Role.ADMINISTRATOR).order_by(PersonRole.person_id)
    db.session.execute(held.with_for_update(), execution_options={"populate_existing": True}).all()


def find(words: str, limit: int = 20) -> list[Person]:
    """Return people whose name begins with these words, or who have this e-mail address, for administrators."""
    match = or_(Person.name.istartswith(words, autoescape=True), Person.email_key == email_key(words))
    here = match & Person.erased_at.is_(None)
    return list(db.session.scalars(select(Person).where(here).order_by(Person.name_key).limit(limit)))


def with_roles() -> list[Person]:
    """Return everyone who holds a role, for administrators."""
    held = Person.id.in_(select(PersonRole.person_id))
    return list(db.session.scalars(select(Person).where(held).order_by(Person.name_key)))


def account_of(person_id: int) -> list[tuple[Event, dict[int, str]]]:
    """Return what was done to an account that an administrator may know of, the newest first, with names by id."""
    about = (Event.kind == "person") & (Event.subject_id == person_id) & Event.verb.in_(TOLD)
    events = list(db.session.scalars(select(Event).where(about).order_by(Event.id.desc())))
    ids = {event.by_id for event in events}
    names = {row[0]: row[1] for row in db.session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)))}
    return [(event, names) for event in events]


def count() -> int:
    """Return how many accounts there are."""
    return db.session.scalar(select(func.count(Person.id)).where(Person.erased_at.is_(None))) or 0
