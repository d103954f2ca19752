"""Compare the stops of a journey with the usual steps: which was left out, which is not usual (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from decisions.journeys.kinds import StopRole
from decisions.journeys.usual.rules import is_stop
from decisions.pathways.fitting import Fitted
from decisions.pathways.shapes import Step
from forum.say import N_

NOT_PLANNED = N_("This step is usual too. It is not planned here yet.")
LEFT_OUT = N_("This step is usual, and was left out here.")
NOT_USUAL = N_("This step is not usual.")
# Usual steps never say that somebody is asked to answer, or that a decision is carried out: those are our own.
COMPARED = frozenset(set(StopRole) - {StopRole.HERE, StopRole.REPLY, StopRole.CARRY_OUT})


@dataclass(frozen=True, slots=True)
class Taken:
    """A stop of the journey: its id, its role, the usual step that it stands for, and whether it has begun."""

    id: int
    role: str
    step: str
    begun: bool = False


def is_missed(step: Step) -> bool:
    """Whether a step is missed where it is not taken: not one that is not always taken."""
    return is_stop(step) and not step.optional and not step.condition


def left_out(of: Fitted, taken: Iterable[Taken]) -> list[tuple[Step, str]]:
    """Return the usual steps that no stop stands for, each with what is said of it: that it was left out, once a later
    one has begun; else that it is not planned yet."""
    there = {one.step: one for one in taken}
    begun = [place for place, one in enumerate(of.steps) if one.id in there and there[one.id].begun]
    return [
        (one, LEFT_OUT if begun and place < begun[-1] else NOT_PLANNED)
        for place, one in enumerate(of.steps)
        if is_missed(one) and one.id not in there
    ]


def not_usual(of: Fitted, taken: Sequence[Taken]) -> set[int]:
    """Return the ids of the stops that stand for no usual step."""
    usual = {one.id for one in of.pathway.steps}
    return {one.id for one in taken if one.role in COMPARED and one.step not in usual}
