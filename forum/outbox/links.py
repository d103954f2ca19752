"""Absolute addresses, made from the site's own, where there is no request."""

from typing import Any
from urllib.parse import quote

from flask import current_app

WITHOUT_A_SETTING = "http://127.0.0.1:5000"


def link(endpoint: str, **args: Any) -> str:
    """Return the absolute address of a route; `_anchor` names a place on its page."""
    anchor = args.pop("_anchor", None)
    adapter = current_app.url_map.bind(host(), url_scheme=_site().partition("://")[0])
    address = adapter.build(endpoint, args, force_external=True)
    return f"{address}#{quote(str(anchor))}" if anchor else address


def host() -> str:
    """Return the host that people use, with its port."""
    return _site().partition("://")[2]


def _site() -> str:
    return str(current_app.config["SITE_URL"] or WITHOUT_A_SETTING).rstrip("/")
