"""From which day a clock runs at a step, as far as the journey tells (pure).

A clock says in words what starts it ("the day of the meeting"). Which day that is on a journey is told here, by the
number that the clock has in the facts. A clock that is not named here gives no date by itself: nobody told us the day
that it needs, and we do not guess one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from decisions.journeys.entries import effective
from decisions.journeys.fold import AGREED, MoveFact, Now, StopFact
from decisions.journeys.kinds import Door, Evidence, MoveKind, StopRole
from forum.say import N_

K = MoveKind


class StartsOn(StrEnum):
    """What starts a clock, on a journey."""

    MEETING = "meeting"  # counted back from the planned day
    SENT = "sent"  # the day on which it was sent to them
    OPENED = "opened"  # the first day of asking people
    DECIDED = "decided"  # the day on which a decision was published


STARTS = {
    **dict.fromkeys(("K01", "K02", "K03", "K06", "K07", "K19"), StartsOn.MEETING),
    **dict.fromkeys(("K71.question", "K71.petition", "K71.deputation"), StartsOn.MEETING),
    **dict.fromkeys(("K21", "K26", "K41.decision", "K97.working-days"), StartsOn.SENT),
    **dict.fromkeys(("K46.comments", "K49.objection"), StartsOn.OPENED),
    "K12": StartsOn.DECIDED,
}
TAKEN_AS_PUBLISHED = N_("We take the day of the decision as the day on which it was published.")
TO_COME = (Door.AHEAD, Door.NOW, Door.OFF)
CONSULT = StopRole.CONSULT  # its planned day is the last day of asking, not a meeting
REPLIES = frozenset({K.REPLY_RECEIVED, K.AGREED, K.AGREED_CHANGED, K.REFUSED, K.OUTSIDE_POWER, K.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Start:
    """The day from which a clock runs, and what it is. `met_by`: the number of the move that met it."""

    day: date
    by: StartsOn
    met_by: int | None = None

    @property
    def watched(self) -> bool:
        """Whether we would hear that it was kept: an answer comes here, papers on a notice board do not."""
        return self.by is StartsOn.SENT


def start_of(fact: str, stop: StopFact, stops: Sequence[StopFact], now: Now, moves: Sequence[MoveFact]) -> Start | None:
    """Return from which day a clock runs at a stop, or `None` while that is not known or is over.

    Arguments: the number of the clock in the facts; the stop; all stops; what the fold made of them; the moves.
    """
    state = now.stops[stop.id]
    match STARTS.get(fact):
        case StartsOn.MEETING if state.planned_on is not None and state.door in TO_COME and stop.role != CONSULT:
            return Start(state.planned_on, StartsOn.MEETING)
        case StartsOn.SENT if state.sent_on is not None:
            return Start(state.sent_on, StartsOn.SENT, _reply(stop.id, state.sent_on, moves))
        case StartsOn.OPENED if stop.opens_on is not None and stop.planned_on is None:
            return Start(stop.opens_on, StartsOn.OPENED)
        case StartsOn.DECIDED:
            return _decided(stop, stops, now)
        case _:
            return None


def _decided(stop: StopFact, stops: Sequence[StopFact], now: Now) -> Start | None:
    """The day of the decision that this step looks at: the last one before it, on the official record."""
    move = now.outcome_move
    if move is None or move.kind not in AGREED or move.evidence != Evidence.OFFICIAL_RECORD:
        return None
    order = [one.id for one in stops]
    if move.stop_id not in order or order.index(move.stop_id) > order.index(stop.id) or now.in_force_on is not None:
        return None
    return Start(move.happened_on, StartsOn.DECIDED)


def _reply(stop_id: int, since: date, moves: Sequence[MoveFact]) -> int | None:
    """The number of the move by which they answered what was sent."""
    return next(
        (
            one.number
            for one in effective(moves)
            if one.stop_id == stop_id and one.kind in REPLIES and one.happened_on >= since
            and one.evidence != Evidence.MEMBER_SAYS
        ),
        None,
    )  # fmt: skip
