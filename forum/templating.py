"""Templates, made quick: what a page asks for a hundred times and never changes is looked up once."""

from collections.abc import Callable, MutableMapping
from functools import lru_cache
from typing import Any

import flask.templating
from flask import Flask
from jinja2.nodes import EvalContext
from jinja2.utils import pass_eval_context
from markupsafe import Markup, escape

from forum.phones import with_phones
from forum.say import catalogue

MOST_PARTS = 500  # remembered, about 3 MB: the frame of a page for each person who is there


class Environment(flask.templating.Environment):
    """Flask's environment, with the globals of a template in one plain dictionary. In a chain of two, each import of
    a macro asks the chain for every name; they were a twentieth of a page's time. So globals are set before the first
    page is made, not later."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template."""
        return {**self.globals, **(d or {})}


def _parts(app: Flask) -> Callable[..., Markup]:
    """Return what draws a part of a page once for the same values, which may hold nothing of one request."""

    @lru_cache(MOST_PARTS)
    def drawn(template: str, values: tuple[tuple[str, Any], ...]) -> Markup:
        return Markup(app.jinja_env.get_template(template).render(values))  # noqa: S704 - it escapes

    def part(template: str, **values: Any) -> Markup:
        return (drawn.__wrapped__ if app.debug else drawn)(template, tuple(values.items()))

    return part


def init_app(app: Flask) -> None:
    """Give templates a `_()` that looks a phrase up once, and `phones`, which makes links of numbers in plain words.
    On a page what fills the gaps of a phrase is escaped, in a letter not."""
    phrases: dict[str, str] = app.extensions["phrases"]
    whole: dict[str, Markup] = {}  # those without gaps, as a page shows them

    @pass_eval_context
    def phrase(context: EvalContext, text: str, **values: object) -> str:
        if context.autoescape and not values and (ready := whole.get(text)) is not None:
            return ready
        said = phrases.get(text)
        if said is None:
            said = phrases[text] = str(catalogue().ugettext(text))
        if not context.autoescape:
            return said % values
        made = Markup(said % {name: escape(value) for name, value in values.items()})  # noqa: S704 - escaped here
        return made if values else whole.setdefault(text, made)

    app.jinja_env.globals.update(_=phrase, part=_parts(app))
    app.jinja_env.filters["phones"] = with_phones
