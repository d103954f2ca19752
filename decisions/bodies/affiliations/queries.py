"""Find bodies, and who speaks for them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from decisions.bodies.affiliations.rules import State, signed_words, state_of
from decisions.bodies.models import Affiliation, Body
from forum import clock
from forum.access import Standing
from forum.db import db
from forum.people.models import Person


def joinable() -> list[Body]:
    """Return the bodies that there are today, by name."""
    today = clock.today()
    still = Body.valid_to.is_(None) | (Body.valid_to >= today)
    return list(db.session.scalars(select(Body).where(still).order_by(Body.name)))


def names() -> list[str]:
    """Return the names of bodies: nobody may call themselves so."""
    return [name for row in db.session.execute(select(Body.name, Body.short)) for name in row]


def affiliations(ids: Iterable[int]) -> dict[int, Affiliation]:
    """Return affiliations by id."""
    rows = db.session.scalars(select(Affiliation).where(Affiliation.id.in_(list(ids))))
    return {row.id: row for row in rows}


def of_person(person_id: int) -> list[Affiliation]:
    """Return what a person said of where they work, the newest first."""
    query = select(Affiliation).where(Affiliation.person_id == person_id)
    return list(db.session.scalars(query.order_by(Affiliation.id.desc())))


def waiting() -> list[tuple[Affiliation, str]]:
    """Return what waits for an answer, the oldest first, with the name of who asks."""
    unanswered = Affiliation.confirmed_at.is_(None) & Affiliation.refused_at.is_(None) & Affiliation.until.is_(None)
    query = select(Affiliation, Person.name).join(Person, Person.id == Affiliation.person_id)
    return [(row[0], row[1]) for row in db.session.execute(query.where(unanswered).order_by(Affiliation.id))]


def with_bodies(who: Standing) -> Standing:
    """Add to a standing the bodies that somebody speaks for today, and whether they are a councillor."""
    if who.person_id is None:
        return who
    query = select(Affiliation).where(Affiliation.person_id == who.person_id, Affiliation.confirmed_at.is_not(None))
    today = clock.today()
    held = [one for one in db.session.scalars(query) if state_of(one, today) is State.HOLDS]
    speaks_for = {one.body_id: signed_words(one.post, one.body.name) for one in held if not one.councillor}
    speaks_for |= _taken_over(speaks_for, today)
    return replace(who, speaks_for=speaks_for, councillor=any(one.councillor for one in held))


def _taken_over(speaks_for: dict[int, str], today: date) -> dict[int, str]:
    """The bodies that ended and whose work one of these took over: who speaks for it answers what they left."""
    if not speaks_for:
        return {}
    ended = (Body.successor_id.in_(speaks_for)) & (Body.valid_to < today)
    rows = db.session.execute(select(Body.id, Body.successor_id).where(ended))
    return {row[0]: speaks_for[row[1] or 0] for row in rows}
