"""How a word is named: the key by which it is the same word, and the last part of its address (pure)."""

import re
import unicodedata
from collections.abc import Container, Iterable
from itertools import count
from typing import Protocol, TypeVar

LONGEST = 60


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str:
        """What it is called."""


Listed = TypeVar("Listed", bound=Named)


def key(word: str) -> str:
    """Return a word as it is compared: small letters, one blank, a plain apostrophe."""
    return " ".join(word.replace("’", "'").casefold().split())


def slug(word: str, taken: Container[str]) -> str:
    """Return the last part of the address of a new word: none that is taken."""
    bare = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower().replace("'", "")
    made = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:LONGEST].strip("-") or "word"
    return made if made not in taken else next(name for n in count(2) if (name := f"{made}-{n}") not in taken)


def letters(found: Iterable[Listed]) -> dict[str, list[Listed]]:
    """Sort things by name, under their first letters."""
    sorted_by: dict[str, list[Listed]] = {}
    for one in sorted(found, key=lambda one: one.name.casefold()):
        sorted_by.setdefault(one.name[:1].upper(), []).append(one)
    return sorted_by
