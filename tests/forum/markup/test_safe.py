"""No known-bad text becomes anything but a safe post."""

from unicodedata import normalize

import pytest

from forum.markup import TooHard, excerpt, plain, render
from forum.markup.clean import MOST_MARKS
from forum.markup.sanitise import sanitise
from tests.forum.markup.attacks import ADDRESSES
from tests.forum.markup.dom import faults, tags, tree, words
from tests.forum.markup.vectors import all_vectors, bleach, lxml_html_clean, markdown_it, naughty_strings

VECTORS = all_vectors()
LIMIT = 40
NUMBERS = [f"{number}" for number in range(len(VECTORS))]


def test_the_lists_of_others_are_whole() -> None:
    lists = [naughty_strings(), bleach(), markdown_it(), lxml_html_clean()]
    assert [len(texts) for texts in lists] == [485, 20, 62, 50]


@pytest.mark.parametrize("text", VECTORS, ids=NUMBERS)
def test_a_known_bad_text_is_a_safe_post_or_refused(text: str) -> None:
    try:
        html = render(text)
    except TooHard as refusal:
        assert refusal.sentence
        return
    assert faults(html) == []
    assert sanitise(html) == html
    assert faults(normalize("NFC", html)) == []
    assert faults(render(html)) == []
    assert isinstance(plain(text), str)
    assert len(excerpt(text, LIMIT)) <= LIMIT


@pytest.mark.parametrize("text", VECTORS, ids=NUMBERS)
def test_html_from_anywhere_is_safe_after_the_allow_list(text: str) -> None:
    assert faults(sanitise(text)) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_not_safe_makes_no_link(address: str) -> None:
    links = [link.get("href", "") for link in tree(render(f"[words]({address})")).iter("a") if link.text == "words"]
    assert links in ([], [address]) and all(link.startswith("mailto:a@example.org") for link in links)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a/b?c=1&copy=2#d",
        "HTTPS://EXAMPLE.ORG/",
        "https://[2001:db8::1]/",
        "https://\u00e9xample.org/caf\u00e9",
        "mailto:carers@example.org?subject=Hello",
    ],
)
def test_a_safe_address_makes_a_link_and_stays_as_it_is(address: str) -> None:
    assert [link.get("href") for link in tree(render(f"[words]({address})")).iter("a")] == [address]


def test_the_check_finds_what_is_bad() -> None:
    # The yes and the no case of the check itself.
    assert faults("<p>a <a href='https://a' rel='nofollow ugc noopener'>b</a> &lt;script&gt;</p>") == []
    assert faults("<p id=a onclick=b>") == ["attribute id on p", "attribute onclick on p"]
    assert faults("<a href='java\nscript:b'>") == ["address 'java\\nscript:b'", "link without rel"]
    assert faults("<!-- a -->")
    assert faults("<svg><p>")
    assert faults("<script>")


def test_html_is_shown_as_it_was_typed() -> None:
    assert render("Write <b>bold</b> & <script>") == "<p>Write &lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;</p>"
    assert words(render("<div>\n\n*a*\n\n</div>")).split() == ["<div>", "a", "</div>"]


@pytest.mark.parametrize("text", ["a" + "&#x301;" * 50, "a" + "*\u0301\u0301\u0301*\u0301" * 50, "`a`" + "&#x301;" * 9])
def test_accents_are_capped_however_they_are_written(text: str) -> None:
    assert words(render(text)).count("\u0301") == MOST_MARKS


@pytest.mark.parametrize("text", ["**a**\u0338b", "**a**&#x338;b", "`a`\u0338b", "a\n\u0338b"])
def test_composing_a_page_does_not_eat_the_end_of_a_tag(text: str) -> None:
    html = render(text)
    assert ">\u0338" not in html
    assert tags(normalize("NFC", html)) == tags(html)


def test_two_posts_on_one_page_share_no_id() -> None:
    page = render("a[^1]\n\n[^1]: b") + render("c[^1]\n\n[^1]: d")
    assert not [element for element in tree(page).iter() if element.get("id")]
