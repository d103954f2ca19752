"""Templates, made quick: what a page asks for a hundred times and never changes is looked up once."""

from collections.abc import MutableMapping
from typing import Any

import flask.templating
from flask import Flask
from jinja2.nodes import EvalContext
from jinja2.utils import pass_eval_context
from markupsafe import Markup, escape

from forum.say import catalogue


class Environment(flask.templating.Environment):
    """Flask's environment, with the globals of a template in one plain dictionary. In a chain of two, each import of
    a macro asks the chain for every name; they were a twentieth of a page's time. So globals are set before the first
    page is made, not later."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template."""
        return {**self.globals, **(d or {})}


def init_app(app: Flask) -> None:
    """Give templates a `_()` that looks a phrase up once. On a page what fills its gaps is escaped, in a letter not."""
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

    app.jinja_env.globals["_"] = phrase
