"""The words of the clocks are plain: short sentences, no abbreviation, no em dash."""

import re

from tests.decisions.deadlines.england import CALENDARS, RULES
from tests.test_words import JARGON

KEYS = ("name", "plain", "starts", "ends")
KNOWN = {"NHS", "GP", "DoLS", "EHC", "A", "I"}


BRACKETS = re.compile(r"\([^)]*\)")  # the official name, behind the plain one


def texts() -> list[tuple[str, str]]:
    found = [(one["id"], one[key]) for one in RULES.values() for key in KEYS if key in one]
    found += [(one["id"], text) for one in RULES.values() for text in one.get("pauses", ())]
    return found + [(one["id"], one[key]) for one in CALENDARS.values() for key in ("name", "plain")]


def test_sentences_are_short() -> None:
    long = [
        (ident, sentence)
        for ident, text in texts()
        for sentence in re.split(r"(?<=[.?!])\s", text)
        if len(sentence.split()) > 20
    ]
    assert long == []


def test_words_are_plain() -> None:
    assert [
        one for one in texts() if "\N{EM DASH}" in one[1] or "'" in one[1] or JARGON.search(BRACKETS.sub("", one[1]))
    ] == []
    shouted = [(ident, word) for ident, text in texts() for word in re.findall(r"\b[A-Z]{2,}\b", text)]
    assert [one for one in shouted if one[1] not in KNOWN] == []


def test_what_is_usual_is_called_usual() -> None:
    for one in RULES.values():
        if one["basis"] == "typical":
            assert re.search(r"\b(usual|usually|Each council|No law|gives no number|If)\b", one["plain"]), one["id"]
            assert "right" not in one["plain"] and "must" not in one["plain"], one["id"]
