"""Words from A to Z, and the page of each."""

from flask import abort, request
from flask.typing import ResponseReturnValue

from decisions.glossary import queries
from decisions.glossary.naming import letters
from decisions.glossary.routes.pages import pages
from decisions.pathways import words as said
from forum import clock, web
from forum.access import EVERYONE
from forum.markup.clean import clean_line
from forum.web import allow

MOST_ASKED = 80  # characters


@pages.get("/words")
@allow(EVERYONE)
def index() -> ResponseReturnValue:
    """List hard words from A to Z, a letter at a time; with `q`, those that somebody looks for."""
    there = list(queries.words().values())
    asked = clean_line(request.args.get("q", ""))[:MOST_ASKED].strip()
    sorted_by = letters(there)
    letter = request.args.get("letter", "") or next(iter(sorted(sorted_by)), "")
    found = queries.found_by(asked, there) if asked else sorted_by.get(letter, [])
    return web.render(
        "decisions/glossary/index.html",
        letters=sorted(sorted_by),
        letter="" if asked else letter,
        asked=asked,
        found=found,
        count=len(there),
    )


@pages.get("/words/<slug>")
@allow(EVERYONE)
def word(slug: str) -> ResponseReturnValue:
    """Show a word: its meaning, other ways to write it, other meanings, where it comes from."""
    there = queries.words()
    one = there.get(slug) or abort(404)
    others = queries.same_name(one, there.values())
    return web.render("decisions/glossary/word.html", one=one, others=others, said=said, today=clock.today())
