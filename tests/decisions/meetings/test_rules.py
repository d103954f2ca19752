"""How far a decision has come, and what becomes of meetings: by tables of cases, and by chance."""

from datetime import date, time, timedelta

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from decisions.meetings import rules
from decisions.meetings.kinds import OWES_REASONS, YES, CallIn, Result, Status
from decisions.meetings.rules import DecisionFacts, Shade, shade_on
from forum.say import say

DAY = timedelta(days=1)
ON = date(2026, 11, 10)
TODAY = date(2026, 11, 23)
Y = {"result": "agreed", "decided_on": ON}
OPEN = {**Y, "call_in": "open", "published_on": ON + DAY}


@pytest.mark.parametrize(
    ("known", "shade"),
    [
        ({}, "not-known"),
        ({"decided_on": ON}, "not-known"),
        ({**Y, "decided_on": TODAY + DAY}, "to-come"),
        (Y, "decided"),
        ({**Y, "result": "refused"}, "decided"),
        ({**Y, "result": "noted"}, "nothing"),
        ({**Y, "result": "deferred"}, "nothing"),
        ({**Y, "in_principle": True}, "in-principle"),
        ({**Y, "in_force_on": TODAY}, "in-force"),
        ({**Y, "in_force_on": TODAY + DAY}, "decided"),
        ({**Y, "carried_out_on": TODAY}, "carried-out"),
        ({**Y, "in_force_on": ON, "carried_out_on": TODAY}, "carried-out"),
        ({**OPEN, "call_in_until": TODAY}, "call-in"),
        ({**OPEN, "call_in_until": TODAY - DAY}, "decided"),
        ({**OPEN, "call_in_until": None}, "decided"),
        ({**OPEN, "result": "refused", "call_in_until": TODAY}, "call-in"),
        ({**Y, "call_in": "unknown", "call_in_until": TODAY}, "decided"),  # nobody said that they can
        ({**Y, "call_in": "called-in"}, "called-in"),
        ({**Y, "call_in": "called-in", "in_force_on": TODAY - DAY}, "in-force"),
        ({**OPEN, "published_on": TODAY + DAY, "call_in_until": TODAY + 5 * DAY}, "decided"),  # it has not begun
    ],
)
def test_shades_of_decided(known: dict[str, object], shade: str) -> None:
    assert shade_on(DecisionFacts(**known), TODAY) == shade  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (Y, "Decided."),
        ({**OPEN, "call_in_until": date(2026, 11, 27)}, "Until 27 November other councillors can ask"),
        ({**Y, "in_force_on": ON}, "In force since 10 November."),
        ({**Y, "in_force_on": TODAY + DAY}, "It is in force from 24 November."),
        ({**Y, "carried_out_on": TODAY}, "We heard so on 23 November."),
        ({"decided_on": TODAY + DAY}, "Not decided yet. It is planned for 24 November."),
        ({**Y, "result": "noted"}, "Nothing was decided."),
        ({}, "We do not know the result yet."),
    ],
)
def test_shades_in_words(app: Flask, known: dict[str, object], words: str) -> None:
    with app.app_context():
        assert words in say(rules.shade_sentence(DecisionFacts(**known), TODAY))  # type: ignore[arg-type]


days = st.none() | st.dates(date(2026, 10, 1), date(2027, 1, 31))
facts = st.builds(
    DecisionFacts,
    result=st.sampled_from(Result),
    in_principle=st.booleans(),
    decided_on=days,
    published_on=days,
    in_force_on=days,
    carried_out_on=days,
    call_in=st.sampled_from(CallIn),
    call_in_until=days,
)


@given(facts, st.dates(date(2026, 10, 1), date(2027, 1, 31)))
def test_a_shade_says_no_more_than_was_said(known: DecisionFacts, today: date) -> None:
    shade = shade_on(known, today)
    if shade is Shade.CALL_IN:
        assert known.call_in == CallIn.OPEN and known.call_in_until is not None and today <= known.call_in_until
    if shade in rules.SETTLED:
        assert known.result in YES
    if shade is Shade.NOT_KNOWN:
        assert known.result == Result.UNKNOWN
    if shade is Shade.IN_FORCE:
        assert known.in_force_on is not None and known.in_force_on <= today


@given(facts, st.dates(date(2026, 10, 1), date(2027, 1, 31)), st.integers(0, 90))
def test_nothing_falls_back_by_time_alone(known: DecisionFacts, today: date, later: int) -> None:
    """What is in force, or carried out, stays so; what was decided is never again still to come."""
    first, then = shade_on(known, today), shade_on(known, today + timedelta(days=later))
    if first is Shade.CARRIED_OUT:
        assert then is Shade.CARRIED_OUT
    if first is Shade.IN_FORCE:
        assert then in rules.SETTLED
    if first is not Shade.TO_COME:
        assert then is not Shade.TO_COME


@pytest.mark.parametrize(
    ("known", "field"),
    [
        (Y, None),
        ({"result": "refused", "in_principle": True}, "in_principle"),
        ({**Y, "published_on": ON - DAY}, "published_on"),
        ({**Y, "in_force_on": ON - DAY}, "in_force_on"),
        ({**Y, "carried_out_on": TODAY + DAY}, "carried_out_on"),
        ({**Y, "call_in": "not-called-in", "call_in_until": TODAY}, "call_in"),
        ({**Y, "call_in": "not-called-in", "call_in_until": TODAY - DAY}, None),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field(known: dict[str, object], field: str | None) -> None:
    refusal = rules.may_keep(DecisionFacts(**known), TODAY)  # type: ignore[arg-type]
    assert (refusal.field if refusal else None) == field


def test_who_owes_reasons() -> None:
    assert [one for one in Result if rules.owes_reasons(one)] == list(OWES_REASONS)


@pytest.mark.parametrize("status", Status)
def test_what_can_become_of_a_meeting(status: Status) -> None:
    ahead = status in (Status.PLANNED, Status.CONFIRMED)
    assert (rules.may_confirm(status) is None) == (status in (Status.PLANNED, Status.CANCELLED))
    assert (rules.may_cancel(status, "Snow.") is None) == ahead
    assert (rules.may_put_off(status, TODAY, TODAY + DAY, "Snow.") is None) == ahead
    assert (rules.may_hold(status, TODAY, TODAY) is None) == ahead


def test_a_reason_and_another_day_are_needed() -> None:
    assert rules.may_cancel("planned", " ").field == "why"  # type: ignore[union-attr]
    assert rules.may_put_off("planned", TODAY, None, "").field == "why"  # type: ignore[union-attr]
    assert rules.may_put_off("planned", TODAY, TODAY, "Snow.").field == "to_day"  # type: ignore[union-attr]
    assert rules.may_put_off("planned", TODAY, None, "Snow.") is None
    assert rules.may_hold("planned", TODAY + DAY, TODAY) is not None


@pytest.mark.parametrize(
    ("starts", "ends", "field"),
    [
        (None, None, None),
        (time(19), None, None),
        (time(19), time(21), None),
        (None, time(21), "starts"),
        (time(19), time(19), "ends"),
        (time(19), time(18), "ends"),
    ],
)
def test_hours(starts: time | None, ends: time | None, field: str | None) -> None:
    refusal = rules.may_meet(TODAY, starts, ends)
    assert (refusal.field if refusal else None) == field


def test_a_day_that_passed_without_news_is_said_to_be_that(app: Flask) -> None:
    with app.app_context():
        said = {one: say(rules.status_sentence(one, TODAY - DAY, TODAY)) for one in Status}
        moved = say(rules.status_sentence("put-off", ON, TODAY, moved_to=TODAY + DAY))
    assert said[Status.PLANNED] == said[Status.CONFIRMED]
    assert "not heard yet if it took place" in said[Status.PLANNED]
    assert "as far as we know" in said[Status.HELD] and said[Status.CANCELLED] == "It does not take place."
    assert moved == "The new day is 24 November." and "Nobody has said a new day" in said[Status.PUT_OFF]
