"""The set-up in the browser: opened by a code, left and gone on with, and at its end a useful place."""

from datetime import timedelta

import pytest
from flask import Flask

from decisions.bodies.models import Body
from decisions.packs import queries
from decisions.set_up import opening, rules
from decisions.set_up.models import SetUp
from forum import clock
from forum.about import site
from forum.db import db
from forum.people.models import Person
from forum.refusal import Refusal
from tests.client import Client
from tests.decisions.set_up.way import ACCOUNT, KIND, REACH, SAFETY, WHO, code, filled, opened
from tests.make import make_person


def settings(app: Flask) -> site.Site:
    with app.app_context():
        return site.fresh()


def test_a_place_from_nothing_to_a_useful_home_page(app: Flask) -> None:
    client = filled(app)
    done = client.send("/set-up/you", **ACCOUNT)
    assert done.location == "/set-up/facts?new=1"
    facts = client.get(done.location)
    assert "Your place is ready" in facts.text and "Money limit for a big decision" in facts.text
    home = Client(app).get("/")
    assert "Leedham" in home.text and "Who decides" in home.text
    now = settings(app)
    assert (now.place, now.council_name, now.council_code) == ("Leedham", "Leeds City Council", "LDS")
    assert (now.council_type, now.governance, now.nation) == ("metropolitan", "leader", "england")
    assert now.first_posts_wait and not now.is_the_council
    with app.app_context():
        slugs = set(db.session.scalars(db.select(Body.slug)))
        assert {"council", "cabinet", "hwb", "housing"} <= slugs and not {"committee", "mayor", "ca"} & slugs
        assert queries.some("body", ["council"])["council"]["name"] == "Leeds City Council"
        (person,) = db.session.scalars(db.select(Person))
        assert {one.role for one in person.roles} >= {"administrator"}
    assert "who decides" in Client(app).get("/who-decides/ask/day-centres").text.lower()


def test_what_was_typed_is_there_again_when_somebody_comes_back(app: Flask) -> None:
    client = opened(app)
    assert client.send("/set-up/who", **WHO).location == "/set-up/council"
    assert 'value="Leedham Voices, a charity"' in client.get("/set-up/who").source
    page = client.get("/set-up")
    assert "Who runs this filled in" in page.text and page.links()["Go on"] == "/set-up/council"
    again = Client(app)  # another browser, with a newer code, finds it too
    again.send("/set-up", code=code(app))
    assert 'value="Leedham"' in again.get("/set-up/who").source
    assert client.get("/set-up/who", status=303).location == "/set-up"  # and the first one is done with


def test_a_step_that_lacks_something_keeps_what_was_typed(app: Flask) -> None:
    client = opened(app)
    page = client.send("/set-up/who", place="Leedham", run_by="", paid_by="", status=400)
    assert "Write who runs this." in page.text and 'value="Leedham"' in page.source
    page = client.send("/set-up/reach", phone="", post="", drop_in="", email="nowhere", status=400)
    assert "Not everybody uses a computer" in page.text and 'value="nowhere"' in page.source
    page = client.send("/set-up/kind", status=400)
    assert "Choose one of these." in page.text
    page = client.send("/set-up/safety", council_care_hours="at night too", status=400)
    assert "Write the number" in page.text and 'value="at night too"' in page.source
    with app.app_context():
        assert opening.answers() == {}


def test_the_council_is_found_by_its_name_and_fills_in_what_is_known(app: Flask) -> None:
    client = opened(app)
    page = client.get("/set-up/council?q=kent")
    assert "Kent County Council" in page.text
    client.send("/set-up/council?q=kent", code="KEN")
    kind = client.get("/set-up/kind")
    assert kind.form()[1]["council_type"] == "county"
    assert "We found no council" in client.get("/set-up/council?q=atlantis").text
    assert "ended on" in client.get("/set-up/council?q=allerdale").text


def test_a_council_is_chosen_or_named(app: Flask) -> None:
    client = opened(app)
    page = client.send("/set-up/council?q=kent", status=409)
    assert "Choose your council" in page.text and "Kent County Council" in page.text
    assert "Say where it is" in client.send("/set-up/council", council_name="Our Council", status=409).text
    client.send("/set-up/council", council_name="Our Council", nation="england")
    with app.app_context():
        assert opening.answers()["council_name"] == "Our Council"
    client.send("/set-up/council?q=kent", code="KEN")  # a council that is chosen takes the place of the name
    with app.app_context():
        assert opening.answers()["council_name"] == "Kent County Council"


@pytest.mark.parametrize("given", ["ALL", "../../etc", "ken"])
def test_a_council_that_ended_or_is_none_is_not_chosen(app: Flask, given: str) -> None:
    client = opened(app)
    client.send("/set-up/council?q=allerdale", code=given, status=409)


def test_outside_england_nothing_is_made_to_look_as_if_it_held(app: Flask) -> None:
    client = filled(app, council={"code": "ABE"}, kind={"council_type": "unitary", "governance": "not-sure"})
    assert "Other rules hold" in client.get("/set-up/kind").text
    client.send("/set-up/you", **ACCOUNT)
    now = settings(app)
    assert (now.nation, now.governance, now.place) == ("scotland", "", "Leedham")
    with app.app_context():
        assert queries.everything() == []
    assert "/who-decides/ask/" not in Client(app).get("/who-decides").source


def test_a_wrong_code_opens_nothing(app: Flask, client: Client) -> None:
    assert "That is not the code" in client.send("/set-up", code="AAAA-BBBB-CCCC", status=409).text
    made = code(app)
    page = client.send("/set-up", code="AAAA-BBBB-CCCC", status=409)
    assert "That is not the code" in page.text and 'value="AAAA-BBBB-CCCC"' in page.source
    assert "Type the code" in client.send("/set-up", code=" ", status=400).text
    assert client.get("/set-up/who", status=303).location == "/set-up"
    assert client.send("/set-up", code=made.lower().replace("-", " ")).location == "/set-up"


def test_a_code_opens_once(app: Flask, client: Client) -> None:
    made = code(app)
    client.send("/set-up", code=made)
    other = Client(app)
    assert "This code has been used" in other.send("/set-up", code=made, status=409).text
    assert other.get("/set-up/who", status=303).location == "/set-up"
    client.get("/set-up/who")


def test_a_code_is_over_after_an_hour(app: Flask, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    made, now = code(app), clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=61))
    assert "This code is too old" in client.send("/set-up", code=made, status=409).text


def test_a_code_that_is_guessed_at_opens_nothing_any_more(app: Flask, client: Client) -> None:
    made = code(app)
    for number in range(rules.MOST_TRIES):
        client.send("/set-up", code=f"WRNG-{number:04d}-CODE", status=409)
    assert "Too many wrong codes" in client.send("/set-up", code=made, status=409).text
    client.send("/set-up", code=code(app))  # the server gives another


def test_a_newer_code_takes_the_place_of_an_older_one(app: Flask, client: Client) -> None:
    older, newer = code(app), code(app)
    assert "That is not the code" in client.send("/set-up", code=older, status=409).text
    client.send("/set-up", code=newer)


def test_no_code_is_made_where_somebody_looks_after_the_place(app: Flask, client: Client) -> None:
    make_person(app, role="administrator")
    with app.app_context(), pytest.raises(Refusal):
        opening.make_code(on=clock.now())
    with app.app_context():
        assert opening.greeting() == []
    assert "Somebody looks after this place already" in client.get("/set-up").text


def test_an_administrator_needs_no_code(app: Flask, client: Client) -> None:
    client.sign_in(make_person(app, name="Ruth", role="administrator"))
    for name, typed in (("who", WHO), ("kind", KIND), ("reach", REACH), ("safety", SAFETY)):
        client.send(f"/set-up/{name}", **typed)
    assert client.post("/set-up/you", {}, status=303).location == "/set-up"  # the council is missing
    client.send("/set-up/council?q=leeds", code="LDS")
    assert client.send("/set-up/you").location == "/set-up/facts?new=1"
    assert settings(app).place == "Leedham"


def test_the_account_has_to_be_a_good_one(app: Flask) -> None:
    client = filled(app)
    page = client.send("/set-up/you", **{**ACCOUNT, "password": "short"}, status=400)
    assert "Use 10 letters or more" in page.text and 'value="ada@example.org"' in page.source
    assert not settings(app).set_up
    with app.app_context():
        assert db.session.scalar(db.select(db.func.count(Person.id))) == 0


def test_a_place_is_made_once(app: Flask) -> None:
    client = filled(app)
    _action, typed = client.get("/set-up/you").form()
    client.send("/set-up/you", **ACCOUNT)
    again = Client(app)
    assert again.post("/set-up/you", {**typed, **ACCOUNT, "name": "Eve"}, status=303).location == "/set-up"
    assert "This place is set up already" in again.get("/set-up").text
    with app.app_context():
        assert list(db.session.scalars(db.select(Person.name))) == ["Ada Lowe"]
        assert db.session.get_one(SetUp, 1).answers == {}  # nothing is kept of the way there


def test_a_code_is_no_use_once_the_place_is_set_up(app: Flask) -> None:
    filled(app).send("/set-up/you", **ACCOUNT)
    with app.app_context(), pytest.raises(Refusal):
        opening.make_code(on=clock.now())
