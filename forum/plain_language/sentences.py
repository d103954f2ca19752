"""Find the sentences of a block. RA-1, rules 2 and 3 (pure)."""

import re
from collections.abc import Iterator

from forum.plain_language.ends import BEFORE_A_CAPITAL, BEFORE_A_FIGURE, DATES, NEVER, TITLES
from forum.plain_language.lines import Span

END = re.compile(r"[.!?…]++[\"'”’»)\]}\x01]*+(?=\s|\Z)|(?<=[a-z])\.(?=[A-Z][a-z])")
NEXT = re.compile(r"[\s\x01]*+([\"'“‘«(\[]*+)[\s\x01]*+(.?)", re.DOTALL)
BEFORE = re.compile(r"(?<![^\W_])[^\W_]++(?:\.[^\W_]++)*+\Z")
FURTHEST_BACK = 24  # letters: the longest word that is looked up
LIST_FIGURE = 2  # figures in the number of an item


def sentences(masked: str, block: Span) -> Iterator[Span]:
    """Yield the sentences of a block of masked text: each with its end marks, without the blanks around it."""
    start, end = block
    for match in END.finditer(masked, start, end):
        if _ends(masked, match, block):
            yield from _trimmed(masked, start, match.end())
            start = match.end()
    yield from _trimmed(masked, start, end)


def _trimmed(masked: str, start: int, end: int) -> Iterator[Span]:
    said = masked[start:end]
    if inner := said.strip(" \t\r\n\x01\x0b\x0c\u00a0"):
        first = start + said.index(inner[0])
        yield first, first + len(inner)


def _ends(masked: str, match: re.Match[str], block: Span) -> bool:
    """Whether a sentence ends at a mark."""
    marks = match.group()
    after = NEXT.match(masked, match.end(), block[1])
    following = after[2] if after else ""
    run = marks.rstrip("\"'”’»)]}\x01")
    goes_on = len(run) < len(marks.rstrip("\x01")) or "…" in run or ".." in run
    if goes_on and following.islower():
        return False
    if run != ".":
        return True
    return _full_stop_ends(masked, match.start(), block[0], following)


def _full_stop_ends(masked: str, at: int, start: int, following: str) -> bool:
    """Whether a single full stop ends a sentence, by the word before it and the letter after it."""
    before = BEFORE.search(masked, max(start, at - FURTHEST_BACK), at)
    word = before.group() if before else ""
    if not before or not word:
        return True
    if word.isdigit():
        return not _numbers(masked, before.start(), word, following)
    small = word.lower()
    if word in TITLES or small in NEVER:
        return False
    if word in DATES or small in BEFORE_A_CAPITAL or word == "No":
        return following.isupper()
    if small in BEFORE_A_FIGURE and following.isdigit():
        return False
    last = word.rpartition(".")[2]
    return not (len(last) == 1 and last.isalpha()) or masked[before.start() - 1 : before.start()] in ("'", "’")


def _numbers(masked: str, start: int, word: str, following: str) -> bool:
    """Whether a figure is the number of an item: at the start of its line, or "1. the guide and 2. the form"."""
    if len(word) > LIST_FIGURE + 1:
        return False
    line = masked.rfind("\n", 0, start) + 1
    return not masked[line:start].strip(" \t\x01") or (len(word) <= LIST_FIGURE and following.islower())
