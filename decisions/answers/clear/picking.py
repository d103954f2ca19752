"""The words of a sentence that a reader may pick, and what they picked (pure)."""

from collections.abc import Iterable, Iterator

from forum.plain_language.words import words
from forum.search.words import SMALL

LONGEST = 80  # characters
JOINS = frozenset({"of", "for", "to"})  # "terms of reference" is one


def choices(sentence: str) -> list[tuple[int, str]]:
    """Return the words that may be hard, each with its place in the sentence: not "the", not a figure, each once."""
    found: dict[str, tuple[int, str]] = {}
    for place, word in enumerate(_words(sentence)):
        if _may_be_hard(word):
            found.setdefault(word.lower(), (place, word))
    return list(found.values())


def phrases(sentence: str, places: Iterable[int]) -> list[str]:
    """Return what was picked. Words that stand together are one: "block contract", "terms of reference"."""
    said = _words(sentence)
    found = [" ".join(said[first : last + 1]) for first, last in _runs(said, sorted(set(places)))]
    return [one[:LONGEST] for one in dict.fromkeys(found)]


def _runs(said: list[str], places: list[int]) -> Iterator[tuple[int, int]]:
    first = last = -1
    for place in (one for one in places if 0 <= one < len(said)):
        if last >= 0 and all(word.lower() in JOINS for word in said[last + 1 : place]):
            last = place
            continue
        if last >= 0:
            yield first, last
        first = last = place
    if last >= 0:
        yield first, last


def _words(sentence: str) -> list[str]:
    masked = sentence.replace("_", " ")
    return [word.text for word in words(masked, (0, len(masked)))]


def _may_be_hard(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and word.lower().replace("’", "'").replace("'", "") not in SMALL
