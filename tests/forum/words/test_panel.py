"""The panel beside a text: what it says first, what it leaves out, and what the plainer words do to the text."""

import pytest

from forum.plain_language import Glossary, Term, check
from forum.say import Sentence
from forum.words.panel import FIRST, MOST, Panel, panel, swapped
from tests.client import Client

ADDRESS = "/plain-language/panel"
TERMS = Glossary([Term("Integrated care board", "It plans health care.", ("ICB",))])


def of(text: str, *ignored: str, unfinished: bool = False) -> Panel:
    """The panel of a text."""
    return panel(check(text, TERMS), ignored, unfinished=unfinished)


def quotes(found: Panel) -> list[str]:
    """The words that it quotes."""
    return [one.quote for one in (*found.first, *found.more)]


def test_the_most_useful_comes_first_and_the_rest_is_folded() -> None:
    found = of("It was agreed. We utilise an ICB. We commence, ascertain, disseminate and rectify it.")
    assert quotes(found) == ["utilise", "commence", "ascertain", "disseminate", "rectify", "ICB", "was agreed"]
    assert (len(found.first), found.count.num, found.age.text) == (
        FIRST, 7, "Write a little more to see a reading age.",
    )  # fmt: skip
    assert len(quotes(of("We utilise it. " * 500))) == MOST


def test_nothing_is_said_twice_of_the_same_words() -> None:
    assert quotes(of("The ICB met.")) == ["ICB"]
    assert quotes(of("It is required to go.")) == ["is required to"]


def test_nothing_to_change() -> None:
    found = of("We met on Monday.")
    assert (found.count, found.first, found.more) == (Sentence("We found nothing to change."), [], [])
    assert of("").average is None


def test_what_is_ignored_stays_away() -> None:
    (one,) = of("We utilise it.").first
    assert quotes(of("We utilise it. Utilise it!", one.mark)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We utilise it. They comm", ["utilise"]),
        ("We utilise it. They commence", ["utilise"]),
        ("We utilise it. They commence.", ["utilise", "commence"]),
        ("We utilise it. They commence\n", ["utilise", "commence"]),
    ],
)
def test_a_sentence_that_is_being_typed_is_let_be(text: str, expected: list[str]) -> None:
    assert quotes(of(text, unfinished=True)) == expected


def test_plainer_words_take_the_place_of_hard_ones() -> None:
    report = check("😀 We utilise it.")
    assert swapped(report, 6) == "😀 We use it."
    assert swapped(report, 5) == report.text


def test_the_part_of_a_page(client: Client) -> None:
    page = client.raw.post(ADDRESS, data={"text": "We utilise <b>it</b>."}, headers={"Sec-Fetch-Site": "same-origin"})
    text = page.get_data(as_text=True)
    assert page.status_code == 200
    assert "1 thing to change." in text
    assert 'data-words="utilise"' in text
    assert "Use this" in text
    long = client.raw.post(ADDRESS, data={"text": "a " * 20_001}, headers={"Sec-Fetch-Site": "same-origin"})
    assert (long.status_code, "too long" in long.get_data(as_text=True)) == (413, True)
