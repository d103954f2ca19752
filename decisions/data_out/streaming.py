"""Send a long file chunk by chunk. Between two chunks nothing is held, neither of the database nor of the request: a
slow reader, or one who goes away, leaves nothing open."""

from collections.abc import Iterator
from typing import Any

from flask import Flask, current_app, request

CHUNK = 65_536  # characters, about


def chunks(lines: Iterator[str]) -> Iterator[str]:
    """Return the text of some lines in chunks. `lines` is asked within a context of this request, and may hold rows
    from one chunk to the next, but nothing that belongs to a connection."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    return _chunks(app, request.environ, lines)


def _chunks(app: Flask, environ: dict[str, Any], lines: Iterator[str]) -> Iterator[str]:
    while True:
        with app.request_context(environ):
            chunk = _next(lines)
        if not chunk:
            return
        yield chunk


def _next(lines: Iterator[str]) -> str:
    taken, size = [], 0
    for line in lines:
        taken.append(line)
        size += len(line)
        if size >= CHUNK:
            break
    return "".join(taken)
