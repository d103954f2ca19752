"""Split the pasted text of an agenda, or of minutes, into items (pure). A person looks at them before they are kept.

An item begins on a line with a number before it (`1.`, `1)`, `4a`, `Item 7:`), or is a whole line in capitals.
What follows belongs to it, until the next one begins.
"""

import re
from dataclasses import dataclass, field

from decisions.imports.readers.letters import text_of
from decisions.imports.readers.pages import plain
from decisions.imports.records import Asked, Finds, Record, Unreadable
from forum.markup import clean_line
from forum.say import N_

MOST_ITEMS = 400
NUMBERED = re.compile(
    r"^(?:(?:agenda )?item )?(\d{1,3}[a-zA-Z]?(?:\.\d{1,2})?)(?: ?[.):] ?| [-\u2013\u2014] | (?=[A-Z]))(\S.*)?$",
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(r"^(?:page\s+)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?$", re.I)
TIME = re.compile(r"^\d{1,2}[.:]\d{2}\s*(?:am|pm)?\b", re.I)
LONGEST_TITLE = 300


@dataclass
class Item:
    """One item: its number, its title, and the text that follows."""

    number: str
    title: str
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands beneath its title."""
        return "\n".join(self.lines).strip()


def split(text: str) -> list[Item]:
    """Split a text into items. What stands before the first one is left out: the name, the day, who was there."""
    items: list[Item] = []
    for raw in plain(text).split("\n"):
        line = " ".join(raw.split())  # a long row of blanks would make the patterns slow
        if PAGE_NUMBER.match(line):
            continue
        begun = _begins(line, items)
        if begun is not None:
            items.append(begun)
        elif items and not items[-1].title:
            items[-1].title = line[:LONGEST_TITLE]
        elif items:
            items[-1].lines.append(line)
    return [one for one in items if one.title]


def whole(items: list[Item]) -> str:
    """Write items as a text that is split in the same way again."""
    return "\n\n".join(
        f"{one.number}. {one.title}\n{one.text}".strip() if one.number else f"{one.title}\n{one.text}".strip()
        for one in items
    )


def read(data: bytes, asked: Asked) -> Finds:
    """Read the items of the meeting `asked.meeting`, as its agenda or its minutes. Raises Unreadable."""
    items = split(text_of(data))
    if not items:
        raise Unreadable(N_("We found no items. Write a number before each, as in “1. Minutes of the last meeting”."))
    if len(items) > MOST_ITEMS:
        raise Unreadable(N_("These are more items than a meeting has. Bring one meeting at a time."))
    seen: set[str] = set()
    for position, one in enumerate(items, 1):
        ident = f"{asked.meeting}/{one.number or clean_line(one.title).lower()[:80]}"
        ident = ident if ident not in seen else f"{ident}/{position}"
        seen.add(ident)
        said = {"meeting": asked.meeting, "position": position, "number": one.number, "title": one.title}
        yield Record("item", ident, {**said, "minutes" if asked.minutes else "agenda": one.text})


def _begins(line: str, items: list[Item]) -> Item | None:
    """The item that a line begins, if it does. A number that goes back is part of the text: a list inside an item."""
    if TIME.match(line):
        return None
    if found := NUMBERED.match(line):
        number = found[1].lower()
        if _follows(number, items) and len(found[2] or "") <= LONGEST_TITLE:
            return Item(number, clean_line(found[2] or ""))
        return None
    letters = [letter for letter in line if letter.isalpha()]
    if len(letters) >= 6 and all(letter.isupper() for letter in letters) and len(line) <= 120 and items:
        return Item("", clean_line(line))
    return None


def _follows(number: str, items: list[Item]) -> bool:
    """Whether a number can be that of the next item: larger than the last, and not by far."""
    last = next((one.number for one in reversed(items) if one.number), "")
    if not last:
        return True
    before, here = _parts(last), _parts(number)
    return before < here and here[0] - before[0] <= 5


def _parts(number: str) -> tuple[int, int, str]:
    whole_number, _dot, small = number.partition(".")
    digits = whole_number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits), int(small or 0), whole_number[len(digits) :]
