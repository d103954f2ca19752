"""The apps lent to tests: each test meets one that is as new, and what a test did to one meets nobody else."""

from pathlib import Path

import pytest
from flask import Flask

from forum.about.site import save, site
from forum.access import EVERYONE
from forum.db import db
from forum.web import allow
from tests import make
from tests.apps import Apps, put_away
from tests.client import Client
from tests.conftest import BOTH

both = pytest.mark.parametrize("kind", BOTH)


@both
def test_an_app_comes_back_as_new(apps: Apps, kind: str) -> None:
    with apps.lend(kind) as first:
        assert make.make_topic(first) == 1
        with first.app_context():
            save({"place": "Marlbrook"})
            db.session.commit()
            assert site().place == "Marlbrook"
        assert "Marlbrook" in Client(first).get("/").text
        Path(first.config["INSTANCE"], "left").write_text("behind")
    with apps.lend(kind) as second:
        assert second is first
        assert "Marlbrook" not in Client(second).get("/").text
        assert make.make_topic(second) == 1
        assert not Path(second.config["INSTANCE"], "left").exists()


def setting(app: Flask) -> None:
    app.config["LANGUAGE"] = "de"


def route(app: Flask) -> None:
    app.add_url_rule("/new", "new", allow(EVERYONE)(lambda: ""))


def listener(app: Flask) -> None:
    app.extensions["subjects"]["nothing"] = None


def word(app: Flask) -> None:
    app.jinja_env.globals["word"] = "new"


def kind_of_request(app: Flask) -> None:
    app.request_class = type("Other", (app.request_class,), {})


@pytest.mark.parametrize("change", [setting, listener, word, kind_of_request])
def test_an_app_that_was_changed_is_not_lent_again(apps: Apps, change: object) -> None:
    with apps.lend("sqlite") as first:
        change(first)  # type: ignore[operator]
    with apps.lend("sqlite") as second:
        assert second is not first


def test_an_app_with_a_new_route_is_not_lent_again(apps: Apps) -> None:
    for used in apps.idle.pop("sqlite", []):  # only one that has answered nothing yet takes a route
        put_away(used)
    with apps.lend("sqlite") as first:
        route(first)
    with apps.lend("sqlite") as second:
        assert second is not first


@both
def test_two_at_a_time_have_a_database_each(apps: Apps, kind: str) -> None:
    with apps.lend(kind) as one, apps.lend(kind) as other:
        assert one is not other
        make.make_topic(one, "Buses")
        make.make_topic(one, "Day centres")
        assert make.make_topic(other, "Buses") == 1


def test_an_app_whose_connection_is_still_in_use_is_not_lent_again(apps: Apps) -> None:
    with apps.lend("postgresql") as first, first.app_context():
        held = db.engine.connect()
    held.invalidate()
    held.close()
    with apps.lend("postgresql") as second:
        assert second is not first
