"""The terms of this place, made ready to be found.

The talk does not know where terms are kept: whoever keeps them says so with `register`. They are made ready once, and
anew when they have changed.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from flask import Flask, current_app

from forum.plain_language import Glossary, Term


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


def here() -> Glossary:
    """Return the terms of this place: one small query when they have not changed."""
    source: Source = current_app.extensions["terms"]
    state = source.state()
    kept: tuple[Hashable, Glossary] | None = current_app.extensions.get("glossary")
    if kept is None or kept[0] != state:
        kept = current_app.extensions["glossary"] = (state, Glossary(source.here()))
    return kept[1]


def shipped() -> Glossary:
    """Return the terms that come with Doorway."""
    source: Source = current_app.extensions["terms"]
    return Glossary(source.shipped())
