"""The open accounts of the demonstration: one button each, and nowhere else."""

from collections.abc import Iterator

import pytest
from flask import Flask

from forum.db import db
from tests.client import Client
from tests.conftest import SETTINGS
from tests.make import make_person
from wsgi import create_app

AMINA = {"name": "Amina K.", "what": "a carer", "email": "amina@example.org"}


@pytest.fixture
def demo(app: Flask) -> Iterator[Flask]:
    """The same place as a demonstration."""
    settings = {**SETTINGS, "DEMO": "1"}
    made = create_app(**settings, DATABASE_URL=app.config["SQLALCHEMY_DATABASE_URI"], INSTANCE=app.config["INSTANCE"])
    made.extensions["demo_accounts"] = [AMINA]
    yield made
    with made.app_context():
        db.session.remove()
        db.engine.dispose()


def test_one_button_signs_in(demo: Flask) -> None:
    make_person(demo, name="Amina K.", email="amina@example.org")
    client = Client(demo)
    assert "a carer" in client.get("/sign-in").text
    assert client.send("/sign-in", button="Amina K.").location == "/me"
    assert "Your name here: Amina K." in client.get("/me").text


def test_only_listed_accounts_are_open(demo: Flask) -> None:
    make_person(demo, name="Ruth", email="ruth@example.org", role="administrator")
    client = Client(demo)
    for email in ("ruth@example.org", "amina@example.org", "", "\x00"):
        client.post("/sign-in/demo", {"email": email}, status=404)


def test_an_empty_list_shows_no_buttons(demo: Flask) -> None:
    demo.extensions["demo_accounts"] = []
    assert "demonstration" not in Client(demo).get("/sign-in").text
    del demo.extensions["demo_accounts"]
    assert "demonstration" not in Client(demo).get("/sign-in").text


def test_a_real_place_has_no_open_accounts(app: Flask, client: Client) -> None:
    app.extensions["demo_accounts"] = [AMINA]
    make_person(app, name="Amina K.", email="amina@example.org")
    assert "demonstration" not in client.get("/sign-in").text
    client.post("/sign-in/demo", {"email": "amina@example.org"}, status=404)
