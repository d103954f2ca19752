"""The phone lines of a council for somebody who is not safe."""

import pytest

from decisions.who_decides.safety_lines import FACT, SafetyLine, lines


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (
            "Adults: 01632 960 111. Children: 01632 960 113. At night and weekends: 01632 960 112.",
            [("Adults", "01632 960 111"), ("Children", "01632 960 113"), ("At night and weekends", "01632 960 112")],
        ),
        ("All day: 01632960111", [("All day", "01632960111")]),
        ("Ring the council and ask", [("Ring the council and ask", "")]),
        ("  ", []),
    ],
)
def test_lines_are_read_and_nothing_is_lost(given: str, found: list[tuple[str, str]]) -> None:
    assert lines({FACT: {"value": given}}) == [SafetyLine(*one) for one in found]


def test_a_place_that_gave_none_has_none() -> None:
    assert lines({}) == lines({FACT: {}}) == []
