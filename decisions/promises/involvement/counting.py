"""How many people, without telling of any one of them. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Counted:
    """Numbers that may be printed: each is none when it is one to four. `total` is none as soon as any number is
    hidden: with it, a hidden one could be worked out."""

    rows: Sequence[tuple[str, int | None]]
    total: int | None


def hide(counts: Mapping[str, int]) -> Counted:
    """Return what may be printed of some numbers, in their order; what nobody is, is left out.

    Hidden numbers are said as "fewer than 5". Nothing else printed beside them may be their sum.
    """
    there = [(name, number) for name, number in counts.items() if number > 0]
    rows = [(name, number if number >= FEWEST else None) for name, number in there]
    hidden = any(number is None for _name, number in rows)
    return Counted(rows, None if hidden else sum(number for _name, number in there))


def one(number: int) -> int | None:
    """Return a number that stands alone, or none when it is one to four."""
    return number if number == 0 or number >= FEWEST else None
