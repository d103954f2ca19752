"""People in the table of kinds."""

from collections.abc import Iterable, Mapping

from flask import Flask
from sqlalchemy import select

from forum.access import Standing
from forum.db import db
from forum.people import leaving
from forum.people.models import Person
from forum.refusal import Refusal
from forum.say import N_
from forum.subjects import Subject, register


def init_app(app: Flask) -> None:
    """Register the kind of this feature."""
    register(app, PERSON)


def _load(ids: Iterable[int]) -> Mapping[int, Person]:
    rows = db.session.scalars(select(Person).where(Person.id.in_(list(ids))))
    return {person.id: person for person in rows}


def _may_see(_who: Standing, person: Person) -> Refusal | None:
    return Refusal(N_("This person left.")) if person.erased_at is not None else None


PERSON = Subject(
    kind="person",
    load=_load,
    may_see=_may_see,
    title=lambda person: person.name,
    address=lambda person: ("people.page", {"name": person.name}),
    author_id=lambda person: person.id,
    words=lambda person: person.name,
    erase=leaving.erase_account,
    export_for=leaving.export_account,
)
