"""The route: a journey is started, its stops are planned, and what people can do at them."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time

from sqlalchemy import delete, func, or_, select

from decisions.access import may_run_journey
from decisions.journeys import parts, queries
from decisions.journeys import planning as rules
from decisions.journeys.actions.changing import changed, hold
from decisions.journeys.actions.recording import add
from decisions.journeys.actions.shapes import NewMove, NewStop
from decisions.journeys.clocks.keeping import reckon
from decisions.journeys.counting import may_count
from decisions.journeys.keeping import keep
from decisions.journeys.kinds import Evidence, MoveKind, StopRole
from decisions.journeys.models import Deadline, Journey, Move, Stop, StopNow, Way
from decisions.journeys.queries import route
from decisions.journeys.together.standing import stand
from decisions.journeys.usual.rules import may_use
from decisions.pathways.shapes import Pathway
from forum import clock
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_, _, say_day
from forum.threads.actions.locking import hold as hold_thread
from forum.threads.models import Thread


def start(
    thread: Thread,
    *,
    stops: Iterable[NewStop],
    usual: Pathway | None = None,
    changes: Collection[str] = (),
    part: str = "",
    first: str = "",
    by: Standing,
    signed: Byline,
    on: datetime,
) -> Journey:
    """Start a journey of an issue: its first stop is "Raised here", done on the day it was raised.

    Arguments: the stops to come; the pathway that they come from, if any, and the ids of the changes to it; `part`,
    what it decides when the issue has a journey already, and what is left to the `first`; who does it; the byline that
    stands beside it; the moment. Raises Refusal.
    """
    raise_if(may_run_journey(by))
    raise_if(may_use(usual) if usual is not None else None)
    thread = hold_thread(thread)
    made = _next(thread, part, first)
    made.started_at, made.started_by_id = on, signed.id
    made.checked_on, made.checked_by_id = clock.local_day(on), signed.id
    made.pathway, made.changes = usual.id if usual else "", " ".join(changes)
    db.session.add(made)
    db.session.flush()
    stand(made)
    here = _stop(made, NewStop(StopRole.HERE, N_("Raised here")), 1)
    for place, one in enumerate(stops, 2):
        raise_if(rules.may_plan(one.role, one.body_id, opens_on=one.opens_on, planned_on=one.planned_on))
        raise_if(may_count(one.writing_counts, one.official_way))
        _stop(made, one, place)
    raised = NewMove(MoveKind.RAISED, clock.local_day(thread.created_at), Evidence.MEMBER_SAYS, _raised(made), here.id)
    add(made, raised, number=1, signed=signed, on=on)
    reckon(keep(made), on)
    record("started_journey", ("journey", made.id), by=by.person_id, on=on, parents=(("thread", thread.id),))
    return made


def _next(thread: Thread, part: str, first: str) -> Journey:
    """The next journey of an issue. Raises Refusal for one that has no name to tell it from the others."""
    others = queries.all_of(thread.id)
    raise_if(parts.may_start([one.part for one in others], part=part, first=first))
    if others and not others[0].part:
        others[0].part = first
    return Journey(thread_id=thread.id, number=len(others) + 1, part=part if others else "", title=thread.title)


def _raised(made: Journey) -> str:
    if made.number == 1:
        return _("It was raised here.")
    return _("It was raised here. From %(day)s this part has steps of its own.", day=say_day(made.started_at))


def add_stop(of: Journey, new: NewStop, *, after: Stop | None = None, by: Standing, on: datetime) -> Stop:
    """Add a stop to the route, at its end or after another stop. Raises Refusal."""
    raise_if(may_run_journey(by))
    raise_if(rules.may_plan(new.role, new.body_id, opens_on=new.opens_on, planned_on=new.planned_on))
    raise_if(may_count(new.writing_counts, new.official_way))
    hold(of)
    last = db.session.scalar(select(func.max(Stop.position)).where(Stop.journey_id == of.id)) or 0
    made = _stop(of, new, last + 1)
    if after is not None:
        _place(made, after)
    changed("added_stop", of, by, on, stop=made.id)
    return made


def change_stop(stop: Stop, new: NewStop, *, after: Stop | None = None, by: Standing, on: datetime) -> None:
    """Change what is planned at a stop. What happened there is never changed: that is a correction. Raises Refusal."""
    raise_if(may_run_journey(by))
    raise_if(rules.may_plan(new.role, new.body_id, opens_on=new.opens_on, planned_on=new.planned_on))
    raise_if(may_count(new.writing_counts, new.official_way))
    of = db.session.get_one(Journey, stop.journey_id)
    hold(of)
    state = route(of).now.stops[stop.id]
    raise_if(rules.may_change(state, same_body=stop.body_id == new.body_id, same_role=stop.role == new.role))
    stop.title, stop.about, stop.body_id, stop.role = new.title, new.about, new.body_id, new.role
    stop.opens_on, stop.planned_on = new.opens_on, new.planned_on
    stop.writing_counts, stop.official_way = new.writing_counts, new.official_way
    if after is not None:
        _place(stop, after)
    changed("changed_stop", of, by, on, stop=stop.id)


def remove_stop(stop: Stop, *, by: Standing, on: datetime) -> None:
    """Take a stop off the route at which nothing happened. Raises Refusal."""
    raise_if(may_run_journey(by))
    of = db.session.get_one(Journey, stop.journey_id)
    hold(of)
    named = db.session.scalar(select(Move.id).where(or_(Move.stop_id == stop.id, Move.to_stop_id == stop.id)).limit(1))
    raise_if(rules.may_remove(route(of).now.stops[stop.id], named=named is not None))
    for model in (StopNow, Way, Deadline):
        db.session.execute(delete(model).where(model.stop_id == stop.id))
    db.session.delete(stop)
    changed("removed_stop", of, by, on, stop=stop.id)


def add_way(
    stop: Stop,
    *,
    text: str,
    detail: str = "",
    url: str = "",
    until: date | None = None,
    at: time | None = None,
    speaking: bool = False,
    by: Standing,
    on: datetime,
) -> Way:
    """Add one thing that people can do at a stop. Raises Refusal."""
    raise_if(may_run_journey(by))
    if at is not None and until is None:
        raise Refusal(N_("Write the last day as well as the hour."), field="until")
    of = db.session.get_one(Journey, stop.journey_id)
    hold(of)
    made = Way(stop_id=stop.id, text=text, detail=detail, url=url, until=until, at=at, speaking=speaking)
    db.session.add(made)
    changed("added_way", of, by, on, stop=stop.id)
    return made


def remove_way(way: Way, *, by: Standing, on: datetime) -> None:
    """Take away something that people can't do any more."""
    raise_if(may_run_journey(by))
    stop = db.session.get_one(Stop, way.stop_id)
    of = db.session.get_one(Journey, stop.journey_id)
    hold(of)
    db.session.refresh(way)
    db.session.delete(way)
    changed("removed_way", of, by, on, stop=stop.id)


def _stop(of: Journey, new: NewStop, position: int) -> Stop:
    made = Stop(
        journey_id=of.id,
        position=position,
        body_id=new.body_id,
        role=new.role,
        title=new.title,
        about=new.about,
        opens_on=new.opens_on,
        planned_on=new.planned_on,
        writing_counts=new.writing_counts,
        official_way=new.official_way,
        step=new.step,
    )
    db.session.add(made)
    db.session.flush()
    return made


def _place(stop: Stop, after: Stop) -> None:
    """Put a stop right after another one, and number the route anew."""
    wanted = (Stop.journey_id == stop.journey_id) & (Stop.id != stop.id)
    order: list[Stop] = []
    for one in db.session.scalars(select(Stop).where(wanted).order_by(Stop.position, Stop.id)):
        order += [one, stop] if one.id == after.id else [one]
    for position, one in enumerate(order, 1):
        one.position = position
    db.session.flush()
