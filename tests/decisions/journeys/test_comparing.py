"""Usual steps beside the stops of a journey, and what people can usually do there: pure, by tables of cases."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from decisions.journeys.usual.comparing import LEFT_OUT, NOT_PLANNED, Taken, left_out, not_usual
from decisions.journeys.usual.doing import Last, usual_ways, where_most
from decisions.journeys.ways import WayFact, shown_ways
from decisions.packs.known import made
from decisions.pathways.fitting import Council, Fitted, fit
from decisions.pathways.shapes import Pathway

SAY = [
    {"plain": "Write to them. A short letter is enough.", "guide": "write"},
    {"plain": "Ask.", "until": "q", "speaking": True},
]
STEPS = [
    {"id": "ask", "name": "Ask", "plain": "", "role": "consult", "body": "cabinet", "say": SAY},
    {"id": "check", "name": "Check", "plain": "", "role": "scrutinise", "body": "scrutiny", "optional": True},
    {"id": "maybe", "name": "Maybe", "plain": "", "role": "inform", "body": "nhs", "condition": "only if"},
    {"id": "decide", "name": "Decide", "plain": "", "role": "decide", "body": "cabinet"},
    {"id": "no", "name": "Complain", "plain": "", "role": "redress", "body": "ombudsman"},
]


def usual(*changes: str) -> Fitted:
    change = [{"id": "small", "if": "It is small", "skip": ["ask"]}]
    influence = [{"plain": "Answer early.", "when": "ask"}]
    data = {"id": "p", "name": "P", "about": "everyone", "step": STEPS, "change": change, "influence": influence}
    return fit(made(Pathway, data), Council(), changes)


def taken(*steps: str) -> list[Taken]:
    return [Taken(0, "here", ""), *(Taken(place, "decide", one) for place, one in enumerate(steps, 1))]


@pytest.mark.parametrize(
    ("steps", "changes", "expected"),
    [
        (("ask", "decide"), (), []),
        (("decide",), (), ["ask"]),
        (("decide",), ("small",), []),
        ((), (), ["ask", "decide"]),
        (("ask", "check", "maybe", "decide", "more"), (), []),
    ],
)
def test_what_was_left_out(steps: tuple[str, ...], changes: tuple[str, ...], expected: list[str]) -> None:
    assert [one.id for one, _words in left_out(usual(*changes), taken(*steps))] == expected


@pytest.mark.parametrize(
    ("begun", "expected"),
    [((), [("ask", NOT_PLANNED)]), (("decide",), [("ask", LEFT_OUT)]), (("check",), [("ask", LEFT_OUT)])],
)
def test_what_is_still_to_come_was_not_left_out(begun: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    there = [Taken(place, "decide", one, one in begun) for place, one in enumerate(("check", "decide"), 1)]
    assert [(one.id, words) for one, words in left_out(usual(), there)] == expected
    last = [Taken(1, "consult", "ask", begun=True)]
    assert [(one.id, words) for one, words in left_out(usual(), last)] == [("decide", NOT_PLANNED)]


@pytest.mark.parametrize(
    ("role", "step", "expected"),
    [
        ("decide", "decide", False),
        ("decide", "", True),
        ("decide", "gone", True),
        ("consult", "", True),
        ("here", "", False),
        ("reply", "", False),
        ("carry-out", "", False),
    ],
)
def test_what_is_not_usual(role: str, step: str, expected: bool) -> None:
    assert bool(not_usual(usual(), [Taken(7, role, step)])) is expected


def test_what_people_can_usually_do() -> None:
    ways = usual_ways(usual(), [(1, "ask"), (2, "decide"), (3, "nonsense")], {})
    assert [(one.text, one.detail, one.guide) for one in ways] == [
        ("Write to them", "A short letter is enough.", "write"),
        ("Ask", "", ""),
    ]
    assert [(one.limited, one.until) for one in ways] == [(False, None), (True, None)]
    known = usual_ways(usual(), [(1, "ask")], {(1, "q"): Last(date(2026, 12, 1), time(12), sure=False)})[1]
    assert (known.until, known.at, known.limited, known.sure) == (date(2026, 12, 1), time(12), False, False)
    assert usual_ways(usual(), [(1, "ask")], {(2, "q"): Last(date(2026, 12, 1))})[1].limited


def test_where_people_can_change_most() -> None:
    assert where_most(usual(), [(1, "ask")]) == ["Answer early."]
    assert where_most(usual(), [(2, "decide")]) == []


NOON = datetime(2026, 11, 10, 12, tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    ("typed", "more", "expected"),
    [
        (["a"], ["b", "c", "d"], ["a", "b", "c"]),
        (["a", "b", "c"], ["d"], ["a", "b", "c"]),
        ([], ["!s", "!t", "!u", "w"], ["!s", "!t", "w"]),
        (["!s", "!t", "!u"], ["w"], ["!s", "!t", "w"]),
        (["!s"], ["!t"], ["!s", "!t", "fallback"]),
        (["a"], ["a", "b"], ["a", "b"]),
    ],
)
def test_typed_ways_stand_first(typed: list[str], more: list[str], expected: list[str]) -> None:
    """A name that begins with "!" means speaking in public."""
    ways = [WayFact(one, speaking=one.startswith("!")) for one in typed]
    usual = [WayFact(one, speaking=one.startswith("!"), usual=True) for one in more]
    shown = shown_ways(ways, now=NOON, fallback=WayFact("fallback"), usual=usual)
    assert [one.text for one in shown] == expected
