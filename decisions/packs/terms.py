"""The hard words of packs, for the checker of plain language: those of this place, and those that come with Doorway."""

import tomllib
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

from flask import Flask, current_app
from sqlalchemy import func, select

from decisions.packs import faces, files, queries
from decisions.packs.models import Entry
from forum import clock
from forum.db import db
from forum.plain_language import Term
from forum.words import known

ENGLAND = files.DATA / "england"
SHIPPED = (ENGLAND / "words.toml", *sorted((ENGLAND / "words").glob("*.toml")))


def init_app(app: Flask) -> None:
    """Let the checker know these words."""
    known.register(app, known.Source(here, state, shipped))
    faces.register(app, "word", lambda *_changed: known.forget(current_app))


def here() -> Iterator[Term]:
    """Yield the words of this place that hold today."""
    return _terms(queries.there("word", clock.today()))


def state() -> Hashable:
    """Return what changes whenever a word does: how many there are, how often they were changed, and the day."""
    counted = select(func.count(), func.sum(Entry.number), func.max(Entry.id)).where(Entry.kind == "word")
    return clock.today(), tuple(db.session.execute(counted).one())


def shipped() -> Iterator[Term]:
    """Yield the words that come with Doorway, from its files."""
    for path in SHIPPED:  # without asking on which line each stands: that takes most of the time
        found = tomllib.loads(path.read_text(encoding="utf-8"))["word"]
        yield from _terms({one["id"]: one for one in found})


def _terms(documents: Mapping[str, dict[str, Any]]) -> Iterator[Term]:
    for ident, one in documents.items():
        yield Term(
            name=str(one.get("name", "")),
            plain=str(one.get("plain", "")),
            variants=_texts(one, "variants"),
            case=bool(one.get("case")),
            area=str(one.get("area") or ""),
            ident=ident,
            near=_texts(one, "near"),
        )


def _texts(document: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(str(text) for text in document.get(key) or ())
