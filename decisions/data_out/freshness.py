"""Answer with nothing but "not changed" when nothing has changed: so that programs can ask often.

Whatever anyone may read changes through `history.record`. So the newest event stands for the state of all files.
"""

import hashlib
from collections.abc import Callable
from typing import NamedTuple

from flask import Response, current_app, request
from sqlalchemy import func, select
from werkzeug.http import is_resource_modified

from forum import clock
from forum.about.site import site
from forum.db import db
from forum.history.models import Event

LAST = 1_000  # events that are counted: two writers may end in another order than they began


class Stamp(NamedTuple):
    """What a file was made from: a tag that differs when anything does, and the moment of the last change."""

    tag: str
    changed_at: object


def stamp() -> Stamp:
    """Return what a file asked for now would be made from: two small questions to the database."""
    newest, at = db.session.execute(select(func.max(Event.id), func.max(Event.at))).one()
    last = select(func.count(Event.id)).where(Event.id > (newest or 0) - LAST)
    counted = db.session.scalar(last)
    parts = (newest, counted, clock.today(), site(), current_app.config["DATA_LICENCE"], request.full_path)
    return Stamp(hashlib.sha256(repr(parts).encode()).hexdigest()[:32], at)


def answer(make: Callable[[], Response]) -> Response:
    """Return what `make` gives, or "not changed" without making it."""
    now = stamp()
    response = make() if _is_new(now) else Response(status=304)
    response.set_etag(now.tag, weak=True)
    if now.changed_at is not None:
        response.last_modified = now.changed_at  # type: ignore[assignment]
    return response


def _is_new(now: Stamp) -> bool:
    """Whether whoever asks has something older. A day alone can't tell: only the tag knows of a new licence."""
    if request.if_none_match:
        return not request.if_none_match.contains_weak(now.tag)
    return is_resource_modified(request.environ, last_modified=now.changed_at)  # type: ignore[arg-type]
