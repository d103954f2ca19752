"""A sentence with its words, as everything that looks for findings reads it (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass

from forum.plain_language.mask import GLUE, mask
from forum.plain_language.sentences import sentences
from forum.plain_language.words import Word, words

BLANKS = " \t\r\n\u00a0" + GLUE


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: where it stands in the text, its words, and the masked text that they were found in."""

    start: int
    end: int
    words: list[Word]
    masked: str

    def joined(self, first: int, last: int) -> bool:
        """Whether nothing but blanks stands between some words that follow each other."""
        pairs = zip(self.words[first:last], self.words[first + 1 : last + 1], strict=True)
        return all(not self.masked[one.end : other.start].strip(BLANKS) for one, other in pairs)


def read(text: str) -> Iterator[Said]:
    """Yield the sentences of a text that is Markdown; those without a word are none."""
    masked, blocks = mask(text)
    for block in blocks:
        for start, end in sentences(masked, block):
            if found := words(masked, (start, end)):
                yield Said(start, end, found, masked)
