"""What a place still has to find out: filled in, given to somebody by e-mail or on paper, and in `/to-do`."""

import pytest
from flask import Flask

from decisions.packs import queries
from decisions.set_up import findings
from decisions.set_up.models import FactShare
from decisions.set_up.subjects import SHARE
from forum.access import Standing
from forum.db import db
from tests import packs
from tests.client import Client
from tests.letters import letters, send_due
from tests.make import make_person


@pytest.fixture
def ruth(app: Flask, client: Client) -> Client:
    """A facilitator, in a place that builds on England."""
    packs.load_england(app, place="Leedham", phone="01632 960 000")
    return client.sign_in(make_person(app, name="Ruth", role="facilitator"))


def value(app: Flask, ident: str) -> object:
    return packs.kept(app, "local", ident).get("value")


def test_a_fact_is_filled_in(app: Flask, ruth: Client) -> None:
    page = ruth.get("/set-up/facts")
    assert "48 things to find out" in page.text or "things to find out" in page.text
    fact = "/set-up/fact?id=question-deadline"
    assert "how many days before" in ruth.get(fact).text.lower()
    ruth.send(fact, value="3", link="https://example.org/constitution")
    assert value(app, "question-deadline") == 3
    kept = packs.kept(app, "local", "question-deadline")
    assert kept["link"] == "https://example.org/constitution" and kept["basis"] == "local" and "local_check" not in kept
    assert "Last day to send a question" in ruth.get("/set-up/facts").text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"value": "soon", "link": ""}, "Write a whole number"),
        ({"value": "3", "link": "http://example.org"}, "starts with https://"),
        ({"value": "", "link": ""}, "Write what you found out"),
        ({"value": "9" * 400, "link": ""}, "characters or fewer"),
    ],
)
def test_a_fact_that_cannot_be_kept_is_asked_again(app: Flask, ruth: Client, typed: dict[str, str], says: str) -> None:
    _action, values = ruth.get("/set-up/fact?id=question-deadline").form()
    page = ruth.post(
        "/set-up/fact?id=question-deadline",
        {**values, **typed},
        status=409 if "whole" in says or "https" in says else 400,
    )
    assert says in page.text and (not typed["value"] or typed["value"] in page.source)
    assert value(app, "question-deadline") is None


def test_a_fact_that_somebody_else_filled_in_first_is_not_lost(app: Flask, ruth: Client) -> None:
    _action, values = ruth.get("/set-up/fact?id=languages").form()
    ruth.post("/set-up/fact?id=languages", {**values, "value": "English and Somali"})
    late = ruth.post("/set-up/fact?id=languages", {**values, "key": "another", "value": "English"}, status=409)
    assert "Somebody changed this" in late.text
    assert value(app, "languages") == "English and Somali"


def test_facts_are_given_by_e_mail(app: Flask, ruth: Client) -> None:
    ruth.post(
        "/set-up/facts", {"fact": ["call-in-days", "languages"], "name": "Sam", "email": "sam@example.org", "key": "a"}
    )
    send_due(app)
    (letter,) = letters(app)
    assert letter.to == ["sam@example.org"]
    assert "call it in" in letter.body and "In which languages" in letter.body and "01632 960 000" in letter.body
    assert "Asked: Sam." in ruth.get("/set-up/facts").text
    to_do = ruth.get("/to-do").text
    assert "Sam was asked to find out: Other languages" in to_do and "local facts are still to find out" in to_do
    ruth.send("/set-up/fact?id=languages", value="English and Somali")
    assert "Other languages" not in ruth.get("/to-do").text


def test_facts_are_given_on_paper(app: Flask, ruth: Client) -> None:
    given = ruth.post("/set-up/facts", {"fact": "call-in-days", "name": "Joan", "email": "", "key": "b"})
    page = ruth.get(given.location)
    assert "For Joan" in page.text and "call it in" in page.text and "languages" not in page.text
    assert send_due(app) == 0


def test_somebody_and_something_has_to_be_chosen(app: Flask, ruth: Client) -> None:
    page = ruth.post(
        "/set-up/facts", {"fact": "languages", "name": "", "email": "x@example.org", "key": "c"}, status=400
    )
    assert "Write a name" in page.text and 'value="x@example.org"' in page.source
    page = ruth.post("/set-up/facts", {"name": "Sam", "email": "", "key": "d"}, status=409)
    assert "Choose at least one" in page.text
    ruth.post("/set-up/facts", {"fact": "nothing-here", "name": "Sam", "email": "", "key": "e"}, status=409)
    with app.app_context():
        assert db.session.scalar(db.select(db.func.count(FactShare.id))) == 0


def test_the_same_is_asked_once(app: Flask, ruth: Client) -> None:
    for key in ("f", "g"):
        ruth.post("/set-up/facts", {"fact": "languages", "name": "Sam", "email": "", "key": key})
    with app.app_context():
        assert db.session.scalar(db.select(db.func.count(FactShare.id))) == 1


def test_only_who_helps_run_this_sees_the_list(app: Flask, client: Client) -> None:
    client.get("/set-up/facts", status=302)
    client.sign_in(make_person(app, name="Amina"))
    client.get("/set-up/facts", status=403)


def test_a_fact_that_is_none_is_not_there(ruth: Client) -> None:
    for ident in ("nothing", "", "%00", "x" * 200):
        ruth.get(f"/set-up/fact?id={ident}", status=404)


def test_what_waits_is_counted_as_it_is_listed(app: Flask, ruth: Client) -> None:
    ruth.post("/set-up/facts", {"fact": ["call-in-days", "languages"], "name": "Sam", "email": "", "key": "h"})
    with app.test_request_context():
        who = Standing(person_id=1, roles=frozenset({"facilitator"}))
        assert SHARE.queue and SHARE.waiting
        counted = SHARE.waiting(who)
        assert counted is not None
        assert db.session.scalar(db.select(counted)) == len(SHARE.queue(who)) == 3
        assert SHARE.waiting(Standing()) is None and SHARE.queue(Standing()) == []
        unknown, _known = findings.facts(findings.clock.today())
        assert len(unknown) == len(queries.of_kind("local"))
