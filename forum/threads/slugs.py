"""The readable end of an address, made from a title (pure)."""

import re
import unicodedata

LONGEST = 80


def slug(title: str, fallback: str) -> str:
    """Return a title as lower-case letters, digits and hyphens, cut between words; `fallback` when none is left."""
    letters = unicodedata.normalize("NFKD", title.replace("’", "").replace("'", ""))
    plain = re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode().lower()).strip("-")
    if len(plain) > LONGEST:
        plain = plain[: LONGEST + 1].rpartition("-")[0] or plain[:LONGEST]
    return plain.strip("-") or fallback
