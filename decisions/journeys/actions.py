"""What is done to journeys: started, given stops, moved on, corrected, checked. Callers commit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from sqlalchemy import select

from decisions.access import may_run_journey
from decisions.journeys import rules
from decisions.journeys.fold import MoveFact
from decisions.journeys.keeping import keep
from decisions.journeys.kinds import Evidence, MoveKind, StopRole
from decisions.journeys.models import Citation, Deadline, Journey, Move, Stop, Way
from decisions.journeys.queries import Route, move_facts, route
from forum import clock
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.models import Post, Thread

CHANGED = N_("Somebody recorded something while you were writing. Look at what is new, then send yours again.")


@dataclass(frozen=True, slots=True)
class NewStop:
    """A stop to be added to a route."""

    role: StopRole
    title: str
    body_id: int | None = None
    about: str = ""
    opens_on: date | None = None
    planned_on: date | None = None
    writing_counts: str = ""
    official_way: str = ""


@dataclass(frozen=True, slots=True)
class NewMove:
    """A move to be recorded. `corrects` is the number of the move that it puts right."""

    kind: MoveKind
    happened_on: date
    evidence: Evidence
    plain: str
    stop_id: int | None = None
    to_stop_id: int | None = None
    planned_on: date | None = None
    source: str = ""
    source_name: str = ""
    official: str = ""
    reason: str = ""
    corrects: int | None = None
    becomes: str | None = None
    cites: Sequence[int] = field(default_factory=tuple)


def start(thread: Thread, *, stops: Iterable[NewStop], by: Standing, signed: Byline, on: datetime) -> Journey:
    """Start the journey of an issue: its first stop is "Raised here", done on the day it was raised.

    Arguments: the stops to come, who does it, the byline that stands beside it, the moment. Raises Refusal.
    """
    raise_if(may_run_journey(by))
    if db.session.scalar(select(Journey.id).where(Journey.thread_id == thread.id)) is not None:
        raise Refusal(N_("The steps of this issue are started already."))
    made = Journey(thread_id=thread.id, title=thread.title, started_at=on, started_by_id=signed.id)
    made.checked_on, made.checked_by_id = clock.local_day(on), signed.id
    db.session.add(made)
    db.session.flush()
    here = _stop(made, NewStop(StopRole.HERE, N_("Raised here")), 1)
    for place, one in enumerate(stops, 2):
        _stop(made, one, place)
    raised = NewMove(
        MoveKind.RAISED, clock.local_day(thread.created_at), Evidence.MEMBER_SAYS, N_("It was raised here."), here.id
    )
    _add(made, raised, number=1, signed=signed, on=on)
    keep(made)
    record("started_journey", ("journey", made.id), by=by.person_id, on=on, parents=(("thread", thread.id),))
    return made


def add_stop(of: Journey, new: NewStop, *, by: Standing, on: datetime) -> Stop:
    """Add a stop at the end of the route. Raises Refusal."""
    raise_if(may_run_journey(by))
    last = db.session.scalar(select(db.func.max(Stop.position)).where(Stop.journey_id == of.id)) or 0
    made = _stop(of, new, last + 1)
    _changed("added_stop", of, by, on, stop=made.id)
    return made


def change_stop(stop: Stop, new: NewStop, *, by: Standing, on: datetime) -> None:
    """Change what is planned at a stop. What happened there is never changed: that is a correction."""
    raise_if(may_run_journey(by))
    of = db.session.get_one(Journey, stop.journey_id)
    stop.title, stop.about, stop.body_id, stop.role = new.title, new.about, new.body_id, new.role
    stop.opens_on, stop.planned_on = new.opens_on, new.planned_on
    stop.writing_counts, stop.official_way = new.writing_counts, new.official_way
    _changed("changed_stop", of, by, on, stop=stop.id)


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
    made = Way(stop_id=stop.id, text=text, detail=detail, url=url, until=until, at=at, speaking=speaking)
    db.session.add(made)
    _changed("added_way", db.session.get_one(Journey, stop.journey_id), by, on, stop=stop.id)
    return made


def remove_way(way: Way, *, by: Standing, on: datetime) -> None:
    """Take away something that people can't do any more."""
    raise_if(may_run_journey(by))
    stop = db.session.get_one(Stop, way.stop_id)
    db.session.delete(way)
    _changed("removed_way", db.session.get_one(Journey, stop.journey_id), by, on, stop=stop.id)


def record_move(of: Journey, new: NewMove, *, seen: int | None, by: Standing, signed: Byline, on: datetime) -> Move:
    """Record what happened. `seen` is the number of the last move that the form showed; `None` asks no such thing.

    Raises Refusal when the table of moves does not allow it, or when somebody recorded a move in the meantime.
    """
    db.session.scalar(select(Journey.id).where(Journey.id == of.id).with_for_update())
    found = route(of)
    if seen is not None and seen != found.now.last_number:
        raise Refusal(CHANGED)
    raise_if(rules.may_record(by, found.now, _proposal(found, new), today=clock.local_day(on)))
    made = _add(of, new, number=found.now.last_number + 1, signed=signed, on=on, found=found)
    keep(of)
    record("moved", ("move", made.id), by=by.person_id, on=on, parents=(("journey", of.id), ("thread", of.thread_id)))
    return made


def add_deadline(
    of: Journey,
    *,
    text: str,
    due_on: date,
    basis: str,
    at: time | None = None,
    body_id: int | None = None,
    source: str = "",
    working: str = "",
    by: Standing,
    on: datetime,
) -> Deadline:
    """Type a date that matters, with the authority it stands on. Raises Refusal."""
    raise_if(may_run_journey(by))
    if basis != "typical" and not source.strip():
        raise Refusal(N_("Say where this date comes from: a link, or the law."), field="source")
    made = Deadline(
        journey_id=of.id, text=text, due_on=due_on, at=at, basis=basis, body_id=body_id, source=source, working=working
    )
    db.session.add(made)
    _changed("added_deadline", of, by, on)
    return made


def meet_deadline(deadline: Deadline, move: Move | None, *, by: Standing, on: datetime) -> None:
    """Say that a date was met by a move, or, with no move, that it does not apply any more."""
    raise_if(may_run_journey(by))
    if move is not None:
        deadline.met_by_id = move.id
    else:
        deadline.dropped_at = on
    of = db.session.get_one(Journey, deadline.journey_id)
    _changed("met_deadline" if move else "dropped_deadline", of, by, on, deadline=deadline.id)


def say_limits(of: Journey, limits: str, *, by: Standing, on: datetime) -> None:
    """Say what can't change, and why."""
    raise_if(may_run_journey(by))
    of.limits = limits
    _changed("said_limits", of, by, on)


def check(of: Journey, *, by: Standing, signed: Byline, on: datetime) -> None:
    """Say "I looked: this is right today"."""
    raise_if(may_run_journey(by))
    of.checked_on, of.checked_by_id = clock.local_day(on), signed.id
    _changed("checked", of, by, on)


def _changed(verb: str, of: Journey, by: Standing, on: datetime, **values: int) -> None:
    db.session.flush()
    keep(of)
    record(verb, ("journey", of.id), by=by.person_id, on=on, parents=(("thread", of.thread_id),), **values)


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
    )
    db.session.add(made)
    db.session.flush()
    return made


def _proposal(found: Route, new: NewMove) -> rules.Proposal:
    """What the rules ask about."""
    stop, target = found.stop(new.stop_id), found.stop(new.to_stop_id)
    return rules.Proposal(
        kind=new.kind,
        happened_on=new.happened_on,
        evidence=new.evidence,
        plain=new.plain,
        stop_role=StopRole(stop.role) if stop else None,
        to_role=StopRole(target.role) if target else None,
        stop=found.now.stops.get(stop.id) if stop else None,
        source=new.source,
        reason=new.reason,
        planned_on=new.planned_on,
        becomes=new.becomes,
        corrects=_corrected(found, new),
    )


def _corrected(found: Route, new: NewMove) -> MoveFact | None:
    """The move that is put right, unless there is none or it was put right before (then that correction is)."""
    facts = move_facts(found.moves)
    taken = {fact.corrects for fact in facts}
    return next((fact for fact in facts if fact.number == new.corrects and fact.number not in taken), None)


def _add(of: Journey, new: NewMove, *, number: int, signed: Byline, on: datetime, found: Route | None = None) -> Move:
    wrong = found.move(new.corrects) if found and new.corrects else None
    made = Move(
        journey_id=of.id,
        number=number,
        kind=new.kind,
        stop_id=new.stop_id,
        to_stop_id=new.to_stop_id,
        corrects_id=wrong.id if wrong else None,
        becomes=new.becomes,
        happened_on=new.happened_on,
        recorded_at=on,
        byline_id=signed.id,
        evidence=new.evidence,
        source=new.source,
        source_name=new.source_name,
        official=new.official,
        plain=new.plain,
        reason=new.reason,
        planned_on=new.planned_on,
    )
    db.session.add(made)
    db.session.flush()
    _cite(made, of, new.cites)
    return made


def _cite(move: Move, of: Journey, post_ids: Sequence[int]) -> None:
    """Keep a title and a day of our own beside each post cited: the post may go, the record stays."""
    for post in db.session.scalars(select(Post).where(Post.id.in_(post_ids), Post.thread_id == of.thread_id)):
        title = f"{post.byline.name}, {of.title}"[:160]
        db.session.add(Citation(move_id=move.id, post_id=post.id, title=title, day=clock.local_day(post.created_at)))
    db.session.flush()
