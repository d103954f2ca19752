"""`flask forum create-admin`: the first account that may give roles."""

import pytest
from flask import Flask

from forum.people import queries
from tests.client import Client
from tests.make import make_person

PASSWORD = "three green doors"


def create(app: Flask, *, name: str = "Ruth A.", email: str = "ruth@example.org", password: str = PASSWORD) -> tuple:
    args = ["forum", "create-admin", "--name", name, "--email", email, "--password", password]
    done = app.test_cli_runner().invoke(args=args)
    return done.exit_code, done.output


def test_a_fresh_place_has_no_account(app: Flask) -> None:
    with app.app_context():
        assert queries.count() == 0


def test_an_administrator_is_made_and_signs_in(app: Flask, client: Client) -> None:
    code, output = create(app)
    assert (code, output) == (0, "Ruth A. can sign in now as an administrator.\n")
    client.send("/sign-in", email="ruth@example.org", password=PASSWORD)
    client.get("/people")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"password": "short"}, "10 letters or more"),
        ({"password": "password123"}, "easy to guess"),
        ({"password": "aaaaaaaaaaaa"}, "easy to guess"),
        ({"password": "x" * 201}, "200 letters or fewer"),
        ({"email": "ruth"}, "Write an e-mail address"),
        ({"name": " "}, "a name that people can read"),
        ({"name": "dev"}, "has that name already"),
        ({"email": "DEV@example.org"}, "There is an account with that address"),
    ],
)
def test_what_will_not_do_is_said_and_nothing_is_made(app: Flask, wrong: dict[str, str], says: str) -> None:
    make_person(app, name="Dev")
    code, output = create(app, **wrong)
    assert code == 1
    assert says in output
    with app.app_context():
        assert queries.count() == 1
