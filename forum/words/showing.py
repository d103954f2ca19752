"""Explain hard words in what organisations publish, as a filter of templates: `html|explained('answer-3')`."""

from flask import Flask
from markupsafe import Markup

from forum.links import url_for
from forum.plain_language.explaining import explained
from forum.plain_language.term import Term
from forum.words import known

MOST_KEPT = 500  # texts, about 3 MB: an answer is explained once for everybody


def init_app(app: Flask) -> None:
    """Give templates the filter."""
    app.jinja_env.filters["explained"] = in_words


def in_words(html: Markup, name: str) -> Markup:
    """Return safe HTML with its hard words explained. `name` is said of no other text on the page."""
    kept = known.lately()
    if (made := kept.explained.get((html, name))) is None:
        if len(kept.explained) >= MOST_KEPT:
            kept.explained.clear()
        made = kept.explained[html, name] = explained(html, kept.glossary, name=name, address=_address)
    return Markup(made)  # noqa: S704 - it was safe, and what was added is escaped


def _address(term: Term) -> str:
    return url_for("glossary.word", slug=term.ident)
