"""Addresses within the site, remembered: a page asks for a hundred of them, and the map of routes never changes."""

from typing import Any

import flask
from flask import Flask, current_app, request

MOST_KEPT = 20_000


def url_for(endpoint: str, **values: Any) -> str:
    """Return the address of a route, as Flask does; an address within the site is worked out once."""
    if values.get("_external") or not request:
        return flask.url_for(endpoint, **values)
    kept: dict[Any, str] = current_app.extensions.setdefault("addresses", {})
    key = (request.script_root, endpoint, *sorted((name, str(value)) for name, value in values.items()))
    found = kept.get(key)
    if found is None:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        found = kept[key] = flask.url_for(endpoint, **values)
    return found


def init_app(app: Flask) -> None:
    """Give templates this `url_for`."""
    app.jinja_env.globals["url_for"] = url_for
