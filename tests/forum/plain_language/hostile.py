"""Texts that would slow a careless checker down: each a few characters, again and again."""

from collections.abc import Callable
from functools import partial

PIECES = (
    "a", "A", "a ", "A ", "a.", "A.", "a. ", "A. ", "1", "1.", "1. ", "\n1. ", "-", "- ", "\n- ", "'", "’", "a'",
    "a-", "a/", "a&", "a@", "@a", "a@a.", "@", ".", "...", "?!", "…", "\"", "”", ")", "(", "((", "[", "]", "](",
    "[](", "![", "![](", "[^", "](a", "](a \"", "<", "<a", "<a ", "</", "<!--", "<script>", "&", "&a", "&amp;", "&#",
    "\\", "\\\\", "*", "**", "**a", "_", "_a", "`", "```\n", "~~~\n", "#", "# ", ">", "> ", "\n>", "|", "a|", "|-",
    "\n|-|\n", "=", "a\n=", "a\n-", "---\n", "http://", "http://a.", "www.", "www.a", "mailto:", "a.uk", "a.a.uk/",
    "\x01", "a\x01", "\n", "\r\n", " ", "\t", "\xa0", "\ufeff", "é", "e\u0301", "😀", "a😀", "字", "was ",
    "was agreed ", "will be ", "been being ", "make a decision ", "the provision of ", "in order to ", "in the ",
    "ICB ", "ICB (", "(ICB) ", "A&E ", "IV ", "a of and ", "Dr. ", "e.g. ", "etc. ", "No. 7 ", "aA", "a.B", "a.Bb",
    "0,0", "0:0", "£",
    "£1", "%", "1%", "1a", "a1", "-–", "antidisestablishmentarianism", "institutionalisation ", "un", "re", "co-",
    "counterrevolutionary",
)  # fmt: skip


def long(piece: str, size: int) -> str:
    """A piece, again and again, up to a number of characters."""
    return (piece * (size // len(piece) + 1))[:size]


def _letters(number: int, how_many: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(how_many))


def new_words(before: str, after: str) -> Callable[[int], str]:
    """Words that nobody has written before, each once."""
    size = len(before) + len(after) + 4
    return lambda length: " ".join(before + _letters(number, 3) + after for number in range(length // size))


TEXTS: dict[str, Callable[[int], str]] = {repr(piece): partial(long, piece) for piece in PIECES} | {
    "abbreviations": lambda size: " ".join(
        f"{_letters(number, 4).upper()} (aa of and ab ac)" for number in range(size // 24)
    ),
    "new words": new_words("", "isation"),
    "new long words": new_words("unre" * 9, "able"),
    "new words with something before": new_words("counter", "qx"),
    "a bracket, then links": lambda size: "[" + "](a" * (size // 3),
    "tables": lambda size: "a|b\n-|-\n" * (size // 8),
    "quotes in lists": lambda size: "> - > - a\n" * (size // 10),
}
