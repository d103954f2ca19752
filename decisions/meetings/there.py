"""Whether there is any meeting here: what the menu asks on every page, so a process asks the database seldom."""

import time

from flask import current_app

from decisions.meetings import queries

SECONDS_KEPT = 5.0


def some() -> bool:
    """Whether there is any meeting. Once there is one, that stays; "none yet" is at most a few seconds old."""
    kept: tuple[float, bool] | None = current_app.extensions.get("some_meetings")
    if kept is None or (not kept[1] and time.monotonic() - kept[0] >= SECONDS_KEPT):
        kept = current_app.extensions["some_meetings"] = (time.monotonic(), queries.there_are())
    return kept[1]


def forget() -> None:
    """Ask the database again next time: this process has just made a meeting."""
    current_app.extensions.pop("some_meetings", None)
