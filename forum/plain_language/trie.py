"""Find phrases in a sentence, however many phrases are known: word by word, the longest first (pure).

A big pattern of 5,000 phrases takes a hundred times as long.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from forum.plain_language.sentence import BLANKS, Said
from forum.plain_language.words import WORD

Value = TypeVar("Value")
COMMA = re.compile(",")


@dataclass(slots=True)
class Node(Generic[Value]):
    """A place in the trie: what may follow, and what ends here."""

    after: "dict[str, Node[Value]]" = field(default_factory=dict)
    values: list[Value] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase that was found: the first and the last of its words by their numbers, where it ends, and its values."""

    first: int
    last: int
    start: int
    end: int
    values: list[Value]


NOTHING: Node[Any] = Node()  # nothing follows it


class Trie(Generic[Value]):
    """Phrases, each with the values that were given with it."""

    def __init__(self) -> None:
        self.root: Node[Value] = Node()

    def add(self, phrase: str, value: Value) -> None:
        """Add a phrase; capitals do not count, and ’ is the same as '."""
        node = self.root
        for small in tokens(phrase):
            node = node.after.setdefault(small, Node())
        if node is not self.root and value not in node.values:
            node.values.append(value)

    def values(self, phrase: str) -> list[Value]:
        """Return the values of a phrase, none when it is not here."""
        node: Node[Value] | None = self.root
        for small in tokens(phrase):
            node = node.after.get(small) if node is not None else None
        return node.values if node is not None else []

    def find(self, said: Said) -> Iterator[Match[Value]]:
        """Yield the phrases of a sentence that do not overlap, the longest at each place."""
        first, words, after = 0, said.words, self.root.after
        while first < len(words):
            small = words[first].small
            if (small in after or small.endswith("'s")) and (match := self._longest(said, first)):
                yield match
                first = match.last
            first += 1

    def _longest(self, said: Said, first: int) -> Match[Value] | None:
        best: Match[Value] | None = None
        node, words = self.root, said.words
        for at in range(first, len(words)):
            word = words[at]
            between = said.masked[words[at - 1].end : word.start].strip(BLANKS) if at > first else ""
            if between:
                node = node.after.get(between, NOTHING)
            owner = node.after.get(word.small[:-2]) if word.small.endswith("'s") else None
            if owner is not None and owner.values:  # "the council's": the mark of the owner is left out
                best = Match(first, at, words[first].start, word.end - 2, owner.values)
            following = node.after.get(word.small)
            if following is None:
                break
            node = following
            if node.values:
                best = Match(first, at, words[first].start, word.end, node.values)
        return best


def tokens(phrase: str) -> list[str]:
    """Return the words of a phrase in small letters, and its commas."""
    if phrase.replace(" ", "").isalpha():  # most are, and this is five times as fast
        return phrase.lower().split()
    return [
        word.group().lower().replace("’", "'")
        for part in re.split(r"(,)", phrase)
        for word in (COMMA if part == "," else WORD).finditer(part)
    ]
