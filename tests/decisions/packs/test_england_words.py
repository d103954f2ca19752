"""Everything that people read in the England pack is plain: short sentences, no jargon, no unexplained letters.

A simple count, so that a writer sees at once what to change. Official names and laws stand in `source`.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.england import Entry, entries

LONGEST = 20
MEANT_FOR_READERS = {
    "name", "plain", "say", "then", "if", "ask", "help", "steps", "room", "sheet", "helper", "needs", "money", "nearby",
    "where", "committee", "first_words", "condition", "takes", "official_way", "who", "decides", "advises", "meets",
    "papers", "take_part", "challenge", "use", "limits", "starts", "ends", "pauses", "example", "how", "short",
}  # fmt: skip
IDS = {("pathway", "decides"), ("pathway", "advises")}  # in a pathway these name bodies
JARGON = re.compile(
    r"\b(commissioning|stakeholders?|provisions?|statutory|pathways?|engagement|utili[sz]e\w*|"
    r"facilitat\w*|robust|holistic\w*|signpost\w*|leverag\w*|pursuant|hereby|endeavour\w*|liaise|remit|deliverables?|"
    r"service users?|going forward|in order to|prior to|with regard to|regarding|commenc\w*|in respect of|whilst|"
    r"procur\w*|eligib\w*|beneficiar\w*|reconfigur\w*|co-?terminous|multi-?disciplinary|workstreams?|learnings)\b",
    re.IGNORECASE,
)
KNOWN = {"NHS", "GP", "MP", "UK", "GOV"}  # letters that need no words beside them: GOV.UK is an address
LETTERS = re.compile(r"\b[A-Z][A-Za-z]?[A-Z]+s?\b")
OFFICIAL = {"word", "pack"}  # a word is explained beside itself

KINDS = sorted(kind for kind in entries() if kind not in OFFICIAL)


def read(kind: str, entry: Entry) -> Iterator[str]:
    """Yield each text of an entry that stands on a page."""
    return _read(kind, entry, "")


def _read(kind: str, value: Any, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _read(kind, one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _read(kind, one, key)
    elif isinstance(value, str) and key in MEANT_FOR_READERS and (kind, key) not in IDS:
        yield value


def sentences(text: str) -> list[str]:
    """Split where a sentence ends: a full stop, a question mark or an exclamation mark, and a space."""
    return [one for one in re.split(r"(?<=[.?!])[”’\")]*\s+", text) if one]


def test_the_count_tells_long_from_short() -> None:
    assert [len(one.split()) for one in sentences("Ask first. Then, if they say no, ask again.")] == [2, 7]
    assert JARGON.search("Our commissioning team")
    assert not JARGON.search("The Information Commission answers")
    assert not JARGON.search("The police and crime commissioner")


@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_is_long(kind: str) -> None:
    long = [
        (one["id"], sentence)
        for one in entries()[kind]
        for text in read(kind, one)
        for sentence in sentences(text)
        if len(sentence.split()) > LONGEST
    ]
    assert long == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_dash_joins_two_thoughts(kind: str) -> None:
    assert [(one["id"], text) for one in entries()[kind] for text in read(kind, one) if re.search("[—–]", text)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_jargon(kind: str) -> None:
    found = [(one["id"], hit[0], text) for one in entries()[kind] for text in read(kind, one)
             if (hit := JARGON.search(text))]  # fmt: skip
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_letters_are_explained_where_they_stand(kind: str) -> None:
    """Initials are known to all, or the same entry has the words: "the NHS planning board (ICB)"."""
    bare = []
    for one in entries()[kind]:
        text = "\n".join(read(kind, one))
        explained = {letters.rstrip("s") for inside in re.findall(r"\(([^)]*)\)", text) for letters in inside.split()}
        bare += [(one["id"], letters) for letters in LETTERS.findall(text)
                 if letters.rstrip("s") not in KNOWN | explained]  # fmt: skip
    assert sorted(set(bare)) == []
