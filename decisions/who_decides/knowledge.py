"""What packs say, as values with names: read from the database in one or two statements a page."""

from collections.abc import Mapping
from typing import Any, TypeVar

from decisions.packs import queries
from decisions.packs.known import made
from decisions.packs.merge import Documents
from decisions.pathways import queries as pathways
from decisions.pathways.guided import Tree
from decisions.pathways.shapes import StartIt, Topic
from forum import clock

Kept = TypeVar("Kept")


def named(wanted: Mapping[str, queries.Wanted]) -> Documents:
    """Return what holds today of some kinds, by kind and id, as `packs.queries.named` does. One query."""
    return queries.named(wanted, clock.today())


def tree() -> Tree:
    """Return everything that the guided question leads through."""
    return pathways.tree(clock.today())


def topics() -> dict[str, Topic]:
    """Return the topics, by id."""
    return _made(Topic, named({"topic": None}).get("topic", {}))


def all_of(shape: type[Kept], kind: str) -> dict[str, Kept]:
    """Return the entries of a kind as values of a shape, by id."""
    return _made(shape, named({kind: None}).get(kind, {}))


def one(shape: type[Kept], kind: str, ident: str) -> Kept | None:
    """Return an entry as a value of a shape, or `None`."""
    found = named({kind: [ident]}).get(kind, {})
    return made(shape, found[ident]) if ident in found else None


def _made(shape: type[Kept], found: Mapping[str, Mapping[str, Any]]) -> dict[str, Kept]:
    return {ident: made(shape, data) for ident, data in found.items()}


__all__ = ["StartIt", "all_of", "one", "topics", "tree"]
