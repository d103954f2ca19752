"""Texts that would slow a careless checker down: each a few characters, again and again."""

from collections.abc import Callable

PIECES = (
    "a", "A", "a ", "A ", "a.", "A.", "a. ", "A. ", "1", "1.", "1. ", "\n1. ", "-", "- ", "\n- ", "'", "’", "a'", "a-",
    "a/", "a&", "a@", "@a", "a@a.", "@", ".", "...", "?!", "…", '"', "”", ")", "(", "((", "[", "]", "](", "[](", "![",
    "![](", "[^", "](a", "](a \"", "<", "<a", "<a ", "</", "<!--", "<script>", "&", "&a", "&amp;", "&#", "\\", "\\\\",
    "*", "**", "**a", "_", "_a", "`", "```\n", "~~~\n", "#", "# ", ">", "> ", "\n>", "|", "a|", "|-", "\n|-|\n", "=",
    "a\n=", "a\n-", "---\n", "http://", "http://a.", "www.", "www.a", "mailto:", "a.uk", "a.a.uk/", "\x01", "a\x01", "\n",
    "\r\n", " ", "\t", "\u00a0", "\ufeff", "é", "e\u0301", "😀", "a😀", "字", "was ", "was agreed ", "will be ", "been being ",
    "make a decision ", "the provision of ", "in order to ", "in the ", "ICB ", "ICB (", "(ICB) ", "A&E ", "IV ", "a of and ",
    "Dr. ", "e.g. ", "etc. ", "No. 7 ", "aA", "a.B", "a.Bb", "0,0", "0:0", "£", "£1", "%", "1%", "1a", "a1", "-–",
    "antidisestablishmentarianism", "institutionalisation ", "un", "re", "co-", "counterrevolutionary",
)  # fmt: skip


def long(piece: str, size: int) -> str:
    """A piece, again and again, up to a number of characters."""
    return (piece * (size // len(piece) + 1))[:size]


TEXTS: dict[str, Callable[[int], str]] = {
    repr(piece): (lambda size, piece=piece: long(piece, size))  # type: ignore[misc]
    for piece in PIECES
} | {
    "abbreviations": lambda size: " ".join(
        f"{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}{chr(65 + n // 676 % 26)}Q (aa of and ab ac)" for n in range(size // 24)
    ),
    "new words": lambda size: " ".join(
        "".join(chr(97 + (n >> shift) % 26) for shift in range(9)) + "isation" for n in range(size // 17)
    ),
    "new long words": lambda size: " ".join(f"{'unre' * 9}{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}able" for n in range(size // 43)),
    "one open bracket, then links": lambda size: "[" + "](a" * (size // 3),
    "tables": lambda size: "a|b\n-|-\n" * (size // 8),
    "quotes in lists": lambda size: "> - > - a\n" * (size // 10),
}  # fmt: skip
