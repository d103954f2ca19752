"""Hard words in published HTML: where a link stands, where its meaning, and where nothing may stand."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from forum import markup
from forum.plain_language import Glossary, Term
from forum.plain_language.explaining import explained
from forum.plain_language.published import in_sentences

TERMS = (
    Term("Quorum", "How many must be there.", ("quorate",), ident="quorum"),
    Term("Care plan", "What help you get.", ident="care-plan"),
    Term("Care plan review", "A new look at it.", ident="review"),
    Term(
        "Subject access request", "Asking for data.", ("SAR",), area="data", ident="sar-data", near=("data", "records")
    ),
    Term(
        "Safeguarding adults review", "A look back.", ("SAR",), area="safety", ident="sar-safe", near=("harm", "died")
    ),
)
GLOSSARY = Glossary(TERMS)
ADDED = re.compile(r'<a class="term"[^>]*>(.*?)</a>| <span class="term-means".*?</span>', re.DOTALL)


def shown(text: str) -> str:
    return explained(markup.render(text), GLOSSARY, name="answer-1", address=lambda term: f"/words/{term.ident}")


def links(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<a class="term" href="/words/([\w-]+)" data-opens="[\w-]+">(.*?)</a>', html)


def test_the_first_use_is_a_link_and_its_meaning_follows_the_sentence() -> None:
    html = shown("Is the board quorate today? It needs a quorum.")
    assert links(html) == [("quorum", "quorate")]
    meaning = '<span class="term-means" id="meaning-answer-1-0" hidden>(<b>Quorum</b>: How many must be there.)</span>'
    assert f"today? {meaning} It needs a quorum." in html
    assert 'data-opens="meaning-answer-1-0"' in html


@pytest.mark.parametrize(
    "text",
    [
        "# Quorum",
        "See [the quorum](https://example.org/).",
        "Type `quorum` here.",
        "    quorum",
        "```\nquorum\n```",
        "> No quorum, said Ann.",
        "| quorum |\n|---|\n| x |",
        "Quorums-like things and requorum.",
    ],
)
def test_nothing_stands_in_links_headings_code_or_quotations(text: str) -> None:
    assert links(shown(text)) == [] or text.startswith("Quorums")


def test_the_longest_words_win() -> None:
    assert links(shown("We hold a care plan review. A care plan is kept.")) == [
        ("review", "care plan review"),
        ("care-plan", "care plan"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Send a SAR for your records.", ["sar-data"]),
        ("A SAR looked at why Ann died.", ["sar-safe"]),
        ("We did a SAR. It is about the harm in a home.", ["sar-safe"]),
    ],
)
def test_two_meanings_are_told_apart_by_the_words_around(text: str, found: list[str]) -> None:
    assert [ident for ident, _word in links(shown(text))] == found


def test_both_meanings_stand_where_nothing_tells_them_apart() -> None:
    html = shown("We did a SAR.")
    assert "(data)</b>: Asking for data." in html
    assert "(safety)</b>: A look back." in html


def test_a_word_half_inside_a_tag_is_left_alone() -> None:
    assert links(shown("A care **plan** is made.")) == []
    assert links(shown("A **care plan** is made.")) == [("care-plan", "care plan")]


def test_a_meaning_never_stands_inside_a_link() -> None:
    html = shown("The quorum is [in the rules.](https://example.org/)")
    assert re.search(r"in the rules\.</a> <span class=\"term-means\"", html)


def test_what_a_term_says_is_escaped() -> None:
    odd = Glossary([Term("Odd", "1 < 2 & <script>", ident="odd")])
    html = explained("<p>How odd.</p>", odd, name="a", address=lambda _term: '/"><b>')
    assert "<script>" not in html
    assert '"><b>"' not in html


def test_sentences_are_those_that_readers_see() -> None:
    html = markup.render(
        "# Now\n\nYes, we will. *Not* yet &amp; [here](https://example.org/).\n\n- One\n- Two\n\n> Said Ann."
    )
    assert in_sentences(html) == ["Now", "Yes, we will.", "Not yet & here.", "One", "Two"]


@settings(max_examples=60)
@given(some.text(alphabet="quorm careplnSAR .!?*`[]()<>&>#-|\n\"'", max_size=200))
def test_any_text_keeps_its_words(text: str) -> None:
    try:
        html = markup.render(text)
    except markup.TooHard:
        return
    made = explained(html, GLOSSARY, name="a", address=lambda term: f"/words/{term.ident}")
    assert ADDED.sub(lambda one: one[1] or "", made) == html
