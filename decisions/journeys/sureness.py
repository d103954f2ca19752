"""Whether a date may be shown as sure (pure). People act on a local date: a day too late, and their question is not
taken. So it needs a link to the body's own page, or a second person who looked."""

from datetime import date
from typing import Any

from decisions.journeys.kinds import Basis
from decisions.journeys.sources import is_link
from decisions.packs.rules import is_overdue

LOCAL = (Basis.LOCAL, Basis.TYPICAL)


def is_sure(one: Any) -> bool:
    """Whether a date may be shown as sure: a row of `deadline`, or anything with its names."""
    for_people = one.body_id is None
    return not (for_people and one.basis in LOCAL) or is_link(one.source) or one.checked_on is not None


def basis_on(one: Any, today: date) -> Basis:
    """Return on whose authority a date stands on a day: one whose clock was not checked again in time is only usual."""
    return Basis.TYPICAL if is_overdue(one.holds_until, today) else Basis(one.basis)
