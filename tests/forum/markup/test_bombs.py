"""No text takes long, and twice the text takes no more than twice the work.

Source: bleach CVE-2020-6817, mistune CVE-2022-34749, markdown2 CVE-2021-26813, jinja2 CVE-2020-28493.
"""

import sys
from time import process_time

import pytest

from forum.markup import LONGEST, TooHard, clean, plain, render
from forum.markup.sanitise import sanitise
from tests.forum.markup.bombs import BOMBS, Maker
from tests.forum.markup.cost import best_cost, cost, is_laid_out
from tests.forum.markup.dom import faults

# Benchmarks hold 0.25 s on a quiet machine; a busy one, or one that measures coverage, may take longer.
SLOWEST = 1.0
# Below this, the two costs that are compared are too small to tell growth from noise.
FLOOR = 0.05
MOST_GROWTH = 3
TRIES = 25
DEEPEST_STACK = 300

every_kind = pytest.mark.parametrize("make", BOMBS.values(), ids=BOMBS.keys())


@every_kind
def test_every_kind_is_as_long_as_it_says(make: Maker) -> None:
    assert LONGEST * 0.9 <= len(make(LONGEST)) <= LONGEST


@every_kind
def test_the_longest_text_is_a_safe_post_or_refused_in_time(make: Maker) -> None:
    assert best_cost(make(LONGEST), SLOWEST) <= SLOWEST
    # A shorter one for the check of the tree, which is slower than what it checks.
    for length in (LONGEST, LONGEST // 8):
        try:
            html = render(make(length))
        except TooHard as refusal:
            assert refusal.sentence
        else:
            assert sanitise(html) == html
            assert length == LONGEST or faults(html) == []


@every_kind
def test_twice_the_text_takes_no_more_than_twice_the_work(make: Maker) -> None:
    # What is refused at once tells nothing of growth: then look at a length that is laid out.
    length = LONGEST if is_laid_out(make(LONGEST)) else LONGEST // 4
    assert _grows_in_step(make(length // 2), make(length))


def _grows_in_step(half: str, whole: str) -> bool:
    """Compare the least costs of each, measured in turn until they agree."""
    least_half, least_whole = cost(half), cost(whole)
    for _ in range(TRIES):
        if least_whole <= max(FLOOR, MOST_GROWTH * least_half):
            return True
        least_half, least_whole = min(least_half, cost(half)), min(least_whole, cost(whole))
    return False


@every_kind
def test_no_text_nests_deep_enough_to_end_in_an_error(make: Maker) -> None:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(_depth() + DEEPEST_STACK)
    try:
        render(make(LONGEST))
    except TooHard:
        pass
    finally:
        sys.setrecursionlimit(limit)


def _depth() -> int:
    frame, depth = sys._getframe(), 0
    while frame.f_back:
        frame, depth = frame.f_back, depth + 1
    return depth


@every_kind
def test_a_field_is_cleaned_in_step_with_its_length(make: Maker) -> None:
    # A field is cleaned before its length is known to be right.
    text = make(4 * LONGEST)
    start = process_time()
    cleaned = clean(text)
    assert process_time() - start <= SLOWEST
    assert clean(cleaned) == cleaned


def test_plain_words_of_a_text_that_is_refused_are_the_text() -> None:
    assert plain("word " * LONGEST) == ("word " * LONGEST).strip()
