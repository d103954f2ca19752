"""What a key of a pack can hold (pure)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MOST_SHORT, MOST_LONG = 300, 3000  # characters of one text


class Holds(StrEnum):
    """What kind of value a key holds."""

    TEXT = "text"
    TEXTS = "texts"  # a list of texts
    FLAG = "flag"
    NUMBER = "number"
    DAY = "day"
    FIXED_DAY = "fixed day"  # "03-10", each year
    HOUR = "hour"  # "12:00"
    LINK = "link"
    EMAIL = "email"
    NAME = "name"  # an id
    VALUE = "value"  # a text, a number or a day
    TABLE = "table"
    TABLES = "tables"  # a list of tables, in an order that counts


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a kind of entry.

    Arguments: its `name`; what it `holds`; whether it is `needed`; `one_of`, the words it can be; `refers`, the kinds
    of entry that it names by id; `keys`, those of its own tables; `long` when people write sentences into it; `most`,
    the characters that each of its texts may have.
    """

    name: str
    holds: Holds = Holds.TEXT
    needed: bool = False
    one_of: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    keys: tuple["Key", ...] = ()
    long: bool = False
    most: int = 0

    @property
    def at_most(self) -> int:
        """How many characters each of its texts may have."""
        return self.most or (MOST_LONG if self.long else MOST_SHORT)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: its keys, and what it is called on a page."""

    name: str
    keys: tuple[Key, ...]

    def key(self, name: str) -> Key | None:
        """Return a key by its name."""
        return next((one for one in self.keys if one.name == name), None)


def text(name: str, *, needed: bool = False, long: bool = False, most: int = 0) -> Key:
    """Return a key that holds a text."""
    return Key(name, needed=needed, long=long, most=most)


def plain(name: str, *, needed: bool = False) -> Key:
    """Return a key that holds sentences that people read."""
    return Key(name, needed=needed, long=True)


def texts(name: str) -> Key:
    """Return a key that holds a list of texts."""
    return Key(name, Holds.TEXTS, long=True)


def flag(name: str) -> Key:
    """Return a key that holds yes or no."""
    return Key(name, Holds.FLAG)


def number(name: str) -> Key:
    """Return a key that holds a whole number."""
    return Key(name, Holds.NUMBER)


def day(name: str) -> Key:
    """Return a key that holds a date."""
    return Key(name, Holds.DAY)


def word(name: str, *words: str, needed: bool = False) -> Key:
    """Return a key that holds one of some words."""
    return Key(name, needed=needed, one_of=words)


def some(name: str, *words: str) -> Key:
    """Return a key that holds a list of some words."""
    return Key(name, Holds.TEXTS, one_of=words)


def ref(name: str, *kinds: str, needed: bool = False) -> Key:
    """Return a key that names an entry of some kinds."""
    return Key(name, Holds.NAME, needed=needed, refers=kinds)


def refs(name: str, *kinds: str, needed: bool = False) -> Key:
    """Return a key that names entries of some kinds."""
    return Key(name, Holds.TEXTS, needed=needed, refers=kinds)


def tables(name: str, *keys: Key, needed: bool = False) -> Key:
    """Return a key that holds tables in order."""
    return Key(name, Holds.TABLES, needed=needed, keys=keys)


def table(name: str, *keys: Key) -> Key:
    """Return a key that holds one table."""
    return Key(name, Holds.TABLE, keys=keys)


def is_empty(value: Any) -> bool:
    """Whether a value says nothing: `""` and `[]` in a place pack take a key of the pack below away."""
    return value is None or value in ("", [], {})
