"""No text costs much more than its length: twice the text takes at most three times the work.

How long it takes in all is for `make bench`.
"""

from collections.abc import Callable
from time import process_time

import pytest

from forum.plain_language import check
from tests.forum.plain_language.hostile import TEXTS

SIZE = 6_000
MOST = 3
TRIES = 6
NOTHING = 0.004  # seconds: too short to say anything of


def cost(text: str) -> float:
    """The processor time to check a text."""
    start = process_time()
    check(text)
    return process_time() - start


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_twice_the_text_is_not_much_more_work(make: Callable[[int], str]) -> None:
    half, whole = make(SIZE), make(2 * SIZE)
    check(whole)  # what is remembered of words is not the work of one of them
    least_half, least_whole = cost(half), cost(whole)
    for _ in range(TRIES):
        if least_whole <= MOST * max(least_half, NOTHING):
            return
        least_half, least_whole = min(least_half, cost(half)), min(least_whole, cost(whole))
    assert least_whole <= MOST * max(least_half, NOTHING)
