"""Give each character one spelling and take out what a reader cannot see."""

import re
from unicodedata import category, normalize

# The flags of England, Scotland and Wales are the one use of tag characters that people can see.
_FLAGS = "|".join(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in place) + "\U000e007f"
    for place in ("gbeng", "gbsct", "gbwls")
)
_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but tab and newline
    "\ud800-\udfff"  # halves of a character
    "\u202a-\u202e\u2066-\u206f"  # order of writing turned round, and controls that Unicode gave up
    "\ufeff\ufff9-\ufffb"  # byte order mark, marks between lines
    "\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
)
_HIDDEN_OR_FLAG = re.compile(f"({_FLAGS})|[{_HIDDEN}\U000e0000-\U000e007f]")

# Nothing to see, and no writing needs them in a name or a title.
_EMPTY = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\u3164\uffa0]")
_BLANK = re.compile(r"[\s\u2800]+")
_NOT_AT_THE_EDGE = " \u200c\u200d\u200e\u200f\u061c"
_MAY_HOLD_MARKS = re.compile("[\u0300-\U0010ffff]")

MOST_MARKS = 4


class Marks:
    """Count accents in a row, over as many pieces of text as belong together."""

    def __init__(self) -> None:
        self._in_a_row = 0

    def cap(self, text: str) -> str:
        """Leave out each accent after the fourth in a row.

        A heap of accents on one letter covers the lines above and below. Marks that take their own room
        (Mc) and joiners neither count nor end the row: Burmese needs them between accents.
        """
        if not _MAY_HOLD_MARKS.search(text):
            self._in_a_row = 0 if text else self._in_a_row
            return text
        return "".join(character for character in text if self._has_room(character))

    def _has_room(self, character: str) -> bool:
        kind = category(character)
        if kind in ("Mn", "Me"):
            self._in_a_row += 1
            return self._in_a_row <= MOST_MARKS
        if kind not in ("Mc", "Cf"):
            self._in_a_row = 0
        return True


def reveal(text: str) -> str:
    """Take out what only a program reads: controls, turned-round writing, tags, half characters."""
    return _HIDDEN_OR_FLAG.sub(lambda found: found[1] or "", text)


def clean(text: str) -> str:
    """Tidy text of many lines: NFC, lines end in `\\n`, nothing hidden, at most four accents in a row.

    Twice clean is the same as once. Spaces at the end of a line and empty lines around the text go.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = reveal(text)
    # Accents are capped before, since sorting a long row of them is slow, and after, since NFC splits some.
    for _ in range(2):
        text = normalize("NFC", Marks().cap(text))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def clean_line(text: str) -> str:
    """Tidy the text of a field of one line: as `clean`, with every gap one space and nothing empty-looking.

    Gives "" when nothing in it can be seen, so that `if not clean_line(name)` finds a name made of blanks.
    """
    text = _BLANK.sub(" ", _EMPTY.sub("", clean(text)))
    text = clean(text).strip(_NOT_AT_THE_EDGE)
    return text if _is_seen(text) else ""


def _is_seen(text: str) -> bool:
    # Not "Cn": an emoji newer than this Python is unknown to it, and still seen.
    kinds = map(category, text)
    return any(kind[0] not in "ZM" and kind not in ("Cc", "Cf", "Cs") for kind in kinds)
