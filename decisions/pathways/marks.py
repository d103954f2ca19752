"""The short mark of an answer, which travels with what is raised from it: `ask:topic/answer/answer`,
`how:pathway/change/change` or `start:thing` (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass

ASK, HOW, START = "ask", "how", "start"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark says: its kind, the first id, and the others."""

    kind: str
    ident: str
    more: tuple[str, ...] = ()


def mark(kind: str, ident: str, more: Iterable[str] = ()) -> str:
    """Return the mark of an answer."""
    return f"{kind}:{'/'.join((ident, *more))}"


def read(text: str) -> Mark | None:
    """Read a mark that a browser sent, or nothing when it is none."""
    kind, _colon, rest = text.partition(":")
    ident, *more = rest.split("/")
    if kind not in (ASK, HOW, START) or not ident:
        return None
    return Mark(kind, ident, tuple(one for one in more if one))
