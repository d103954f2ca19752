"""Compare the stops of a journey with the usual steps: which was left out, which is not usual (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from decisions.journeys.kinds import StopRole
from decisions.journeys.usual.rules import is_stop
from decisions.pathways.fitting import Fitted
from decisions.pathways.shapes import Step
from forum.say import N_

LEFT_OUT = N_("This step is usual, and was left out here.")
NOT_USUAL = N_("This step is not usual.")
# Usual steps never say that somebody is asked to answer, or that a decision is carried out: those are our own.
COMPARED = frozenset(set(StopRole) - {StopRole.HERE, StopRole.REPLY, StopRole.CARRY_OUT})


@dataclass(frozen=True, slots=True)
class Taken:
    """A stop of the journey: its id, its role, the usual step that it stands for."""

    id: int
    role: str
    step: str


def left_out(of: Fitted, taken: Iterable[Taken]) -> list[Step]:
    """Return the usual steps that no stop stands for. One that is not always taken is not missed."""
    there = {one.step for one in taken}
    return [one for one in of.steps if is_stop(one) and not one.optional and not one.condition and one.id not in there]


def not_usual(of: Fitted, taken: Sequence[Taken]) -> set[int]:
    """Return the ids of the stops that stand for no usual step."""
    usual = {one.id for one in of.pathway.steps}
    return {one.id for one in taken if one.role in COMPARED and one.step not in usual}
