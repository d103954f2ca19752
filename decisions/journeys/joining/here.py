"""What the pages of a meeting and of a decision show: the issues joined with them, and what may be."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from decisions.journeys.joining import near
from decisions.journeys.joining.kinds import State
from decisions.journeys.joining.models import Joined
from decisions.meetings.models import Decision


@dataclass(slots=True)
class Joins:
    """The issues that something is joined with, and those that it may be about: only who may act sees these."""

    joined: list[Joined] = field(default_factory=list)
    suggested: list[Joined] = field(default_factory=list)


def by_item(meeting_id: int) -> dict[int, Joins]:
    """Return the joins of a meeting, by its items: one query."""
    rows = near.of_meeting(meeting_id)
    return {item: _sorted(one for one in rows if one.item_id == item) for item in {one.item_id or 0 for one in rows}}


def of(decision: Decision) -> Joins:
    """Return the joins of a decision, and those of its item: each issue once, in one query."""
    found = _sorted(near.of_decision(decision))
    found.joined = list({one.thread_id: one for one in found.joined}.values())
    there = {one.thread_id for one in found.joined}
    found.suggested = [one for one in found.suggested if one.thread_id not in there]
    return found


def _sorted(rows: Iterable[Joined]) -> Joins:
    every = list(rows)
    return Joins(
        [one for one in every if one.state == State.JOINED], [one for one in every if one.state == State.SUGGESTED]
    )
