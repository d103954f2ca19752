"""Find what people say is wrong."""

from collections.abc import Iterable

from sqlalchemy import ScalarSelect, func, select

from decisions.doubts.models import Doubt
from forum.db import db


def by_ids(ids: Iterable[int]) -> dict[int, Doubt]:
    """Return doubts by id."""
    return {one.id: one for one in db.session.scalars(select(Doubt).where(Doubt.id.in_(list(ids))))}


def waiting() -> list[Doubt]:
    """Return those that nobody has looked at, the oldest first."""
    return list(db.session.scalars(select(Doubt).where(Doubt.done_at.is_(None)).order_by(Doubt.id)))


def count_waiting() -> ScalarSelect[int]:
    """Return the subquery that counts them."""
    return select(func.count(Doubt.id)).where(Doubt.done_at.is_(None)).scalar_subquery()


def of_person(person_id: int) -> list[Doubt]:
    """Return what a person said is wrong."""
    return list(db.session.scalars(select(Doubt).where(Doubt.person_id == person_id).order_by(Doubt.id)))
