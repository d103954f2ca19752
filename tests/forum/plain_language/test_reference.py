"""RA-1 on 16 texts that were counted word by word, and on sentences and words that were labelled by hand.

The files in `data/` came with the definition of RA-1: "reference" was annotated word by word, "gold" is a part of
the labelled cases, to build against. All were written for this purpose; nothing in them is copied from a public text.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from forum.plain_language import check
from forum.plain_language.abbreviations import abbreviations
from forum.plain_language.checker import NO_TERMS
from forum.plain_language.passive import passives
from forum.plain_language.sentence import read
from forum.plain_language.syllables import syllables

DATA = Path(__file__).parent / "data"
ANNOTATED = re.compile(r"(.*?):?(\d)")


def data(name: str) -> Any:
    """The cases of a file."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", data("reference_readability"), ids=lambda case: case["id"])
def test_a_reference_text(case: dict[str, Any]) -> None:
    figures = check(case["text"]).figures
    for name in ("sentences", "words", "syllables", "polysyllables"):
        assert getattr(figures, name) == case[name], name
    assert (round(figures.fk, 2), round(figures.smog, 2)) == (case["fk"], case["smog"])
    said = [(word.text, syllables(word.text)) for one in read(case["text"]) for word in one.words]
    annotated = map(ANNOTATED.fullmatch, case["annotation"].split())
    assert said == [(found[1], int(found[2])) for found in annotated if found]


def test_sentences() -> None:
    cases = data("gold_sentences")
    assert [one["text"] for one in cases if len(list(read(one["text"]))) != one["sentences"]] == []


def test_syllables() -> None:
    wrong = {}
    for word, said in data("gold_syllables_dev").items():
        least, _, most = said.partition("-")
        if not int(least) <= syllables(word) <= int(most or least):
            wrong[word] = (said, syllables(word))
    assert wrong == {}


def test_passives() -> None:
    cases = data("gold_passive_dev")
    assert [text for text, count in cases if sum(len(list(passives(one))) for one in read(text)) != count] == []


def test_abbreviations() -> None:
    for text, expected in data("gold_abbreviations_dev"):
        found = abbreviations(text, list(read(text)), NO_TERMS)
        assert [text[one.start : one.end] for one in found] == expected, text
