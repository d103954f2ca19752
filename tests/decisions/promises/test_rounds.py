"""When people are asked what changed, and how what they said is counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.journeys.fold import MoveFact, StopFact, fold
from decisions.promises.settings import read
from decisions.promises.verdicts.rules import FEWEST, Said, add_months, due, ending_of, lines, may_answer, title
from forum.access import GUEST, Standing

ENDED = date(2026, 1, 31)
DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("today", "known", "months"),
    [
        (ENDED, [], 0),
        (ENDED + timedelta(days=30), [], 0),
        (ENDED + timedelta(days=31), [], None),  # too long ago to begin with
        (ENDED, [0], None),
        (date(2026, 4, 29), [0], None),
        (date(2026, 4, 30), [0], 3),  # there is no 31 April
        (date(2026, 4, 30), [], 3),  # the first was missed: nobody is asked twice at once
        (date(2026, 4, 30), [0, 3], None),
        (date(2027, 1, 31), [0, 3], 12),
        (date(2027, 1, 31), [0], 12),
        (date(2027, 6, 1), [0, 3], None),
        (ENDED - timedelta(days=1), [], None),
    ],
)
def test_when_people_are_asked(today: date, known: list[int], months: int | None) -> None:
    assert due(ENDED, (0, 3, 12), known, today=today) == months


@given(DAYS, st.integers(0, 240))
def test_months_later(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day and (later.day == day.day or (later + timedelta(days=1)).day == 1)


@given(DAYS, st.sets(st.integers(0, 24), max_size=4), st.sets(st.integers(0, 24), max_size=4), st.integers(0, 900))
def test_never_the_same_round_twice(ended: date, wanted: set[int], known: set[int], after: int) -> None:
    found = due(ended, wanted, known, today=ended + timedelta(days=after))
    assert found is None or (found in wanted and found not in known and found > max(known, default=-1))


def test_an_ending_is_the_entry_that_ended_it() -> None:
    stops = [StopFact(1, "here"), StopFact(2, "decide", 5)]
    raised, sent = MoveFact(1, "raised", ENDED, 1), MoveFact(2, "sent", ENDED, 2)
    refused = MoveFact(3, "refused", ENDED, 2)
    closed = MoveFact(4, "closed", ENDED + timedelta(days=2))
    assert ending_of(fold(stops, [raised, sent])) is None
    first = ending_of(fold(stops, [raised, sent, refused]))
    assert first is not None and (first.number, first.day) == (3, ENDED)
    second = ending_of(fold(stops, [raised, sent, refused, closed]))
    assert second is not None and second.number == 4
    again = MoveFact(5, "reopened", ENDED + timedelta(days=3))
    assert ending_of(fold(stops, [raised, sent, refused, closed, again])) is None


def said(months: int = 3, **counts: int) -> Said:
    return Said(months, ENDED, ENDED, {name.replace("_", "-"): number for name, number in counts.items()})


def test_under_five_answers_there_is_no_split() -> None:
    assert lines(said(changed=4)) == [] and not said(changed=4).split
    assert len(lines(said(changed=4, not_changed=1))) == 2
    assert FEWEST == 5
    assert title(said(0, changed=1)).num == 1
    assert title(said(3, changed=7)).values["when"].num == 3


def test_who_may_answer() -> None:
    member = Standing(person_id=1)
    for who in (member, GUEST):  # nobody needs an account for it
        assert may_answer(who, concerned=True, is_open=True) is None
    for who, concerned, is_open in ((GUEST, False, True), (member, False, True), (member, True, False)):
        assert may_answer(who, concerned=concerned, is_open=is_open) is not None
    assert may_answer(Standing(person_id=1, suspended=True), concerned=True, is_open=True) is not None


GOOD = {
    "ASK_WHAT_CHANGED_AFTER": "0, 3,12",
    "ASK_WHAT_CHANGED_FOR_DAYS": "30",
    "REMIND_BEFORE_DAYS": 14,
    "REMIND_AFTER_DAYS": "3",
}


def test_settings_are_read_once_and_well() -> None:
    assert read(GOOD).months == (0, 3, 12)
    assert read({**GOOD, "ASK_WHAT_CHANGED_AFTER": ""}).months == ()
    for name, value in (
        ("ASK_WHAT_CHANGED_AFTER", "soon"),
        ("ASK_WHAT_CHANGED_AFTER", "-1"),
        ("ASK_WHAT_CHANGED_AFTER", "999"),
        ("ASK_WHAT_CHANGED_FOR_DAYS", "0"),
        ("REMIND_BEFORE_DAYS", "30"),
        ("REMIND_AFTER_DAYS", "٣"),
    ):
        with pytest.raises(ValueError, match=name):
            read({**GOOD, name: value})
