"""Keep tables to a size that a person can read."""

from collections.abc import Sequence

from forum.markup.stand_ins import hide
from forum.markup.too_hard import TooHard
from forum.say import N_

WIDEST = 40
MOST_CELLS = 3_000

_BETWEEN_HEAD_AND_BODY = frozenset("|:-> ")


def count_cells(lines: Sequence[str]) -> int:
    """Count the cells that `lines` would become, at most: every row is filled up to the widest.

    Arguments:
        lines: lines with no empty one between them.

    Errors: `TooHard` for a table with too many columns.
    """
    if not any("|" in line and set(line) <= _BETWEEN_HEAD_AND_BODY for line in lines):
        return 0
    columns = 1 + max(line.count("|") for line in lines)
    if columns > WIDEST:
        raise TooHard(N_("Your table has too many columns. Use fewer columns and try again."))
    return columns * len(lines)


def check_cells(cells: int) -> None:
    """Refuse more cells than a page can hold.

    Errors: `TooHard`, with a sentence for the writer.
    """
    if cells > MOST_CELLS:
        raise TooHard(N_("Your table is too big. Make it smaller and try again."))


def tame_row(line: str) -> str:
    """Show the `|` of a line that has too many for a table: each would be weighed against all code in it."""
    return line.replace("|", hide("|")) if line.count("|") > WIDEST else line
