"""The index's own migration, down and up again."""

import flask_migrate
import sqlalchemy as sa
from flask import Flask

from forum.db import db
from forum.search import actions
from tests.apps import keep_from_others


def names(app: Flask) -> set[str]:
    """The tables of the index."""
    with app.app_context():
        found = {name for name in sa.inspect(db.engine).get_table_names() if name.startswith("search_")}
        db.session.remove()
        return found


def test_the_index_goes_and_comes_back(app: Flask) -> None:
    keep_from_others(app)
    with app.app_context():
        actions.index("body", 1, "Cabinet", "It decides")
        db.session.commit()
        db.session.remove()
        flask_migrate.downgrade(revision="0001")
        db.session.remove()
    assert names(app) == set()
    with app.app_context():
        flask_migrate.upgrade()
        actions.index("body", 1, "Cabinet", "It decides")
        db.session.commit()
        db.session.remove()
    assert "search_entry" in names(app)
