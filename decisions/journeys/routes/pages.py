"""The blueprint, and how its pages load what they show: what is not part of this issue is not there."""

from flask import Blueprint, abort, g, redirect, request, url_for

from decisions.journeys import queries
from decisions.journeys.models import Deadline, Journey, Move, Stop, Way
from decisions.journeys.parts import anchor, page_of
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
    """Return an issue and its route: of several, the one of the step that the address names, or the `part` that it
    asks for. One that has none yet leads those who may to where it is started."""
    thread = thread_here(thread_id)
    journey = _asked(thread.id)
    if journey is None:
        if is_facilitator(web.standing()) and queries.of_thread(thread.id) is None:
            abort(redirect(url_for("journeys.start", id=thread.id), 303))
        abort(404)
    g.part = part_of(journey)
    return thread, queries.route(journey)


def _asked(thread_id: int) -> Journey | None:
    """The journey of an issue that an address means."""
    stop_id = (request.view_args or {}).get("stop") or web.page_number("stop")
    stop = db.session.get(Stop, stop_id) if stop_id else None
    journey = queries.journey(stop.journey_id) if stop is not None else None
    if journey is not None and journey.thread_id == thread_id:
        return journey
    return queries.of_thread(thread_id, web.page_number("part") or 1)


@pages.context_processor
def _part() -> dict[str, int | None]:
    """Give templates the part that a page is about, for the addresses on it; none when it is the first journey."""
    return {"of_part": g.get("part")}


def plan_address(found: Route) -> str:
    """Return the address of the plan of a journey."""
    return url_for("journeys.plan", id=found.journey.thread_id, part=part_of(found.journey))


def part_of(journey: Journey) -> int | None:
    """Return what an address names a journey by; nothing for the first."""
    return journey.number if journey.number > 1 else None


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
    g.part = part_of(journey)
    return thread_here(journey.thread_id), queries.route(journey), move


def gone(model: type[Stop] | type[Way], row_id: int) -> bool:
    """Whether a step or a way was taken off already: a second press finds it gone, and that is what was wanted."""
    return db.session.get(model, row_id) is None


def move_address(thread: Thread, of: Journey, number: int, *, last: int | None = None) -> str:
    """Return the address of an entry on the page of its issue; `last` is the number of the journey's last one."""
    return url_for(page_of(number, last or number), id=thread.id, slug=thread.slug, _anchor=anchor(number, of.number))
