"""No fact is left out: each body, route, clock and banner of the facts has its entry in the England pack."""

import pytest

from tests.england import entries, facts

UNUSED_CLOCKS = {7, 23, 42, 45, 50, 56, 76}  # numbers that the facts no longer use
BODIES = [f"B{number:02}" for number in range(1, 49)]
ROUTES = [f"R{number:02}" for number in range(1, 27)]
CLOCKS = [f"K{number:02}" for number in range(1, 100) if number not in UNUSED_CLOCKS]
BANNERS = [f"S{number:02}" for number in range(1, 25)]
WHERE = {"body": BODIES, "pathway": ROUTES, "rule": CLOCKS, "banner": BANNERS}

# What one fact tells apart becomes an entry each.
PARTS = [
    "R11.transfer", "R11.bid", "R13.crossing", "R13.drive", "R15.grant", "R15.referral", "R20", "R20.person", "R24",
    "R24.policy",
]  # fmt: skip

# What people ask most about some other facts is "by when?": they end in a route of their own.
ROUTES_OF_OTHER_FACTS = {
    "B36.route", "B42.route", "K21.route", "K27.route", "K33.route", "K38.route", "K40.route", "K49.route", "K52.route",
    "K67.route", "K68.route", "K81.route", "K87.route", "K89.route",
}  # fmt: skip


def base(fact: str) -> str:
    """Return the fact that a part belongs to: K33.stage1-reply counts for K33."""
    return fact.split(".", maxsplit=1)[0]


@pytest.mark.parametrize("kind", WHERE)
def test_no_fact_is_left_out(kind: str) -> None:
    here = {base(fact) for fact in facts(kind)}
    assert [fact for fact in WHERE[kind] if fact not in here] == []


@pytest.mark.parametrize("kind", WHERE)
def test_no_fact_is_made_up(kind: str) -> None:
    known = {*WHERE[kind], *(ROUTES_OF_OTHER_FACTS if kind == "pathway" else ())}
    assert [fact for fact in facts(kind) if base(fact) not in known and fact not in known] == []


@pytest.mark.parametrize("kind", WHERE)
def test_a_fact_is_told_once(kind: str) -> None:
    told = list(facts(kind))
    assert sorted(fact for fact in set(told) if told.count(fact) > 1) == []


@pytest.mark.parametrize("fact", PARTS)
def test_a_route_with_parts_has_each_of_them(fact: str) -> None:
    assert fact in set(facts("pathway"))


@pytest.mark.parametrize("kind", WHERE)
def test_each_says_where_it_comes_from_and_when_to_look_again(kind: str) -> None:
    needed = ("source", "basis", "confidence", "checked", "check_by")
    lacking = {
        one["id"]: [key for key in needed if not one.get(key)]
        for one in entries().get(kind, [])
        if not all(one.get(key) for key in needed)
    }
    assert lacking == {}
