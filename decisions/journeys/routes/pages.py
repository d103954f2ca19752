"""The blueprint, and how its pages load what they show: what is not part of this issue is not there."""

from flask import Blueprint, abort, redirect, url_for

from decisions.journeys import queries
from decisions.journeys.models import Deadline, Move, Stop, Way
from decisions.journeys.queries import Route
from forum import web
from forum.access import is_facilitator
from forum.db import db
from forum.threads.models import Thread
from forum.threads.queries import thread_or_none

pages = Blueprint("journeys", __name__)


def thread_here(thread_id: int) -> Thread:
    """Return an issue that this person may see; else there is no such page."""
    return thread_or_none(thread_id, web.standing()) or abort(404)


def here(thread_id: int) -> tuple[Thread, Route]:
    """Return an issue and its route. One that has none yet leads those who may to where it is started."""
    thread = thread_here(thread_id)
    journey = queries.of_thread(thread.id)
    if journey is None:
        if is_facilitator(web.standing()):
            abort(redirect(url_for("journeys.start", id=thread.id), 303))
        abort(404)
    return thread, queries.route(journey)


def stop_here(found: Route, stop_id: int) -> Stop:
    """Return a step of this issue; else there is no such page."""
    return found.stop(stop_id) or abort(404)


def way_here(found: Route, way_id: int) -> Way:
    """Return something that people can do at a step of this issue; else there is no such page."""
    way = db.session.get(Way, way_id)
    return way if way is not None and found.stop(way.stop_id) is not None else abort(404)


def date_here(found: Route, deadline_id: int) -> Deadline:
    """Return a date of this issue; else there is no such page."""
    row = db.session.get(Deadline, deadline_id)
    return row if row is not None and row.journey_id == found.journey.id else abort(404)


def move_here(move_id: int) -> tuple[Thread, Route, Move]:
    """Return an entry with its issue and route, if this person may see it; else there is no such page."""
    move = db.session.get(Move, move_id)
    journey = queries.journey(move.journey_id) if move else None
    if move is None or journey is None:
        abort(404)
    return thread_here(journey.thread_id), queries.route(journey), move


def gone(model: type[Stop] | type[Way], row_id: int) -> bool:
    """Whether a step or a way was taken off already: a second press finds it gone, and that is what was wanted."""
    return db.session.get(model, row_id) is None


def issue_address(thread: Thread, anchor: str | None = None) -> str:
    """Return the address of an issue's page."""
    return url_for("issues.page", id=thread.id, slug=thread.slug, _anchor=anchor)
