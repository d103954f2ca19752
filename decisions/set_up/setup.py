"""Puts the set-up into an app."""

from flask import Flask

from decisions.set_up import findings, opening, place, subjects
from decisions.set_up import models as _models  # noqa: F401 - so that every table is known
from decisions.set_up.routes import pages


def init_app(app: Flask) -> None:
    """Register pages, the kind, the place's settings, what the server says when it starts, and what letters ask."""
    place.init_app(app)
    subjects.init_app(app)
    app.register_blueprint(pages)
    app.extensions.setdefault("greetings", []).append(opening.greeting)
    app.jinja_env.globals["local_facts"] = lambda idents: findings.asked_of(idents.split(","))
