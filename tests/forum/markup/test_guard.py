"""What is refused, in which words, and what is shown as it was typed."""

import re

import pytest

from forum.markup import LONGEST, TooHard, render
from forum.markup.guard import MOST_LINES
from forum.markup.lines import DEEPEST
from forum.markup.notes import MOST_NOTES
from forum.markup.tables import MOST_CELLS, WIDEST
from tests.forum.markup.dom import tree, words


def table(columns: int, rows: int) -> str:
    """Make a table with a head and `rows` more rows."""
    row = "|".join("a" * columns)
    return "\n".join([row, "|".join("-" * columns), *[row] * rows])


MOST_WORDS = 20
LONGEST_WORD = len("characters")
REFUSED = {
    "long": "a" * (LONGEST + 1),
    "lines": "a\n" * (MOST_LINES + 1),
    "wide": table(WIDEST + 1, 1),
    "big": table(10, MOST_CELLS // 10),
}
ALLOWED = {
    "long": "a" * LONGEST,
    "lines": "a\n" * MOST_LINES,
    "wide": table(WIDEST, 1),
    "big": table(10, MOST_CELLS // 10 - 2),
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_too_much_is_refused_in_a_plain_sentence(text: str) -> None:
    with pytest.raises(TooHard) as refusal:
        render(text)
    sentence = refusal.value.sentence
    assert str(refusal.value) == sentence
    assert len(re.findall(r"[\w,]+", sentence)) <= MOST_WORDS
    assert max(map(len, re.findall(r"\w+", sentence))) <= LONGEST_WORD
    assert sentence.startswith("Your ") and sentence.endswith(".")


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED)
def test_a_little_less_is_laid_out(text: str) -> None:
    assert render(text)


def test_the_sentence_names_the_limit() -> None:
    with pytest.raises(TooHard, match=f"{LONGEST:,}"):
        render("a" * (LONGEST + 1))


def test_many_small_tables_are_refused_as_one_big_one() -> None:
    assert render("\n\n".join([table(5, 5)] * 20))
    with pytest.raises(TooHard):
        render("\n\n".join([table(5, 5)] * 100))


def test_code_may_have_any_number_of_lines() -> None:
    assert render("```\n" + "a\n" * (MOST_LINES + 1) + "```")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50 + "a" + "]" * 50,
        "*" * 40 + "a",
        "a ``` b",
        "```\na",
        "*a **b",
        "<" * 40,
        "!" * 40,
        "&" * 40,
        "a|" * 60,
        "http://",
        "[a](<b [a](<b",
        "</<!-- a",
        "\\",
        "C:\\Users\\ann",
        "[^1]: a",
    ],
)
def test_signs_that_give_no_order_are_shown_as_they_were_typed(text: str) -> None:
    assert words(render("x " + text)) == "x " + text


def test_quotes_and_lists_nest_a_few_deep_and_then_show_their_signs() -> None:
    for mark, tag in (("> ", "blockquote"), ("- ", "ul"), ("1. ", "ol")):
        html = render(mark * DEEPEST + "a")
        assert len(list(tree(html).iter(tag))) == DEEPEST
        html = render(mark * (DEEPEST + 1) + "a")
        assert len(list(tree(html).iter(tag))) == DEEPEST
        assert words(html).strip() == mark + "a"


def test_a_rule_of_many_signs_is_a_rule() -> None:
    for rule in ("---", "- - - - - - - - - -", "*" * 80, "_ _ _"):
        assert render(f"a\n\n{rule}\n\nb") == "<p>a</p>\n<hr>\n<p>b</p>"


def test_a_footnote_inside_a_footnote_is_text() -> None:
    assert words(render("a[^1]\n\n[^1]: [^2]: b")).split() == ["a1", "[^2]:", "b"]
    assert words(render("a[^1]\n\n[^1]: b\n\n    [^2]: c")).split() == ["a1", "b", "[^2]:", "c"]


def test_the_fifty_first_footnote_is_text() -> None:
    notes = "\n".join(f"[^{number}]: note" for number in range(MOST_NOTES + 1))
    assert f"[^{MOST_NOTES}]: note" in words(render(notes))
    assert f"[^{MOST_NOTES - 1}]: note" not in words(render(notes))


def test_code_in_a_block_of_headings_is_not_touched() -> None:
    code = "\n".join(f"    # {number}" for number in range(60))
    assert words(render(code)) == code.replace("    ", "") + "\n"
