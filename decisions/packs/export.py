"""Give the place's pack back as one TOML file. Loading it gives the same data."""

from collections.abc import Mapping
from typing import Any

from decisions.packs import merge, queries, schema, toml
from decisions.packs.kept import from_json
from decisions.packs.keys import Holds, is_empty
from decisions.packs.merge import Document, Documents
from forum.refusal import Refusal
from forum.say import N_

NO_PACK = N_("No pack was loaded here yet, so there is none to give back.")


def export() -> tuple[str, str]:
    """Return the id of the place's pack and its TOML: what differs from the packs that it builds on.

    Raises Refusal when no pack was loaded here.
    """
    here: Documents = {}
    below: Documents = {}
    for row in queries.everything():
        here.setdefault(row.kind, {})[row.ident] = row.document
        if row.below is not None:
            below.setdefault(row.kind, {})[row.ident] = from_json(row.kind, row.below)
    ident, about, place = _top(here)
    tables: dict[str, Any] = {"pack": about} | ({"place": place} if place else {})
    return ident, toml.document(tables | differences(here, below))


def differences(here: Documents, below: Documents) -> dict[str, list[Document]]:
    """Return what a place's pack has to say so that it and the packs below say what is here (pure).

    `below` are the documents of the packs below as they write them, without what a body has from its kind.
    """
    found: dict[str, list[Document]] = {}
    for kind in schema.KINDS:
        for ident, data in here.get(kind, {}).items():
            under: Document = below.get(kind, {}).get(ident, {})
            if kind == "body":  # what it has from its kind need not be written, as long as it says which
                whole = merge.of_its_kind(ident, {**under, "kind": data.get("kind")}, here["body"])
                under = {**whole, "kind": under.get("kind")}
            own = _over(kind, data, under)
            if own or ident not in below.get(kind, {}):
                found.setdefault(kind, []).append({"id": ident, **own})
    return found


def _over(kind: str, data: Document, under: Document) -> Document:
    """What has to be written over a document below to make another, in the order of the schema."""
    own: Document = {}
    for key in schema.kind(kind).keys:
        mine, theirs = data.get(key.name), under.get(key.name)
        if mine == theirs or key.name == "id" or (is_empty(mine) and is_empty(theirs)):
            continue
        many = key.holds in (Holds.TEXTS, Holds.TABLES)
        own[key.name] = ([] if many else "") if is_empty(mine) else mine
    return own


def _top(here: Mapping[str, Mapping[str, Document]]) -> tuple[str, Document, Document]:
    """The place's own pack, or the one that no other builds on."""
    packs, places = here.get("pack", {}), here.get("place", {})
    if not packs:
        raise Refusal(NO_PACK)
    below = {one.get("builds_on") for one in packs.values()}
    ident = next(iter(places), None) or next(one for one in packs if one not in below)
    return ident, packs[ident], places.get(ident, {})
