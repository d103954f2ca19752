"""Every naughty string into every field, every query parameter and every address of every route.

Only with `PROVE=1` (make prove); a few of them go with the other tests, in `tests/test_naughty.py`. On SQLite that is
each string to each route. On PostgreSQL it is each string that databases tell apart, and of the others some to each
route, always the same ones, other ones for another route: what is checked before the database is the same on both.

The strings are dealt out to several runs, so that a fault names few of them.
"""

from collections.abc import Callable

import pytest

from tests.apps import Apps
from tests.naughty.sending import explore
from tests.naughty.strings import ALL, BY_DATABASE, some_for
from tests.naughty.throwing import at_addresses, at_fields, at_queries
from tests.roles.world import make_world

HANDS = {"sqlite": 8, "postgresql": 2}
STRINGS = {"sqlite": ALL, "postgresql": BY_DATABASE}
OTHERS = {"sqlite": 0, "postgresql": 16}  # more for each route, of those that databases do not tell apart
UNREAD = 2  # strings a hand for a route that reads no query parameter
RUNS = [(kind, hand) for kind, hands in HANDS.items() for hand in range(hands)]


def dealt(kind: str, hand: int) -> Callable[[str], list[str]]:
    """Return the strings of a hand, by route."""
    own = STRINGS[kind][hand :: HANDS[kind]]

    def mine(route: str) -> list[str]:
        return [*own, *some_for(route, OTHERS[kind])[hand :: HANDS[kind]]]

    return mine


@pytest.mark.parametrize(("kind", "hand"), RUNS)
def test_every_string_everywhere(apps: Apps, kind: str, hand: int) -> None:
    mine = dealt(kind, hand)
    with apps.lend(kind) as app:
        site = explore(make_world(app))
        wrong = at_fields(site, mine) + at_addresses(site, mine)
        wrong += at_queries(site, mine, lambda route: mine(route)[:UNREAD])
    assert not wrong, "\n".join(wrong)
