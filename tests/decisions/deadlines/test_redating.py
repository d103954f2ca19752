"""A bank holiday that is announced late moves open dates, and says so; a date set by hand stays."""

from datetime import date
from typing import Any

from decisions.deadlines.calendars import Calendar, calendars_of
from decisions.deadlines.counting import Pause
from decisions.deadlines.redating import Open, moved
from tests.decisions.deadlines.england import CALENDARS, english, rule


def with_day(nation: str, day: str, name: str = "Extra bank holiday") -> dict[str, Calendar]:
    """The calendars with one more bank holiday."""
    added = [*CALENDARS[nation]["holidays"], {"day": day, "name": name}]
    return calendars_of({**CALENDARS, nation: {**CALENDARS[nation], "holidays": added}})


OLD = calendars_of(CALENDARS)


def request(number: str = "K21", start: str = "2026-09-01", due: str = "2026-09-29", **more: Any) -> Open:
    """An open date."""
    return Open(1, rule(number), date.fromisoformat(start), date.fromisoformat(due), **more)


def test_a_new_bank_holiday_moves_the_dates_that_count_it() -> None:
    new = with_day("northern-ireland", "2026-09-15")
    healthwatch = request("K20")  # counts England and Wales alone
    found = moved([request(), healthwatch], OLD, new)
    assert [one.open.rule.fact for one in found] == ["K21"]
    assert found[0].worked.due == date(2026, 9, 30)
    assert english(found[0].sentence) == (
        "2026-09-15 is now a bank holiday in Northern Ireland. So this date moved from 2026-09-29 to 2026-09-30."
    )


def test_a_bank_holiday_in_england_moves_both() -> None:
    found = moved([request(), request("K20")], OLD, with_day("england-wales", "2026-09-15"))
    assert [one.worked.due for one in found] == [date(2026, 9, 30)] * 2
    assert "in England and Wales" in english(found[0].sentence)


def test_a_day_outside_of_the_count_moves_nothing() -> None:
    for day in ("2026-08-28", "2026-09-19", "2026-10-01"):
        assert moved([request()], OLD, with_day("england-wales", day)) == []


def test_a_bank_holiday_taken_back() -> None:
    found = moved([request(due="2026-09-30")], with_day("scotland", "2026-09-15"), OLD)
    assert [one.worked.due for one in found] == [date(2026, 9, 29)]
    assert english(found[0].sentence).startswith("2026-09-15 is not a bank holiday any more.")


def test_a_notice_moves_back() -> None:
    papers = Open(1, rule("K06"), date(2026, 9, 17), date(2026, 9, 9), is_back=True)
    found = moved([papers], OLD, with_day("england-wales", "2026-09-15"))
    assert [one.worked.due for one in found] == [date(2026, 9, 8)]


def test_a_pause_is_kept() -> None:
    paused = request(due="2026-10-01", pauses=(Pause(date(2026, 9, 7), date(2026, 9, 8)),))
    found = moved([paused], OLD, with_day("scotland", "2026-09-15"))
    assert [one.worked.due for one in found] == [date(2026, 10, 2)]


def test_a_day_of_mourning_moves_a_parish_notice() -> None:
    notice = Open(1, rule("K08"), date(2026, 9, 17), date(2026, 9, 12), is_back=True)
    mourning = {**CALENDARS["parish"], "holidays": [{"day": "2026-09-15", "name": "Day of mourning"}]}
    found = moved([notice], OLD, calendars_of({**CALENDARS, "parish": mourning}))
    assert [one.worked.due for one in found] == [date(2026, 9, 11)]
    assert english(found[0].sentence).startswith("2026-09-15 is now a bank holiday. So")


def test_what_was_set_by_hand_or_cannot_be_worked_out_stays() -> None:
    new = with_day("england-wales", "2026-09-15")
    assert moved([request(due="2026-09-25")], OLD, new) == []
    assert moved([request("K58", due="2026-09-25")], OLD, new) == []
    assert moved([request("K32", due="2027-08-31")], OLD, new) == []  # counts no working days
    assert moved([request()], {}, new) == []
