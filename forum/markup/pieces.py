"""The pieces of a paragraph: what was typed, and what will stand in its place."""

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a piece is to the steps after it."""

    WORDS = auto()
    STRESS = auto()
    ADDRESS = auto()
    LINK_STARTS = auto()
    LINK_ENDS = auto()


@dataclass(slots=True, eq=False)
class Piece:
    """One piece.

    `text` is what Python-Markdown will read; `typed` is what the person wrote, where a later step may need
    it.
    """

    text: str
    kind: Kind = Kind.WORDS
    typed: str = ""


@dataclass(slots=True, eq=False)
class Run(Piece):
    """A row of `*` or `_`, which opens or closes by what is beside it; `left` of its signs are unpaired."""

    opens: bool = False
    closes: bool = False
    left: int = 0
