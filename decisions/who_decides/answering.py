"""The answer to "who decides this?": a pathway as it goes here, with the names that it needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from decisions.bodies import queries as bodies
from decisions.bodies.models import Body
from decisions.packs.known import made
from decisions.pathways.clocks import Clock
from decisions.pathways.fitting import Council, Fitted, council_of, fit, for_cabinets
from decisions.pathways.helping import Banner, Titled
from decisions.pathways.shapes import Pathway, Step
from decisions.who_decides.knowledge import named
from decisions.who_decides.safety_lines import FACT, SafetyLine, lines


@dataclass(frozen=True, slots=True)
class Named:
    """A body as a page names it. Without a `slug` it has no page here."""

    name: str
    short: str
    slug: str = ""
    phone: str = ""


@dataclass(slots=True)
class View:
    """All that an answer shows. `clocks`, `guides` and `names` are by the ids that the pathway uses."""

    fitted: Fitted
    council: Council
    names: dict[str, list[Named]] = field(default_factory=dict)
    clocks: dict[str, Clock] = field(default_factory=dict)
    guides: dict[str, Titled] = field(default_factory=dict)
    banners: list[Banner] = field(default_factory=list)
    rights: list[Titled] = field(default_factory=list)
    safety_lines: list[SafetyLine] = field(default_factory=list)

    @property
    def pathway(self) -> Pathway:
        """The pathway itself."""
        return self.fitted.pathway

    @property
    def counts_alike(self) -> str:
        """Whether writing here counts, where several steps say the same of it: then it is said once for all."""
        said = [one.writing for one in self.fitted.steps if one.writing]
        return said[0] if len(said) > 1 and len(set(said)) == 1 else ""

    def who(self, ids: Iterable[str]) -> list[Named]:
        """Return the bodies of some ids, each once."""
        found = {one.name: one for body in ids for one in self.names.get(body, [])}
        return list(found.values())

    def of_step(self, step: Step) -> list[Named]:
        """Return who takes a step."""
        return self.who([step.body, *step.also])

    def clocks_of(self, step: Step) -> list[Clock]:
        """Return the clocks that run at a step."""
        return [self.clocks[one] for one in step.rules if one in self.clocks]


def view(of: Pathway, changes: Iterable[str], today: date) -> View:
    """Return all that the page of a pathway shows: two statements, however many steps it has."""
    wanted = {"rule": of.rules(), "guide": of.guides(), "banner": of.banners, "right": of.rights}
    local = [FACT] if of.no_story else []
    found = named({**wanted, "body": None, "place": None, "topic": None, "local": local})
    here = council_of(found)
    topics = {*of.topics, *(ident for ident, one in found["topic"].items() if of.id in one.get("pathways", ()))}
    clocks = _all(Clock, found, "rule")
    fitted = fit(of, here, set(changes), no_clock=for_cabinets(clocks.values()))
    ids = of.bodies() | {body for step in fitted.steps for body in (step.body, *step.also)} | set(fitted.decides)
    return View(
        fitted,
        here,
        names=names(ids - {""}, of_here(found["body"], here), bodies.there(today), topics),
        clocks=clocks,
        guides=_all(Titled, found, "guide"),
        banners=list(_all(Banner, found, "banner").values()),
        rights=list(_all(Titled, found, "right").values()),
        safety_lines=lines(found.get("local", {})),
    )


def who_is(ident: str, today: date) -> list[Named]:
    """Return who is meant by the id of one body."""
    found = named({"body": None, "place": None})
    return names([ident], of_here(found["body"], council_of(found)), bodies.there(today))[ident]


def names(
    ids: Iterable[str],
    documents: Mapping[str, Mapping[str, Any]],
    here: Iterable[Body],
    topics: Iterable[str] = (),
) -> dict[str, list[Named]]:
    """Say who is meant by the ids of a pathway: the real bodies of that kind, else the body itself.

    A real body that deals with some topics only (a cabinet member for transport) is named where one of them is among
    `topics`: a wrong name is worse than none.
    """
    pages = {one.slug: one for one in here}
    about = set(topics)
    found: dict[str, list[Named]] = {}
    for ident in ids:
        real = [one for one in documents.values() if one.get("kind") == ident and one["id"] != ident]
        fits = [one for one in real if not one.get("topics") or about & set(one["topics"])]
        itself = [documents[ident]] if ident in documents else []
        found[ident] = [_named(one, pages.get(one["id"])) for one in fits or itself]
    return found


def _named(document: Mapping[str, Any], page: Body | None) -> Named:
    name = str(document["name"])
    phone = page.phone if page else str(document.get("phone") or "")
    return Named(name, str(document.get("short") or name), page.slug if page else "", phone)


def of_here(documents: Mapping[str, Mapping[str, Any]], here: Council) -> dict[str, Mapping[str, Any]]:
    """Leave out kinds of body that a council of this kind does not have."""
    wanted = {"governance": here.governance, "tiers": here.type}
    return {
        ident: one
        for ident, one in documents.items()
        if all(not one.get(key) or not mine or mine in one[key] for key, mine in wanted.items())
    }


def _all(shape: type[Any], found: Mapping[str, Mapping[str, Mapping[str, Any]]], kind: str) -> dict[str, Any]:
    return {ident: made(shape, data) for ident, data in found.get(kind, {}).items()}
