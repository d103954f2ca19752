"""The dates before a meeting and after a decision, from the clocks of the body and the place's own numbers. Pure."""

from datetime import date, time
from typing import Any

import pytest

from decisions.meetings import dates
from tests.england import by_id

TODAY = date(2026, 11, 23)
MEETING = date(2026, 12, 15)  # a Tuesday
RULES = ["cabinet.papers", "public-question", "call-in.window"]


def found(**local: Any) -> dict[str, dict[str, Any]]:
    """What the England pack says, with the place's own settings."""
    kinds = {kind: by_id(kind) for kind in ("rule", "calendar")}
    return {**kinds, "local": {ident.replace("_", "-"): {"id": ident, **one} for ident, one in local.items()}}


def own(value: Any, **more: Any) -> dict[str, Any]:
    """A setting of the place, on questions."""
    return {"value": value, "unit": "working-days", "drives": ["public-question"], "link": "https://a.example", **more}


def test_the_places_own_number_gives_the_last_day_to_ask() -> None:
    one = _by_fact(found(question_deadline=own(3)))["K71.question"]
    assert one.worked is not None and one.day == date(2026, 12, 10)
    assert one.basis == "local" and one.link == "https://a.example" and one.for_people
    assert len(one.worked.working) >= 1 and not one.check_this


def test_an_hour_of_the_rule_is_kept() -> None:
    documents = found(question_deadline=own(3))
    documents["rule"] = {
        **documents["rule"],
        "public-question": {**documents["rule"]["public-question"], "cut_off": "12:00"},
    }
    assert _by_fact(documents)["K71.question"].at == time(12)


def test_without_a_number_nobody_guesses_one() -> None:
    one = _by_fact(found())["K71.question"]
    assert one.worked is None and one.check_this and one.why is not None


@pytest.mark.parametrize("value", [0, -3, "3", True, None])
def test_a_setting_that_is_no_number_changes_nothing(value: Any) -> None:
    assert _by_fact(found(question_deadline=own(value)))["K71.question"].worked is None


def test_a_setting_that_should_have_been_checked_again_gives_no_date() -> None:
    assert _by_fact(found(question_deadline=own(3, check_by="2026-11-01")))["K71.question"].worked is None


def test_who_takes_questions_may_take_petitions_and_groups_too() -> None:
    shown = _by_fact(found(petition_rules={"value": "Fifty names.", "drives": []}))
    assert {"K71.petition", "K71.deputation"} <= set(shown)
    assert shown["K71.petition"].own_words == ("Fifty names.",)
    assert set(_by_fact(found(), ["cabinet.papers"])) == {"K03"}


def test_papers_are_owed_by_the_body_by_law() -> None:
    one = _by_fact(found())["K03"]
    assert one.worked is not None and not one.for_people and one.basis == "law"
    assert one.day < MEETING


def test_an_unknown_or_broken_clock_loses_no_page() -> None:
    documents = found()
    documents["rule"] = {"broken": {"id": "broken", "unit": "moons", "length": 3}}
    assert dates.of_meeting(MEETING, ["broken", "no-such"], documents, TODAY) == []


def test_call_in_runs_from_the_day_of_publication() -> None:
    one = dates.of_decision(date(2026, 11, 16), RULES, found(), TODAY)
    assert one is not None and one.worked is not None and one.day == date(2026, 11, 20)
    own_five = found(call_in_days={"value": 3, "unit": "working-days", "drives": ["call-in.window"]})
    mine = dates.of_decision(date(2026, 11, 16), RULES, own_five, TODAY)
    assert mine is not None and mine.day == date(2026, 11, 18)
    unpublished = dates.of_decision(None, RULES, found(), TODAY)
    assert unpublished is not None and unpublished.worked is None
    assert dates.of_decision(date(2026, 11, 16), ["cabinet.papers"], found(), TODAY) is None


def _by_fact(documents: dict[str, dict[str, Any]], rules: list[str] | None = None) -> dict[str, dates.Dated]:
    shown = dates.of_meeting(MEETING, RULES if rules is None else rules, documents, TODAY)
    assert shown == sorted(shown, key=lambda one: (one.day, one.rule.name))
    return {one.rule.fact: one for one in shown}
