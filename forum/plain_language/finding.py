"""What the checker says of some words, and where they stand (pure)."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from forum.say import Sentence


class Kind(StrEnum):
    """What was found."""

    LONG = "long-sentence"
    VERY_LONG = "very-long-sentence"
    PASSIVE = "passive"
    NOUN_HEAVY = "noun-heavy"
    JARGON = "jargon"
    ABBREVIATION = "abbreviation"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Finding:
    """Some words that could be plainer. Places count the characters of the text.

    `suggestion` is a sentence of advice, or plain words; `swap` the words that can stand in their place as they are,
    so that a whole sentence is left.
    """

    kind: Kind
    start: int
    end: int
    reason: Sentence
    suggestion: Sentence | str | None = None
    swap: str | None = None


def by_place(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order of the text; the wider one first."""
    return sorted(findings, key=lambda one: (one.start, -one.end, one.kind))


def utf16(text: str) -> Callable[[int], int]:
    """Return a function from a place in a text, in characters, to the same place as a browser counts it: a character
    beyond the first 65,536, an emoji say, is two there."""
    if text.isascii():
        return lambda place: place
    wide = [place for place, letter in enumerate(text) if ord(letter) > 0xFFFF]
    return lambda place: place + bisect_right(wide, place - 1)
