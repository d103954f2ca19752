"""Everything of one kind from A to Z: the bodies, the topics, the hard words."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from flask import render_template

from decisions.bodies import queries as bodies
from decisions.bodies.rules import family
from decisions.pathways.helping import Word
from decisions.who_decides import knowledge
from decisions.who_decides.routes.pages import pages
from forum import clock
from forum.access import EVERYONE
from forum.web import allow


class _Named(Protocol):
    name: str


Listed = TypeVar("Listed", bound=_Named)


@pages.get("/bodies")
@allow(EVERYONE)
def all_bodies() -> str:
    """List the bodies from A to Z, then each under the one that it answers to."""
    here = bodies.there(clock.today())
    return render_template("decisions/who_decides/bodies.html", letters=_letters(here), branches=family(here))


@pages.get("/topics")
@allow(EVERYONE)
def all_topics() -> str:
    """List the topics from A to Z."""
    found = knowledge.topics().values()
    return render_template("decisions/who_decides/topics.html", letters=_letters(found))


@pages.get("/words")
@allow(EVERYONE)
def words() -> str:
    """List hard words from A to Z, each said in plain ones."""
    found = knowledge.all_of(Word, "word").values()
    return render_template("decisions/who_decides/words.html", letters=_letters(found))


def _letters(found: Iterable[Listed]) -> dict[str, list[Listed]]:
    """Sort things by name, under their first letters."""
    letters: dict[str, list[Listed]] = {}
    for one in sorted(found, key=lambda one: one.name.casefold()):
        letters.setdefault(one.name[:1].upper(), []).append(one)
    return letters
