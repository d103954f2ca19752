"""Keep the index: what it holds of a thing is what the thing's entry in the table of kinds says. Callers commit."""

from collections.abc import Iterable

from flask import Flask
from sqlalchemy import column, delete, select, table, text

from forum import subjects
from forum.db import db
from forum.history.actions import after_record
from forum.history.models import Version
from forum.search.words import kept

ENTRY = table("search_entry", column("id"), column("kind"), column("subject_id"), column("title"), column("text"))
PUT = text(
    "INSERT INTO search_entry (kind, subject_id, title, text) VALUES (:kind, :id, :title, :text) "
    "ON CONFLICT (kind, subject_id) DO UPDATE SET title = excluded.title, text = excluded.text "
    "WHERE search_entry.title <> excluded.title OR search_entry.text <> excluded.text"
)
AT_ONCE = 500


def init_app(app: Flask) -> None:
    """Have history tell the index of each thing that changes; let commands make the index anew."""
    after_record(app, follow)
    app.extensions["reindex"] = rebuild


def index(kind: str, subject_id: int, title: str, words: str) -> None:
    """Put a thing into the index, or change what the index holds of it."""
    index_many([(kind, subject_id, title, words)])


def index_many(rows: Iterable[tuple[str, int, str, str]]) -> int:
    """Put many things into the index: rows of kind, id, title, text. Returns how many."""
    values = [{"kind": kind, "id": one, "title": kept(title), "text": kept(words)} for kind, one, title, words in rows]
    if values:
        db.session.execute(PUT, values)
    return len(values)


def follow_all(kind: str) -> None:
    """Bring the index up to date with all things of a kind, in few statements. What it holds already is left alone."""
    rows = db.session.execute(select(ENTRY).where(ENTRY.c.kind == kind))
    held = {row.subject_id: (row.title, row.text) for row in rows}
    entry = subjects.get(kind)
    ids = list(entry.all_ids() if entry.all_ids else _recorded(kind))
    words = {one: entry.search(thing) if entry.search else None for one, thing in entry.load(ids).items()}
    said = [(kind, one, each.title, each.words) for one, each in words.items() if each is not None]
    index_many(row for row in said if held.get(row[1]) != (kept(row[2]), kept(row[3])))


def remove(kind: str, subject_id: int) -> None:
    """Take a thing out of the index."""
    here = (ENTRY.c.kind == kind) & (ENTRY.c.subject_id == subject_id)
    db.session.execute(delete(ENTRY).where(here))


def follow(thing: tuple[str, int]) -> None:
    """Bring the index up to date with a thing that changed; called for each thing that history records."""
    kind, subject_id = thing
    entry = subjects.table().get(kind)
    if entry is None or entry.search is None:
        return
    found = entry.load([subject_id]).get(subject_id)
    words = entry.search(found) if found is not None else None
    if words is None:
        remove(kind, subject_id)
    else:
        index(kind, subject_id, words.title, words.words)


def rebuild() -> dict[str, int]:
    """Make the whole index anew from the things themselves. Returns how many of each kind it holds."""
    db.session.execute(delete(ENTRY))
    counts = {kind: _add_all(entry) for kind, entry in subjects.table().items() if entry.search is not None}
    tidy()
    return counts


def tidy() -> None:
    """Have SQLite forget the words of what was removed; PostgreSQL does so by itself."""
    if db.session.get_bind().dialect.name == "sqlite":
        for name in ("search_words", "search_spelling"):
            db.session.execute(text(f"INSERT INTO {name} ({name}) VALUES ('optimize')"))  # noqa: S608 - names above


def _add_all(entry: subjects.Subject) -> int:
    ids = list(entry.all_ids() if entry.all_ids else _recorded(entry.kind))
    count = 0
    for start in range(0, len(ids), AT_ONCE):
        things = entry.load(ids[start : start + AT_ONCE])
        words = [(one, entry.search(thing) if entry.search else None) for one, thing in things.items()]
        count += index_many((entry.kind, one, said.title, said.words) for one, said in words if said is not None)
        db.session.expire_all()
    return count


def _recorded(kind: str) -> Iterable[int]:
    """The ids of a kind that history knows."""
    return db.session.scalars(select(Version.subject_id).where(Version.kind == kind).order_by(Version.subject_id))
