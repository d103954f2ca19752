"""The terms of this place, made ready to be found.

The talk does not know where terms are kept: whoever keeps them says so with `register`. They are made ready once, and
anew when they have changed.
"""

import time
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from flask import Flask, current_app

from forum.plain_language import Glossary, Term

SECONDS_KEPT = 5.0


@dataclass(frozen=True, slots=True)
class Source:
    """Where terms come from: `here`, those of this place, by the database; `state`, which is another when they have
    changed; `shipped`, those that come with Doorway, without a database."""

    here: Callable[[], Iterable[Term]]
    state: Callable[[], Hashable]
    shipped: Callable[[], Iterable[Term]]


def register(app: Flask, source: Source) -> None:
    """Say where terms come from."""
    app.extensions["terms"] = source


class Kept(NamedTuple):
    """The terms as this process has them: since when, in which state, ready to be found; and what was explained with
    them, by its HTML and name."""

    looked: float
    state: Hashable
    glossary: Glossary
    explained: dict[tuple[str, str], str]


def here() -> Glossary:
    """Return the terms of this place: one small query when they have not changed."""
    return _look().glossary


def lately() -> Kept:
    """Return the terms of this place as they were at most a few seconds ago: mostly no query, for pages that all
    read. What is drawn with them is remembered by their state."""
    kept: Kept | None = current_app.extensions.get("glossary")
    return kept if kept is not None and time.monotonic() - kept.looked < SECONDS_KEPT else _look()


def forget(app: Flask) -> None:
    """Look at the terms again when they are asked for next."""
    app.extensions.pop("glossary", None)


def _look() -> Kept:
    source: Source = current_app.extensions["terms"]
    state, kept = source.state(), current_app.extensions.get("glossary")
    if kept is None or kept.state != state:
        kept = Kept(0.0, state, Glossary(source.here()), {})
    found: Kept = kept._replace(looked=time.monotonic())
    current_app.extensions["glossary"] = found
    return found


def shipped() -> Glossary:
    """Return the terms that come with Doorway."""
    source: Source = current_app.extensions["terms"]
    return Glossary(source.shipped())
