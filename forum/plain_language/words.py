"""Find the words of a sentence. RA-1, rule 4 (pure)."""

import re
from typing import NamedTuple

from forum.plain_language.lines import Span
from forum.plain_language.mask import GLUE

LETTERS = r"[\w\u0300-\u036f]++"  # the masked text holds no underscore
JOINED = r"(?:\x01{0,6}+['’&./\-‐‑]\x01{0,6}+|(?<=\d)[,:](?=\d)|\x01{1,6}+)£?"
WORD = re.compile(r"[£$€]?" + LETTERS + r"(?:" + JOINED + LETTERS + r")*+%?")


class Word(NamedTuple):
    """A word: where it stands, as it is written, and in small letters."""

    start: int
    end: int
    text: str
    small: str


def words(masked: str, sentence: Span) -> list[Word]:
    """Return the words of a sentence of masked text."""
    found = []
    for match in WORD.finditer(masked, *sentence):
        text = match.group()
        if GLUE in text:
            text = text.replace(GLUE, "")
        found.append(Word(match.start(), match.end(), text, text.lower().replace("’", "'")))
    return found
