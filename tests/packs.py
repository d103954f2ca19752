"""Packs for tests: loaded the way the command does it, and read back."""

import shutil
from pathlib import Path
from typing import Any

from flask import Flask

from decisions.packs import faces, files, loading, queries, schema
from decisions.packs.models import Entry
from forum import clock
from forum.db import begin_write, db

PACKS = Path(__file__).parent / "data" / "packs"


def load(app: Flask, folder: Path = PACKS / "hamlet", **more: Any) -> loading.Loaded:
    """Load a pack and keep it."""
    with app.app_context():
        begin_write()
        done = loading.load(folder, on=more.pop("on", None) or clock.now(), **more)
        db.session.commit()
        return done


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


def load_england(app: Flask, governance: str = "") -> dict[str, dict[str, dict[str, Any]]]:
    """Load the England pack, and say how the council of the place works. Returns what was loaded, by kind and id."""
    load(app, files.find("england"))
    with app.app_context():
        begin_write()
        place = queries.place()
        if governance:
            data = {"name": "Marlbrook", "council": "E06000999", "type": "unitary", "nation": "england"}
            data["governance"] = governance
            if place is None:
                place = Entry(kind="place", ident="marlbrook", pack="marlbrook", changed_at=clock.now(), data=data)
                db.session.add(place)
            place.data = data
        db.session.flush()
        faces.write({"body"}, queries.documents, clock.now())
        db.session.commit()
        return {kind: queries.documents(kind) for kind in schema.KINDS}
