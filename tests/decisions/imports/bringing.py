"""Bring things in, for tests: as the command does, and as a running server would give them."""

from pathlib import Path
from typing import Any

from flask import Flask

from decisions.imports import running, sources
from decisions.imports.models import Origin, Source
from decisions.imports.readers.table import read
from decisions.imports.records import Asked, Found
from forum import clock
from forum.db import begin_write, db

COUNCILS = Path(__file__).parents[2] / "data" / "councils"


def make_source(app: Flask, reader: str = "moderngov", name: str = "Council", **more: Any) -> int:
    """Make a source; return its id."""
    with app.app_context():
        begin_write()
        made = sources.make(reader, name, by=None, on=clock.now(), **more)
        db.session.commit()
        return made.id


def bring(app: Flask, source_id: int, *files: bytes, **asked: Any) -> dict[str, int]:
    """Bring files in; return how much there was of each."""
    with app.app_context():
        source = db.session.get_one(Source, source_id)
        reader, wanted = source.reader, Asked(**asked)
        db.session.rollback()

        def give() -> list[Found]:
            return [found for data in files for found in read(reader, data, wanted)]

        result = running.bring(source_id, give, by=None, on=clock.now())
        return {name: count for name, count in result.plan.counts.items() if count}


def match(app: Flask, source_id: int, ident: str, body_id: int | None) -> None:
    """Say which of our bodies one of a source is; none: none of ours."""
    with app.app_context():
        begin_write()
        row = db.session.query(Origin).filter_by(source_id=source_id, kind="body", ident=ident).one()
        row.subject_id, row.left_out = body_id, body_id is None
        db.session.commit()


def sample(name: str) -> bytes:
    """A real file."""
    return (COUNCILS / name).read_bytes()
