"""What of a Markdown text is read: the words between the marks, and which of them stand together. RA-1, 1 to 4."""

import pytest

from forum.plain_language.sentence import read


def said(text: str) -> list[str]:
    """The sentences of a text, each its words with blanks between."""
    return [" ".join(word.text for word in one.words) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A title\n\nWords here.", ["Words here"]),
        ("A title\n=======\nWords here.", ["Words here"]),
        ("A title\n---\nWords here.", ["Words here"]),
        ("Words here.\n\n---\n\nMore.", ["Words here", "More"]),
        ("You can get:\n- help\n- meals\n  at home", ["You can get", "help", "meals at home"]),
        ("1. First\n2. Second\n", ["First", "Second"]),
        ("We met.\n14. was cold", ["We met", "14 was cold"]),
        ("1. First\n\n   More\n2. Second\n\nAfter\n3. is cold", ["First", "More", "Second", "After 3 is cold"]),
        ("`a`/`b` and *c*-d", ["a/b and c-d"]),
        ("• one\n• two", ["one", "two"]),
        ("- [x] done\n- [ ] to do", ["done", "to do"]),
        ("> They said no.\n> We asked why.", ["They said no", "We asked why"]),
        ("They wrote:\n> no\n\nWe left.", ["They wrote", "no", "We left"]),
        ("a | b\n--|--\n1 | 2\n\nAfter it.", ["After it"]),
        ("```\ncode here\n```\nAfter it.", ["After it"]),
        ("~~~\ncode to the end", []),
        ("    four blanks are words", ["four blanks are words"]),
        ("![a ramp](ramp.jpg) It is steep.", ["It is steep"]),
        ("Read [our plan](https://example.org/a_(b)) now.", ["Read our plan now"]),
        ("[![alt](a.png) words](b)", ["words"]),
        ("See https://example.org/a.b?c=1. It is there.", ["See", "It is there"]),
        ("Write to a.b@example.org. Now.", ["Write to", "Now"]),
        ("One<br>two <em>three</em><!-- not this -->.", ["One two three"]),
        ("It is **very** _good_, `really`.", ["It is very good really"]),
        ("un**believ**able", ["unbelievable"]),
        ("A&amp;E is open", ["A&E is open"]),
        ("\\# 5 people", ["5 people"]),
        ("We met.[^1]\n\n[^1]: In May.", ["We met", "In May"]),
        ("[plan]: https://example.org/plan\n", []),
        ("one\r\ntwo\r\n\r\nthree", ["one two", "three"]),
        ("", []),
        ("*** ... !!!", []),
    ],
)
def test_what_is_read(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("person-centred and/or can’t A&E", ["person-centred", "and/or", "can’t", "A&E"]),
        ("£1.2 9.30am 2023/24 4.5% £1,200", ["£1.2", "9.30am", "2023/24", "4.5%", "£1,200"]),
        ("a – b … (c) — “d”", ["a", "b", "c", "d"]),
        ("carers’ lives, e.g. ours", ["carers", "lives", "e.g", "ours"]),
        ("the letter.Then ring", ["the", "letter", "Then", "ring"]),
    ],
)
def test_what_one_word_is(text: str, expected: list[str]) -> None:
    assert [word.text for one in read(text) for word in one.words] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She has MS. It is hard.", 2),
        ("Ms. Khan came. She spoke.", 2),
        ("He asked (did he know?) and left.", 1),
        ("“No!” he said. We left.", 2),
        ("It is plan B? Yes.", 2),
        ("We shop, cook, etc. on Mondays.", 1),
        ("It is the board's. We asked.", 2),
    ],
)
def test_traps_of_sentences(text: str, count: int) -> None:
    assert len(said(text)) == count
