"""Find the blocks of a text that is Markdown: paragraphs, items of lists, quotes. RA-1, rules 1 and 2 (pure).

Headings, tables, rules, fenced code and the marks of lists are not counted: `find` says where they are, so that
`mask.py` can put blanks in their place. Nothing is taken out, or every place after it would move.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Span = tuple[int, int]
LINE = re.compile(r"[^\n]*\n|[^\n]+")
BEFORE = re.compile(r"(?:[ \t]*+>)*+[ \t]*+")  # the marks of quotes, and blanks
FENCE = re.compile(r"(`{3,}+(?=[^`]*\Z)|~{3,}+)")
HEADING = re.compile(r"#{1,6}(?:[ \t]|\Z)")
UNDERLINE = re.compile(r"(?:=+|-+)\Z")
RULE = re.compile(r"([-*_])(?:[ \t]*+\1){2,}+\Z")
COLUMNS = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?\Z")
DEFINITION = re.compile(r"\[[^\[\]^][^\[\]]{0,200}\]:[ \t]*\S")
NOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\]:")
BULLET = re.compile(r"[-*+•‣◦▪·](?:[ \t]++|\Z)(?:\[[ xX]\][ \t])?")
DASH = re.compile(r"–[ \t]++")  # as other programs write bullets
NUMBER = re.compile(r"(\d{1,9})[.)](?:[ \t]++|\Z)")


@dataclass(slots=True)
class Found:
    """Where the blocks are, and what is no part of their words."""

    blocks: list[Span] = field(default_factory=list)
    hidden: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    start: int  # of the words, after the marks of quotes
    end: int
    body: str
    quoted: bool
    indented: bool
    whole: Span


def find(text: str) -> Found:
    """Return the blocks of a text, and what of it is hidden."""
    found = Found()
    reader = _Reader(found)
    lines = [_line(match.start(), match.group()) for match in LINE.finditer(text)]
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else None
        reader.take(line, below)
    reader.close()
    return found


def _line(start: int, whole: str) -> _Line:
    before = BEFORE.match(whole)
    size = before.end() if before else 0
    body = whole[size:].rstrip()
    first = start + size
    marks = whole[:size]
    return _Line(first, first + len(body), body, ">" in marks, marks[-1:].isspace(), (start, start + len(whole)))


class _Reader:
    """Goes through the lines of a text and remembers what is open."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.open: list[_Line] = []  # lines of the block that is being read
        self.kind = ""  # of that block: "paragraph" or "item"
        self.in_list = False  # also in a paragraph that belongs to an item
        self.fence = ""
        self.table = False

    def close(self) -> None:
        """End the block that is open."""
        if self.open:
            self.found.blocks.append((self.open[0].start, self.open[-1].end))
        self.open = []

    def take(self, line: _Line, below: _Line | None) -> None:
        """Take the next line."""
        if self._fenced(line) or self._in_table(line, below):
            self.found.hidden.append(line.whole)
            return
        if not line.body:
            self.close()
        elif HEADING.match(line.body) or DEFINITION.match(line.body):
            self.close()
            self.found.hidden.append(line.whole)
        elif self._underlines(line):
            self.found.hidden.append((self.open[0].start, line.end))
            self.open = []
        elif RULE.match(line.body):
            self.close()
            self.found.hidden.append(line.whole)
        else:
            self._words(line)

    def _fenced(self, line: _Line) -> bool:
        if self.fence:
            if line.body.startswith(self.fence) and not line.body.strip(self.fence[0]):
                self.fence = ""
            return True
        if opened := FENCE.match(line.body):
            self.close()
            self.fence = opened[1]
        return bool(self.fence)

    def _in_table(self, line: _Line, below: _Line | None) -> bool:
        if self.table:
            self.table = bool(line.body)
        elif "|" in line.body and below is not None and "|" in below.body and COLUMNS.match(below.body):
            self.close()
            self.table = True
        return self.table

    def _underlines(self, line: _Line) -> bool:
        """Whether a line makes the paragraph above it a heading."""
        if not self.open or self.kind != "paragraph" or not UNDERLINE.match(line.body):
            return False
        return line.quoted == self.open[-1].quoted

    def _words(self, line: _Line) -> None:
        """A line of words: it goes on with the block, or begins another."""
        if line.quoted and self.open and not self.open[-1].quoted:
            self.close()
        for mark in self._marks(line):
            self.close()
            self.found.hidden.append(mark)
            self.kind, self.in_list = "item", True
        if not self.open and not line.body:
            return
        if not self.open and self.kind != "item":
            self.kind = "paragraph"
            self.in_list = self.in_list and line.indented
        self.open.append(line)

    def _marks(self, line: _Line) -> Iterator[Span]:
        """Take the marks of a list off the front of a line, and yield where they stand."""
        if not self.open:
            self.kind = ""
        while mark := self._mark(line.body):
            yield line.start, line.start + mark
            line.start += mark
            line.body = line.body[mark:]

    def _mark(self, body: str) -> int:
        """How long the mark of a list is at the front of a line; 0 when there is none."""
        in_paragraph = bool(self.open) and self.kind == "paragraph" and not self.in_list
        if bullet := BULLET.match(body):
            return 0 if in_paragraph and bullet.end() == 1 else bullet.end()
        if (dash := DASH.match(body)) and not in_paragraph:
            return dash.end()
        if note := NOTE.match(body):
            return note.end()
        if (number := NUMBER.match(body)) and (not in_paragraph or number[1] == "1"):
            return number.end()
        return 0
