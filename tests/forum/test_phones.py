"""Phone numbers in plain words are links that ring, and nothing else becomes one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from forum.phones import with_phones

NUMBERS = (
    "01632 960 000",
    "020 7946 0018",
    "0800 011 3456",
    "+44 1632 960000",
    "07700 900260",
    "116 123",
    "03001231100",
)
NO_NUMBERS = (
    "999 people",
    "In 2026 and 2027",
    "SI 2009/309, regulations 12 to 14",
    "£1,000,000",
    "01 12 2026",
    "case 4001632960000",
    "ref-01632960000",
    "https://example.org/01632960000",
    "1116 1234",
)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_rings(number: str) -> None:
    link = f'<a href="tel:{number.replace(" ", "")}" dir="ltr">{number}</a>'
    assert with_phones(f"Ring us on {number}, 9 to 5.") == f"Ring us on {link}, 9 to 5."
    assert with_phones(number) == link


@pytest.mark.parametrize("words", NO_NUMBERS)
def test_other_figures_do_not(words: str) -> None:
    assert with_phones(words) == words


def test_two_numbers_and_words_that_look_like_tags() -> None:
    said = with_phones("<b>01632 960 111</b>. At night: 01632 960 112")
    assert said.count("tel:") == 2 and said.startswith("&lt;b&gt;<a ")


def test_no_words_and_words_that_are_html_already() -> None:
    assert with_phones(None) == with_phones("") == ""
    assert with_phones(Markup('<a href="tel:016329600000">x</a>')) == '<a href="tel:016329600000">x</a>'


@given(st.text(alphabet="0123456789 +<>&x", max_size=60))
def test_the_words_stay_as_they_were(words: str) -> None:
    assert with_phones(words).striptags().split() == Markup(escape(words)).striptags().split()
