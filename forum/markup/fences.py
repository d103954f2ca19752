"""Find the code blocks that stand between fences."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forum.markup.stand_ins import hide_at

_FENCE = re.compile(r"(`{3,}|~{3,}) *([^`]*)")


class Part(NamedTuple):
    """A row of lines that is code, with its two fences, or is not."""

    lines: list[str]
    is_code: bool


def parts(lines: Sequence[str]) -> Iterator[Part]:
    """Cut `lines` into code and text. A fence without an end is no fence, and is shown.

    Python-Markdown looks for the end of each fence through the whole text, so it must only meet whole ones.
    What follows a fence (a language, attributes) would only become a class or an id: it is left out.
    """
    bare: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if (found := _FENCE.fullmatch(line)) and not found[2]:
            bare[found[1]].append(number)
    text: list[str] = []
    number = 0
    while number < len(lines):
        found = _FENCE.fullmatch(lines[number])
        end = _next(bare[found[1]], number) if found else None
        if found and end:
            yield Part(text, is_code=False)
            yield Part([found[1], *lines[number + 1 : end], found[1]], is_code=True)
            text, number = [], end + 1
        else:
            text.append(_show_fence(lines[number]))
            number += 1
    yield Part(text, is_code=False)


def _next(numbers: list[int], number: int) -> int | None:
    place = bisect_right(numbers, number)
    return numbers[place] if place < len(numbers) else None


def _show_fence(line: str) -> str:
    fence = re.match("`{3,}|~{3,}", line)
    return hide_at(line, 0, fence.end()) if fence else line
