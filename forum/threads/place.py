"""What this feature asks of the place's settings. They are kept higher up, in `about`, and handed in."""

from collections.abc import Callable
from typing import Protocol

from flask import Flask, current_app


class Place(Protocol):
    """The settings of the place that matter here."""

    @property
    def first_posts_wait(self) -> bool:
        """Whether first posts by new people wait for a look."""

    @property
    def moderation_hours(self) -> str:
        """When moderators look."""


def set_place(app: Flask, found: Callable[[], Place]) -> None:
    """Say how the settings of the place are found."""
    app.extensions["threads_place"] = found


def place() -> Place:
    """Return the settings of the place."""
    found: Callable[[], Place] = current_app.extensions["threads_place"]
    return found()
