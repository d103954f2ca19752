"""Find the usual steps for an issue: all that may be used, those that go with it first; and one as it goes here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from decisions.packs import queries
from decisions.packs.known import made
from decisions.packs.merge import Documents
from decisions.pathways.clocks import Clock
from decisions.pathways.finding import find
from decisions.pathways.fitting import Fitted, council_of, fit, for_cabinets
from decisions.pathways.shapes import Pathway, Topic


@dataclass(frozen=True, slots=True)
class Offered:
    """The pathways that an issue may be started from: those that go with it, and the others, by name."""

    near: tuple[Pathway, ...]
    other: tuple[Pathway, ...]

    def __bool__(self) -> bool:
        return bool(self.near or self.other)


def offered(words: str, today: date) -> Offered:
    """Return the pathways that may be a journey's usual steps; first those of the topics that go with some words, such
    as an issue's title and topic. One about one person is never among them. One query."""
    found = queries.named({"pathway": None, "topic": None}, today)
    every = [made(Pathway, one) for one in found["pathway"].values()]
    usable = sorted((one for one in every if not one.one_person), key=lambda one: one.name.casefold())
    topics = find([made(Topic, one) for one in found["topic"].values()], words)
    order = {one.id: place for place, one in reversed(list(enumerate(topics)))}
    named = {ident: order[one.id] for one in reversed(topics) for ident in one.pathways}
    rank = {one.id: _rank(one, named, order) for one in usable}
    near = sorted((one for one in usable if rank[one.id] is not None), key=lambda one: rank[one.id] or 0)
    return Offered(tuple(near), tuple(one for one in usable if rank[one.id] is None))


def fitted(of: Pathway, changes: Collection[str], today: date) -> Fitted:
    """Return a pathway as it goes in this place. One query."""
    found = queries.named({"place": None, "rule": of.rules()}, today)
    clocks = (made(Clock, one) for one in found["rule"].values())
    return fit(of, council_of(found), changes, no_clock=for_cabinets(clocks))


def of_journey(found: Documents, ident: str, changes: str) -> Fitted | None:
    """Return the usual steps that a journey was started from, out of documents by kind and id; `changes` as the journey
    keeps them. None when they are not there any more, or are about one person now (pure)."""
    kept = found.get("pathway", {}).get(ident)
    of = made(Pathway, kept) if kept else None
    return fit(of, council_of(found), changes.split()) if of is not None and not of.one_person else None


def _rank(one: Pathway, named: dict[str, int], order: dict[str, int]) -> int | None:
    places = [named[one.id]] if one.id in named else []
    places += [order[topic] for topic in one.topics if topic in order]
    return min(places, default=None)
