"""What happened, entry by entry: each move with the corrections that put it right, one after the other (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from decisions.journeys.facts import MoveFact
from decisions.journeys.kinds import NOTHING, OUTCOMES, Evidence, MoveKind


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


def effective(moves: Iterable[MoveFact]) -> list[MoveFact]:
    """Return the moves that count, in the order in which things happened, with corrections carried out."""
    every = sorted(moves, key=lambda move: move.number)
    corrections: dict[int | None, MoveFact] = {one.corrects: one for one in every if one.corrects is not None}
    stand = [as_corrected(move, corrections) for move in every if move.kind != MoveKind.CORRECTED]
    return sorted((move for move in stand if move.kind != NOTHING), key=lambda move: (move.happened_on, move.number))


def as_corrected(move: MoveFact, corrections: Mapping[int | None, MoveFact]) -> MoveFact:
    """Return a move as its corrections leave it; its kind is `NOTHING` when it never happened. What a correction
    does not name (the stop, where it leads) stays as the one before it had it."""
    last = move
    while (better := corrections.get(last.number)) is not None:
        move = replace(
            move,
            kind=better.becomes or move.kind,
            happened_on=better.happened_on,
            stop_id=better.stop_id or move.stop_id,
            to_stop_id=better.to_stop_id or move.to_stop_id,
            planned_on=better.planned_on,
            published_on=better.published_on,
            evidence=better.evidence,
            confirmed=better.confirmed,
        )
        last = better
    return move


def counts(move: MoveFact) -> bool:
    """Whether a move changes the state: not when a member alone reports what only the body can bring about, and no
    second person looked at the source and agreed."""
    return move.confirmed or not (move.kind in OUTCOMES and move.evidence == Evidence.MEMBER_SAYS)
