"""Put packs on top of each other: a place's words win, key by key (pure)."""

from collections.abc import Iterable
from typing import Any

from decisions.packs.keys import is_empty

Document = dict[str, Any]
Documents = dict[str, dict[str, Document]]  # by kind, then by id

# What a real body does not take from the kind of body that it is: what it is called there, and where there are such.
OF_THE_KIND = frozenset({"id", "fact", "kind", "tiers", "governance", "national", "ended", "successor"})


def documents(entries: Iterable[tuple[str, str, Document]]) -> Documents:
    """Return what some packs say together. `""` and `[]` take away what a pack below says.

    `entries` are kind, id and document, those of the lowest pack first.
    """
    found = raw(entries)
    if "body" in found:
        found["body"] = {ident: of_its_kind(ident, one, found["body"]) for ident, one in found["body"].items()}
    return {kind: {ident: said(one) for ident, one in here.items()} for kind, here in found.items()}


def raw(entries: Iterable[tuple[str, str, Document]]) -> Documents:
    """Return what some packs say together as they write it: with the keys that say nothing, and without what a body
    has from its kind."""
    found: Documents = {}
    for kind, ident, data in entries:
        here = found.setdefault(kind, {})
        here[ident] = {**here.get(ident, {}), **data}
    return found


def said(data: Document) -> Document:
    """Return a document without the keys that say nothing."""
    return {key: value for key, value in data.items() if not is_empty(value)}


def of_its_kind(ident: str, body: Document, bodies: dict[str, Document], above: tuple[str, ...] = ()) -> Document:
    """Return a body with what its kind of body says put under it, and what the kind of that says under that.

    `above` are the ids on the way here: a ring, which the check names, ends where it begins.
    """
    kind: Any = body.get("kind")
    if not isinstance(kind, str) or kind == ident or kind in above or kind not in bodies:
        return body
    under = of_its_kind(kind, bodies[kind], bodies, (*above, ident))
    return {**{key: value for key, value in under.items() if key not in OF_THE_KIND}, **body}
