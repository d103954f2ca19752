"""Tables that a spreadsheet opens without harm."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.spreadsheets import BEGIN, SIGNS, cell, line, lines


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"), ("+44 20 7946 0000", "'+44 20 7946 0000"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("  =1", "'  =1"), ("＝1", "'＝1"), ("a=1", "a=1"), ("", ""),
        (None, ""), (True, "yes"), (False, "no"), (0, 0), (-3, -3), ([1, 2], "1; 2"), (["=1", "b"], "'=1; b"), ([], ""),
    ],
)  # fmt: skip
def test_cells(value: Any, shown: Any) -> None:
    assert cell(value) == shown


def test_a_semicolon_inside_begins_no_new_cell() -> None:
    assert line(["a;=1+1", 'b"c']) == '"a;=1+1","b""c"\r\n'


def test_a_table() -> None:
    assert "".join(lines(["Id", "Title"], [[1, "Büro"], [2, "=2"]])) == (
        BEGIN + '"Id","Title"\r\n"1","Büro"\r\n"2","\'=2"\r\n'
    )


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=5))
def test_any_words_come_back_and_none_is_a_sum(words: list[str]) -> None:
    (found,) = csv.reader(io.StringIO(line(words), newline=""))
    assert [one.removeprefix("'") for one in found] == [one.removeprefix("'") for one in words]
    assert not any(one.startswith(SIGNS) for one in found)
