"""Mark the sentences that people read, so that they can be put into other languages."""


def N_(text: str) -> str:
    """Mark `text` for translation and return it unchanged."""
    return text
