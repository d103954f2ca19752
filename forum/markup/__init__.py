"""Stand-in until the renderer lands."""

from markupsafe import escape


class TooHard(ValueError):
    """Too hard to render."""


def clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\0", "").encode("utf-8", "ignore").decode().rstrip()


def clean_line(text: str) -> str:
    return " ".join(clean(text).split())


def render(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))


def plain(text: str) -> str:
    return text


def excerpt(text: str, limit: int) -> str:
    return text[:limit]
