"""How each mode, roll, cut-off, pause and hour counts: tables of cases, the yes beside the no."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from decisions.deadlines.calendars import NOTHING, Calendar, DayOff
from decisions.deadlines.counting import Pause, add_months
from decisions.deadlines.rules import Rule, rule_of
from decisions.deadlines.work_out import before_day, from_day
from forum.refusal import Refusal
from tests.decisions.deadlines.england import english

BANK = Calendar(
    "england-wales",
    {date(2026, 12, 25): DayOff("Christmas Day"), date(2026, 12, 28): DayOff("Boxing Day")},
    {},
    (2026, 2027),
)


def made(unit: str, length: int = 1, mode: str = "after", **more: Any) -> Rule:
    """A rule of its own."""
    words = {"starts": "the day they get it", "ends": "the last day to reply"}
    return rule_of({"id": "one", "unit": unit, "length": length, "mode": mode, **words, **more})


def moment(text: str) -> datetime:
    """A local moment, as it is typed."""
    return datetime.fromisoformat(text)


FORWARD = [
    # unit, length, mode, from, last day
    ("working-days", 1, "after", "2026-12-11", "2026-12-14"),  # a Friday
    ("working-days", 1, "in", "2026-12-11", "2026-12-11"),
    ("working-days", 1, "in", "2026-12-12", "2026-12-14"),  # a Saturday is not day 1
    ("working-days", 3, "after", "2026-12-23", "2026-12-30"),
    ("calendar-days", 21, "in", "2026-12-07", "2026-12-27"),
    ("calendar-days", 21, "after", "2026-12-07", "2026-12-28"),
    ("weeks", 6, "in", "2026-12-01", "2027-01-11"),
    ("weeks", 6, "after", "2026-12-01", "2027-01-12"),
    ("months", 6, "in", "2026-12-10", "2027-06-09"),
    ("months", 6, "after", "2026-12-10", "2027-06-10"),
    ("months", 1, "after", "2027-01-31", "2027-02-28"),  # a shorter month
    ("months", 1, "in", "2027-01-31", "2027-02-28"),
    ("months", 1, "in", "2027-01-29", "2027-02-28"),
    ("months", 1, "in", "2027-01-28", "2027-02-27"),
    ("months", 1, "in", "2027-03-01", "2027-03-31"),
    ("months", 1, "after", "2027-02-28", "2027-03-28"),
    ("months", 12, "in", "2026-01-01", "2026-12-31"),
    ("years", 1, "after", "2028-02-29", "2029-02-28"),
    ("years", 4, "after", "2028-02-29", "2032-02-29"),
]


@pytest.mark.parametrize(("unit", "length", "mode", "start", "last"), FORWARD)
def test_forward(unit: str, length: int, mode: str, start: str, last: str) -> None:
    assert from_day(made(unit, length, mode), BANK, date.fromisoformat(start)).due == date.fromisoformat(last)


BACK = [
    # unit, length, mode, notice, event
    ("clear-working-days", 5, "clear", "2026-12-09", "2026-12-17"),
    ("clear-days", 3, "clear", "2026-12-13", "2026-12-17"),
    ("working-days", 3, "before", "2026-12-14", "2026-12-17"),
    ("working-days", 8, "in", "2026-12-07", "2026-12-17"),
    ("working-days", 3, "after", "2026-12-14", "2026-12-17"),
    ("calendar-days", 28, "after", "2026-12-01", "2026-12-29"),
    ("months", 3, "after", "2026-12-01", "2027-03-01"),
    ("months", 3, "in", "2026-12-01", "2027-03-01"),
]


@pytest.mark.parametrize(("unit", "length", "mode", "notice", "event"), BACK)
def test_back(unit: str, length: int, mode: str, notice: str, event: str) -> None:
    rule = made(unit, length, mode, counts="back", calendar="england-wales")
    first = from_day(rule, BANK, date.fromisoformat(notice))
    assert (first.due, first.means) == (date.fromisoformat(event), "first-day")
    last = before_day(rule, BANK, date.fromisoformat(event))
    assert (last.due, last.means) == (date.fromisoformat(notice), "publish-by")


def test_a_clock_that_runs_forward_is_not_counted_back() -> None:
    with pytest.raises(Refusal):
        before_day(made("weeks"), NOTHING, date(2026, 12, 1))


def test_rolling() -> None:
    saturday = date(2026, 12, 19)
    for roll, due in (("none", 26), ("next-working-day", 29), ("previous-working-day", 24)):
        assert from_day(made("weeks", roll=roll), BANK, saturday).due == date(2026, 12, due)


def test_your_own_deadline_on_a_weekend_says_a_safer_day() -> None:
    yours = from_day(made("weeks", whose="you"), BANK, date(2026, 12, 19))
    assert english(yours.working[-1]) == "That is no working day. To be safe, do it by 2026-12-24."
    theirs = from_day(made("weeks", whose="them"), BANK, date(2026, 12, 19))
    assert english(theirs.working[-1]) == "So 2026-12-26 is the last day to reply."


def test_pauses() -> None:
    start, pause = date(2026, 12, 7), Pause(date(2026, 12, 9), date(2026, 12, 10))
    assert from_day(made("working-days", 3), BANK, start).due == date(2026, 12, 10)
    assert from_day(made("working-days", 3), BANK, start, pauses=[pause]).due == date(2026, 12, 14)
    assert from_day(made("months", 1), BANK, start, pauses=[pause]).due == date(2027, 1, 9)
    after = Pause(date(2027, 2, 1), date(2027, 2, 9))
    assert from_day(made("months", 1), BANK, start, pauses=[after]).due == date(2027, 1, 7)
    whole = Pause(date(2026, 12, 7), date(2027, 1, 7))
    assert from_day(made("months", 1), BANK, start, pauses=[whole]).due == date(2027, 2, 7)
    hours = from_day(made("hours", 24), NOTHING, moment("2026-12-08T12:00"), pauses=[pause])
    assert hours.due.isoformat() == "2026-12-11T12:00:00+00:00"


def test_what_cannot_be_paused() -> None:
    pause = Pause(date(2026, 12, 9), date(2026, 12, 10))
    turned = Pause(date(2026, 12, 10), date(2026, 12, 9))
    notice = made("clear-days", mode="clear")
    for rule, still in ((notice, pause), (made("weeks"), turned), (made("yearly", day="03-10"), pause)):
        with pytest.raises(Refusal):
            from_day(rule, BANK, date(2026, 12, 7), pauses=[still])


def test_a_cut_off_is_an_hour_of_the_last_day() -> None:
    question = made("working-days", 3, "before", cut_off="12:00", calendar="england-wales")
    assert before_day(question, BANK, date(2026, 12, 17)).due.isoformat() == "2026-12-14T12:00:00+00:00"
    assert from_day(question, BANK, moment("2026-12-14T12:00")).due == date(2026, 12, 17)
    assert from_day(question, BANK, moment("2026-12-14T12:01")).due == date(2026, 12, 18)
    summer = before_day(question, BANK, date(2026, 7, 16))
    assert summer.due.isoformat() == "2026-07-13T12:00:00+01:00"
    assert english(summer.working[-1]) == "It must be there by 12:00 that day."
    assert (
        from_day(made("weeks", cut_off="16:30"), BANK, date(2026, 12, 1)).due.isoformat() == "2026-12-08T16:30:00+00:00"
    )


HOURS = [
    # from, hours, due: the clocks go forward on 29 March 2026 and back on 25 October 2026
    ("2026-03-28T15:00", 24, "2026-03-29T16:00:00+01:00"),
    ("2026-03-29T01:30", 1, "2026-03-29T03:30:00+01:00"),  # 01:30 is skipped
    ("2026-10-24T15:00", 24, "2026-10-25T14:00:00+00:00"),
    ("2026-10-25T01:30", 1, "2026-10-25T02:30:00+00:00"),  # comes twice: a body's clock takes the second
    ("2026-10-25T01:30+01:00", 1, "2026-10-25T01:30:00+00:00"),
    ("2026-12-01T15:00", 24, "2026-12-02T15:00:00+00:00"),
    ("2026-07-01T15:00+00:00", 24, "2026-07-02T16:00:00+01:00"),
]


@pytest.mark.parametrize(("start", "length", "due"), HOURS)
def test_hours_pass_whatever_the_clocks_do(start: str, length: int, due: str) -> None:
    rule = made("hours", length, whose="them")
    assert from_day(rule, NOTHING, moment(start)).due.isoformat() == due


def test_hours_without_a_time_of_day() -> None:
    assert (
        from_day(made("hours", 24, whose="them"), NOTHING, date(2026, 12, 1)).due.isoformat()[:16] == "2026-12-03T00:00"
    )
    assert (
        from_day(made("hours", 24, whose="you"), NOTHING, date(2026, 12, 1)).due.isoformat()[:16] == "2026-12-02T00:00"
    )


def test_hours_of_working_days() -> None:
    rule = made("hours", 48, calendar="england-wales")
    for start, due in (("2026-12-24T15:00", "2026-12-30T15:00"), ("2026-12-26T10:00", "2026-12-31T00:00")):
        assert from_day(rule, BANK, moment(start)).due.isoformat()[:16] == due


def test_each_year() -> None:
    by, before = made("yearly", mode="in", day="02-01"), made("yearly", mode="before", day="03-01")
    for rule, start, due in (
        (by, "2027-02-01", "2027-02-01"),
        (by, "2027-02-02", "2028-02-01"),
        (before, "2028-02-29", "2028-02-29"),
        (before, "2027-03-01", "2028-02-29"),
    ):
        assert from_day(rule, NOTHING, date.fromisoformat(start)).due == date.fromisoformat(due)


def test_school_days_leave_out_closures() -> None:
    rule = made("school-days", 5, calendar="england-wales")
    with pytest.raises(Refusal):
        from_day(rule, BANK, date(2026, 12, 14))
    closed = {date(2026, 10, 26): "half term", **{date(2026, 12, day): "Christmas" for day in range(18, 32)}}
    closed |= {date(2027, 1, day): "Christmas" for day in (1, 2, 3)} | {date(2027, 2, 15): "half term"}
    school = Calendar("england-wales", BANK.off, closed, BANK.years)
    worked = from_day(rule, school, date(2026, 12, 14))
    assert worked.due == date(2027, 1, 5)
    assert "2026-12-18 to 2027-01-03 do not count: Christmas." in [english(one) for one in worked.working]


def test_dates_beyond_what_we_know_are_refused() -> None:
    days = made("working-days", 20)
    for start in (date(2025, 12, 31), date(2027, 12, 20), date(1899, 1, 1), date(9999, 12, 31), date(1, 1, 1)):
        with pytest.raises(Refusal):
            from_day(days, BANK, start)
    assert from_day(made("weeks"), NOTHING, date(2199, 12, 31)).due == date(2200, 1, 7)


def test_a_calendar_without_any_working_day_ends_in_a_sentence() -> None:
    always = {date(2026, 1, 1) + timedelta(number): DayOff("Strike") for number in range(365 * 2)}
    shut = Calendar("england-wales", always, {}, (2026, 2027))
    for rule in (made("working-days", 5), made("hours", 48, calendar="england-wales")):
        with pytest.raises(Refusal):
            from_day(rule, shut, date(2026, 12, 1))
    with pytest.raises(Refusal):
        before_day(made("clear-working-days", 5, "clear"), shut, date(2026, 12, 1))
    with pytest.raises(Refusal):
        from_day(made("weeks", roll="next-working-day"), shut, date(2026, 12, 1))


def test_a_pause_without_end_is_refused() -> None:
    with pytest.raises(Refusal):
        from_day(made("weeks"), NOTHING, date(2026, 12, 1), pauses=[Pause(date(2026, 12, 2), date.max)])


def test_a_rule_holds_only_in_its_time() -> None:
    rule = made("weeks", valid_from="2026-06-19", valid_to=date(2026, 12, 31))
    assert from_day(rule, NOTHING, date(2026, 6, 19))
    for day in (date(2026, 6, 18), date(2027, 1, 1)):
        with pytest.raises(Refusal):
            from_day(rule, NOTHING, day)


@pytest.mark.parametrize(("whose", "mode"), [("you", "in"), ("owner", "in"), ("them", "after"), ("anyone", "after")])
def test_a_mode_that_is_not_known(whose: str, mode: str) -> None:
    assert rule_of({"id": "one", "unit": "weeks", "length": 1, "whose": whose}).mode == mode


WRONG: list[dict[str, Any]] = [
    {"id": "one"},
    {"id": "one", "unit": "fortnights", "length": 1},
    {"id": "one", "unit": "weeks"},
    {"id": "one", "unit": "weeks", "length": 0},
    {"id": "one", "unit": "years", "length": 101},
    {"id": "one", "unit": "weeks", "length": True},
    {"id": "one", "unit": "weeks", "length": "six"},
    {"id": "one", "unit": "weeks", "length": 1, "mode": "during"},
    {"id": "one", "unit": "weeks", "length": 1, "whose": "nobody"},
    {"id": "one", "unit": "weeks", "length": 1, "cut_off": "noon"},
    {"id": "one", "unit": "weeks", "length": 1, "valid_from": "soon"},
    {"id": "one", "unit": "hours", "length": 1, "counts": "back"},
    {"id": "one", "unit": "yearly"},
    {"id": "one", "unit": "yearly", "day": "02-30"},
    {"unit": "weeks", "length": 1},
]


@pytest.mark.parametrize("data", WRONG)
def test_a_rule_that_is_not_whole_is_a_sentence(data: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        rule_of(data)


def test_months_are_added_over_the_year() -> None:
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert add_months(date(2027, 12, 31), 2) == date(2028, 2, 29)
