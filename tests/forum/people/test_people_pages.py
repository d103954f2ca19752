"""The public page of a person, and the administrators' pages of people."""

import re

from flask import Flask

from forum import clock
from forum.access import Role
from forum.db import db
from forum.people import actions
from forum.people.models import Person
from tests.client import Client
from tests.make import make_byline, make_person, make_post, make_thread


def roles(app: Flask, person_id: int) -> set[str]:
    with app.app_context():
        return {one.role for one in db.session.get_one(Person, person_id).roles}


def test_a_page_shows_a_name_and_since_when(app: Flask, client: Client) -> None:
    make_person(app, name="Dev S.", role="facilitator", employer="Marlbrook Voices")
    page = client.get("/people/Dev%20S.")
    assert re.search(r"Here since [A-Z][a-z]+ 20\d\d\.", page.text)
    assert "facilitator" in page.text
    assert "Marlbrook Voices" in page.text
    assert "dev.s.@example.org" not in page.source


def test_a_name_in_other_letters_leads_to_the_same_page(app: Flask, client: Client) -> None:
    make_person(app, name="Dev S.")
    assert client.get("/people/dev%20s.", status=302).location == "/people/Dev%20S."
    for nobody in ("nobody", "%00", "..", "%ff", "1"):
        client.get(f"/people/{nobody}", status=404)


def test_no_page_joins_another_name_to_its_person(app: Flask, client: Client) -> None:
    person_id = make_person(app, name="Amina", capacity="carer")
    thread_id = make_thread(app, byline_id=make_byline(app, person_id=person_id, name="Amina"))
    other = make_byline(app, person_id=person_id, name="Riverside neighbour", thread_id=thread_id)
    make_post(app, thread_id, "Under another name.", number=2, byline_id=other)
    reader = Client(app).sign_in(make_person(app, name="Reader"))
    for browser in (client, reader):
        page = browser.get("/people/Amina")
        assert "neighbour" not in page.source
        assert "Under another name." not in page.source
        assert "carer" not in page.source  # the usual capacity is not shown by itself
        browser.get("/people/Riverside%20neighbour", status=404)


def test_administrators_find_a_person_and_give_a_role(app: Flask, client: Client) -> None:
    admin = make_person(app, name="Ruth", role="administrator")
    dev = make_person(app, name="Dev")
    client.sign_in(admin)
    assert "Ruth" in client.get("/people").text
    assert client.get("/people?q=de").links()["Dev"] == f"/people/{dev}/roles"
    assert "Dev" in client.get("/people?q=DEV@example.org").text
    assert "Nobody was found" in client.get("/people?q=zz").text
    client.get("/people?q=%00%25_")
    page = client.send(f"/people/{dev}/roles", role="facilitator", employer="Marlbrook Voices")
    assert roles(app, dev) == {"facilitator"}
    page = client.get(page.location)
    assert "Ruth gave the role: facilitator." in page.text
    client.send(f"/people/{dev}/roles", button="Take “facilitator” away")
    assert roles(app, dev) == set()
    assert "Ruth took the role away: facilitator." in client.get(f"/people/{dev}/roles").text


def test_bad_roles_are_refused(app: Flask, client: Client) -> None:
    client.sign_in(make_person(app, name="Ruth", role="administrator"))
    dev = make_person(app, name="Dev")
    client.send(f"/people/{dev}/roles", role="", status=400)
    client.send(f"/people/{dev}/roles", role="king", status=400)
    client.post(f"/people/{dev}/roles/take", {"role": "king"}, status=400)
    client.get("/people/999/roles", status=404)
    assert roles(app, dev) == set()


def test_the_last_administrator_keeps_the_role(app: Flask, client: Client) -> None:
    admin = make_person(app, name="Ruth", role="administrator")
    client.sign_in(admin)
    page = client.send(f"/people/{admin}/roles", button="Take “administrator” away", status=409)
    assert "There is no other administrator" in page.text
    make_person(app, name="Mo", role="administrator")
    client.send(f"/people/{admin}/roles", button="Take “administrator” away")
    client.get("/people", status=403)


def test_nobody_else_comes_near(app: Flask, client: Client) -> None:
    dev = make_person(app, name="Dev")
    for role in (None, "facilitator", "moderator", "safeguarding"):
        browser = Client(app).sign_in(make_person(app, name=f"Somebody {role} x", role=role))
        browser.get("/people", status=403)
        browser.get(f"/people/{dev}/roles", status=403)
        browser.post(f"/people/{dev}/roles", {"role": "administrator"}, status=403)
        browser.post(f"/people/{dev}/roles/take", {"role": "administrator"}, status=403)
    client.get("/people", status=302)
    client.post(f"/people/{dev}/roles", {"role": "administrator"}, status=403)
    assert roles(app, dev) == set()


def test_a_suspended_person_writes_in_no_session_and_has_no_role(app: Flask) -> None:
    admin = make_person(app, name="Ruth", role="administrator")
    dev = make_person(app, name="Dev", role="administrator")
    browsers = [Client(app).sign_in(dev), Client(app).sign_in(dev)]
    forms = [browser.get("/me/settings/name").form() for browser in browsers]
    with app.app_context():
        actions.suspend(db.session.get_one(Person, dev), by=admin, on=clock.now())
        db.session.commit()
    for browser, (action, values) in zip(browsers, forms, strict=True):
        browser.get("/people", status=403)
        browser.post(action, {**values, "name": "Devil"}, status=403)
    with app.app_context():
        actions.restore(db.session.get_one(Person, dev), by=admin, on=clock.now())
        db.session.commit()
    browsers[0].send("/me/settings/name", name="Devon")
    assert "Ruth stopped this person from writing." in browsers[0].get(f"/people/{dev}/roles").text


def test_a_role_given_twice_is_one(app: Flask) -> None:
    dev = make_person(app, name="Dev")
    with app.app_context():
        person = db.session.get_one(Person, dev)
        actions.give_role(person, Role.MODERATOR, by=None, on=clock.now())
        actions.give_role(person, Role.MODERATOR, by=None, on=clock.now())
        db.session.commit()
    assert roles(app, dev) == {"moderator"}
