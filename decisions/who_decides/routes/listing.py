"""Everything of one kind from A to Z: the bodies, the topics."""

from flask import render_template

from decisions.bodies import queries as bodies
from decisions.bodies.rules import family
from decisions.glossary.naming import letters
from decisions.who_decides import knowledge
from decisions.who_decides.routes.pages import pages
from forum import clock
from forum.access import EVERYONE
from forum.web import allow


@pages.get("/bodies")
@allow(EVERYONE)
def all_bodies() -> str:
    """List the bodies from A to Z, then each under the one that it answers to."""
    here = bodies.there(clock.today())
    return render_template("decisions/who_decides/bodies.html", letters=letters(here), branches=family(here))


@pages.get("/topics")
@allow(EVERYONE)
def all_topics() -> str:
    """List the topics from A to Z."""
    found = knowledge.topics().values()
    return render_template("decisions/who_decides/topics.html", letters=letters(found))
