"""Each link works for its own purpose only, and dies when the account's locks change."""

import pytest
from flask import Flask

from forum import clock
from forum.db import db
from forum.people import account, entering, queries
from tests.client import Client
from tests.forum.people.letters import link_in, newest
from tests.make import make_person

PATHS = {
    "join": "/join/{}",
    "sign-in": "/sign-in/link/{}",
    "reset": "/forgot-password/{}",
    "new-email": "/me/settings/e-mail/{}",
}


def token(app: Flask, purpose: str, *, known: str = "amina@example.org") -> str:
    """Mail a link and return its token."""
    with app.app_context():
        on = clock.now()
        if purpose == "join":
            entering.ask_to_join(name="Newcomer", email="new@example.org", going_to="", on=on)
        elif purpose == "sign-in":
            entering.ask_for_link(email=known, going_to="", stay=False, on=on)
        elif purpose == "reset":
            entering.ask_to_reset(email=known, on=on)
        else:
            person = queries.by_email(known)
            assert person is not None
            account.ask_for_new_email(person, "other@example.org", on=on)
        db.session.commit()
    return str(newest(app).values["token"])


@pytest.mark.parametrize("purpose", PATHS)
def test_a_token_opens_its_own_door_only(app: Flask, client: Client, purpose: str) -> None:
    make_person(app)
    made = token(app, purpose)
    fields = {"name": "Newcomer", "password": "three green doors", "key": "k"}
    for other, path in PATHS.items():
        if other != purpose:
            client.get(path.format(made), status=404)
            client.post(path.format(made), fields, status=404)
    assert client.raw.get("/me").status_code == 302
    assert client.get(PATHS[purpose].format(made)).answer.headers["Cache-Control"] == "no-store"
    client.post(PATHS[purpose].format(made), fields)


@pytest.mark.parametrize("path", PATHS.values())
@pytest.mark.parametrize("made", ["x", "0" * 43, "%00", "%ff%fe", "' OR 1=1 --"])
def test_a_made_up_token_opens_nothing(client: Client, path: str, made: str) -> None:
    assert "does not work any more" in client.get(path.format(made), status=404).text
    client.post(path.format(made), {"name": "A", "password": "three green doors"}, status=404)


def test_a_new_password_kills_other_links_and_sessions(app: Flask, client: Client) -> None:
    person_id = make_person(app, password="the old one here")
    elsewhere = Client(app).sign_in(person_id)
    links = {purpose: token(app, purpose) for purpose in ("sign-in", "new-email", "reset")}
    client.send(PATHS["reset"].format(links["reset"]), password="three green doors")
    assert client.raw.get("/me").status_code == 200
    assert elsewhere.raw.get("/me").status_code == 302
    for purpose in ("sign-in", "new-email", "reset"):
        Client(app).get(PATHS[purpose].format(links[purpose]), status=404)
    assert newest(app).template == "password_changed"
    Client(app).send("/sign-in", email="amina@example.org", password="the old one here", status=409)
    Client(app).send("/sign-in", email="amina@example.org", password="three green doors")


def test_a_new_address_kills_other_links_and_sessions(app: Flask, client: Client) -> None:
    person_id = make_person(app)
    elsewhere = Client(app).sign_in(person_id)
    client.sign_in(person_id)
    links = {purpose: token(app, purpose) for purpose in ("sign-in", "reset", "new-email")}
    assert client.send(PATHS["new-email"].format(links["new-email"])).location == "/me/settings"
    assert "other@example.org" in client.get("/me/settings").text
    assert elsewhere.raw.get("/me").status_code == 302
    for purpose in ("sign-in", "reset"):
        Client(app).get(PATHS[purpose].format(links[purpose]), status=404)
    told = newest(app)
    assert (told.template, told.email) == ("email_changed", "amina@example.org")


def test_a_weak_new_password_is_refused_and_the_link_holds(app: Flask, client: Client) -> None:
    make_person(app)
    address = PATHS["reset"].format(token(app, "reset"))
    assert "Use 10 letters or more." in client.send(address, password="short", status=400).text
    page = client.send(address, password="amina@example.org".partition("@")[0] * 2, status=303)
    assert page.location == "/me"


def test_an_address_taken_meanwhile_is_refused(app: Flask, client: Client) -> None:
    make_person(app)
    made = token(app, "new-email")
    make_person(app, name="Other", email="other@example.org")
    page = client.send(PATHS["new-email"].format(made), status=409)
    assert "another account with that address" in page.text


def test_resetting_tells_nobody_whether_there_is_an_account(app: Flask, client: Client) -> None:
    make_person(app)
    known = client.send("/forgot-password", email="amina@example.org")
    unknown = client.send("/forgot-password", email="nobody@example.org")
    assert (known.status, known.location, known.source) == (unknown.status, unknown.location, unknown.source)
    client.send("/forgot-password", email="nonsense", status=400)


def test_every_letter_can_be_written(app: Flask, client: Client) -> None:
    make_person(app)
    for purpose, path in PATHS.items():
        made = token(app, purpose)
        assert link_in(app, newest(app)) == path.format(made)
