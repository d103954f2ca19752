"""By when an answer is owed, and what that rests on."""

from datetime import date
from typing import Any

import pytest

from decisions.answers.questions.due import worked
from tests.england import by_id

MONDAY = date(2026, 11, 2)
COUNTED = {"unit": "working-days", "mode": "after", "whose": "them", "confidence": "high"}
RULES: dict[str, dict[str, Any]] = {
    "own": {"id": "own", "name": "Ours", "length": 10, "basis": "promise", **COUNTED},
    "law": {"id": "law", "name": "Law", "length": 20, "basis": "law", **COUNTED},
    "bill": {"id": "bill", "name": "Bill", "length": 5, "basis": "bill", **COUNTED},
    "unsure": {"id": "unsure", "name": "Unsure", "length": 5, "basis": "promise", **COUNTED, "confidence": "low"},
    "old": {"id": "old", "name": "Old", "length": 5, "basis": "promise", "check_by": date(2026, 1, 1), **COUNTED},
}

FOUND = {"rule": RULES, "calendar": by_id("calendar")}


@pytest.mark.parametrize(
    ("ident", "due_on", "basis"),
    [
        ("own", date(2026, 11, 16), "promise"),
        ("law", date(2026, 11, 30), "law"),
        ("", date(2026, 11, 30), "typical"),
        ("no-such-clock", date(2026, 11, 30), "typical"),
        ("bill", date(2026, 11, 30), "typical"),
        ("unsure", date(2026, 11, 30), "typical"),
    ],
)
def test_a_clock_that_we_are_not_sure_of_gives_only_what_is_usual(ident: str, due_on: date, basis: str) -> None:
    found = worked(FOUND, ident, MONDAY)
    assert (found.due_on, found.basis) == (due_on, basis)
    assert found.rule == (ident if basis != "typical" else "")


def test_a_clock_that_should_have_been_looked_at_again_makes_nobody_late() -> None:
    assert worked(FOUND, "old", MONDAY).basis == "typical"
