"""Find bodies."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import or_, select

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


def with_family(slug: str) -> tuple[Body | None, Body | None, list[Body]]:
    """Return a body by the name in its address, the one that it answers to, and those that answer to it by name:
    one query."""
    me = select(Body.id).where(Body.slug == slug).scalar_subquery()
    above = select(Body.parent_id).where(Body.slug == slug).scalar_subquery()
    near = or_(Body.id == me, Body.id == above, Body.parent_id == me)
    found = list(db.session.scalars(select(Body).where(near).order_by(Body.name, Body.id)))
    here = next((one for one in found if one.slug == slug), None)
    if here is None:
        return None, None, []
    parent = next((one for one in found if one.id == here.parent_id and one is not here), None)
    return here, parent, [one for one in found if one.parent_id == here.id and one is not here]


def posts_speaking(body_id: int, today: date) -> list[str]:
    """Return the posts that speak for a body here, as in "Head of Day Services": the words, never the person."""
    now = Affiliation.confirmed_at.is_not(None) & Affiliation.refused_at.is_(None) & ~Affiliation.councillor
    still = or_(Affiliation.until.is_(None), Affiliation.until > today)
    here = select(Affiliation.post).where(Affiliation.body_id == body_id, now, still)
    return list(db.session.scalars(here.distinct().order_by(Affiliation.post)))
