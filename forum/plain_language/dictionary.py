"""How many syllables known words have: a dictionary, and words of our own that win over it.

The dictionary is read when it is first asked, for a process that never checks a text has no use for it: 124,000 words,
a twentieth of a second and 17 MB. `tools/syllable_counts.py` makes its file.
"""

import gzip
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def counts() -> dict[str, int]:
    """Return the syllables of every word of the dictionary, in small letters. The answer is shared."""
    text = gzip.decompress((DATA / "syllables.txt.gz").read_bytes()).decode("ascii")
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        found.update(dict.fromkeys(line.split(" "), number))
    found.update(_overrides())
    return found


def _overrides() -> dict[str, int]:
    lines = (DATA / "overrides.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ") for line in lines if line and not line.startswith("#"))
    return {word: int(count) for word, count in pairs}
