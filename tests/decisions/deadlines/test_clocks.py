"""Every clock of the England pack says what the facts say, and gives the date that a plain count gives."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from decisions.deadlines.basis import may_drive_a_date
from decisions.deadlines.calendars import calendar_of
from decisions.deadlines.finding import find_rule, others_of
from decisions.deadlines.rules import Unit, rule_of
from decisions.deadlines.work_out import from_day
from forum.refusal import Refusal
from tests.decisions.deadlines import daily, facts
from tests.decisions.deadlines.england import CALENDARS, RULES, calendar, latest, rule, worked

START = date(2026, 12, 14)  # a Monday; Christmas and the New Year follow
ROWS = [line.split() for line in facts.CLOCKS.split("\n") if line]
COUNTED = [row for row in ROWS if not row[1].endswith(("H", "SD"))]
ROLLED = ("K27", "K28")  # a last day that is no working day is the next one
BY_FACT = {str(one.get("fact", "")): one for one in RULES.values()}


def parts(row: list[str]) -> tuple[int, str, str]:
    """Length, unit and mode of a row."""
    found = re.fullmatch(r"(\d+)([A-Z]+)", row[1])
    assert found
    return int(found[1]), facts.UNITS[found[2]], row[2]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_clock_is_that_of_the_facts(row: list[str]) -> None:
    given = rule(row[0])
    length, unit, mode = parts(row)
    assert given.fact == row[0]
    assert (given.length, given.unit, given.mode, given.whose) == (length, unit, mode, row[3])
    assert given.back == ("back" in row)
    assert (given.calendar == "any-uk") == ("uk" in row)


@pytest.mark.parametrize("row", COUNTED, ids=lambda row: row[0])
def test_the_date_is_that_of_a_plain_count(row: list[str]) -> None:
    length, unit, mode = parts(row)
    given = rule(row[0])
    off = calendar_of("any-uk" if "uk" in row else given.calendar or "england-wales", CALENDARS).off
    counts = daily.counting(unit, off, (), ())
    if "back" in row:
        assert worked(row[0], START).due == daily.first_day(length, unit, mode, START, counts)
        assert latest(row[0], START.isoformat()) == daily.publish_by(length, unit, mode, START, counts).isoformat()
    else:
        shown = worked(row[0], START)
        last = daily.last_day(length, unit, mode, START, counts)
        while row[0][:3] in ROLLED and (last.weekday() > 4 or last in off):
            last += daily.ONE
        assert (shown.limit or shown.due) == last


def test_hours() -> None:
    zone = ZoneInfo("Europe/London")
    for number, end in (("K74", 15), ("K82", 16), ("K89.nearest-relative", 17)):
        start = datetime(2026, 12, 14, 9, 30, tzinfo=zone)
        assert from_day(rule(number), calendar(rule(number)), start).due == datetime(2026, 12, end, 9, 30, tzinfo=zone)


def test_every_fact_is_there_and_nothing_else() -> None:
    said = {row[0] for row in ROWS} | set(facts.NO_NUMBER) | set(facts.YEARLY)
    assert set(BY_FACT) - {""} == said
    assert {one.split(".")[0] for one in said} == set(facts.NUMBERS)
    assert len({one.get("fact") or one["id"] for one in RULES.values()}) == len(RULES)


def test_a_bare_number_means_its_general_clock() -> None:
    for pair in facts.GENERAL.replace("\n", " ").split(","):
        bare, whole = pair.split()
        assert rule(bare).fact == whole
        assert whole not in [other.fact for other in others_of(rule(bare), RULES)]
    assert rule("K27").fact == "K27"
    assert [other.fact for other in others_of(rule("K27"), RULES)] == ["K27.longer"]
    assert rule(" k33.STAGE1-reply ").ident == "council-complaint.stage1-reply"


def test_a_clock_without_a_number_says_so() -> None:
    for fact in facts.NO_NUMBER:
        given = rule_of(BY_FACT[fact])
        assert not given.has_number
        assert may_drive_a_date(given)
        with pytest.raises(Refusal) as refusal:
            from_day(given, calendar(given), START)
        assert refusal.value.sentence.values["plain"] == given.plain != ""


def test_what_is_not_law_yet_or_not_sure_drives_no_date() -> None:
    assert may_drive_a_date(rule("K44.longer-pause"))
    unsure = rule_of({**BY_FACT["K21"], "confidence": "low"})
    assert may_drive_a_date(unsure)
    assert may_drive_a_date(rule("K21")) is None
    assert [one["id"] for one in RULES.values() if one["confidence"] == "low"] == ["community-bid.longer-pause"]


def test_how_sure_we_are() -> None:
    words = {"H": "high", "M": "medium"}
    for pair in facts.SURE.replace("\n", " ").split(","):
        fact, letter = pair.split()
        assert rule(fact).confidence == words[letter], fact


def test_near_names_are_offered() -> None:
    for given, near in (
        ("K07", "K08"),
        ("foi.repyl", "foi.reply"),
        ("bus", "bus-change.draft"),
        ("K33.x", "K33.stage1-reply"),
    ):
        with pytest.raises(Refusal) as refusal:
            find_rule(given, RULES)
        assert near in refusal.value.sentence.values["near"]
    for given in ("", "\N{SNOWMAN}"):
        with pytest.raises(Refusal):
            find_rule(given, RULES)


def test_every_entry_can_be_checked() -> None:
    for one in RULES.values():
        assert {"id", "name", "plain", "source", "basis", "confidence", "checked", "check_by"} <= set(one), one["id"]
        assert one["checked"] < one["check_by"]
        if following := one.get("then"):
            assert following in RULES, one["id"]
    assert {Unit(one["unit"]) for one in RULES.values() if "unit" in one} == set(Unit)
