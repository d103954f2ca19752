"""What is shown around a word that was found: one line, in which headings do not run into what they head."""

import pytest

from forum.search.excerpts import in_a_row


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("What is happening\n\nThere is a notice.", "What is happening. There is a notice."),
        ("Is it true?\nYes", "Is it true? Yes"),
        ("One line  with gaps", "One line with gaps"),
        ("A list:\n- one\n- two", "A list: - one. - two"),
        ("", ""),
        ("\n \n", ""),
    ],
)
def test_lines_become_one(text: str, row: str) -> None:
    assert in_a_row(text) == row
