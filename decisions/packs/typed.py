"""A document as people type it into a form, and back (pure).

What was typed is kept as texts in the shape of the entry, so that a form that fails shows it again. In the form a field
is called by its path: `step-0-say-1-plain`.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from decisions.packs.keys import Holds, Key
from decisions.packs.merge import Document

Typed = dict[str, Any]  # by key: a text, a table, or a list of tables
YES, NO = "yes", "no"
MOST_TABLES = 80  # of one list


def from_form(given: Mapping[str, str], keys: tuple[Key, ...], prefix: str = "") -> Typed:
    """Return what was typed, by key. `given` are the fields of a form by their names."""
    typed: Typed = {}
    for key in keys:
        name = prefix + key.name
        if key.holds is Holds.TABLE:
            typed[key.name] = from_form(given, key.keys, f"{name}-")
        elif key.holds is Holds.TABLES:
            typed[key.name] = [from_form(given, key.keys, f"{name}-{at}-") for at in _numbers(given, name)]
        else:
            typed[key.name] = given.get(name, "")
    return typed


def _numbers(given: Mapping[str, str], name: str) -> list[int]:
    pattern = re.compile(rf"{re.escape(name)}-(\d{{1,3}})-")
    found = {int(match.group(1)) for one in given if (match := pattern.match(one))}
    return sorted(found)[:MOST_TABLES]


def from_document(data: Document, keys: tuple[Key, ...]) -> Typed:
    """Return a document as a form shows it."""
    return {key.name: _shown(data.get(key.name), key) for key in keys}


def _shown(value: Any, key: Key) -> Any:
    if key.holds is Holds.TABLE:
        return from_document(value or {}, key.keys)
    if key.holds is Holds.TABLES:
        return [from_document(one, key.keys) for one in value or []]
    if key.holds is Holds.TEXTS:
        return "\n".join(value or [])
    if key.holds is Holds.FLAG:
        return "" if value is None else YES if value else NO
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def to_document(typed: Typed, keys: tuple[Key, ...]) -> Document:
    """Return the document that was typed, without what is empty. What can't be read stays a text, so that the check
    says so."""
    data = {key.name: _meant(typed.get(key.name), key) for key in keys}
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}


def _meant(value: Any, key: Key) -> Any:
    if key.holds is Holds.TABLE:
        return to_document(value or {}, key.keys)
    if key.holds is Holds.TABLES:
        return [to_document(one, key.keys) for one in value or []]
    if key.holds is Holds.TEXTS:
        return [line.strip() for line in str(value or "").split("\n") if line.strip()]
    text = str(value or "").strip()
    match key.holds:
        case Holds.FLAG:
            return {YES: True, NO: False}.get(text, text)
        case Holds.NUMBER | Holds.VALUE if re.fullmatch(r"0|[1-9][0-9]{0,8}", text):  # 0300 is no number
            return int(text)
        case Holds.DAY:
            return _day(text)
    return text


def _day(text: str) -> Any:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def without_empty(typed: Typed, keys: tuple[Key, ...]) -> Typed:
    """Return what was typed without the tables in which nothing was."""
    kept = dict(typed)
    for key in keys:
        if key.holds is Holds.TABLES:
            tables = [without_empty(one, key.keys) for one in typed.get(key.name, [])]
            kept[key.name] = [one for one in tables if to_document(one, key.keys)]
    return kept


def changed(typed: Typed, button: str, path: str) -> Typed:
    """Return what was typed with a table more, one less, or one moved up.

    Arguments: what was typed; `more`, `less` or `up`; the path of the list, or of the table: `step`, `step-2`. A path
    that is not there changes nothing.
    """
    here: Any = typed
    parts = path.split("-")
    try:
        for part in parts[:-1]:
            here = here[int(part)] if isinstance(here, list) else here[part]
        if button == "more":
            _more(here[parts[-1]])
        elif button in ("less", "up"):
            _move(here, int(parts[-1]), up=button == "up")
    except (KeyError, IndexError, ValueError, TypeError):
        return typed
    return typed


def _more(tables: Any) -> None:
    if isinstance(tables, list) and len(tables) < MOST_TABLES:
        tables.append({})


def _move(tables: Any, at: int, *, up: bool) -> None:
    if isinstance(tables, list) and 0 <= at < len(tables):
        one = tables.pop(at)
        if up:
            tables.insert(max(at - 1, 0), one)
