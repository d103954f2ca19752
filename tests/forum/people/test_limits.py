"""How often one may try, and that the owner is never shut out by it."""

from collections.abc import Iterator

import pytest
from flask import Flask

from forum.limits import limiter
from tests.client import Client
from tests.conftest import SETTINGS
from tests.forum.people.letters import link_in, newest
from tests.make import make_person
from wsgi import create_app


@pytest.fixture
def limited(app: Flask) -> Iterator[Flask]:
    """The same place, with its limits on and one proxy of its own in front."""
    settings = {**SETTINGS, "RATE_LIMITS": "1", "PROXIES": 1}
    made = create_app(**settings, DATABASE_URL=app.config["SQLALCHEMY_DATABASE_URI"], INSTANCE=app.config["INSTANCE"])
    limiter.reset()
    yield made
    limiter.enabled = False
    with made.app_context():
        from forum.db import db

        db.session.remove()
        db.engine.dispose()


def wrong(app: Flask, address: str, *, status: int, email: str = "amina@example.org") -> None:
    headers = {"X-Forwarded-For": address}
    typed = {"email": email, "password": "not the password", "key": "k"}
    page = Client(app).post("/sign-in", typed, headers=headers, status=status)
    if status == 429:
        assert int(page.answer.headers["Retry-After"]) > 0
        assert "That was a lot at once" in page.text


def test_passwords_of_an_account_are_tried_only_so_often_from_everywhere(limited: Flask) -> None:
    make_person(limited, password="three green doors")
    for number in range(10):
        wrong(limited, f"10.0.0.{number}", status=409)
    wrong(limited, "10.0.1.1", status=429)
    wrong(limited, "10.0.1.1", status=409, email="other@example.org")


def test_the_owner_still_gets_in_by_a_link(limited: Flask) -> None:
    make_person(limited, password="three green doors")
    for number in range(11):
        wrong(limited, f"10.0.0.{number}", status=409 if number < 10 else 429)
    owner = Client(limited)
    owner.send("/sign-in", email="amina@example.org")
    owner.send(link_in(limited, newest(limited)))
    assert owner.raw.get("/me").status_code == 200


def test_one_address_asks_only_so_often(limited: Flask) -> None:
    for number in range(10):
        wrong(limited, "10.0.0.1", status=409, email=f"a{number}@example.org")
    wrong(limited, "10.0.0.1", status=429, email="b@example.org")


def test_a_forwarded_address_that_a_client_adds_does_not_count(limited: Flask) -> None:
    for number in range(10):
        wrong(limited, f"1.2.3.{number}, 10.0.0.1", status=409, email=f"a{number}@example.org")
    wrong(limited, "9.9.9.9, 10.0.0.1", status=429, email="b@example.org")


def test_joining_is_limited(limited: Flask) -> None:
    for number in range(10):
        Client(limited).post("/join", {"name": f"Amina {number} x", "email": f"a{number}@example.org"})
    Client(limited).post("/join", {"name": "Amina", "email": "a@example.org"}, status=429)
