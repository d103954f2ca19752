"""A few words around what was looked for (pure). Pieces, not HTML: the template marks them and escapes them."""

import re
from dataclasses import dataclass

from forum.search.words import folded

LENGTH = 200
BEFORE = 60
ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "y", "e")
RUN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and whether it is what was looked for."""

    text: str
    found: bool = False


def root(word: str) -> str:
    """Return the beginning that the forms of a word share, roughly; enough for marking."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def marked(text: str, words: list[str]) -> list[Piece]:
    """Cut a text into pieces: those that are among the words looked for, and the rest."""
    roots = {root(word) for word in words}
    pieces: list[Piece] = []
    at = 0
    for run in RUN.finditer(text):
        if not any(root(word) in roots for word in folded(run.group())):
            continue
        if run.start() > at:
            pieces.append(Piece(text[at : run.start()]))
        pieces.append(Piece(run.group(), found=True))
        at = run.end()
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return pieces


def in_a_row(text: str) -> str:
    """Return a text in one line. A heading, or a line without an end, ends with a full stop."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    kept = [line for line in lines if line]
    ended = [f"{line}." if line[-1].isalnum() else line for line in kept[:-1]]
    return " ".join([*ended, *kept[-1:]])


def excerpt(text: str, words: list[str]) -> list[Piece]:
    """Return about 200 characters around the first word that was looked for, cut between words."""
    text = in_a_row(text)
    first = _first(text, words)
    start = 0 if first <= BEFORE else text.rfind(" ", 0, first - BEFORE) + 1
    end = len(text)
    if end - start > LENGTH:
        end = text.rfind(" ", start, start + LENGTH)
        end = start + LENGTH if end <= start else end
    pieces = marked(text[start:end], words)
    before = [Piece("… ")] if start else []
    return [*before, *pieces, *([Piece(" …")] if end < len(text) else [])]


def _first(text: str, words: list[str]) -> int:
    """Where the first of the words stands; 0 when none does."""
    roots = {root(word) for word in words}
    runs = (run.start() for run in RUN.finditer(text) if any(root(word) in roots for word in folded(run.group())))
    return next(runs, 0)
