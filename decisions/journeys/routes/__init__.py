"""Pages to start a journey, to plan it, to say what happened, and to put it right."""

from decisions.journeys.routes import (
    confirm,
    correct,
    dates,
    happened,
    heard,
    plan,
    sending_in,
    start,
    steps,
    together,
    using,
    usual,
)
from decisions.journeys.routes.pages import pages

__all__ = [
    "confirm",
    "correct",
    "dates",
    "happened",
    "heard",
    "pages",
    "plan",
    "sending_in",
    "start",
    "steps",
    "together",
    "using",
    "usual",
]
