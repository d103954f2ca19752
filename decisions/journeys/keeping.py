"""Keep what the fold computed, so that lists can filter and page. Only this module writes those rows."""

from sqlalchemy import delete

from decisions.journeys.doors import due, since
from decisions.journeys.fold import Now
from decisions.journeys.kinds import ENDED
from decisions.journeys.models import Journey, JourneyNow, Stop, StopNow
from decisions.journeys.queries import Route, route, stop_facts
from forum import clock
from forum.db import db


def keep(of: Journey) -> Route:
    """Fold a journey anew and keep the result, in the transaction of what changed it. Returns the route."""
    found = route(of)
    now = found.now
    db.session.execute(delete(StopNow).where(StopNow.journey_id == of.id))
    row = db.session.get(JourneyNow, of.id) or JourneyNow(journey_id=of.id)
    row.stage, row.outcome, row.last_number = now.stage, now.outcome, now.last_number
    row.moved_at = max((move.recorded_at for move in found.moves), default=of.started_at)
    row.news_on = now.news_on or clock.local_day(of.started_at)
    row.due_stop_id, row.due_on = due(stop_facts(found.stops), now) or (None, None)
    db.session.add(row)
    db.session.add_all(_open_stops(of, found.stops, now))
    db.session.flush()
    return found


def _open_stops(of: Journey, stops: list[Stop], now: Now) -> list[StopNow]:
    """One row for each stop that has the issue, or will by itself: a consultation with days, from its first; one that
    is only on a list of decisions to come, once it is its turn."""
    if now.stage in ENDED:
        return []
    begun = since(stop_facts(stops), now)
    return [
        StopNow(
            stop_id=stop.id,
            journey_id=of.id,
            body_id=stop.body_id,
            waiting=now.stops[stop.id].waiting,
            since=begun[stop.id],
            due_on=now.stops[stop.id].planned_on,
        )
        for stop in stops
        if stop.id in begun
    ]


def rebuild() -> int:
    """Fold every journey anew. Returns how many there are."""
    every = list(db.session.scalars(db.select(Journey).order_by(Journey.id)))
    for one in every:
        keep(one)
    return len(every)
