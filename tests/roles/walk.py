"""Every request of the walk: each route, by each kind of person, on each thing that its address can name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from forum.access import Policy
from tests.roles.people import GUESTS, Asker
from tests.roles.table import NEEDS_MORE, TABLE, YES, Answer
from tests.roles.world import World

SAFE = ("GET", "HEAD", "OPTIONS")
WENT = {"GET": {200, 301, 302, 303}, "POST": {303, 400, 409}}
ANSWERS = ("words.check_text", "words.panel")  # to a form, without keeping anything


@dataclass(frozen=True)
class Step:
    """One request, and what is expected of it."""

    endpoint: str
    method: str
    address: str
    variant: str
    asker: Asker
    policy: Policy
    answer: Answer

    @property
    def expected(self) -> str:
        """`sign in`, `403`, `404` or `through`."""
        if self.policy.check(self.asker.standing) is not None:
            guest = self.asker.who == GUESTS and self.method == "GET"
            return "sign in" if guest else "403"
        if self.asker.who not in self.answer.sees:
            return "404"
        return "through" if self.asker.who in self.answer.may else "403"

    def got(self, response: TestResponse) -> str:
        """Say what came back in the words of `expected`, or the status."""
        code, location = response.status_code, response.headers.get("Location", "")
        if code in (301, 302, 303) and location.startswith("/sign-in?") and self.method == "GET":
            return "sign in"
        if code in (403, 404):
            return "through" if NEEDS_MORE.get(self.endpoint) == code else str(code)
        went = code in WENT[self.method] or (code == 200 and self.endpoint in ANSWERS)
        return "through" if went else f"status {code}"

    def __str__(self) -> str:
        return f"{self.method} {self.endpoint} ({self.variant or 'no thing'}) as {self.asker.who}: {self.address}"


def policies(app: Flask) -> dict[str, Policy]:
    """Return what each view declares."""
    return {name: view.policy for name, view in app.view_functions.items()}  # type: ignore[attr-defined]


def routes(app: Flask) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Every route: its endpoint, its method and what its address names."""
    for rule in app.url_map.iter_rules():
        method = "GET" if "GET" in (rule.methods or ()) else "POST"
        yield rule.endpoint, method, frozenset(rule.arguments)


def without_row(app: Flask) -> list[str]:
    """Routes whose address names something, and that the table does not know."""
    return [endpoint for endpoint, _method, names in routes(app) if names and endpoint not in TABLE]


def steps(world: World, who: str, *, methods: tuple[str, ...] = ("GET", "POST"), once: bool = False) -> Iterator[Step]:
    """Every request of one kind of person; `once` asks each route on one thing only."""
    asker, declared = world.askers[who], policies(world.app)
    urls = world.app.url_map.bind("localhost")
    for endpoint, method, names in routes(world.app):
        if method not in methods:
            continue
        row = TABLE.get(endpoint)
        fills: dict[str, dict[str, Any]] = world.variants(row.kind, who) if row else {"": {}}
        for variant, fill in list(fills.items())[: 1 if once else None]:
            wanted = {name: value for name, value in fill.items() if name in names or not names}
            address = urls.build(endpoint, wanted, method=method)
            answer = row.answer(variant) if row else YES
            yield Step(endpoint, method, address, variant, asker, declared[endpoint], answer)
