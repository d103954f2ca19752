"""How a document is kept: as JSON, its dates as text; and how it is read again (pure)."""

from datetime import date
from typing import Any

from decisions.packs import schema
from decisions.packs.keys import Holds, Key
from decisions.packs.merge import Document

DATES = ("valid_from", "valid_to", "check_by")  # these stand in columns too


def to_json(data: Any) -> Any:
    """Return a document as it is kept: every date as text, `2026-11-22`, and no space around a text."""
    match data:
        case dict():
            return {name: to_json(value) for name, value in data.items()}
        case list():
            return [to_json(value) for value in data]
        case date():
            return data.isoformat()
        case str():
            return data.strip()
    return data


def from_json(kind: str, kept: Document) -> Document:
    """Return a document as a pack says it, its dates as dates. `kept` is what `to_json` made."""
    return _read(kept, schema.kind(kind).keys)


def _read(kept: Document, keys: tuple[Key, ...]) -> Document:
    known = {one.name: one for one in keys}
    return {name: _value(value, known.get(name)) for name, value in kept.items()}


def _value(value: Any, key: Key | None) -> Any:
    if key is None:
        return value
    if key.holds is Holds.DAY and isinstance(value, str):
        return date.fromisoformat(value)
    if key.holds is Holds.TABLE:
        return _read(value, key.keys)
    if key.holds is Holds.TABLES:
        return [_read(one, key.keys) for one in value]
    return value


def columns(kept: Document) -> dict[str, date | None]:
    """Return the dates of a kept document that stand in columns, so that the database can ask for them."""
    return {name: date.fromisoformat(kept[name]) if kept.get(name) else None for name in DATES}
