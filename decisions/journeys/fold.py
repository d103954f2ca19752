"""The fold: from stops and moves to where an issue is. Pure, and the only maker of a stage.

Moves are folded in the order in which things happened. A correction takes the place of what it corrects. A move that
only a body can bring about, and that a member alone reports, is shown and changes nothing until a source is added.
"""

from collections.abc import Iterable, Mapping, Sequence

from decisions.journeys.entries import counts, effective
from decisions.journeys.facts import AGREED, MoveFact, Now, StopFact, StopState
from decisions.journeys.kinds import Door, MoveKind, Stage, StopRole

__all__ = ["AGREED", "MoveFact", "Now", "StopFact", "StopState", "counts", "effective", "fold"]

K = MoveKind
STEPPED_BACK = frozenset({K.WITHDRAWN, K.OUTSIDE_POWER})
ENDINGS = AGREED | STEPPED_BACK | {K.REFUSED}


def fold(stops: Sequence[StopFact], moves: Iterable[MoveFact]) -> Now:
    """Compute where an issue is from its route and its moves. Nothing here depends on the day it is asked."""
    every = list(moves)
    now = Now(stops={stop.id: StopState(planned_on=stop.planned_on) for stop in stops})
    now.order = [stop.id for stop in stops]
    now.stops_body = {stop.id: stop.body_id for stop in stops if stop.body_id is not None}
    roles = {stop.id: stop.role for stop in stops}
    for move in filter(counts, effective(every)):
        now.news_on = move.happened_on
        _apply(now, roles, move)
    now.last_number = max((move.number for move in every), default=0)
    now._later_decision = _decision_to_come(now, roles)
    now.stage = _stage(now, roles)
    return now


def _apply(now: Now, roles: Mapping[int, str], move: MoveFact) -> None:
    """Carry out one move."""
    _journey(now, move, decides=roles.get(move.stop_id or 0) == StopRole.DECIDE)
    state = now.stops.get(move.stop_id or 0)
    if state is None:
        return
    state.last = move
    _stop(state, move, roles[move.stop_id or 0])
    target = now.stops.get(move.to_stop_id or 0)
    if target is not None and move.kind in (K.REFERRED, K.CALLED_IN):
        _open(target, move)
        target.listed = target.on_agenda = move.kind == K.CALLED_IN or target.planned_on is not None
        target.last = move
        target.sent_on = target.sent_on if target.waiting else None  # it was not asked about this before


def _journey(now: Now, move: MoveFact, *, decides: bool) -> None:
    """What a move does to the whole journey. Who gives advice can step back, and leave a decision as it was."""
    if move.kind in ENDINGS or move.kind == K.CLOSED:
        now.reopened = None
    if move.kind in ENDINGS and (decides or now.outcome not in AGREED):
        now.outcome, now.outcome_move = move.kind, move
        now.called_in, now.in_force_on = False, None
    elif move.kind == K.CALLED_IN and now.outcome in AGREED:
        now.called_in, now.called_to = True, move.to_stop_id
    elif move.kind == K.TAKES_EFFECT and now.outcome in AGREED:
        now.in_force_on = move.happened_on
        now.called_in = False
    elif move.kind == K.PROMISE_MADE:
        now.promised = True
    elif move.kind == K.CLOSED:
        now.closed = move
    elif move.kind == K.REOPENED:
        now.outcome, now.outcome_move, now.closed, now.reopened = "", None, None, move
        now.called_in, now.in_force_on = False, None
    elif move.stop_id == now.called_to and move.kind in CLOSING:
        now.called_in = False


def _open(state: StopState, move: MoveFact) -> None:
    if not state.open:
        state.since = move.happened_on
    state.door, state.ended_on = Door.NOW, None


def _close(state: StopState, move: MoveFact, door: Door) -> None:
    state.door, state.ended_on, state.ended_by = door, move.happened_on, move.kind
    state.waiting = state.acknowledged = state.listed = state.on_agenda = False
    state.since = state.since or move.happened_on


CLOSING = {
    K.RAISED: Door.DONE,
    K.CONSIDERED: Door.TALKED,
    K.NOTED: Door.TALKED,
    K.REFERRED: Door.DONE,
    K.RECOMMENDED: Door.DONE,
    K.RECOMMENDED_AGAINST: Door.NO,
    K.AGREED: Door.DONE,
    K.AGREED_CHANGED: Door.DONE,
    K.REFUSED: Door.NO,
    K.WITHDRAWN: Door.NO,
    K.OUTSIDE_POWER: Door.NO,
    K.TAKES_EFFECT: Door.DONE,
    K.CHECK_ANSWERED: Door.DONE,
}


NOTHING_TO_DECIDE = (StopRole.CONSULT, StopRole.INFORM)


def _stop(state: StopState, move: MoveFact, role: str) -> None:
    """What a move does to its stop."""
    kind = move.kind
    if kind in (K.SENT, K.ACKNOWLEDGED):
        _open(state, move)
        state.waiting, state.acknowledged = True, kind == K.ACKNOWLEDGED
        state.sent_on = move.happened_on if kind == K.SENT else state.sent_on or move.happened_on
    elif kind in (K.FORWARD_PLAN, K.ON_AGENDA):
        _open(state, move)
        state.listed, state.planned_on = True, move.planned_on or state.planned_on
        state.on_agenda = state.on_agenda or kind == K.ON_AGENDA
    elif kind == K.DEFERRED:
        state.door, state.ended_on = Door.OFF, move.happened_on
        state.planned_on, state.listed = move.planned_on, move.planned_on is not None
        state.waiting = state.acknowledged = state.on_agenda = False
    elif kind == K.REPLY_RECEIVED:
        _replied(state, move, role)
    elif kind in (K.PROMISE_MADE, K.PROMISE_UPDATE):
        _promised(state, move, role)
    elif kind in CLOSING:
        door = CLOSING[MoveKind(kind)]
        _close(state, move, Door.DONE if door == Door.TALKED and role in NOTHING_TO_DECIDE else door)


def _replied(state: StopState, move: MoveFact, role: str) -> None:
    """A reply closes a stop that was asked to answer; elsewhere it only ends the waiting."""
    if role in (StopRole.REPLY, StopRole.INFORM):
        _close(state, move, Door.DONE)
    else:
        state.waiting = state.acknowledged = False


def _promised(state: StopState, move: MoveFact, role: str) -> None:
    """A promise opens the stop where it is carried out, and closes one that was asked to answer."""
    if role == StopRole.CARRY_OUT:
        _open(state, move)
    elif state.waiting:
        _close(state, move, Door.DONE)


def _decision_to_come(now: Now, roles: Mapping[int, str]) -> bool:
    """Whether a deciding stop after the one that agreed is open or ahead, or that one has it on a list once more."""
    move = now.outcome_move
    if move is None or move.stop_id not in now.order:
        return False
    same = now.stops[move.stop_id]
    if same.door == Door.OFF or (same.open and (same.listed or same.sent_back)):
        return True
    return any(
        roles[one] == StopRole.DECIDE and now.stops[one].door in (Door.AHEAD, Door.NOW, Door.OFF)
        for one in _after(now, move.stop_id)
    )


def _stage(now: Now, roles: Mapping[int, str]) -> Stage:
    """The stage that follows from the states of the stops."""
    opened = [(roles[one], state) for one, state in now.stops.items() if state.open]
    before_end = [pair for pair in opened if pair[0] != StopRole.CARRY_OUT]
    put_off = [state for state in now.stops.values() if state.door == Door.OFF]
    bad = now.outcome in ENDINGS - AGREED
    if now.closed is not None:
        return Stage.FINISHED if not bad and (now.promised or now.outcome in AGREED) else Stage.NOT_TAKEN
    if any(state.listed for _role, state in before_end) or any(state.planned_on for state in put_off):
        return Stage.AGENDA
    if before_end:
        return Stage.WAITING if any(state.acknowledged for _role, state in before_end) else Stage.SENT
    if put_off:
        return Stage.PAUSED
    if bad and not (now.outcome in STEPPED_BACK and _steps_to_come(now, roles)):
        return Stage.NOT_TAKEN
    if opened or (now.promised and not _steps_to_come(now, roles)):
        return Stage.PROMISE
    if now.outcome in AGREED:
        return Stage.DECIDED
    return Stage.SENT if _on_its_way(now, roles) else Stage.TALKING


def _on_its_way(now: Now, roles: Mapping[int, str]) -> bool:
    """Whether somebody who can act has had it, and there are steps that nothing happened at yet. Where people are only
    told of something, nobody was sent it."""
    had = any(state.touched for one, state in now.stops.items() if roles[one] not in (StopRole.HERE, StopRole.INFORM))
    return had and any(_ahead(now, roles, one) for one in now.order)


def _steps_to_come(now: Now, roles: Mapping[int, str]) -> bool:
    """Whether a step is ahead after the last at which anything happened; those before it were passed over."""
    last = next((one for one in reversed(now.order) if now.stops[one].touched), None)
    return any(_ahead(now, roles, one) for one in (_after(now, last) if last is not None else now.order))


def _ahead(now: Now, roles: Mapping[int, str], stop_id: int) -> bool:
    return now.stops[stop_id].door == Door.AHEAD and roles[stop_id] != StopRole.CARRY_OUT


def _after(now: Now, stop_id: int) -> list[int]:
    return now.order[now.order.index(stop_id) + 1 :]
