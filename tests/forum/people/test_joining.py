"""Joining: a name, an address, a link; nothing is made before its button is pressed."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from forum.db import db
from forum.people import queries
from forum.people.models import MailedLink, Person
from tests.client import Client
from tests.forum.people.letters import link_in, newest, waiting, written
from tests.make import make_person


def ask(client: Client, **typed: str) -> str:
    """Ask to join; return the address of the link that was mailed."""
    typed = {"name": "Amina K.", "email": "amina@example.org", **typed}
    assert client.send("/join", **typed).location == "/check-your-e-mail"
    return link_in(client.app, newest(client.app))


def person(app: Flask, email: str = "amina@example.org") -> Person | None:
    with app.app_context():
        return queries.by_email(email)


def test_joining_by_a_link(app: Flask, client: Client) -> None:
    address = ask(client)
    assert person(app) is None
    page = client.get(address)
    assert "amina@example.org" in page.text
    assert person(app) is None  # looking makes nothing
    assert client.send(address).location == "/me"
    assert "Amina K." in client.get("/me").text
    made = person(app)
    assert made is not None
    assert made.password_hash is None
    client.get(address, status=404)


def test_joining_with_a_password(app: Flask, client: Client) -> None:
    client.send(ask(client), password="three green doors")
    made = person(app)
    assert made is not None
    assert made.password_hash is not None
    other = Client(app)
    assert other.send("/sign-in", email="AMINA@example.org", password="three green doors").location == "/me"


def test_a_weak_password_is_said_beside_its_field(app: Flask, client: Client) -> None:
    page = client.send(ask(client), password="short", status=400)
    assert "Use 10 letters or more." in page.text
    assert person(app) is None


def test_pressing_twice_makes_one_account_and_signs_in_both_times(app: Flask, client: Client) -> None:
    address = ask(client)
    action, values = client.get(address).form()
    assert client.post(action, values).location == "/me"
    assert Client(app).post(action, values).location == "/me"  # as a browser that lost the first answer
    with app.app_context():
        assert queries.count() == 1


def test_a_used_link_is_nothing_to_another_page(app: Flask, client: Client) -> None:
    address = ask(client)
    _action, values = client.get(address).form()
    client.post(address, values)
    Client(app).post(address, {**values, "key": "another"}, status=404)


def test_asking_twice_by_one_form_sends_one_link(app: Flask, client: Client) -> None:
    action, values = client.get("/join").form()
    typed = {**values, "name": "Amina", "email": "amina@example.org"}
    client.post(action, typed)
    client.post(action, typed)
    assert len(waiting(app)) == 1


def test_what_was_typed_stays(client: Client) -> None:
    page = client.send("/join", name="Amina", email="nonsense", status=400)
    assert 'value="nonsense"' in page.source
    assert "Write an e-mail address like" in page.text
    page = client.send("/join", name="", email="amina@example.org", status=400)
    assert "Write the name that people will see." in page.text


@pytest.mark.parametrize(
    "name",
    ["Dev S.", "dev s.", "ＤＥＶ S.", "Dеv S.", "De\u200bv S.", "\u202eDev S.", "Dev  S.", "DEV S.\u200d", "Ꭰev S."],
)
def test_a_name_that_reads_like_another_is_refused(app: Flask, client: Client, name: str) -> None:
    make_person(app, name="Dev S.")
    client.send("/join", name=name, email="other@example.org", status=409)
    assert waiting(app) == []


@pytest.mark.parametrize(
    "name",
    ["admin", "ADMİN", "аdmin", "ad\u217fin", "ａｄｍｉｎ", "Moderator", "The Council", "--", "x@example.org"],
)
def test_a_name_that_could_be_the_sites_is_refused(client: Client, name: str) -> None:
    client.send("/join", name=name, email="other@example.org", status=409)
    assert waiting(client.app) == []


@pytest.mark.parametrize("name", ["\u3164", "\u2800", "\u200b"])
def test_a_name_of_nothing_to_see_is_no_name(client: Client, name: str) -> None:
    client.send("/join", name=name, email="other@example.org", status=400)
    assert waiting(client.app) == []


def test_real_names_of_many_languages_are_taken(app: Flask, client: Client) -> None:
    for number, name in enumerate(["Zoë", "O’Neil-Smith", "محمد", "नरेन्द्र", "می‌خواهم", "李小龍", "アミナ", "Ann Иван"]):
        client.send("/join", name=name, email=f"a{number}@example.org")
    assert len(waiting(app)) == 8


def test_a_name_taken_meanwhile_can_be_changed_on_the_last_page(app: Flask, client: Client) -> None:
    address = ask(client)
    make_person(app, name="Amina K.", email="first@example.org")
    page = client.send(address, status=409)
    assert "has that name already" in page.text
    client.send(address, name="Amina of Riverside")
    made = person(app)
    assert made is not None
    assert made.name == "Amina of Riverside"


def test_a_known_address_gets_a_link_to_sign_in_and_the_same_page(app: Flask, client: Client) -> None:
    make_person(app, name="Amina")
    known = client.send("/join", name="Somebody", email="amina@example.org")
    unknown = Client(app).send("/join", name="Else", email="else@example.org")
    assert (known.location, known.status) == (unknown.location, unknown.status)
    assert [row.template for row in waiting(app)] == ["have_account", "join_link"]
    client.send(link_in(app, waiting(app)[0]))
    assert "Your name here: Amina" in client.get("/me").text


def test_nothing_a_stranger_typed_stands_in_the_message(app: Flask, client: Client) -> None:
    ask(client, name="Cheap pills")
    assert "pills" not in written(app, newest(app))


def test_more_fields_than_the_form_has_do_nothing(app: Flask, client: Client) -> None:
    extra = {"role": "administrator", "roles": "administrator", "is_admin": "1", "trusted_at": "2020-01-01", "id": "99"}
    action, values = client.get(ask(client)).form()
    client.post(action, values | extra | {"email": "evil@example.org", "created_at": "2000-01-01"})
    made = person(app)
    assert made is not None
    assert (made.trusted_at, made.id) == (None, 1)
    with app.app_context():
        assert db.session.get_one(Person, made.id).roles == []


def test_the_link_goes_on_to_where_somebody_was_going(client: Client) -> None:
    page = client.get("/join?next=/issues/new")
    action, values = page.form()
    client.post(action, {**values, "name": "Amina", "email": "amina@example.org"})
    assert client.send(link_in(client.app, newest(client.app))).location == "/issues/new"


def test_a_link_is_over_after_a_day(app: Flask, client: Client) -> None:
    address = ask(client)
    with app.app_context():
        row = db.session.scalars(select(MailedLink)).one()
        db.session.execute(update(MailedLink).values(created_at=row.created_at - timedelta(hours=25)))
        db.session.commit()
    assert "too old" in client.get(address, status=404).text


def test_only_a_few_links_are_sent_to_one_address(app: Flask) -> None:
    for number in range(5):
        Client(app).send("/join", name=f"Amina {number} x", email="amina@example.org")
    assert len(waiting(app)) == 3
