"""A pack may name a clock, a banner or a pathway by a fact's id ("K21"). Documents are kept with our own ids (pure)."""

from typing import Any

from decisions.packs import schema
from decisions.packs.keys import Holds, Key
from decisions.packs.merge import Document, Documents
from decisions.packs.references import resolve


def resolved(documents: Documents, among: Documents | None = None) -> Documents:
    """Return documents in which every reference is an entry's own id. What names nothing is left for `check`.

    `among` are the documents that can be meant, when there are more than those to resolve.
    """
    meant = documents if among is None else among
    return {
        kind: {ident: _document(data, schema.kind(kind).keys, meant) for ident, data in found.items()}
        for kind, found in documents.items()
    }


def _document(data: Document, keys: tuple[Key, ...], found: Documents) -> Document:
    known = {key.name: key for key in keys}
    return {name: _value(value, known[name], found) if name in known else value for name, value in data.items()}


def _value(value: Any, key: Key, found: Documents) -> Any:
    if key.holds is Holds.TABLES and isinstance(value, list):
        return [_document(one, key.keys, found) if isinstance(one, dict) else one for one in value]
    if key.holds is Holds.TABLE and isinstance(value, dict):
        return _document(value, key.keys, found)
    if not set(key.refers) & set(schema.LOOSE):
        return value
    if isinstance(value, list):
        return [_named(one, key.refers, found) for one in value]
    return _named(value, key.refers, found)


def _named(given: Any, kinds: tuple[str, ...], found: Documents) -> Any:
    """The first of some kinds in which the name means something."""
    if not isinstance(given, str):
        return given
    meant = (resolve(found, kind, given) for kind in kinds)
    return next((ident for ident in meant if ident), given)
