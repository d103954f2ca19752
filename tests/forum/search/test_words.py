"""Words, excerpts and spelling: pure."""

import pytest

from forum.search.excerpts import LENGTH, Piece, excerpt, marked
from forum.search.spelling import distance, meant
from forum.search.words import LONGEST_WORD, MOST_WORDS, asked, folded, kept


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The council’s Café, at 42 Mill-Lane!", ["the", "council", "cafe", "at", "42", "mill", "lane"]),
        ("don't DON’T", ["dont", "dont"]),
        ("buses Center children", ["bus", "centre", "children"]),
        ("\0 \x1b 🚌 ' \" * ( ) : ^ - + OR", ["or"]),
        ("ﬁne Straße İstanbul", ["fine", "strasse", "istanbul"]),
        ("هذا اختبار 日本語 हिन्दी", ["هذا", "اختبار", "日本語", "हनद"]),
        ("", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert folded(text) == words


def test_small_words_are_left_out_unless_there_are_no_others() -> None:
    assert asked("Who decides about my day centre?") == ["decides", "day", "centre"]
    assert asked("who are they") == ["who", "are", "they"]


def test_a_question_is_cut() -> None:
    assert asked("🚌" * 10_000) == []
    assert len(asked(" ".join(f"w{n}" for n in range(40)))) == MOST_WORDS
    assert asked("a" * 10_000) == ["a" * LONGEST_WORD]
    assert len(kept("ab " * 100_000)) <= 60_000


def test_what_was_looked_for_is_marked_whatever_its_form() -> None:
    pieces = marked("Libraries and the library’s café", ["library", "cafe"])
    assert [piece.text for piece in pieces if piece.found] == ["Libraries", "library’s", "café"]
    assert "".join(piece.text for piece in pieces) == "Libraries and the library’s café"
    assert marked("Nothing here", ["library"]) == [Piece("Nothing here")]


def test_an_excerpt_stands_around_the_first_match() -> None:
    text = "word " * 100 + "the library " + "word " * 100
    pieces = excerpt(text, ["library"])
    whole = "".join(piece.text for piece in pieces)
    assert Piece("library", found=True) in pieces
    assert whole.startswith("… ") and whole.endswith(" …") and len(whole) <= LENGTH + 4
    assert "".join(piece.text for piece in excerpt("Short.", ["x"])) == "Short."
    assert excerpt("", ["x"]) == []
    assert len("".join(piece.text for piece in excerpt("x" * 1000, ["x"]))) <= LENGTH + 4


@pytest.mark.parametrize(
    ("one", "other", "mistakes"),
    [("bus", "bus", 0), ("bsu", "bus", 1), ("libary", "library", 1), ("pharmcay", "pharmacy", 1), ("abc", "xyz", 3)],
)
def test_mistakes_are_counted(one: str, other: str, mistakes: int) -> None:
    assert distance(one, other, 2) == mistakes


def test_what_was_meant_is_the_nearest_and_most_used_word() -> None:
    vocabulary = [("library", 3), ("libraries", 9), ("diary", 50)]
    assert meant("libary", vocabulary) == "library"
    assert meant("zzzzzz", vocabulary) is None
    assert meant("gp", [("gps", 5)]) is None
