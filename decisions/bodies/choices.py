"""The bodies that a form offers."""

from datetime import date

from sqlalchemy import or_, select

from decisions.bodies.models import Body
from forum.db import db


def bodies_today(today: date) -> dict[int, Body]:
    """Return the bodies that are there on a day, by id, in the order of their names."""
    now = or_(Body.valid_to.is_(None), Body.valid_to >= today)
    return {one.id: one for one in db.session.scalars(select(Body).where(now).order_by(Body.name, Body.id))}
