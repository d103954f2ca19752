"""Who answers to whom (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


class Answers(Protocol):
    """A body, as far as its family is concerned."""

    id: int
    parent_id: int | None


@dataclass(frozen=True, slots=True)
class Branch:
    """A body and those that answer to it."""

    body: Answers
    under: list["Branch"] = field(default_factory=list)


def family(bodies: Sequence[Answers]) -> list[Branch]:
    """Sort bodies into branches, in the order given. A body whose own one is not among them stands at the top, and
    so does the first of bodies that answer to each other in a ring: none is lost."""
    branches = {one.id: Branch(one) for one in bodies}
    parents = {one.id: one.parent_id for one in bodies}
    tops: list[Branch] = []
    for one in bodies:
        above = one.parent_id
        if above is None or above not in branches or _starts_a_ring(one.id, parents):
            tops.append(branches[one.id])
        else:
            branches[above].under.append(branches[one.id])
    return tops


def _starts_a_ring(body_id: int, parents: dict[int, int | None]) -> bool:
    """Whether following "answers to" from here leads back here, and here is the ring's lowest id."""
    seen: list[int] = []
    at: int | None = body_id
    while at is not None and at not in seen:
        seen.append(at)
        at = parents.get(at)
    return at == body_id and body_id == min(seen)
