"""Where something comes from: a link that a browser may follow, or words such as the name of a law (pure)."""

from urllib.parse import urlsplit


def is_link(text: str) -> bool:
    """Whether a source is the address of a page, on the web or on this site, and nothing that a browser would run."""
    if any(letter.isspace() or not letter.isprintable() for letter in text):
        return False
    if text.startswith("/"):
        return not text.startswith(("//", "/\\"))
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def with_scheme(text: str) -> str:
    """Return an address as people copy it, `www.example.org/page`, with what a browser needs before it."""
    return f"https://{text}" if text.lower().startswith("www.") else text
