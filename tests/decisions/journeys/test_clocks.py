"""The clocks of a journey: from which day each runs, what date it gives, and which give none. Pure, by tables."""

from datetime import date
from typing import Any

import pytest

from decisions.deadlines.local import here
from decisions.deadlines.rules import rule_of
from decisions.journeys.clocks.starts import StartsOn, start_of
from decisions.journeys.clocks.worked import given, work_out
from decisions.journeys.fold import StopFact, fold
from decisions.packs.known import made
from decisions.pathways.shapes import Step
from tests.decisions.journeys.told import CABINET, CONSULT, REPLY, SCRUTINY, day, moves, stops
from tests.england import by_id

TODAY = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("fact", "stop", "told", "expected"),
    [
        ("K03", CABINET, [], (day(20), StartsOn.MEETING)),
        ("K71.question", CABINET, [], (day(20), StartsOn.MEETING)),
        ("K03", CABINET, ["2 on-agenda cabinet until 25"], (day(25), StartsOn.MEETING)),
        ("K03", CABINET, ["2 agreed cabinet"], None),  # it is over
        ("K03", SCRUTINY, [], None),  # no day is planned
        ("K21", REPLY, [], None),
        ("K21", REPLY, ["2 sent reply"], (day(2), StartsOn.SENT)),
        ("K49.objection", CONSULT, [], (day(5), StartsOn.OPENED)),
        ("K12", SCRUTINY, [], None),
        ("K99", CABINET, [], None),
        ("", CABINET, [], None),
    ],
)
def test_from_which_day_a_clock_runs(fact: str, stop: int, told: list[str], expected: Any) -> None:
    route = stops(REPLY, CONSULT, SCRUTINY, CABINET, opens={CONSULT: 5}, planned={CABINET: 20})
    happened = moves(*told)
    now = fold(route, happened)
    found = start_of(fact, next(one for one in route if one.id == stop), route, now, happened)
    assert (found and (found.day, found.by)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["2 agreed cabinet"], day(2)),
        (["2 agreed cabinet, a member says"], None),
        (["2 refused cabinet"], None),
        (["2 agreed cabinet", "9 takes-effect cabinet"], None),
        (["2 agreed cabinet", "4 corrected #2 nothing"], None),
    ],
)
def test_a_decision_on_the_record_starts_the_call_in_window(told: list[str], expected: date | None) -> None:
    route = [*stops(CABINET), StopFact(SCRUTINY, "scrutinise", SCRUTINY)]
    happened = moves(*told)
    found = start_of("K12", route[-1], route, fold(route, happened), happened)
    assert (found.day if found else None) == expected


def test_a_decision_after_the_step_starts_nothing_there() -> None:
    route = stops(SCRUTINY, CABINET)
    happened = moves("2 agreed cabinet")
    assert start_of("K12", route[1], route, fold(route, happened), happened) is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["2 sent reply"], None),
        (["2 sent reply", "9 reply-received reply"], 3),
        (["2 sent reply", "9 reply-received reply, a member says"], None),
        (["2 sent reply", "9 reply-received reply", "10 corrected #3 nothing"], None),
        (["2 sent reply", "9 considered cabinet"], None),
    ],
)
def test_an_answer_meets_the_date(told: list[str], expected: int | None) -> None:
    route = stops(REPLY, CABINET)
    happened = moves(*told)
    found = start_of("K21", route[1], route, fold(route, happened), happened)
    assert found is not None and found.met_by == expected and found.watched


RULES, CALENDARS = by_id("rule"), by_id("calendar")
SETTING = {
    "id": "days",
    "value": 3,
    "unit": "working-days",
    "drives": ["public-question"],
    "link": "https://a.example/q",
}


def dates(rule: str, *, today: date = TODAY, local: dict[str, Any] | None = None, **more: Any) -> list[Any]:
    entry = {**RULES[rule], **more}
    step = made(Step, {"id": "decide", "name": "", "plain": "", "role": "decide", "rules": [rule]})
    route = stops(CABINET, planned={CABINET: 20})
    found = {"rule": {rule: entry}, "calendar": CALENDARS, "local": {"days": local} if local else {}}
    return given({CABINET: step}, route, fold(route, []), [], found, today)


def test_papers_of_a_meeting_come_out_by_a_day() -> None:
    (one,) = dates("cabinet.papers")  # 5 clear working days before Friday 20 November 2026
    assert (one.day, one.basis, one.for_people) == (date(2026, 11, 12), "law", False)
    assert one.working and one.source and not one.start.watched


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        (None, []),  # each council sets its own: we do not guess
        (SETTING, [date(2026, 11, 17)]),
        ({**SETTING, "value": "3"}, []),
        ({**SETTING, "value": 0}, []),
        ({**SETTING, "value": True}, []),
        ({**SETTING, "unit": "names"}, []),
        ({**SETTING, "confidence": "low"}, []),
        ({**SETTING, "check_by": "2026-11-09"}, []),
        ({**SETTING, "check_by": "2026-11-10"}, [date(2026, 11, 17)]),
        ({**SETTING, "drives": ["petition"]}, []),
    ],
)
def test_a_question_has_a_last_day_where_the_place_says_so(local: Any, expected: list[date]) -> None:
    found = dates("public-question", local=local)
    assert [one.day for one in found] == expected
    assert all(one.basis == "local" and one.for_people and one.source == SETTING["link"] for one in found)


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ({}, 1),
        ({"confidence": "low"}, 0),
        ({"confidence": "medium"}, 1),
        ({"check_by": date(2026, 11, 9)}, 0),
        ({"check_by": date(2026, 11, 10)}, 1),
        ({"basis": "announced"}, 0),
        ({"basis": "not-started"}, 0),
        ({"number": False}, 0),
    ],
)
def test_what_we_are_not_sure_of_drives_no_date(more: dict[str, Any], count: int) -> None:
    assert len(dates("cabinet.papers", **more)) == count


def test_what_is_law_is_law_whatever_a_place_writes() -> None:
    rule = rule_of(RULES["cabinet.papers"])
    assert here(rule, {"days": {**SETTING, "drives": ["cabinet.papers"]}}).rule == rule


def test_a_calendar_that_ends_gives_no_date() -> None:
    rule = here(rule_of(RULES["cabinet.papers"]), {})
    route = [StopFact(1, "decide", 1, None, date(2190, 1, 4))]
    start = start_of("K03", route[0], route, fold(route, []), [])
    assert start is not None and work_out(rule, start, CALENDARS, TODAY) is None
