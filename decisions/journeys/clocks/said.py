"""What the moves of a journey say that a clock may hang on (pure). A member's word alone starts and meets nothing."""

from collections.abc import Callable, Sequence
from datetime import date

from decisions.journeys.entries import effective
from decisions.journeys.facts import AGREED, MoveFact, StopFact
from decisions.journeys.kinds import Evidence, MoveKind

K = MoveKind
REPLIES = frozenset({K.REPLY_RECEIVED, *AGREED, K.REFUSED, K.OUTSIDE_POWER, K.WITHDRAWN})
ADVICE = frozenset({K.RECOMMENDED, K.RECOMMENDED_AGAINST})
# What is done to a step or planned at it. All else says that what the step stands for has happened.
BEFORE_IT_HAPPENS = frozenset(
    {K.SENT, K.ACKNOWLEDGED, K.FORWARD_PLAN, K.ON_AGENDA, K.DEFERRED, K.WITHDRAWN, K.OUTSIDE_POWER}
)


def is_agreed(move: MoveFact) -> bool:
    """Whether a move is a decision for it, on the official record."""
    return move.kind in AGREED and move.evidence == Evidence.OFFICIAL_RECORD


def sure(moves: Sequence[MoveFact]) -> list[MoveFact]:
    """Return what is known from more than a member's word, in the order in which things happened."""
    return [one for one in effective(moves) if one.evidence != Evidence.MEMBER_SAYS]


def first(moves: Sequence[MoveFact], stop_id: int) -> MoveFact | None:
    """Return the first move that says that what a step stands for has happened."""
    there = (one for one in sure(moves) if one.stop_id == stop_id)
    return next((one for one in there if one.kind not in BEFORE_IT_HAPPENS), None)


def last(moves: Sequence[MoveFact], stop_id: int, wanted: Callable[[MoveFact], bool]) -> MoveFact | None:
    """Return the last move of some kind at a step."""
    return next((one for one in reversed(sure(moves)) if one.stop_id == stop_id and wanted(one)), None)


def last_to(moves: Sequence[MoveFact], stop_id: int, kind: MoveKind) -> MoveFact | None:
    """Return the last move of a kind that led to a step."""
    return next((one for one in reversed(sure(moves)) if one.to_stop_id == stop_id and one.kind == kind), None)


def held(moves: Sequence[MoveFact], stop_id: int) -> MoveFact | None:
    """Return the move by which the decision of a step was held, unless it was decided or in force since."""
    over = {*AGREED, K.REFUSED, K.TAKES_EFFECT}
    move = last(moves, stop_id, lambda one: one.kind == K.CALLED_IN or one.kind in over)
    return move if move is not None and move.kind == K.CALLED_IN else None


def number(move: MoveFact | None) -> int | None:
    """Return the number of a move, if there is one."""
    return move.number if move is not None else None


def answered(moves: Sequence[MoveFact], stop_id: int, since: date, *, after: int = 0) -> int | None:
    """Return the number of the first move by which a body answered or decided, on a day or later; `after`: the number
    of a move that is no answer itself."""
    there = (one for one in sure(moves) if one.stop_id == stop_id and one.kind in REPLIES and one.number != after)
    return next((one.number for one in there if one.happened_on >= since), None)


def before(stop: StopFact, stops: Sequence[StopFact]) -> list[StopFact]:
    """Return the stops before one."""
    order = [one.id for one in stops]
    return list(stops[: order.index(stop.id)])


def after(stop: StopFact, stops: Sequence[StopFact]) -> list[StopFact]:
    """Return the stops after one."""
    order = [one.id for one in stops]
    return list(stops[order.index(stop.id) + 1 :])
