"""10,000 random deadlines agree with the day-by-day count: a few with the other tests, all with `PROVE=1`."""

from typing import Any

from hypothesis import given, settings

from tests.decisions.deadlines.test_day_by_day import check_back, check_forward, clocks
from tests.sizes import sized

EXAMPLES = sized(50, 5_000)  # in each direction


@settings(max_examples=EXAMPLES, deadline=None)
@given(clocks())
def test_forward(clock: dict[str, Any]) -> None:
    check_forward(clock)


@settings(max_examples=EXAMPLES, deadline=None)
@given(clocks(back=True))
def test_back(clock: dict[str, Any]) -> None:
    check_back(clock)
