"""The phone lines of a council for somebody who is not safe, read from the place's own fact (pure)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FACT = "safeguarding-lines"  # the local fact of the England pack
LINE = re.compile(r"([^:.;\n]+):\s*(0[\d ]{8,13}\d)")  # "Adults: 01632 960 111."


@dataclass(frozen=True, slots=True)
class SafetyLine:
    """One line: for whom or when it is, in the place's own words, and its number. Without a number, words alone."""

    says: str
    number: str = ""


def lines(local: Mapping[str, Mapping[str, Any]]) -> list[SafetyLine]:
    """Return the lines that a place gave. What can't be read as lines stays one line of words, so nothing is lost."""
    given = str(local.get(FACT, {}).get("value", "")).strip()
    found = [SafetyLine(says.strip(), number.strip()) for says, number in LINE.findall(given)]
    return found or ([SafetyLine(given)] if given else [])
