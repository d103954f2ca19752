"""Read one paragraph and leave in it only orders that Python-Markdown can follow at once.

Python-Markdown looks from each `[`, `` ` `` and `*` to the end of the paragraph, so a thousand of them that
lead nowhere cost a thousand readings: 8,000 characters took 8.6 seconds. Here each sign is looked at once.
What is a whole link, code or stress stays; every other sign is hidden behind its stand-in and shown as it
was typed.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Mapping

from forum.markup.links import ENTITY, MAIL, decode, destination, safe_link, trim
from forum.markup.pieces import Kind, Piece
from forum.markup.stand_ins import hide
from forum.markup.stress import make_run, pair

MOST_ORDERS = 500
LONGEST_WORDS = 1_000

_SIGN = re.compile(
    "|".join(
        (
            r"(?P<placed>\x02[^\x03]*\x03)",  # put here by Python-Markdown, as for a code block
            r"(?P<ticks>`+)",
            r"\\(?P<escaped>[!-/:-@\[-`{-~])",
            rf"(?P<entity>{ENTITY.pattern})",
            r"<(?P<angle>[^\s<>\x02]++)>",
            r"(?P<address>(?<![\w@])[hH][tT][tT][pP][sS]?://[^\s<>\[\]`\x02]++)",
            r"(?P<opening>!?\[)",
            r"(?P<closing>\])",
            r"(?P<stress>\*+|_+)",
            r"(?P<other>[<&\\!])",
        )
    )
)


def tame(text: str, defined: Mapping[str, str], notes: Container[str]) -> str:
    """Give `text` with only whole orders left in it.

    Arguments:
        text: one paragraph, list item, heading or cell.
        defined: addresses by key, for links that are written apart from their words.
        notes: the names of the footnotes there are.
    """
    return _Paragraph(text, defined, notes).tame()


class _Paragraph:
    """One reading of one paragraph; each `_read_…` takes what was found and gives where to read on."""

    def __init__(self, text: str, defined: Mapping[str, str], notes: Container[str]) -> None:
        self.text = text
        self.defined = defined
        self.notes = notes
        self.pieces: list[Piece] = []
        # Of each `[` that waits for its `]`: its place in `pieces`, and where in `text` its words start.
        self.open: list[tuple[int, int]] = []
        self.orders = 0
        self.rows_of_ticks: defaultdict[int, list[int]] = defaultdict(list)
        for row in re.finditer("`+", text):
            self.rows_of_ticks[len(row[0])].append(row.start())

    def tame(self) -> str:
        """Read the paragraph once, from sign to sign."""
        place = 0
        while found := _SIGN.search(self.text, place):
            self._add(self.text[place : found.start()])
            reader = getattr(self, f"_read_{found.lastgroup}")
            place = reader(found)
        self._add(self.text[place:])
        pair(self.pieces, MOST_ORDERS - self.orders)
        return "".join(piece.text for piece in self.pieces)

    def _add(self, text: str, kind: Kind = Kind.WORDS, typed: str = "") -> None:
        if text:
            self.pieces.append(Piece(text, kind, typed))

    def _has_room(self) -> bool:
        self.orders += 1
        return self.orders <= MOST_ORDERS

    def _read_placed(self, found: re.Match[str]) -> int:
        self._add(found[0])
        return found.end()

    def _read_ticks(self, found: re.Match[str]) -> int:
        rows = self.rows_of_ticks[len(found[0])]
        following = bisect_right(rows, found.start())
        if following == len(rows) or not self._has_room():
            return self._read_other(found)
        end = rows[following] + len(found[0])
        self._add(self.text[found.start() : end])
        return end

    def _read_escaped(self, found: re.Match[str]) -> int:
        self._add(hide(found["escaped"]))
        return found.end()

    def _read_entity(self, found: re.Match[str]) -> int:
        self._add(hide(decode(found[0])))
        return found.end()

    def _read_angle(self, found: re.Match[str]) -> int:
        typed = found["angle"]
        link = safe_link(f"mailto:{typed}" if MAIL.fullmatch(typed) else typed)
        if link and self._has_room():
            self._add_address(typed, link)
            return found.end()
        self._add(hide("<"))
        return found.start() + 1

    def _read_address(self, found: re.Match[str]) -> int:
        typed = trim(found[0])
        link = safe_link(typed)
        if link and self._has_room():
            self._add_address(typed, link)
        else:
            self._add(hide(typed))
        return found.start() + len(typed)

    def _add_address(self, typed: str, link: str) -> None:
        self._add(f"[{hide(typed)}]({hide(link)})", Kind.ADDRESS, typed)

    def _read_opening(self, found: re.Match[str]) -> int:
        self.open.append((len(self.pieces), found.end()))
        return self._read_other(found)

    def _read_closing(self, found: re.Match[str]) -> int:
        end = self._close(found) if self.open else None
        return end or self._read_other(found)

    def _close(self, found: re.Match[str]) -> int | None:
        """End the words that the last `[` began, and give the place after their address, if they have one."""
        first, start = self.open.pop()
        words = self.text[start : min(found.start(), start + LONGEST_WORDS + 1)]
        if len(words) > LONGEST_WORDS or not self._has_room():
            return None
        if words[:1] == "^" and words[1:] in self.notes:
            self.pieces[first:] = [Piece(f"[{words}]")]
            return found.end()
        led = destination(self.text, found.end(), words, self.defined)
        if led and self.pieces[first].typed == "![":
            self.pieces[first].text = ""
        elif led and led[0]:
            self._make_link(first, led[0])
        else:
            return None
        return led[1]

    def _make_link(self, first: int, link: str) -> None:
        for piece in self.pieces[first:]:
            if piece.kind is Kind.ADDRESS:  # a link can't stand inside a link
                piece.kind, piece.text = Kind.WORDS, hide(piece.typed)
        self.pieces[first].kind, self.pieces[first].text = Kind.LINK_STARTS, "["
        self._add(f"]({hide(link)})", Kind.LINK_ENDS)
        self.open.clear()

    def _read_stress(self, found: re.Match[str]) -> int:
        self.pieces.append(make_run(self.text, found.start(), found.end()))
        return found.end()

    def _read_other(self, found: re.Match[str]) -> int:
        self._add(hide(found[0]), typed=found[0])
        return found.end()
