"""One spelling for each character, and nothing hidden."""

import pytest

from forum.markup import clean, clean_line
from tests.forum.markup.vectors import all_vectors

ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467\ufe0f"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("", ""),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("\n\n  a \t\n b\u00a0\n\n", "  a\n b"),
        ("a\tb", "a\tb"),
        ("e\u0301", "\u00e9"),
        ("\u212a", "K"),
        ("a\x00b\x07c\x0bd\x0ce\x1bf\x7fg\x85h\x9fi", "abcdefghi"),
        ("a\ud800b\udfffc", "abc"),
        ("a\u202ab\u202bc\u202cd\u202de\u202ef", "abcdef"),
        ("a\u2066b\u2067c\u2068d\u2069e", "abcde"),
        ("a\U000e0041\U000e0001b", "ab"),
        ("a\ufeffb\ufffebc\uffff\ufdd0\U0001fffed", "abbcd"),
        (ENGLAND, ENGLAND),
        (ENGLAND[:-1], ENGLAND[0]),
        (FAMILY, FAMILY),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("z" + "\u0335" * 400 + "a", "z" + "\u0335" * 4 + "a"),
        ("z" + "\u0335\u200d" * 400, "z" + "\u0335\u200d" * 4 + "\u200d" * 396),
        ("\u0344" * 4, "\u0308\u0301\u0308\u0301"),
        ("\u1019\u103c\u103d\u103e\u1031\u1037", "\u1019\u103c\u103d\u103e\u1031\u1037"),
    ],
)
def test_text_is_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize("space", ["\t", "\n", "  ", "\u00a0", "\u2003", "\u3000", "\u2800", " \u200b "])
def test_every_gap_in_a_line_is_one_space(space: str) -> None:
    assert clean_line(f"{space}Ann{space}Bo{space}") == "Ann Bo"


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "\u3164",
        "\uffa0",
        "\u115f\u1160",
        "\u200b",
        "\u200d\u200c",
        "\u2060\u2063",
        "\ufeff",
        "\u00ad",
        "\u034f",
        "\u180e",
        "\u2800\u2800",
        "\u202e\u2066",
        "\u0301",
        "\ufe0f",
        "\U000e0041",
        "\ue000"[:0],
        "\x00\x1b",
        "\u3164 \u200b\u00a0",
    ],
)
def test_a_line_with_nothing_to_see_is_empty(name: str) -> None:
    assert clean_line(name) == ""


@pytest.mark.parametrize("name", ["Ann", "\u00c9lise O\u2019Neil", "1", "?", "\u2764\ufe0f", ENGLAND, FAMILY, "\u4e2d"])
def test_a_line_with_something_to_see_stays(name: str) -> None:
    assert clean_line(name) == name


def test_a_hidden_character_makes_no_second_name() -> None:
    for hidden in "\u200b\u2060\ufeff\u00ad\u202e\x00\u3164":
        assert clean_line(f"ad{hidden}min ") == "admin"


@pytest.mark.parametrize("text", all_vectors())
def test_twice_clean_is_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
