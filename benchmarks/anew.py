"""Doorway without the memory of what it drew: what the first reader of a page costs, or the first after a change."""

from flask import Flask

import wsgi

REMEMBERED = ("drawn_posts", "drawn_parts")  # see decisions/issues/drawing.py


def create_app() -> Flask:
    """Make the app, and have it draw everything each time."""
    app = wsgi.create_app()
    for name in REMEMBERED:
        app.extensions[name] = app.extensions[name].__wrapped__
    return app
