"""Puts the features of this room into an app, in their order."""

from flask import Flask

from decisions.answers import models as _answers  # noqa: F401 - so that every table is known
from decisions.bodies import models as _bodies  # noqa: F401
from decisions.journeys import models as _journeys  # noqa: F401
from forum.access import Standing


def more_standing(who: Standing) -> Standing:
    """Add the bodies that somebody speaks for today."""
    return who


def init_app(app: Flask) -> None:
    """Register routes, kinds and commands."""
