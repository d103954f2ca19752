"""Stand before Python-Markdown: refuse what no person writes, and make the rest harmless line by line.

Refused, with a sentence for the writer: a text over the length, far too many lines, a table too wide or too
big. Made harmless, that is shown as it was typed: quotes and lists inside one another beyond a few,
headings and rules in their hundreds within one block, code blocks without an end, footnotes beyond fifty.
What stands inside a paragraph is the work of `inline`.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from forum.markup import links
from forum.markup.fences import Part, parts
from forum.markup.lines import spread, tame_line
from forum.markup.notes import tame_note
from forum.markup.tables import check_cells, count_cells, tame_row
from forum.markup.too_hard import TooHard
from forum.say import N_

LONGEST = 20_000
MOST_LINES = 1_500
_TAB = 4


class Guarded(NamedTuple):
    """What may go to Python-Markdown: the text, and the addresses of links written apart from their words."""

    text: str
    defined: dict[str, str]


def guard(text: str) -> Guarded:
    """Make clean text safe to lay out.

    Errors: `TooHard`, with a sentence for the writer.
    """
    if len(text) > LONGEST:
        raise TooHard(N_("Your text is too long. Keep it under 20,000 characters."))
    found = list(parts(text.expandtabs(_TAB).split("\n")))
    if sum(map(_count_lines, found)) > MOST_LINES:
        raise TooHard(N_("Your text has too many lines. Join some lines and try again."))
    taming = _Taming()
    lines: list[str] = []
    for part in found:
        lines += ["", *part.lines, ""] if part.is_code else taming.tame(part)
    check_cells(taming.cells)
    return Guarded("\n".join(lines), taming.defined)


def _count_lines(part: Part) -> int:
    """Count the lines that each cost a reading: a code block is read at once."""
    return 1 if part.is_code else sum(map(bool, part.lines))


class _Taming:
    """What is gathered from one text while its lines are tamed."""

    def __init__(self) -> None:
        self.defined: dict[str, str] = {}
        self.notes: set[str] = set()
        self.cells = 0

    def tame(self, part: Part) -> Iterator[str]:
        """Give the lines of a part that is no code."""
        for filled, group in groupby(part.lines, key=bool):
            if filled:
                lines = [self._tame_line(line) for line in group]
                self.cells += count_cells(lines)
                yield from spread([tame_row(line) for line in lines])
            else:
                yield ""

    def _tame_line(self, line: str) -> str:
        """Make one line harmless, or empty if it only says where a link leads; the first of a name counts."""
        if found := links.definition(line):
            self.defined.setdefault(*found)
            return ""
        return tame_note(tame_line(line), self.notes)
