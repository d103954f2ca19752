"""Guess what somebody meant to type (pure)."""

from collections.abc import Iterable


def distance(one: str, other: str, most: int) -> int:
    """Count the mistakes between two words: a letter more, less, wrong or swapped. Above `most` it is `most + 1`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def allowed(word: str) -> int:
    """How many mistakes a word of this length may hold: none up to 2 letters, one up to 5, then two."""
    return 0 if len(word) < 3 else 1 if len(word) < 6 else 2


def meant(word: str, vocabulary: Iterable[tuple[str, int]]) -> str | None:
    """Return the word that was probably meant: the fewest mistakes, then the most used; or `None`.

    Arguments: `vocabulary`, words with how many things hold them.
    """
    most = allowed(word)
    letters = set(word)
    best: tuple[int, int, str] | None = None
    for other, used in vocabulary:
        if abs(len(other) - len(word)) > most or len(letters ^ set(other)) > 2 * most:
            continue
        mistakes = distance(word, other, most)
        if mistakes <= most and (best is None or (mistakes, -used, other) < best):
            best = (mistakes, -used, other)
    return best[2] if best else None
