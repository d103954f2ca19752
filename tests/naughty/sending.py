"""Find every form and every address of the site, and send a string into all of it at once."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

import pytest
from werkzeug.test import TestResponse

from forum.db import db
from tests.naughty.asked import Listener
from tests.naughty.harm import Known
from tests.page import Page
from tests.roles.people import GUESTS, Asker
from tests.roles.walk import Step, steps
from tests.roles.world import World

ASKERS = ("administrator", "works for a body", "safeguarding", GUESTS)
TYPED = {"text", "search", "email", "url", "tel", "password", "date", "time", "number"}
PLAIN = {  # what fits, by the name of a field or else by its type
    **{"email": "joan@example.org", "name": "Robin Newly", "planned_on": "2099-01-05", "due_on": "2099-01-05"},
    **{"published_on": ""},  # only a decision has one
    **{"url": "https://example.org/minutes", "source": "https://example.org/minutes"},
    **{
        "ends": "23:00",
        "watch": "https://example.org/watch",
        "until_on": "2099-01-07",
        "votes_for": "3",
        "votes_against": "3",
        "abstained": "3",
    },
    **{"date": "2026-01-05", "time": "10:00", "text": "Plain words"},
}
UNTOUCHED = ("csrf_token",)
NOT_OURS = (
    *("Not a valid", "Invalid value", "Invalid input", "Invalid Choice", "This field is required", "Field must be"),
    *("Number must be", "could not coerce", "Traceback"),
)
Values = dict[str, Any]
known = Known()


@dataclass
class Shape:
    """A form as it stands on a page: what a browser would send, and in which fields one types."""

    page: str = ""
    values: Values = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)  # name: type
    areas: set[str] = field(default_factory=set)


@dataclass
class Site:
    """All that can be sent: the routes that let somebody through, the fields that they ask for, their forms."""

    world: World
    posts: list[Step]
    gets: list[Step]
    listener: Listener
    shapes: dict[tuple[str, str], Shape]
    answers: Counter[tuple[str, int]] = field(default_factory=Counter)  # how often each route answered with a status

    @property
    def queries(self) -> set[str]:
        """Every query parameter that any route asks for."""
        return set().union(*self.listener.queries.values())


@contextmanager
def undone() -> Iterator[None]:
    """Whatever a request writes in here is undone when it ends."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db.session, "commit", db.session.flush)
        yield


def explore(world: World, *, pages: bool = True) -> Site:
    """Open every page (if `pages`) and press every button once with nothing typed, and write down
    what is asked for."""
    listener, shapes = Listener(world.app), {}
    gets = list(_through(world, "GET"))
    posts = list(_through(world, "POST"))
    for step in posts:
        if step.endpoint == "worries.read":  # a worry is closed by somebody who is reading it
            step.asker.ask("POST", step.address, {"key": "read"})
    for step in gets if pages else ():
        shapes |= _shapes_on(step.asker, step.address)
    with undone():
        for step in posts:
            step.asker.ask("POST", step.address)
    return Site(world, posts, gets, listener, shapes)


def _through(world: World, method: str) -> Iterator[Step]:
    """One request of each route for the first of these who may, and for somebody signed out if they may."""
    seen: set[str] = set()
    for who in ASKERS:
        mine: set[str] = set()
        for step in steps(world, who, methods=(method,)):
            first = step.endpoint not in seen or who == GUESTS
            if step.expected == "through" and step.variant != "missing" and first and step.endpoint not in mine:
                mine.add(step.endpoint)
                yield step
        seen |= mine


def _shapes_on(asker: Asker, address: str) -> dict[tuple[str, str], Shape]:
    response = asker.ask("GET", address)
    if response.mimetype != "text/html" or response.status_code != 200:
        return {}
    found = _forms(Page(response, response.get_data(as_text=True)))
    return {(asker.who, urlsplit(action or address).path): replace(shape, page=address) for action, shape in found}


def _forms(page: Page) -> Iterator[tuple[str, Shape]]:
    for form in page.all(".//form"):
        if form.get("method", "get").lower() == "post":
            yield form.get("action") or "", _shape(form)


def _shape(form: Element) -> Shape:
    made = Shape()
    for one in form.iter("input"):
        name, kind = one.get("name", ""), one.get("type", "text")
        if kind in TYPED:
            made.lines[name] = kind
        if kind in ("radio", "checkbox"):
            made.values.setdefault(name, one.get("value", "on"))
        elif name:
            made.values[name] = one.get("value", "")
    for area in form.iter("textarea"):
        made.areas.add(area.get("name", ""))
    for select in form.iter("select"):
        given = [one.get("value") or "" for one in select.iter("option")]
        made.values[select.get("name", "")] = given[-1] if given else ""
    for press in form.iter("button"):
        if press.get("name"):
            made.values.setdefault(press.get("name", ""), press.get("value", ""))
    return made


def everywhere(site: Site, step: Step, text: str) -> Values:
    """One string in every field that a route asks for."""
    names = site.listener.fields[step.endpoint] | set(_shape_of(site, step).values)
    return {name: text for name in names if name not in UNTOUCHED}


def where_one_types(site: Site, step: Step, text: str, *, areas_only: bool = False) -> Values:
    """One string in every field that one types into, and the rest as on the page, so that it gets as far as it can."""
    shape = _shape_of(site, step)
    plain = {
        name: shape.values.get(name) or PLAIN.get(name, PLAIN.get(kind, "Plain words"))
        for name, kind in shape.lines.items()
    }
    lines = plain if areas_only else dict.fromkeys(shape.lines, text)
    values = {**shape.values, **lines, **dict.fromkeys(shape.areas, text)}
    return {name: value for name, value in values.items() if name not in UNTOUCHED}


def _shape_of(site: Site, step: Step) -> Shape:
    """The form of a route; one that carries what its writer has seen is read again."""
    where = (step.asker.who, urlsplit(step.address).path)
    shape = site.shapes.get(where, Shape())
    return _shapes_on(step.asker, shape.page).get(where, shape) if "seen" in shape.values else shape


def with_query(site: Site, step: Step, text: str) -> str:
    """The address of a page with one string in every query parameter there is; what names the thing may stay."""
    path, _mark, own = step.address.partition("?")
    names = sorted(site.queries - {one.partition("=")[0] for one in own.split("&")})
    return f"{path}?{own}&" + "&".join(f"{name}={quote(text, errors='surrogatepass')}" for name in names)


def faults(response: TestResponse, typed: str = "") -> list[str]:
    """Say what is wrong with an answer, whatever was sent. `typed`: what stood in its fields."""
    if response.status_code >= 500:
        return [f"status {response.status_code}"]
    text = response.get_data(as_text=True) if response.mimetype == "text/html" else ""
    return [f"the library’s own {words!r}" for words in NOT_OURS if words in text] + known.harm(text, typed)
