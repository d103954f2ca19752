"""From which day a clock runs at a step, as far as the journey tells (pure).

A clock says in words what starts it ("the day of the meeting"). Which day that is on a journey is told here, for what
`decisions.journeys.clocks.table` says of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from decisions.journeys.clocks import said
from decisions.journeys.clocks.table import STARTS, StartsOn, notice_of
from decisions.journeys.fold import MoveFact, Now, StopFact
from decisions.journeys.kinds import Door, MoveKind, StopRole
from forum.say import N_

K, S = MoveKind, StartsOn
NOTICE_GIVEN = {"K01": K.FORWARD_PLAN, "K19": K.ON_AGENDA}  # what says that a notice is out
TAKEN_AS_PUBLISHED = N_("We take the day of the decision as the day on which it was published.")
TAKEN_AS_GIVEN = N_("We take the day of the advice as the day on which they got it.")
TAKEN_AS_TOLD = N_("We take the first day of asking as the day on which they were told.")
ONLY_IF_ASKED = N_("They must answer only if the committee asked for an answer.")
TO_COME = (Door.AHEAD, Door.NOW, Door.OFF)
CONSULT = StopRole.CONSULT  # its planned day is the last day of asking, not a meeting


@dataclass(frozen=True, slots=True)
class Start:
    """The day from which a clock runs, and what it is. `met_by`: the number of the move that met it. `owed_by`: the
    stop of the body that has to act, where that is another one. `caveats`: what we took for what."""

    day: date
    by: StartsOn
    met_by: int | None = None
    owed_by: int | None = None
    caveats: tuple[str, ...] = ()

    @property
    def watched(self) -> bool:
        """Whether we would hear that it was kept: an answer comes here, papers on a notice board do not."""
        return self.by is S.SENT


@dataclass(frozen=True, slots=True)
class Around:
    """What a clock may hang on beside its own stop. `gives`: the stop at which a notice is given, by the notice, 0 when
    that is no step here; `shows`: the last stop of each clock that runs from one; `closes`: the last day of asking
    people, by the stop."""

    gives: Mapping[str, int] = field(default_factory=dict)
    shows: Mapping[str, int] = field(default_factory=dict)
    closes: Mapping[int, date] = field(default_factory=dict)


NOTHING_AROUND = Around()


def start_of(
    fact: str,
    stop: StopFact,
    stops: Sequence[StopFact],
    now: Now,
    moves: Sequence[MoveFact],
    around: Around = NOTHING_AROUND,
) -> Start | None:
    """Return from which day a clock runs at a stop, or `None` while that is not known or is over.

    Arguments: the number of the clock in the facts; the stop; all stops; what the fold made of them; the moves; what
    is known of other clocks and stops.
    """
    state, by = now.stops[stop.id], STARTS.get(fact)
    match by:
        case S.MEETING if state.planned_on is not None and state.door in TO_COME and stop.role != CONSULT:
            kind = NOTICE_GIVEN.get(fact)
            return Start(
                state.planned_on, S.MEETING, said.number(said.last(moves, stop.id, lambda one: one.kind == kind))
            )
        case S.SENT if state.sent_on is not None:
            return Start(state.sent_on, S.SENT, said.answered(moves, stop.id, state.sent_on))
        case S.OPENED if stop.opens_on is not None and stop.planned_on is None:
            return Start(stop.opens_on, S.OPENED)
        case S.CLOSED if (day := _closed(stop, stops, around)) is not None:
            return Start(day, S.CLOSED)
        case S.DECIDED:
            return _decided(stop, stops, now, moves)
        case S.TOLD:
            return _told(fact, stop, stops, moves, around)
        case _:
            find = AT_STOP.get(by) if by is not None else None
            return find(stop, stops, moves) if find is not None else None


def _closed(stop: StopFact, stops: Sequence[StopFact], around: Around) -> date | None:
    """The last day of the last asking before this step."""
    days = [around.closes[one.id] for one in said.before(stop, stops) if one.id in around.closes]
    return days[-1] if days else None


def _decided(stop: StopFact, stops: Sequence[StopFact], now: Now, moves: Sequence[MoveFact]) -> Start | None:
    """The day of the decision that this step looks at: the last one before it, on the official record."""
    move = now.outcome_move
    if move is None or not said.is_agreed(move) or now.in_force_on is not None:
        return None
    there = {one.id for one in (*said.before(stop, stops), stop)}
    if move.stop_id not in there:
        return None
    return replace(_published(move, S.DECIDED), met_by=said.number(said.held(moves, move.stop_id or 0)))


def _published(move: MoveFact, by: StartsOn) -> Start:
    """A clock that runs from the day on which a decision was published; else from the day of the decision."""
    if move.published_on is not None:
        return Start(move.published_on, by)
    return Start(move.happened_on, by, caveats=(TAKEN_AS_PUBLISHED,))


def _told(
    fact: str, stop: StopFact, stops: Sequence[StopFact], moves: Sequence[MoveFact], around: Around
) -> Start | None:
    """The day on which somebody gave notice: at this step, or where the notice is given that this clock shares with
    others (then it is shown once). Where people are asked, the first day of that."""
    notice = notice_of(fact)
    if notice and around.shows.get(fact, stop.id) != stop.id:
        return None
    giver = around.gives.get(notice, stop.id) if notice else stop.id
    first = next((one for one in stops if one.id == giver), None)
    if first is not None and first.role == CONSULT and first.opens_on is not None:
        return Start(first.opens_on, S.TOLD, caveats=(TAKEN_AS_TOLD,) if fact == "K64" else ())
    move = said.first(moves, giver)
    if move is None:
        return None
    met = said.answered(moves, stop.id, move.happened_on, after=move.number)
    return Start(move.happened_on, S.TOLD, met if notice else None)


def _agreed(stop: StopFact, _stops: Sequence[StopFact], moves: Sequence[MoveFact]) -> Start | None:
    move = said.last(moves, stop.id, said.is_agreed)
    return _published(move, S.AGREED) if move is not None else None


def _advised(stop: StopFact, stops: Sequence[StopFact], moves: Sequence[MoveFact]) -> Start | None:
    """Those who check gave advice: who decides next has to answer it, if they are asked to."""
    kinds = {K.REPLY_RECEIVED} if stop.role == CONSULT else said.ADVICE
    move = said.last(moves, stop.id, lambda one: one.kind in kinds)
    decides = next((one for one in said.after(stop, stops) if one.role == StopRole.DECIDE), None)
    if move is None or decides is None:
        return None
    met = said.answered(moves, decides.id, move.happened_on)
    return Start(move.happened_on, S.ADVISED, met, decides.id, (ONLY_IF_ASKED, TAKEN_AS_GIVEN))


def _passed_on(stop: StopFact, _stops: Sequence[StopFact], moves: Sequence[MoveFact]) -> Start | None:
    move = said.last_to(moves, stop.id, K.REFERRED)
    return Start(move.happened_on, S.PASSED_ON, said.answered(moves, stop.id, move.happened_on)) if move else None


def _called_in(stop: StopFact, _stops: Sequence[StopFact], moves: Sequence[MoveFact]) -> Start | None:
    move = said.held(moves, stop.id)
    return Start(move.happened_on, S.CALLED_IN) if move else None


def _advised_again(stop: StopFact, _stops: Sequence[StopFact], moves: Sequence[MoveFact]) -> Start | None:
    held = said.held(moves, stop.id)
    move = said.last(moves, held.to_stop_id or 0, lambda one: one.kind in said.ADVICE) if held else None
    if held is None or move is None or move.happened_on < held.happened_on:
        return None
    return Start(move.happened_on, S.ADVISED_AGAIN, caveats=(TAKEN_AS_GIVEN,))


AT_STOP = {
    S.AGREED: _agreed,
    S.ADVISED: _advised,
    S.PASSED_ON: _passed_on,
    S.CALLED_IN: _called_in,
    S.ADVISED_AGAIN: _advised_again,
}
