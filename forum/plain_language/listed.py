"""Lists of words, written as words."""


def listed(words: str) -> frozenset[str]:
    """Return the words of a text with blanks between them."""
    return frozenset(words.split())
