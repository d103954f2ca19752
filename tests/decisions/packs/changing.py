"""Changes of entries for tests, the way a facilitator makes them."""

from typing import Any

from flask import Flask

from decisions.packs import editing, queries
from decisions.packs.signing import helper
from forum import clock
from forum.access import Standing
from forum.db import begin_write, db
from forum.people.models import Person
from tests.make import make_person


def edit(app: Flask, kind: str, ident: str, **values: Any) -> None:
    """Change keys of an entry; a key that is given `None` goes."""
    with app.app_context():
        found = db.session.scalar(db.select(Person.id).where(Person.name == "Dev"))
    person = found or make_person(app, name="Dev", role="facilitator", employer="Marlbrook Voices")
    by = Standing(person_id=person, name="Dev", roles=frozenset({"facilitator"}))
    with app.app_context():
        begin_write()
        row = queries.one(kind, ident)
        assert row is not None
        data = {name: value for name, value in {**row.document, **values}.items() if value is not None}
        editing.edit(row, data, seen=row.number, reason="We asked.", by=by, signed=helper(by), on=clock.now())
        db.session.commit()
