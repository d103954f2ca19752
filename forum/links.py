"""Addresses within the site, remembered: a page asks for a hundred of them, and the map of routes never changes."""

from collections.abc import Callable
from typing import Any

import flask
from flask import Flask, current_app, has_request_context, request

MOST_KEPT = 20_000


def url_for(endpoint: str, **values: Any) -> str:
    """Return the address of a route, as Flask does; an address within the site is worked out once."""
    remembered: Callable[..., str] = current_app.extensions["addresses"]
    return remembered(endpoint, **values)


def init_app(app: Flask) -> None:
    """Give the app, and its templates, addresses that are remembered."""
    kept: dict[Any, str] = {}

    def remembered(endpoint: str, **values: Any) -> str:
        if "_external" in values or not has_request_context():
            return flask.url_for(endpoint, **values)
        key = (request.root_path, endpoint, *values.items())
        try:
            found = kept.get(key)
        except TypeError:  # a value that is a list
            return flask.url_for(endpoint, **values)
        if found is None:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            found = kept[key] = flask.url_for(endpoint, **values)
        return found

    app.extensions["addresses"] = remembered
    app.jinja_env.globals["url_for"] = remembered
