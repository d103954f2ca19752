"""Time the text of posts at its longest: `python -m benchmarks.markup` from the top of the project.

Prints a table, the slowest first, and ends with an error if any kind takes longer than `SLOWEST` seconds of
processor time. A second column holds half the text, and a third how much the work grew.
"""

import sys
from typing import NamedTuple

from forum.markup import LONGEST
from tests.forum.markup.bombs import BOMBS
from tests.forum.markup.cost import cost, is_laid_out

SLOWEST = 0.25
TRIES = 5


class Timing(NamedTuple):
    """What one kind of text costs, in seconds of processor time."""

    whole: float
    half: float
    kind: str
    laid_out: bool


def time_kind(kind: str) -> Timing:
    """Time one kind at the longest length and at half of it: the best of several tries of each."""
    whole, half = BOMBS[kind](LONGEST), BOMBS[kind](LONGEST // 2)
    costs = [(cost(whole), cost(half)) for _ in range(TRIES)]
    return Timing(min(pair[0] for pair in costs), min(pair[1] for pair in costs), kind, is_laid_out(whole))


def main() -> int:
    """Print the table and give the number of kinds that are too slow."""
    timings = sorted((time_kind(kind) for kind in BOMBS), reverse=True)
    print(f"{'ms':>7} {'half':>7} {'grows':>6}  kind")
    for timing in timings:
        growth = timing.whole / timing.half
        refused = "" if timing.laid_out else "  (refused)"
        print(f"{timing.whole * 1000:7.1f} {timing.half * 1000:7.1f} {growth:6.1f}  {timing.kind}{refused}")
    slow = sum(timing.whole > SLOWEST for timing in timings)
    print(f"{len(timings)} kinds, {slow} slower than {SLOWEST * 1000:.0f} ms")
    return slow


if __name__ == "__main__":
    sys.exit(main())
