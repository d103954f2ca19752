"""The engine agrees with a plain count, day by day, whatever the rule, the days off and the pauses."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from decisions.deadlines.calendars import Calendar, DayOff
from decisions.deadlines.counting import Pause
from decisions.deadlines.rules import rule_of
from decisions.deadlines.work_out import before_day, from_day
from tests.decisions.deadlines import daily

FIRST, LAST = date(2024, 1, 1), date(2029, 12, 31)
YEARS = (2000, 2100)
LENGTHS = {"weeks": 20, "months": 30, "years": 6}
FORWARD = st.sampled_from(["working-days", "calendar-days", "weeks", "months", "years", "school-days"])
MODES = st.sampled_from(["in", "after"])
CLEAR = st.sampled_from(["clear-working-days", "clear-days", "parish-clear-days"])


@st.composite
def clocks(draw: st.DrawFn, *, back: bool = False) -> dict[str, Any]:
    """A rule, a start, days off and pauses."""
    is_clear = back and draw(st.booleans())
    unit = draw(CLEAR if is_clear else FORWARD)
    modes = st.sampled_from(["in", "after", "before"]) if back else MODES
    start = draw(st.dates(FIRST, LAST))
    near = st.integers(-90, 90).map(lambda days: start + timedelta(days))
    lengths = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), max_size=2)
    pauses = [] if back else [(start + timedelta(a), start + timedelta(a + b)) for a, b in draw(lengths)]
    return {
        "unit": unit,
        "length": draw(st.integers(1, LENGTHS.get(unit, 70))),
        "mode": "clear" if is_clear else draw(modes),
        "start": start,
        "off": draw(st.sets(near, max_size=20)),
        "closed": draw(st.sets(near, max_size=20)),
        "pauses": pauses,
    }


def engine(clock: dict[str, Any], *, back: bool) -> tuple[Any, Calendar]:
    """The engine's rule and calendar for a clock."""
    data = {key: clock[key] for key in ("unit", "length", "mode")}
    rule = rule_of({"id": "any", **data, "counts": "back" if back else "forward", "calendar": "test"})
    closed = {**dict.fromkeys(clock["closed"], "closed"), date(2000, 1, 1): "closed", date(2100, 12, 31): "closed"}
    off = dict.fromkeys(clock["off"], DayOff("Bank holiday"))
    return rule, Calendar("test", off, closed, YEARS)


def still_days(clock: dict[str, Any]) -> set[date]:
    return {a + timedelta(number) for a, b in clock["pauses"] for number in range((b - a).days + 1)}


def check_forward(clock: dict[str, Any]) -> None:
    rule, calendar = engine(clock, back=False)
    pauses = [Pause(*one) for one in clock["pauses"]]
    still = still_days(clock)
    counts = daily.counting(clock["unit"], clock["off"], clock["closed"], still)
    wanted = daily.last_day(clock["length"], clock["unit"], clock["mode"], clock["start"], counts, still)
    assert from_day(rule, calendar, clock["start"], pauses=pauses).due == wanted


def check_back(clock: dict[str, Any]) -> None:
    rule, calendar = engine(clock, back=True)
    counts = daily.counting(clock["unit"], clock["off"], clock["closed"], ())
    asked = (clock["length"], clock["unit"], clock["mode"], clock["start"], counts)
    assert from_day(rule, calendar, clock["start"]).due == daily.first_day(*asked)
    assert before_day(rule, calendar, clock["start"]).due == daily.publish_by(*asked)


@settings(max_examples=200, deadline=None)
@given(clocks())
def test_forward(clock: dict[str, Any]) -> None:
    check_forward(clock)


@settings(max_examples=200, deadline=None)
@given(clocks(back=True))
def test_back(clock: dict[str, Any]) -> None:
    check_back(clock)
