"""What a pathway says, in sentences: on whose authority a step takes as long as it does."""

import pytest

from decisions.pathways.words import takes
from tests.decisions.deadlines.england import english
from tests.england import entries


@pytest.mark.parametrize(
    ("long", "source", "words"),
    [
        ("21 days", "statute", "By law: 21 days"),
        ("before the decision", "statute", "By law: before the decision"),
        ("28 days", "guidance", "National guidance says: 28 days"),
        ("5 working days", "local", "Each council or body sets this. Often: 5 working days"),
        ("6 to 12 weeks", "typical", "Usually 6 to 12 weeks. That is not a right"),
        ("6 to 12 weeks", "", "Usually 6 to 12 weeks. That is not a right"),
        ("once a year", "typical", "Usually once a year. That is not a right"),
        ("now", "typical", "now"),
        ("one meeting", "typical", "one meeting"),
        ("no set time", "local", "no set time"),
        ("10 minutes", "typical", "10 minutes"),
        ("", "typical", ""),
    ],
)
def test_how_long_says_on_whose_authority(long: str, source: str, words: str) -> None:
    said = takes(long, source)
    assert (said if isinstance(said, str) else english(said)) == words


def test_nothing_is_said_to_be_often_or_usual_twice() -> None:
    steps = [(one["id"], step) for one in entries()["pathway"] for step in one["step"]]
    assert [(ident, step["id"]) for ident, step in steps if step["takes"].lower().startswith(("often", "usual"))] == []
