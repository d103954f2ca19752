"""What happened, entry by entry: each move with the corrections that put it right, one after the other (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass

from decisions.journeys.fold import MoveFact, as_corrected
from decisions.journeys.kinds import NOTHING, MoveKind


@dataclass(frozen=True, slots=True)
class Entry:
    """A move as it stands now, and the numbers of the entries it was written in: the first, then its corrections."""

    fact: MoveFact
    numbers: tuple[int, ...]

    @property
    def last(self) -> int:
        """The number of the entry that holds now."""
        return self.numbers[-1]

    @property
    def happened(self) -> bool:
        """Whether it happened at all."""
        return self.fact.kind != NOTHING


def entries(moves: Iterable[MoveFact]) -> list[Entry]:
    """Return every move that is not itself a correction, in the order of recording."""
    every = sorted(moves, key=lambda move: move.number)
    corrections: dict[int | None, MoveFact] = {one.corrects: one for one in every if one.corrects is not None}
    found = []
    for move in every:
        if move.kind == MoveKind.CORRECTED:
            continue
        numbers = [move.number]
        while (better := corrections.get(numbers[-1])) is not None:
            numbers.append(better.number)
        found.append(Entry(as_corrected(move, corrections), tuple(numbers)))
    return found


def entry_of(moves: Iterable[MoveFact], number: int | None) -> Entry | None:
    """Return the entry that a number is part of, as the first writing or as a correction."""
    return next((one for one in entries(moves) if number in one.numbers), None)
