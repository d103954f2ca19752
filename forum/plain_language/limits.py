"""How long a text may be that is checked (pure)."""

from forum.say import N_, Sentence

MOST_WORDS = 20_000
LONGEST_FILE = 200_000  # bytes
TOO_LONG = N_("This text is too long to check: over %(words)s words, or over %(kilobytes)s kB. Check a part of it.")
TOO_LONG_FILE = Sentence(TOO_LONG, {"words": MOST_WORDS, "kilobytes": LONGEST_FILE // 1000})


def too_long(text: str) -> Sentence | None:
    """Say that a text is too long to check, or nothing."""
    if len(text.encode("utf-8", "replace")) <= LONGEST_FILE and len(text.split()) <= MOST_WORDS:
        return None
    return TOO_LONG_FILE
