"""The working of a date says what was counted, what was left out and why."""

import re
from datetime import date
from typing import Any

import pytest

from decisions.deadlines.basis import (
    WORDS,
    basis_on,
    basis_sentence,
    confidence_sentence,
    is_past_check,
)
from decisions.deadlines.work_out import before_day, from_day
from decisions.packs import files
from tests.decisions.deadlines import facts
from tests.decisions.deadlines.england import RULES, calendar, english, rule, worked


def said(number: str, start: str, **more: Any) -> list[str]:
    """The working of a date, in English."""
    return [english(one) for one in worked(number, start, **more).working]


def test_a_freedom_of_information_request() -> None:
    assert said("K21", "2026-07-01") == [
        "We count 20 working days from 2026-07-01, the day they get your request.",
        "Day 1 is 2026-07-02.",
        "Saturdays, Sundays and bank holidays do not count.",
        "2026-07-13 is a bank holiday in Northern Ireland.",
        "The count ends on 2026-07-30.",
        "So 2026-07-30 is the day they must reply.",
    ]
    alone = said("K21", "2026-07-01", other="england-wales")
    assert not [one for one in alone if "2026-07-13" in one]


def test_bank_holidays_are_named_with_where_they_are() -> None:
    many = said("K21", "2026-12-21")
    assert "2026-12-25 is a bank holiday (Christmas Day)." in many
    assert "2027-01-04 is a bank holiday in Scotland." in many
    assert "2026-11-30 is a bank holiday in Scotland." in said("K21", "2026-11-20")
    assert "2029-12-25 is likely to be a bank holiday (Christmas Day). It is not announced yet." in said(
        "K30", "2029-12-24"
    )


def test_months() -> None:
    assert "It ends the day before the same date, on 2027-06-09." in said("K31", "2026-12-10")
    assert "It ends on the same date of the month, 2027-12-10." in said("K29", "2026-12-10")
    assert "That month is too short, so it ends on its last day, 2027-02-28." in said("K27", "2027-01-31")
    assert "2027-02-28 is no working day, so it moves to 2027-03-01." in said("K27", "2027-01-31")
    assert "That day is day 1." in said("K31", "2026-12-10")


def test_a_court_limit() -> None:
    assert said("K60", "2026-12-10")[-3:] == [
        "The limit is 2027-03-10. Do not wait for it: a court may want it sooner.",
        "So we show the day before. Get advice now.",
        "So 2027-03-09 is the last safe day.",
    ]


def test_a_notice() -> None:
    papers = rule("K06")
    back = [english(one) for one in before_day(papers, calendar(papers), date(2026, 12, 29)).working]
    assert back[0] == "There must be 5 whole working days between the two days."
    assert back[-1] == "So the day the papers are open to the public is 2026-12-17 at the latest."
    assert "2026-12-28 is a bank holiday (Boxing Day (substitute day))." in back
    first = said("K06", "2026-12-11")
    assert first[-2:] == [
        "So the day of the meeting is 2026-12-19 at the earliest.",
        "That is no working day. The next one is 2026-12-21.",
    ]
    parish = said("K08", "2026-12-21")
    assert "2026-12-24 to 2026-12-29 do not count: Christmas break." in parish
    assert "Sundays and bank holidays do not count. Saturdays do." in parish


def test_a_pause_says_if_nothing_in_law_makes_one() -> None:
    still = (("2026-12-09", "2026-12-10"),)
    known, unknown = said("K27", "2026-12-07", pauses=still), said("K30", "2026-12-07", pauses=still)
    pause = "The clock stood still from 2026-12-09 to 2026-12-10. Those days do not count."
    assert pause in known and pause in unknown
    assert "We know of nothing that stops this clock. We left those days out because you asked." in unknown
    assert "We know of nothing that stops this clock. We left those days out because you asked." not in known


def test_hours() -> None:
    given = rule("website-complaint.pass-on")
    sentences = [english(one) for one in from_day(given, calendar(given), date(2026, 4, 1)).working]
    assert sentences[1] == "You gave no time of day, so we count from the end of that day."
    assert "2026-04-03 is a bank holiday (Good Friday)." in sentences
    assert sentences[-1].endswith("That is the time by which it must be passed on.")


@pytest.mark.parametrize("number", [line.split()[0] for line in facts.CLOCKS.split("\n") if line and "SD" not in line])
def test_each_sentence_is_short_and_whole(number: str) -> None:
    given = rule(number)
    back = before_day(given, calendar(given), date(2026, 12, 14)).working if given.back else ()
    for sentence in (*said(number, "2026-12-14"), *map(english, back)):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert "%(" not in sentence and " ," not in sentence
        assert all(len(one.split()) <= 20 for one in re.split(r"(?<=[.?!])\s", sentence)), sentence


def test_basis_in_words() -> None:
    assert english(basis_sentence("law")) == "By law"
    assert english(basis_sentence("typical")) == "This is usual. It is not a right"
    assert english(basis_sentence("nonsense")) == english(basis_sentence("typical"))
    assert english(confidence_sentence("high")) == "We are sure of this."
    assert english(confidence_sentence("?")) == english(confidence_sentence("low"))
    assert {one["basis"] for one in RULES.values()} <= set(WORDS)


def test_a_rule_past_its_check_is_only_what_was_usual() -> None:
    given = rule("K21")
    assert given.check_by is not None
    assert basis_on(given, given.check_by) == "law"
    assert basis_on(given, date(2027, 5, 1)) == "typical"
    assert is_past_check(given, date(2027, 5, 1)) and not is_past_check(given, given.check_by)


def test_the_pack_is_read_once() -> None:
    assert files.entries("england") is files.entries("england")
