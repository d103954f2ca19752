"""What the page of a body and of a topic tell beyond what stands in the tables: what packs say of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from decisions.bodies import queries as bodies
from decisions.packs.known import Known, made
from decisions.pathways.clocks import Clock
from decisions.pathways.fitting import council_of
from decisions.pathways.helping import Banner, Power, Titled
from decisions.pathways.shapes import Topic
from decisions.who_decides.answering import Named, names, of_here
from decisions.who_decides.knowledge import named


@dataclass(frozen=True, slots=True, kw_only=True)
class Says(Known):
    """A body as packs tell of it."""

    kind: str = ""
    decides: str = ""
    advises: str = ""
    who: str = ""
    meets: str = ""
    public: str = ""
    papers: str = ""
    take_part: tuple[str, ...] = ()
    challenge: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    banners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(Known):
    """A named place on a body, and who holds it between two dates."""

    body: str
    holder: str = ""
    role: str = ""
    open_door: bool = False
    area: str = ""
    party: str = ""
    how: str = ""
    since: date | None = field(default=None, metadata={"key": "from"})
    until: date | None = field(default=None, metadata={"key": "to"})

    def held(self, today: date) -> bool:
        """Whether it is held by the one named, today."""
        return (self.since is None or self.since <= today) and (self.until is None or today <= self.until)


@dataclass(slots=True)
class Profile:
    """What packs say of one body."""

    says: Says
    seats: list[Seat]
    powers: list[Power]
    clocks: list[Clock]
    banners: list[Banner]


@dataclass(slots=True)
class About:
    """What packs say of one topic: its usual ways, and who may do what."""

    topic: Topic
    pathways: list[Titled]
    powers: list[tuple[Power, list[Named]]]

    def by_verb(self) -> list[tuple[str, list[tuple[Power, list[Named]]]]]:
        """Return the powers by what they allow: who decides, who gives advice, who checks …"""
        return [(verb, list(inside)) for verb, inside in groupby(self.powers, key=lambda one: one[0].verb)]


def of_body(slug: str, kind: str, today: date) -> Profile | None:
    """Return what packs say of a body, or of the kind of body that it is: two statements."""
    found = named({"body": [slug, kind], "seat": {"body": [slug]}, "power": {"body": [slug, kind]}})
    data = found.get("body", {}).get(slug) or found.get("body", {}).get(kind)
    if data is None:
        return None
    says = made(Says, data)
    more = named({"rule": says.rules, "banner": says.banners})
    return Profile(
        says,
        seats=[one for one in _list(Seat, found, "seat") if one.body == slug and one.held(today) and one.there(today)],
        powers=_sorted([one for one in _list(Power, found, "power") if one.body in (slug, kind) and one.there(today)]),
        clocks=_list(Clock, more, "rule"),
        banners=[one for one in _list(Banner, more, "banner") if one.there(today)],
    )


def of_topic(slug: str, today: date) -> About | None:
    """Return what packs say of a topic: two statements."""
    found = named({"topic": [slug], "power": {"topic": [slug]}, "body": None, "place": None})
    if slug not in found.get("topic", {}):
        return None
    topic = made(Topic, found["topic"][slug])
    ways = _list(Titled, named({"pathway": topic.pathways}), "pathway")
    powers = _sorted([one for one in _list(Power, found, "power") if one.topic == slug and one.there(today)])
    here = of_here(found["body"], council_of(found))
    who = names({one.body for one in powers}, here, bodies.there(today), [slug])
    return About(topic, ways, [(one, who[one.body]) for one in powers if who[one.body]])


def topics_and_open_doors(today: date) -> tuple[list[Topic], list[Seat]]:
    """Return the topics, and the people of this place whom anyone can ask, by area: one statement."""
    found = named({"topic": None, "seat": None})
    seats = [one for one in _list(Seat, found, "seat") if one.open_door and one.holder and one.held(today)]
    return _list(Topic, found, "topic"), sorted(seats, key=lambda one: (one.area, one.name))


def _sorted(powers: list[Power]) -> list[Power]:
    order = ["decides", "recommends", "checks", "must-be-asked", "is-told", "puts-right"]
    return sorted(powers, key=lambda one: (order.index(one.verb) if one.verb in order else len(order), one.name))


def _list(shape: type[Any], found: Mapping[str, Mapping[str, Mapping[str, Any]]], kind: str) -> list[Any]:
    return [made(shape, data) for data in found.get(kind, {}).values()]
