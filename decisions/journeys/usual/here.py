"""Usual steps as they go here, laid out for the bodies of today."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from decisions.bodies.choices import bodies_today
from decisions.bodies.models import Body
from decisions.journeys.usual.finding import fitted
from decisions.journeys.usual.laying import Laid, lay_out
from decisions.packs import queries as packs
from decisions.pathways.fitting import Fitted
from decisions.pathways.shapes import Pathway

MOST_CHANGES = 20


class Usual(NamedTuple):
    """Usual steps as they go here, laid out for the bodies of today."""

    fitted: Fitted
    laid: list[Laid]
    bodies: dict[int, Body]

    @property
    def pathway(self) -> Pathway:
        """The pathway itself."""
        return self.fitted.pathway

    @property
    def changes(self) -> list[str]:
        """The ids of the changes that were chosen."""
        return [one.id for one in self.fitted.chosen]


def usual_here(of: Pathway, changes: Sequence[str], today: date) -> Usual:
    """Lay a pathway out. Three queries."""
    found, bodies = fitted(of, changes[:MOST_CHANGES], today), bodies_today(today)
    return Usual(found, lay_out(found, bodies.values(), packs.there("body", today)), bodies)
