"""Match what really happened to a step of the route (pure)."""

from collections.abc import Sequence

from decisions.journeys.doors import StopToday
from decisions.journeys.kinds import Door, MoveKind
from decisions.journeys.table import RULES, WITH_BODY


def stop_of(stops: Sequence[StopToday], *, kind: str = "", body_id: int | None = None) -> int | None:
    """Return the id of the step that something most likely happened at, to be offered first and never recorded unseen.

    Arguments: the steps as they are today; what happened, if that is known; the body at which it happened, if that is
    known. The step that has the issue comes first, then one whose day passed with no news, then the next one ahead.
    """
    roles = RULES[MoveKind(kind)].roles if kind in set(MoveKind) else WITH_BODY
    fits = [one for one in stops if one.fact.role in roles & WITH_BODY and body_id in (None, one.fact.body_id)]
    for choice in (_open, _unheard, _ahead):
        if (found := next((one for one in fits if choice(one)), None)) is not None:
            return found.fact.id
    return None


def _open(one: StopToday) -> bool:
    return one.open and one.door != Door.UNHEARD


def _unheard(one: StopToday) -> bool:
    return one.door in (Door.UNHEARD, Door.OFF)


def _ahead(one: StopToday) -> bool:
    return one.ahead
