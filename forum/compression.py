"""Compress pages for readers who are signed out.

A page of somebody signed in holds a token and may hold words from the address: compressed together, the length of the
answer would give the token away letter by letter. A page for someone signed out holds no token.
"""

import gzip

from flask import Flask, Response, request

from forum import web

SHORTEST = 1_000  # below this the frame costs more than it saves
LEVEL = 4  # most of the gain for a third of the time


def init_app(app: Flask) -> None:
    """Compress answers where it is safe and worth it."""
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if (
        web.standing().signed_in
        or response.direct_passthrough
        or response.is_streamed
        or "Content-Encoding" in response.headers
        or "Set-Cookie" in response.headers
        or not ((response.mimetype or "").startswith("text/") or response.mimetype in TEXTS)
        or not request.accept_encodings.quality("gzip")
    ):
        return response
    body = response.get_data()
    if len(body) >= SHORTEST:
        response.set_data(gzip.compress(body, LEVEL, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response


TEXTS = frozenset({"application/json", "application/atom+xml", "application/xml", "image/svg+xml"})
