"""Count the syllables of one word as RA-1, rule 5, says."""

import re
import unicodedata
from functools import lru_cache

from forum.plain_language.by_rule import by_rule
from forum.plain_language.dictionary import counts
from forum.plain_language.parts import by_parts
from forum.plain_language.spelling import american

LONGEST = 45  # letters that are looked at; no word is longer
LETTER_W = 3
CAPITALS = re.compile(r"([A-Z]{2,6})(?:'?s)?")
RUNS = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
AFTER = {"'s": 0, "'d": 0, "'m": 0, "'re": 0, "'ve": 1, "'ll": 1, "n't": 1}
HISSES = ("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return how many syllables a word has, at least one. A word is one token of `words.py`: "9.30am", "can't"."""
    plain = _plain(word)
    if whole := counts().get(plain.lower()) if "-" in plain else None:
        return whole
    parts = [part for part in re.split(r"[-/]", plain) if part]
    if all(part.lstrip("£$€")[:1].isdigit() for part in parts):
        return 1
    return max(1, sum(_part(part) for part in parts))


def _plain(word: str) -> str:
    """A word without marks on its letters, cut to the longest that is looked at."""
    short = word[:LONGEST].replace("’", "'").replace("‘", "'")
    if short.isascii():
        return short
    apart = unicodedata.normalize("NFD", short.replace("æ", "ae").replace("œ", "oe").replace("ø", "o"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _part(part: str) -> int:
    """Count between hyphens and slashes: a number, letters said one by one, or a word."""
    if part.lstrip("£$€")[:1].isdigit():
        return 1
    if capitals := CAPITALS.fullmatch(part):
        return sum(_letter(letter) for letter in capitals[1])
    if "." in part or "&" in part:
        return sum(_letter(one) if len(one) == 1 else _part(one) for one in re.split(r"[.&]", part) if one)
    if part.isalpha():
        return _word(part.lower())
    return sum(1 if run[0].isdigit() else _spelt(run) for run in RUNS.findall(part))


def _letter(letter: str) -> int:
    return LETTER_W if letter in "Ww" else 1


def _spelt(run: str) -> int:
    return _part(run) if run.isupper() and run.isalpha() and len(run) > 1 else _word(run.lower())


def _word(word: str) -> int:
    if known := _known(word):
        return known
    for end, more in AFTER.items():
        if word.endswith(end) and len(word) > len(end):
            base = word[: -len(end)]
            return _word(base) + (base.endswith(HISSES) if end == "'s" else more)
    return by_rule(word.replace("'", ""))


def _known(word: str) -> int | None:
    """Count by the lists, the spelling or the parts of a word; nothing when none of them knows it."""
    return _listed(word) or by_parts(word, _listed, counts().get)


def _listed(word: str) -> int | None:
    known = counts()
    if count := known.get(word):
        return count
    return next((known[other] for other in american(word) if other in known), None)
