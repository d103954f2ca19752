"""Numbers that tell of nobody: what is hidden can't be worked out from what is printed."""

from hypothesis import given
from hypothesis import strategies as st

from decisions.promises.involvement.counting import FEWEST, hide, one
from decisions.promises.involvement.text import inline, quoted

NUMBERS = st.dictionaries(st.text(max_size=3), st.integers(0, 40), max_size=8)


@given(NUMBERS)
def test_small_numbers_are_hidden_and_no_total_gives_them_away(counts: dict[str, int]) -> None:
    found = hide(counts)
    for name, number in found.rows:
        assert number is None or number >= FEWEST
        assert number in (None, counts[name])
    assert [name for name, _number in found.rows] == [name for name, number in counts.items() if number]
    if any(number is None for _name, number in found.rows):
        assert found.total is None
    else:
        assert found.total == sum(counts.values())


@given(NUMBERS, st.integers(1, 4), st.integers(1, 4))
def test_one_hidden_number_looks_like_another(counts: dict[str, int], first: int, second: int) -> None:
    assert hide({**counts, "x": first}) == hide({**counts, "x": second})


def test_a_number_alone() -> None:
    assert [one(number) for number in (0, 1, 4, 5)] == [0, None, None, 5]


@given(st.text(max_size=60))
def test_peoples_words_stay_words_in_a_file(words: str) -> None:
    for line in quoted(words).splitlines():
        assert line.startswith(">")
    assert "\n" not in inline(words)
    assert not inline(words).startswith(("#", "-", "+", "="))


def test_marks_are_escaped() -> None:
    assert inline("# A [link](x) *b*") == r"\# A \[link\](x) \*b\*"
    assert inline("=1+2") == r"\=1+2"
    assert quoted("1. one\n- two") == "> 1\\. one\n> \\- two"
