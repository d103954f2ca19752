"""Dates that were worked out by others: legal vectors, and the worked dates of the facts, in both directions."""

from datetime import datetime

import pytest

from decisions.deadlines.work_out import from_day
from tests.decisions.deadlines.england import calendar, due, latest, rule, worked

FOI = [
    # the day it came, the last day by England and Wales alone, the last day by any part of the United Kingdom
    ("2026-03-02", "2026-03-30", "2026-03-31"),
    ("2026-07-01", "2026-07-29", "2026-07-30"),
    ("2026-07-20", "2026-08-17", "2026-08-18"),
    ("2026-11-20", "2026-12-18", "2026-12-21"),
    ("2027-03-01", "2027-03-31", "2027-04-01"),
    ("2026-12-01", "2026-12-31", "2026-12-31"),
]


@pytest.mark.parametrize(("came", "england_wales", "any_uk"), FOI)
def test_freedom_of_information(came: str, england_wales: str, any_uk: str) -> None:
    assert due("K21", came) == any_uk
    assert due("K21", came, other="england-wales") == england_wales


def test_a_scottish_bank_holiday_counts_for_foi_only() -> None:
    assert due("K21", "2026-06-01") == "2026-06-30"  # 15 June in Scotland
    assert due("K20", "2026-06-01") == "2026-06-29"


def test_48_hours_leave_out_easter() -> None:
    notice = datetime.fromisoformat("2026-04-02T15:00")
    given = rule("website-complaint.pass-on")
    assert from_day(given, calendar(given), notice).due.isoformat() == "2026-04-08T15:00:00+01:00"


WORKED = [
    # C5: months and days that begin with a day
    ("K18", "2026-12-10", "2027-06-09"),
    ("K31", "2026-12-10", "2027-06-09"),
    ("K40", "2026-12-07", "2026-12-27"),
    ("K46", "2026-12-07", "2026-12-27"),
    ("K49", "2026-12-07", "2026-12-27"),
    # the community's right to bid
    ("K43", "2026-12-01", "2027-01-11"),
    ("K44", "2026-12-01", "2027-05-31"),
    ("K44.protected", "2026-12-01", "2028-05-31"),
    # each year
    ("K67", "2026-12-01", "2027-03-10"),
    ("K67", "2027-03-10", "2027-03-10"),
    ("K67", "2027-03-11", "2028-03-10"),
    ("K67.precepts", "2028-01-10", "2028-02-29"),
    ("K66", "2026-12-01", "2027-02-01"),
    ("K66.panel", "2026-12-01", "2027-02-08"),
]


@pytest.mark.parametrize(("number", "start", "last"), WORKED)
def test_worked_dates(number: str, start: str, last: str) -> None:
    assert due(number, start) == last


NOTICES = [
    # C1: Thursday 17 December, five whole working days between
    ("K06", "2026-12-09", "2026-12-17"),
    ("K03", "2026-12-09", "2026-12-17"),
    # C2: published on 1 March
    ("K01", "2027-03-01", "2027-03-30"),
    ("K02", "2027-03-01", "2027-03-30"),
    # the day of publication is day 1
    ("K62", "2026-12-07", "2026-12-17"),
]


@pytest.mark.parametrize(("number", "notice", "event"), NOTICES)
def test_notices_in_both_directions(number: str, notice: str, event: str) -> None:
    worked_out = worked(number, notice)
    assert (worked_out.due.isoformat(), worked_out.means) == (event, "first-day")
    assert latest(number, event) == notice


def test_a_notice_before_a_monday_moves_back_to_a_working_day() -> None:
    assert latest("K06", "2026-12-21") == "2026-12-11"  # 14 to 18 counted; 12 and 13 are a weekend
    assert latest("K01", "2027-03-29") == "2027-02-28"  # a Sunday: this clock counts every day


def test_a_parish_notice_of_three_clear_days() -> None:
    assert latest("K08", "2026-12-14") == "2026-12-09"  # Thursday, Friday and Saturday count, Sunday does not
    assert due("K08", "2026-12-09") == "2026-12-13"
    assert due("K08", "2026-12-10") == "2026-12-15"


def test_a_parish_notice_over_christmas_and_easter() -> None:
    assert latest("K08", "2026-12-31") == "2026-12-21"  # the break is 24 to 29 December
    assert latest("K08", "2026-04-09") == "2026-03-30"  # the break is 2 to 7 April
    assert latest("K78", "2026-12-14") == "2026-12-04"


def test_court_limits_show_the_day_before() -> None:
    shown = worked("K60", "2026-12-10")
    assert (shown.due.isoformat(), str(shown.limit)) == ("2027-03-09", "2027-03-10")
    assert worked("K47", "2026-12-10").due.isoformat() == "2027-01-20"


def test_one_calendar_month_moves_to_a_working_day() -> None:
    assert due("K27", "2026-11-22") == "2026-12-22"
    assert due("K27", "2026-11-25") == "2026-12-29"  # Christmas Day, a weekend and a substitute day
    assert due("K27", "2027-01-31") == "2027-03-01"  # 28 February is a Sunday
    assert due("K28", "2026-11-26") == "2026-12-29"  # 26 December is a Saturday


def test_awaabs_law_in_hours_and_days() -> None:
    given = rule("K74")
    start = datetime.fromisoformat("2026-12-05T23:30")
    assert from_day(given, calendar(given), start).due.isoformat() == "2026-12-06T23:30:00+00:00"
    assert due("K74.investigate", "2026-12-05") == "2026-12-18"


def test_school_days_need_term_dates() -> None:
    assert due("K97", "2026-09-01") == "2026-11-24"
