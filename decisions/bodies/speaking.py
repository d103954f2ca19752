"""For which bodies somebody speaks today: confirmed, not ended, of a body that still is."""

from dataclasses import replace
from datetime import date

from sqlalchemy import or_, select

from decisions.bodies.models import Affiliation, Body
from forum.access import Standing
from forum.db import db


def with_bodies(who: Standing, *, today: date) -> Standing:
    """Add the bodies that a signed-in person speaks for on a day, with the words signed with. One query.

    A councillor speaks as a councillor, never as the council.
    """
    if who.person_id is None or who.suspended:
        return who
    wanted = (
        select(Affiliation)
        .join(Body, Body.id == Affiliation.body_id)
        .where(
            Affiliation.person_id == who.person_id,
            Affiliation.confirmed_at.is_not(None),
            Affiliation.refused_at.is_(None),
            or_(Affiliation.until.is_(None), Affiliation.until >= today),
            or_(Body.valid_to.is_(None), Body.valid_to >= today),
        )
        .order_by(Affiliation.id)
    )
    rows = list(db.session.scalars(wanted))
    signed = {one.body_id: f"{one.post}, {one.body.name}" for one in rows if not one.councillor}
    return replace(who, speaks_for=signed, councillor=any(one.councillor for one in rows))
