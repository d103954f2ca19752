"""The bodies that a form offers."""

from datetime import date

from decisions.bodies.models import Body
from decisions.bodies.queries import there


def bodies_today(today: date) -> dict[int, Body]:
    """Return the bodies that exist on a day, by id, in the order of their names."""
    return {one.id: one for one in there(today)}
