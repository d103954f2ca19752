"""Find pathways and the questions that lead to them, as packs tell of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from decisions.packs import queries
from decisions.packs.known import made
from decisions.pathways.guided import Tree
from decisions.pathways.shapes import Pathway, Question, StartIt, Topic

Kept = TypeVar("Kept")


def pathway(ident: str, today: date) -> Pathway | None:
    """Return a pathway that holds on a day, or `None`. One query."""
    found = queries.named({"pathway": [ident]}, today)["pathway"]
    return made(Pathway, found[ident]) if ident in found else None


def tree(today: date) -> Tree:
    """Return everything that the guided question leads through. One query."""
    found = queries.named({"topic": None, "question": None, "start": None}, today)
    return Tree(
        topics=_made(Topic, found["topic"]),
        questions=_made(Question, found["question"]),
        starts=_made(StartIt, found["start"]),
    )


def _made(shape: type[Kept], found: Mapping[str, Mapping[str, Any]]) -> dict[str, Kept]:
    return {ident: made(shape, data) for ident, data in found.items()}
