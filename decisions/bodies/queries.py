"""Find bodies."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ScalarSelect, func, or_, select

from decisions.bodies.models import Affiliation, Body
from forum.db import db


def there(today: date) -> list[Body]:
    """Return the bodies that exist today, by name."""
    begun = or_(Body.valid_from.is_(None), Body.valid_from <= today)
    still = or_(Body.valid_to.is_(None), Body.valid_to >= today)
    return list(db.session.scalars(select(Body).where(begun, still).order_by(Body.name, Body.id)))


def by_ids(ids: Iterable[int]) -> dict[int, Body]:
    """Return bodies by id, in one query."""
    return {one.id: one for one in db.session.scalars(select(Body).where(Body.id.in_(list(ids))))}


def all_ids() -> list[int]:
    """Return the ids of all bodies."""
    return list(db.session.scalars(select(Body.id).order_by(Body.id)))


@dataclass(frozen=True, slots=True)
class Family:
    """A body, the one that it answers to, those that answer to it, and the posts that speak for it here ("Head of Day
    Services": the words, never the person)."""

    body: Body
    above: Body | None
    under: list[Body]
    speaking: list[str]


def with_family(slug: str, today: date) -> Family | None:
    """Return a body by the name in its address with what is around it; those that answer to it by name: one query."""
    me = select(Body.id).where(Body.slug == slug).scalar_subquery()
    above = select(Body.parent_id).where(Body.slug == slug).scalar_subquery()
    near = or_(Body.id == me, Body.id == above, Body.parent_id == me)
    rows = db.session.execute(select(Body, _speaking(today)).where(near).order_by(Body.name, Body.id)).all()
    here = next((row for row in rows if row[0].slug == slug), None)
    if here is None:
        return None
    body, others = here[0], [row[0] for row in rows if row[0] is not here[0]]
    parent = next((one for one in others if one.id == body.parent_id), None)
    speaking = sorted(set((here[1] or "").splitlines()))
    return Family(body, parent, [one for one in others if one.parent_id == body.id], speaking)


def _speaking(today: date) -> ScalarSelect[str]:
    """The posts that speak for a body today, one a line."""
    now = Affiliation.confirmed_at.is_not(None) & Affiliation.refused_at.is_(None) & ~Affiliation.councillor
    still = or_(Affiliation.until.is_(None), Affiliation.until > today)
    here = select(func.aggregate_strings(Affiliation.post, "\n")).where(Affiliation.body_id == Body.id, now, still)
    return here.correlate(Body).scalar_subquery()
