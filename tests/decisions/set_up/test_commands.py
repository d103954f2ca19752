"""A place made by a command, and the code that the server prints."""

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask

from decisions.bodies.models import Body
from decisions.packs import queries
from decisions.set_up import opening
from forum.about import site
from forum.access import Role
from forum.db import db
from forum.people import queries as people
from forum.serving import greet
from tests.client import Client
from tests.make import make_person

CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}")
NEEDED = ("--name", "Leedham", "--run-by", "Leedham Voices", "--paid-by", "The charity")


def run(app: Flask, *args: str, **more: Any) -> Result:
    return app.test_cli_runner().invoke(args=["decisions", *args], **more)


def settings(app: Flask) -> site.Site:
    with app.app_context():
        return site.fresh()


def test_a_place_is_made_by_options(app: Flask) -> None:
    admin = ("--admin-name", "Ada Lowe", "--admin-email", "ada@example.org")
    typed = "kettle orbit lantern\nkettle orbit lantern\n"
    done = run(app, "new-place", *NEEDED, "--council", "LDS", "--governance", "leader", *admin, input=typed)
    assert done.exit_code == 0, done.output
    assert "Leedham is made." in done.output and "kettle" not in done.output
    now = settings(app)
    assert (now.council_name, now.council_type, now.governance) == ("Leeds City Council", "metropolitan", "leader")
    with app.app_context():
        assert [one.name for one in people.by_role(Role.ADMINISTRATOR)] == ["Ada Lowe"]
        place = queries.place()
        assert place is not None and place.ident == "leedham"
    assert "Leedham" in Client(app).get("/").text


def test_what_is_not_given_is_asked(app: Flask) -> None:
    done = run(app, "new-place", input="Kentish\nKentish Voices\nA grant\natlantis\nkent county\n")
    assert done.exit_code == 0, done.output
    assert "There is no council with this code or name." in done.output
    assert (settings(app).place, settings(app).council_name) == ("Kentish", "Kent County Council")


@pytest.mark.parametrize(
    ("council", "says"),
    [("atlantis", "no council with this code"), ("new", "is not one council"), ("ALL", "no council")],
)
def test_a_council_that_is_not_one_is_refused(app: Flask, council: str, says: str) -> None:
    done = run(app, "new-place", *NEEDED, "--council", council)
    assert done.exit_code == 1 and says in done.output
    assert not settings(app).set_up


@pytest.mark.parametrize("pack", ["marlbrook", "calderwick", "harrowmere"])
def test_a_place_is_made_with_its_own_pack(app: Flask, pack: str) -> None:
    done = run(app, "new-place", *NEEDED, "--pack", pack)
    assert done.exit_code == 0, done.output
    governance = {"marlbrook": "leader", "calderwick": "leader", "harrowmere": "committee"}
    assert settings(app).governance == governance[pack] and settings(app).nation == "england"
    client = Client(app)
    assert "Open-door person" in " ".join(one["name"] for one in kept(app, "seat"))
    client.get("/who-decides")
    client.get("/who-decides/how/close-day-centre")


def kept(app: Flask, kind: str) -> list[dict[str, Any]]:
    with app.app_context():
        return [one.document for one in queries.of_kind(kind)]


def test_a_wrong_pack_makes_no_place(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text('[pack]\nid = "x"\nname = "X"\nlicence = "AGPL"\nnonsense = 1\n')
    done = run(app, "new-place", *NEEDED, "--pack", str(tmp_path))
    assert done.exit_code == 1 and "nonsense" in done.output and "Nothing was changed" in done.output
    assert not settings(app).set_up


def test_a_place_is_made_once(app: Flask) -> None:
    assert run(app, "new-place", *NEEDED, "--council", "LDS").exit_code == 0
    again = run(app, "new-place", *NEEDED, "--council", "KEN")
    assert again.exit_code == 1 and "set up already" in again.output
    assert settings(app).council_name == "Leeds City Council"


def test_outside_england_no_route_is_put_in(app: Flask) -> None:
    done = run(app, "new-place", *NEEDED, "--council", "ABE")
    assert "the routes of England do not hold there" in done.output
    with app.app_context():
        assert db.session.scalar(db.select(db.func.count(Body.id))) == 0


def test_the_server_prints_a_code_while_the_place_is_not_set_up(app: Flask, client: Client) -> None:
    said: list[str] = []
    app.config["SITE_URL"] = "http://127.0.0.1:5000"
    greet(app, said.append)
    found = CODE.search("\n".join(said))
    assert found and "http://127.0.0.1:5000/set-up" in "\n".join(said)
    client.send("/set-up", code=found[0])


def test_the_server_prints_none_where_somebody_looks_after_the_place(app: Flask) -> None:
    make_person(app, role="administrator")
    said: list[str] = []
    greet(app, said.append)
    assert not CODE.search("\n".join(said)) and len(said) == 1


def test_a_code_by_the_command(app: Flask, client: Client) -> None:
    done = run(app, "set-up-code")
    found = CODE.search(done.output)
    assert found
    client.send("/set-up", code=found[0])
    make_person(app, role="administrator")
    refused = run(app, "set-up-code")
    assert refused.exit_code == 1 and "Somebody looks after this place already" in refused.output
    with app.app_context():
        assert opening.may_begin() is not None
