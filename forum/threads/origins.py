"""What something is raised from: an answer of another room, which knows what it means.

The talk carries a short mark of it along with the words, through writing, checking and signing up. The room that
registered says what the mark is called, and keeps what it means once the issue is there.
"""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, current_app

LONGEST = 400


@dataclass(frozen=True, slots=True)
class Origin:
    """What a room makes of its marks. `title` names what a mark stands for; nothing when there is no such thing, or
    when it may not be a public issue. `keep` keeps it for a thread, by the thread's id."""

    title: Callable[[str], str]
    keep: Callable[[int, str], None]


def register(app: Flask, origin: Origin) -> None:
    """Let a room know its marks."""
    app.extensions["origin"] = origin


def title_of(mark: str | None) -> str:
    """Return what a mark is called; nothing for one that nobody knows."""
    origin: Origin | None = current_app.extensions.get("origin")
    return origin.title(mark) if origin is not None and mark and len(mark) <= LONGEST else ""


def known(mark: str | None) -> str:
    """Return a mark that somebody knows, else nothing."""
    return mark if mark and title_of(mark) else ""


def keep(thread_id: int, mark: str | None) -> None:
    """Keep what a mark means for an issue that was just raised. The caller commits."""
    origin: Origin | None = current_app.extensions.get("origin")
    if origin is not None and mark and len(mark) <= LONGEST:
        origin.keep(thread_id, mark)
