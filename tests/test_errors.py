"""Pages for what went wrong, when even the database has gone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from forum.about.site import save, site
from forum.db import db
from tests import databases, make
from tests.client import HERE, Client
from tests.conftest import SETTINGS
from wsgi import create_app


@pytest.fixture
def known(app: Flask) -> Flask:
    """An app that has read who runs the place, longer ago than it believes what it read."""
    with app.app_context():
        save({"place": "Marlbrook", "phone": "01632 960 000"})
        db.session.commit()
        app.extensions["site"] = (0.0, site())
    return app


@contextmanager
def away(app: Flask) -> Iterator[None]:
    """The database answers nothing for a while."""
    with app.app_context():
        engine = db.engine

    def refuse(*_args: object) -> None:
        raise OperationalError("SELECT 1", {}, RuntimeError("away"))

    event.listen(engine, "before_cursor_execute", refuse)
    yield
    event.remove(engine, "before_cursor_execute", refuse)


@pytest.mark.parametrize("address", ["/", "/issues/1", "/nothing-here", "/sign-in"])
def test_a_page_says_sorry_without_the_database(known: Flask, address: str) -> None:
    with away(known):
        answer = known.test_client().get(address)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 503
    assert "<h1>This is not working just now</h1>" in text
    assert "01632 960 000" in text
    assert "Traceback" not in text and "SELECT" not in text
    Client(known).get("/")


def test_what_was_typed_is_given_back_without_the_database(known: Flask) -> None:
    words = "My mother waits for the bus each Sunday."
    with away(known):
        answer = known.test_client().post("/issues/1/reply", data={"text": words}, headers=HERE)
    assert answer.status_code == 503
    assert words in answer.get_data(as_text=True)


def test_somebody_signed_in_meets_the_same_page(known: Flask) -> None:
    client = Client(known).sign_in(make.make_person(known))
    with away(known):
        answer = client.raw.get("/me")
    assert answer.status_code == 503
    assert "This is not working just now" in answer.get_data(as_text=True)
    client.get("/me")


def test_a_file_that_is_no_database(filled: databases.Templates, tmp_path: Path) -> None:
    with filled.copy("sqlite", tmp_path) as url:
        made = create_app(**SETTINGS, DATABASE_URL=url, INSTANCE=tmp_path)
        with made.app_context():
            db.engine.dispose()
        (tmp_path / "doorway.db").write_text("not a database, and not an empty file either")
        answer = made.test_client().get("/")
        assert answer.status_code == 500
        assert "This is not working just now" in answer.get_data(as_text=True)
        with made.app_context():
            db.session.remove()
            db.engine.dispose()
