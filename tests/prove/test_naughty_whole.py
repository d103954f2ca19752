"""Every naughty string into every field, every query parameter and every address of every route, on both databases.

A few of them with the other tests (`tests/test_naughty.py`) and here; `PROVE=1` (make prove) sends them all, which
takes about two hours. The strings are dealt out to eight runs, so that a fault names few of them.
"""

import os
from collections.abc import Iterable

import pytest
from flask import Flask

from tests.naughty.sending import explore
from tests.naughty.strings import ALL
from tests.naughty.throwing import at_addresses, at_fields, at_queries
from tests.roles.world import make_world

HANDS = 8
EACH = None if os.environ.get("PROVE") else 1  # strings a hand; none: all of its own


@pytest.mark.parametrize("app", ["sqlite", "postgresql"] if EACH is None else ["sqlite"], indirect=True)
@pytest.mark.parametrize("hand", range(HANDS) if EACH is None else range(1))
def test_every_string_everywhere(app: Flask, hand: int) -> None:
    def mine(_name: str) -> Iterable[str]:
        return ALL[hand::HANDS][:EACH]

    site = explore(make_world(app))
    wrong = at_fields(site, mine) + at_queries(site, mine) + at_addresses(site, mine)
    assert not wrong, "\n".join(wrong)
