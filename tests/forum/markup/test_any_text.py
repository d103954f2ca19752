"""Any text at all is laid out safely or refused."""

from hypothesis import given
from hypothesis import strategies as some

from forum.markup import TooHard, clean, clean_line, excerpt, plain, render
from forum.markup.clean import reveal
from forum.markup.sanitise import sanitise
from forum.markup.stand_ins import hide, show
from tests.forum.markup.dom import faults, words

# Pieces that give orders, so that chance builds what no list holds.
PIECES = [
    *"abc 1\t\n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
    *[
        "\n\n",
        "\n    ",
        "\n- ",
        "\n1. ",
        "\n> ",
        "\n# ",
        "\n: ",
        "\n---\n",
        "\n```\n",
        "\n~~~\n",
        "\n|",
        "\n-|-\n",
    ],
    *[
        "**",
        "``",
        "](",
        "](https://a)",
        "![",
        "[^1]",
        "\n[^1]: ",
        "\n[a]: https://b\n",
        "https://a",
        "<a@b.org>",
    ],
    *[
        "&amp;",
        "&#x301;",
        "&#x202e;",
        "\u0301",
        "\u0338",
        "\u202e",
        "\u200d",
        "\ud800",
        "\x00",
        "\x02",
        "\x03",
        "\ufdd0",
    ],
    *[
        "wzxhzdk:0",
        "klzzwxh:0000",
        "<script>",
        "javascript:",
        "///Footnotes Go Here///",
        "{: #a .b c=d }",
        "*[a]: b",
    ],
]
any_text = some.text(some.characters(exclude_categories=()), max_size=200)
any_orders = some.lists(some.sampled_from(PIECES), max_size=60).map("".join)
texts = some.one_of(any_text, any_orders)


@given(texts)
def test_any_text_is_laid_out_safely_or_refused(text: str) -> None:
    try:
        html = render(text)
    except TooHard:
        return
    assert faults(html) == []
    # The result is steady: the allow-list changes nothing more, and as a member's text it is harmless too.
    assert sanitise(html) == html
    assert faults(render(html)) == []
    assert reveal(html) == html


@given(texts)
def test_clean_text_is_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)
    clean(text).encode()


@given(texts, some.integers(0, 80))
def test_an_excerpt_is_one_short_line(text: str, limit: int) -> None:
    assert len(excerpt(text, limit)) <= limit
    assert "\n" not in excerpt(text, limit)
    plain(text).encode()


@given(some.text())
def test_what_is_hidden_is_shown_again(text: str) -> None:
    text = clean(text)
    assert words(show(hide(text)).replace("\r", "")) == text
    assert hide(text).translate(str.maketrans("", "", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")) == hide(text)
