"""Load journeys, and turn rows into the facts that pure code takes."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from decisions.journeys.fold import MoveFact, Now, StopFact, fold
from decisions.journeys.models import Citation, Deadline, Journey, JourneyIssue, Move, Stop, Way
from forum.access import Shown
from forum.db import db
from forum.threads.kinds import Kind
from forum.threads.models import Thread


@dataclass(slots=True)
class Route:
    """A journey with its stops and moves, and what the fold makes of them."""

    journey: Journey
    stops: list[Stop]
    moves: list[Move]
    now: Now

    def stop(self, stop_id: int | None) -> Stop | None:
        """Return a stop of this journey by id."""
        return next((stop for stop in self.stops if stop.id == stop_id), None)

    def move(self, number: int | None) -> Move | None:
        """Return a move of this journey by its number."""
        return next((move for move in self.moves if move.number == number), None)


def journey(journey_id: int) -> Journey | None:
    """Return a journey by id."""
    return db.session.get(Journey, journey_id)


def of_thread(thread_id: int, number: int = 1) -> Journey | None:
    """Return a journey of an issue: the first, unless another is asked for; none if it has none of its own."""
    return db.session.scalar(select(Journey).where(Journey.thread_id == thread_id, Journey.number == number))


def all_of(thread_id: int) -> list[Journey]:
    """Return the journeys of an issue itself, in their order."""
    return list(db.session.scalars(select(Journey).where(Journey.thread_id == thread_id).order_by(Journey.number)))


def shown_with(thread_id: int) -> list[Journey]:
    """Return the journeys that stand on the page of an issue: its own, then those that it goes along with."""
    query = select(Journey).join(JourneyIssue, JourneyIssue.journey_id == Journey.id)
    return list(db.session.scalars(query.where(JourneyIssue.thread_id == thread_id).order_by(JourneyIssue.place)))


def issues_of(journey_id: int) -> list[int]:
    """Return the ids of the issues on whose pages a journey stands."""
    query = select(JourneyIssue.thread_id).where(JourneyIssue.journey_id == journey_id)
    return list(db.session.scalars(query.order_by(JourneyIssue.thread_id)))


def without_steps(most: int = 100) -> list[Thread]:
    """Return the issues that all can see and that have no steps yet, the newest first."""
    none = Thread.id.not_in(select(JourneyIssue.thread_id))
    alone = Thread.joined_to_id.is_(None)
    wanted = select(Thread).where(none, alone, Thread.state == Shown.SHOWN, Thread.kind == Kind.ISSUE)
    return list(db.session.scalars(wanted.order_by(Thread.created_at.desc(), Thread.id.desc()).limit(most)))


def route(of: Journey) -> Route:
    """Load the stops and moves of a journey and fold them: two queries, however many moves."""
    stops = list(db.session.scalars(select(Stop).where(Stop.journey_id == of.id).order_by(Stop.position, Stop.id)))
    moves = list(db.session.scalars(select(Move).where(Move.journey_id == of.id).order_by(Move.number)))
    return Route(of, stops, moves, fold(stop_facts(stops), move_facts(moves)))


def stop_facts(stops: Iterable[Stop]) -> list[StopFact]:
    """Return the facts of some stops."""
    return [StopFact(one.id, one.role, one.body_id, one.opens_on, one.planned_on) for one in stops]


def move_facts(moves: Iterable[Move]) -> list[MoveFact]:
    """Return the facts of some moves of one journey."""
    rows = list(moves)
    numbers = {one.id: one.number for one in rows}
    return [
        MoveFact(
            number=one.number,
            kind=one.kind,
            happened_on=one.happened_on,
            stop_id=one.stop_id,
            to_stop_id=one.to_stop_id,
            planned_on=one.planned_on,
            evidence=one.evidence,
            corrects=numbers.get(one.corrects_id or 0),
            becomes=one.becomes,
            published_on=one.published_on,
            confirmed=bool(one.confirmed),
        )
        for one in rows
    ]


def ways(journey_id: int) -> list[Way]:
    """Return what people can do at the stops of a journey."""
    at = select(Stop.id).where(Stop.journey_id == journey_id)
    return list(db.session.scalars(select(Way).where(Way.stop_id.in_(at)).order_by(Way.id)))


def deadlines(journey_id: int) -> list[Deadline]:
    """Return the dates that matter on a journey, soonest first, without those that were dropped."""
    wanted = (Deadline.journey_id == journey_id) & Deadline.dropped_at.is_(None)
    return list(db.session.scalars(select(Deadline).where(wanted).order_by(Deadline.due_on, Deadline.id)))


def citations(journey_id: int) -> dict[int, list[Citation]]:
    """Return what the moves of a journey cite, by move."""
    rows = select(Citation).join(Move, Citation.move_id == Move.id).where(Move.journey_id == journey_id)
    found: dict[int, list[Citation]] = {}
    for one in db.session.scalars(rows.order_by(Citation.id)):
        found.setdefault(one.move_id, []).append(one)
    return found
