"""Puts this feature into an app."""

from flask import Flask

from decisions.bodies.affiliations import queries, routes, subjects
from forum.say import N_


def init_app(app: Flask) -> None:
    """Register its pages and kinds, its line in the settings, and names that are not for people."""
    app.register_blueprint(routes.pages)
    subjects.init_app(app)
    app.extensions.setdefault("settings_links", []).append(("bodies.organisation", N_("I work for a body")))
    app.extensions.setdefault("reserved_names", []).append(queries.names)
