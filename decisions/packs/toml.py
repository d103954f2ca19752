"""Write TOML (pure). Python reads TOML and does not write it, and no writer is among our libraries; what we write is
small: texts, numbers, dates, yes or no, lists and tables."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

BARE = re.compile(r"[A-Za-z0-9_-]+")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
WIDE = 100  # a list longer than this stands one item a line


def document(tables: Mapping[str, Any]) -> str:
    """Return a TOML file. `tables` are tables by name, or lists of tables, written in their order."""
    blocks: list[str] = []
    for name, value in tables.items():
        for one in value if isinstance(value, list) else [value]:
            blocks += ["\n".join(lines) for lines in _table((name,), one, many=isinstance(value, list))]
    return "\n\n".join(blocks) + "\n"


def _table(path: tuple[str, ...], table: Mapping[str, Any], *, many: bool) -> Iterator[list[str]]:
    """Yield the lines of a table, then those of its own lists of tables."""
    name = ".".join(key(part) for part in path)
    lines = [f"[[{name}]]" if many else f"[{name}]"]
    later = {one: inner for one, inner in table.items() if _are_tables(inner)}
    yield [*lines, *(f"{key(one)} = {value(inner)}" for one, inner in table.items() if one not in later)]
    for one, inner in later.items():
        for row in inner:
            yield from _table((*path, one), row, many=True)


def _are_tables(given: Any) -> bool:
    return isinstance(given, list) and bool(given) and all(isinstance(one, dict) for one in given)


def key(name: str) -> str:
    """Return a key, between quotation marks where it needs them."""
    return name if BARE.fullmatch(name) else text(name)


def text(given: str) -> str:
    """Return a text between quotation marks, with everything escaped that has to be."""
    return '"' + "".join(ESCAPES.get(letter) or _seen(letter) for letter in given) + '"'


def _seen(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x20 or ord(letter) == 0x7F else letter


def value(given: Any) -> str:
    """Return a value as TOML. Raises TypeError for what TOML has no word for, as nothing at all."""
    match given:
        case bool():
            return "true" if given else "false"
        case int():
            return str(given)
        case str():
            return text(given)
        case date():
            return given.isoformat()
        case list():
            return _list([value(one) for one in given])
        case dict():
            return "{" + ", ".join(f"{key(name)} = {value(one)}" for name, one in given.items()) + "}"
    raise TypeError(f"TOML has no word for {given!r}")


def _list(items: list[str]) -> str:
    short = "[" + ", ".join(items) + "]"
    return short if len(short) <= WIDE else "[\n" + "".join(f"    {one},\n" for one in items) + "]"
