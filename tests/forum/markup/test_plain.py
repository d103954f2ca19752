"""A post in plain words, and its first words."""

import pytest

from forum.markup import excerpt, plain, render
from tests.forum.markup.vectors import all_vectors

POST = """# Bus 42

It is *late* & full, see [the times](https://example.org/42) or https://example.org.

- wait
    - long
- walk

1. ask
2. ask again

> They said
> no.

| Day | Bus |
|-----|-----|
| Mon | 9am |

    a  <b>

Ramp
: a slope

Late[^1].

[^1]: Since May.
"""
PLAIN = """Bus 42

It is late & full, see the times (https://example.org/42) or https://example.org.

- wait
  - long
- walk

1. ask
2. ask again

> They said
> no.

Day | Bus
Mon | 9am

a  <b>

Ramp
  a slope

Late[1].

1. Since May."""


def test_a_post_becomes_words_with_its_shape() -> None:
    assert plain(POST) == PLAIN


def test_html_that_was_rendered_gives_the_same_words() -> None:
    assert plain(render(POST)) == PLAIN


def test_words_that_look_like_html_stay_words() -> None:
    assert plain("a <b> c") == "a <b> c"
    assert plain(render("a <b> c")) == "a <b> c"
    assert plain("&lt;script&gt;") == "<script>"


def test_no_part_of_unsafe_html_is_kept() -> None:
    assert plain("<p>a<script>b</script><style>c</style></p>") == "a"


@pytest.mark.parametrize("html", ["<hr>", "<p></p>", "<ul></ul>", "<p>\n</p>"])
def test_html_without_words_gives_nothing(html: str) -> None:
    assert plain(html) == ""


def test_html_from_elsewhere_gives_its_words() -> None:
    assert plain("<p>a<li>b<dd>c<blockquote>d</p>") == "a\n\n- b\n    c\n\n    > d"
    assert all(isinstance(plain(f"<p>{text}</p>"), str) for text in all_vectors())


@pytest.mark.parametrize("text", ["", " ", "\n", "![](a.png)"])
def test_nothing_gives_nothing(text: str) -> None:
    assert plain(text) == ""
    assert excerpt(text, 20) == ""


@pytest.mark.parametrize(
    ("text", "limit", "words"),
    [
        ("one two three", 20, "one two three"),
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 7, "one…"),
        ("one, two", 6, "one…"),
        ("onetwothree", 4, "one…"),
        ("one two", 1, "…"),
        ("one two", 0, ""),
        ("# One\n\n- two\n- three\n\n> four", 50, "One two three four"),
        ("see [the times](https://example.org)", 50, "see the times"),
        ("aaax\u0323\u0302bbb", 6, "aaa…"),
    ],
)
def test_an_excerpt_ends_between_words(text: str, limit: int, words: str) -> None:
    assert excerpt(text, limit) == words
    assert excerpt(render(text), limit) == words
