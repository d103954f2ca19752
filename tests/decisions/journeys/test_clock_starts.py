"""What starts each clock on a journey: a notice, advice, a decision that was published or held. Pure, by tables."""

from datetime import date
from typing import Any

import pytest

from decisions.journeys.clocks.starts import Around, start_of
from decisions.journeys.clocks.table import STARTS, law_of
from decisions.journeys.clocks.worked import given
from decisions.journeys.fold import MoveFact, StopFact, fold
from decisions.packs.known import made
from decisions.pathways.shapes import Step
from tests.decisions.journeys.told import CABINET, CONSULT, REPLY, SCRUTINY, SECOND, day, move, moves, stops
from tests.england import by_id

RULES, CALENDARS = by_id("rule"), by_id("calendar")
TODAY = date(2026, 11, 10)


def began(fact: str, stop: int, *told: str, route: list[StopFact] | None = None, **more: Any) -> Any:
    route = route or stops(REPLY, CONSULT, SCRUTINY, CABINET, SECOND)
    happened = moves(*told)
    here = next(one for one in route if one.id == stop)
    return start_of(fact, here, route, fold(route, happened), happened, Around(**more))


@pytest.mark.parametrize(
    ("fact", "stop", "told", "expected"),
    [
        # advice: who decides next has to answer it
        ("K14", SCRUTINY, ["3 recommended scrutiny"], day(3)),
        ("K14", SCRUTINY, ["3 recommended-against scrutiny"], day(3)),
        ("K14", SCRUTINY, ["3 recommended scrutiny, a member says"], None),
        ("K14", SCRUTINY, ["3 noted scrutiny"], None),
        ("K16", CONSULT, ["3 reply-received consult"], day(3)),
        ("K16", CONSULT, ["3 considered consult"], None),
        # somebody gave notice
        ("K69.practice", REPLY, ["3 noted reply"], day(3)),
        ("K69.practice", REPLY, ["3 sent reply"], None),
        ("K69.practice", REPLY, ["3 noted reply, a member says"], None),
        ("K68.notice", CABINET, ["4 agreed cabinet"], day(4)),
        ("K68.notice", CABINET, ["4 forward-plan cabinet until 9"], None),
        # it was agreed here
        ("K62.pause", CABINET, ["4 agreed cabinet"], day(4)),
        ("K62.pause", CABINET, ["4 refused cabinet"], None),
        ("K41.listed", CABINET, ["4 agreed-changed cabinet"], day(4)),
        # it came to this step
        ("K18", SECOND, ["4 referred cabinet to second"], day(4)),
        ("K18", SECOND, ["4 sent second"], None),
        # the decision is held
        ("K15.hold", CABINET, ["2 agreed cabinet", "4 called-in cabinet to scrutiny"], day(4)),
        ("K15.hold", CABINET, ["2 agreed cabinet"], None),
        ("K15.hold", CABINET, ["2 agreed cabinet", "4 called-in cabinet to scrutiny", "9 agreed cabinet"], None),
        (
            "K15.reconsider",
            CABINET,
            ["2 agreed cabinet", "4 called-in cabinet to scrutiny", "6 recommended scrutiny"],
            day(6),
        ),
        ("K15.reconsider", CABINET, ["1 recommended scrutiny", "2 agreed cabinet"], None),
        # nothing on a journey says so
        ("K17", SCRUTINY, ["3 recommended scrutiny"], None),
        ("K63.after-reply", CABINET, ["4 agreed cabinet", "6 reply-received cabinet"], None),
    ],
)
def test_the_day_that_starts_a_clock(fact: str, stop: int, told: list[str], expected: date | None) -> None:
    found = began(fact, stop, *told)
    assert (found and found.day) == expected


def test_advice_is_owed_an_answer_by_who_decides_next() -> None:
    found = began("K14", SCRUTINY, "3 recommended scrutiny")
    assert (found.owed_by, found.met_by, found.watched) == (CABINET, None, False)
    assert began("K14", SCRUTINY, "3 recommended scrutiny", "9 agreed cabinet").met_by == 3
    assert began("K14", SCRUTINY, "3 recommended scrutiny", route=stops(CABINET, SCRUTINY)) is None


def test_the_notice_of_a_big_decision_is_out_once_it_is_on_the_list() -> None:
    route = stops(CABINET, planned={CABINET: 29})
    assert began("K01", CABINET, route=route).met_by is None
    assert began("K01", CABINET, "2 forward-plan cabinet until 29", route=route).met_by == 2
    assert began("K01", CABINET, "2 forward-plan cabinet until 29, a member says", route=route).met_by is None


def test_a_call_in_meets_the_window_for_it() -> None:
    route = stops(CABINET, SCRUTINY)
    assert began("K12", SCRUTINY, "2 agreed cabinet", route=route).met_by is None
    assert began("K12", SCRUTINY, "2 agreed cabinet", "4 called-in cabinet to scrutiny", route=route).met_by == 3


def test_the_window_runs_from_the_day_of_publication() -> None:
    route = stops(CABINET, SCRUTINY)
    without, later = move("2 agreed cabinet", 2), move("2 agreed cabinet", 2, published_on=day(4))

    def window(*happened: MoveFact) -> Any:
        told = [*moves(), *happened]
        return start_of("K12", route[-1], route, fold(route, told), told)

    assert (window(without).day, len(window(without).caveats)) == (day(2), 1)
    assert (window(later).day, window(later).caveats) == (day(4), ())
    wrong = move("2 corrected #2 agreed", 3, published_on=day(5))
    assert window(later, wrong).day == day(5)


@pytest.mark.parametrize(
    ("opens", "planned", "expected"),
    [({}, {}, None), ({CONSULT: 2}, {CONSULT: 9}, day(9)), ({CONSULT: 2}, {}, day(30))],
)
def test_a_hearing_is_counted_from_the_last_day_of_asking(opens: Any, planned: Any, expected: date | None) -> None:
    ask = made(Step, {"id": "ask", "name": "", "plain": "", "role": "consult", "rules": ["licence.comments"]})
    hear = made(Step, {"id": "hear", "name": "", "plain": "", "role": "decide", "rules": ["licence.hearing"]})
    route = stops(CONSULT, CABINET, opens=opens, planned=planned)
    found = {"rule": RULES, "calendar": CALENDARS, "local": {}}
    told = given({CONSULT: ask, CABINET: hear}, route, fold(route, []), [], found, TODAY, usual=[ask, hear])
    hearing = [one for one in told if one.rule == "licence.hearing"]
    assert [one.start.day for one in hearing] == ([expected] if expected else [])


def planning(*told: str, holding: tuple[str, ...] = (), valid: bool = True) -> list[Any]:
    check = made(Step, {"id": "valid", "name": "", "plain": "", "role": "inform", "rules": ["planning.decision"]})
    clocks = ["planning.decision", "planning.decision-major", "planning.decision-environment"]
    decide = made(Step, {"id": "decide", "name": "", "plain": "", "role": "decide", "rules": clocks})
    route, happened = stops(REPLY, CABINET), moves(*told)
    steps = {REPLY: check, CABINET: decide} if valid else {CABINET: decide}
    found = {"rule": RULES, "calendar": CALENDARS, "local": {}}
    usual = [check, decide]
    return given(steps, route, fold(route, happened), happened, found, TODAY, usual=usual, holding=holding)


def test_one_notice_starts_a_clock_that_is_shown_once() -> None:
    (one,) = planning("3 noted reply")
    assert (one.stop_id, one.rule, one.start.day) == (CABINET, "planning.decision", day(3))
    assert planning() == [] and planning("9 agreed cabinet") == []
    assert planning("3 noted reply", "9 agreed cabinet")[0].start.met_by == 3
    assert planning("9 agreed cabinet", valid=False) == []  # nobody told us when it was complete


def test_of_several_clocks_one_holds_and_the_others_stand_in_its_working() -> None:
    (general,) = planning("3 noted reply")
    (major,) = planning("3 noted reply", holding=("planning.decision-major",))
    assert (major.day - general.day).days == 35
    assert any(one.values.get("what") == RULES["planning.decision-major"]["name"] for one in general.working)
    assert not any("what" in one.values and one.values["what"] == general.name for one in major.working)


def test_a_notice_gives_the_first_day_on_which_it_can_happen() -> None:
    step = made(Step, {"id": "n", "name": "", "plain": "", "role": "inform", "rules": ["gp-contract.end"]})
    route, happened = stops(REPLY), moves("3 noted reply")
    found = {"rule": RULES, "calendar": CALENDARS, "local": {}}
    (one,) = given({REPLY: step}, route, fold(route, happened), happened, found, TODAY, usual=[step])
    assert one.first_day and not one.start.watched and one.day > date(2027, 5, 1)


def test_every_clock_that_is_wired_is_one_of_the_facts() -> None:
    known = {str(one.get("fact")) for one in RULES.values()}
    assert set(STARTS) - known == set()
    assert {law_of(one) for one in STARTS} >= {"K14", "K15", "K16", "K18", "K43", "K44", "K48", "K52", "K62", "K63"}
