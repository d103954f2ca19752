"""Packs for tests: loaded the way the command does it, and read back."""

import shutil
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from flask import Flask

from decisions.packs import faces, files, loading, queries
from decisions.packs.merge import Documents
from decisions.packs.models import Entry, EntryVersion
from forum import clock
from forum.about import site
from forum.db import begin_write, db

PACKS = Path(__file__).parent / "data" / "packs"


def load(app: Flask, folder: Path = PACKS / "hamlet", **more: Any) -> loading.Loaded:
    """Load a pack and keep it."""
    with app.app_context():
        begin_write()
        done = loading.load(folder, on=more.pop("on", None) or clock.now(), **more)
        db.session.commit()
        return done


_england: dict[type[Any], list[dict[str, Any]]] = {}


def load_england(app: Flask, **settings: str) -> Documents:
    """Put the England pack in as the command does; it is read and checked once for a run, then its rows are copied.
    Returns what it says, by kind and id.

    `settings` are those of the place; `governance` says how its council, a unitary one, is run.
    """
    governance = settings.pop("governance", "")
    with app.app_context():
        site.save(settings)
        db.session.commit()
    if _england:
        with app.app_context():
            begin_write()
            for table, rows in _england.items():
                db.session.execute(sa.insert(table), [{k: v for k, v in row.items() if k != "id"} for row in rows])
            db.session.commit()
    else:
        load(app, files.find("england"))
        with app.app_context():
            for table in (Entry, EntryVersion):
                found = db.session.execute(sa.select(*table.__table__.columns).order_by(table.id))
                _england[table] = [dict(row) for row in found.mappings()]
    with app.app_context():
        begin_write()
        if governance:
            said = {"name": "Leedham", "council": "E06000999", "type": "unitary", "nation": "england"}
            row = {"kind": "place", "ident": "leedham", "pack": "leedham", "changed_at": clock.now()}
            db.session.add(Entry(**row, data={**said, "governance": governance}))
            db.session.flush()
        faces.write({"body", "place"}, queries.documents_of, clock.now())
        db.session.commit()
    return files.entries("england")


def copied(folder: Path, name: str = "hamlet") -> Path:
    """A copy of the example packs that a test may change; returns the folder of one."""
    for one in ("hill", "hamlet"):
        shutil.copytree(PACKS / one, folder / one)
    return folder / name


def replaced(path: Path, before: str, after: str) -> None:
    """Change a file; what is replaced has to be there."""
    text = path.read_text()
    assert before in text, before
    path.write_text(text.replace(before, after))


def kept(app: Flask, kind: str, ident: str) -> dict[str, Any]:
    """What an entry says here."""
    with app.app_context():
        found = queries.one(kind, ident)
        assert found is not None, f"{kind}/{ident}"
        return found.document


def everything(app: Flask) -> dict[tuple[str, str], dict[str, Any]]:
    """What every entry says here."""
    with app.app_context():
        return {(one.kind, one.ident): one.document for one in queries.everything()}
