"""Our own words are plain: a simple count over every text of ours that people read, from the sources themselves.

It holds single sentences. Whole pages and packs are held by their reading age.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"_": None, "N_": None, "NN_": (1, 2), "gettext": None, "ngettext": (1, 2)}
LONGEST = 20
GAP = re.compile(r"%\(\w+\)s")
END = re.compile(r"(?<=[.!?])[”’)]?\s+")
WORD = re.compile(r"[\w’'&/@.-]*\w")
ABBREVIATION = re.compile(r"\b[A-Z][A-Z]+s?\b")
EVERYBODY_SAYS = {"GP", "MB", "NHS", "UK"}
EXPLAINED = re.compile(r"\((?:the )?([A-Z]+)\)|\b([A-Z]+): the ")  # “the board for your area (the ICB)”, “PALS: the …”
PATTERN = re.compile(r"[EdMyLhma :]+")  # of a date
OFFICIAL = ("Regulations 2009", "Web Content Accessibility Guidelines")  # names of laws and standards, word for word
JARGON = re.compile(
    r"\b(access(?:ed|ing)|acknowledg\w*|aforementioned|approximately|assist(?:ance|ed|ing|s)?|attain|authenticat\w*|co-?produc\w*|"
    r"commenc\w*|commission(?:ed|ing)|consult(?:ed|ation|ations|ee|ees)|credential\w*|deliverables?|delegated|disseminat\w*|"
    r"empower\w*|endeavour\w*|engag(?:e|ed|ement|ing)|ensur\w*|facilitat(?:e|es|ed|ing|ion)|governance|hereby|holistic|"
    r"implement\w*|in order to|in respect of|initiatives?|invalid|leverag\w*|log ?in|moderation|mandatory|pathways?|"
    r"prior to|pursuant|regarding|remuneration|robust|service users?|signpost\w*|stakeholders?|statutory|strateg\w*|"
    r"submit\w*|subsequent\w*|terminat\w*|tokens?|transparen\w*|urls?|user ?names?|utili[sz]\w*|via|whilst)\b",
    re.IGNORECASE,
)


@cache
def texts() -> dict[str, str]:
    """Every text of ours, and one place where it stands."""
    with (ROOT / "babel.cfg").open() as file:
        mapping, options = parse_mapping_cfg(file)
    found: dict[str, str] = {}
    for path, line, given, _comments, _context in extract_from_dir(ROOT, mapping, options, keywords=KEYWORDS):
        for text in given if isinstance(given, tuple) else (given,):
            found.setdefault(text, f"{path}:{line}")
    return found


def sentences(text: str) -> list[str]:
    """The sentences of a text; what fills a gap counts as one word."""
    return END.split(GAP.sub("x", text))


def too_long(text: str) -> bool:
    """Whether a sentence has over 20 words."""
    return any(len(WORD.findall(one)) > LONGEST for one in sentences(text))


def unexplained(text: str) -> set[str]:
    """Abbreviations that not everybody says and that the text does not explain."""
    explained = {one for pair in EXPLAINED.findall(text) for one in pair}
    return set(ABBREVIATION.findall(GAP.sub("", text))) - EVERYBODY_SAYS - explained


def ours() -> dict[str, str]:
    """Our texts without official names and without patterns of dates."""
    found = {text: where for text, where in texts().items() if not any(name in text for name in OFFICIAL)}
    return {text: where for text, where in found.items() if not PATTERN.fullmatch(text)}


def test_there_are_words_to_count() -> None:
    assert len(texts()) > 1000
    assert "Skip to the main part" in texts()
    assert {"%(num)s day late", "%(num)s days late", "Write your e-mail address."} <= set(texts())


def test_no_sentence_is_long() -> None:
    assert [f"{where}: {text}" for text, where in ours().items() if too_long(text)] == []


def test_no_abbreviation_is_left_unexplained() -> None:
    assert [f"{where}: {found} in {text}" for text, where in ours().items() if (found := unexplained(text))] == []


def test_no_word_is_jargon() -> None:
    assert [f"{where}: {found[0]} in {text}" for text, where in ours().items() if (found := JARGON.search(text))] == []


def test_no_em_dash() -> None:
    assert [f"{where}: {text}" for text, where in texts().items() if "—" in text] == []


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("It closes on Friday. Tell us by noon.", True),
        (" ".join(["word"] * 20) + ". " + " ".join(["word"] * 20) + ".", True),
        (" ".join(["word"] * 21) + ".", False),
        ("Ask %(name)s " + "now " * 18, True),
        ("Ask %(name)s " + "now " * 19, False),
    ],
)
def test_words_are_counted_by_the_sentence(text: str, fine: bool) -> None:
    assert too_long(text) is not fine


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ask your GP.", set()),
        ("Ask the board for your area (the ICB). The ICB answers.", set()),
        ("Ask PALS: the hospital’s advice team.", set()),
        ("Ask the ICB.", {"ICB"}),
        ("%(WHO)s asks two DPHs", {"DPHs"}),
    ],
)
def test_abbreviations_are_found(text: str, left: set[str]) -> None:
    assert unexplained(text) == left
