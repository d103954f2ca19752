"""Erasing an account: what goes, what stays, and what it then says."""

import pytest
from flask import Flask
from sqlalchemy import select

from forum import clock
from forum.db import Base, db
from forum.outbox.actions import put
from forum.people import entering
from forum.people.models import Person
from forum.threads.models import Affected, Post
from tests.client import Client
from tests.make import keep, make_byline, make_person, make_post, make_thread


@pytest.fixture
def amina(app: Flask, client: Client) -> int:
    """Amina, who wrote under her name and under another, and is signed in."""
    person_id = make_person(app, name="Amina Kanwal", email="amina@example.org", password="three green doors",
                            capacity="carer", employer="Marlbrook Voices")  # fmt: skip
    thread_id = make_thread(app, byline_id=make_byline(app, person_id=person_id, name="Amina Kanwal", capacity="carer"))
    other = make_byline(app, person_id=person_id, name="A hidden neighbour", thread_id=thread_id)
    make_post(app, thread_id, "Words under another name.", number=2, byline_id=other)
    keep(app, Affected(thread_id=thread_id, person_id=person_id, created_at=clock.now()))
    client.sign_in(person_id)
    with app.app_context():
        entering.ask_for_link(email="amina@example.org", going_to="", stay=False, on=clock.now())
        put("password_changed", key="k", person_id=person_id, on=clock.now())
        db.session.commit()
    return person_id


def everything(app: Flask) -> str:
    """Every value of every row."""
    with app.app_context(), db.engine.connect() as connection:
        rows = [row for table in Base.metadata.sorted_tables for row in connection.execute(table.select())]
    return "\n".join(str(tuple(row)) for row in rows)


def texts(app: Flask) -> list[str]:
    with app.app_context():
        return list(db.session.scalars(select(Post.text).order_by(Post.number)))


def test_looking_at_the_page_erases_nothing(app: Flask, client: Client, amina: int) -> None:
    client.get("/me/leave")
    assert "Amina Kanwal" in everything(app)


def test_nothing_of_the_person_is_left_and_their_words_stay(app: Flask, client: Client, amina: int) -> None:
    assert client.send("/me/leave").location == "/left"
    client.get("/left")
    kept = everything(app)
    for gone in ("Amina", "amina", "hidden neighbour", "argon2", "Marlbrook Voices", "carer"):
        assert gone not in kept
    assert texts(app) == ["It closes on Fridays.", "Words under another name."]
    assert kept.count("Someone who left") == 3  # the account and two bylines
    with app.app_context():
        person = db.session.get_one(Person, amina)
        assert person.erased_at is not None
        assert db.session.scalars(select(Affected)).all() == []


def test_words_are_taken_back_when_asked(app: Flask, client: Client, amina: int) -> None:
    client.send("/me/leave", take_back="y")
    assert texts(app) == ["", ""]
    with app.app_context():
        assert set(db.session.scalars(select(Post.state))) == {"withdrawn"}


def test_nobody_signs_in_to_an_erased_account(app: Flask, client: Client, amina: int) -> None:
    elsewhere = Client(app).sign_in(amina)
    client.send("/me/leave")
    assert elsewhere.raw.get("/me").status_code == 302
    elsewhere.send("/sign-in", email="amina@example.org", password="three green doors", status=409)
    client.get("/people/Amina%20Kanwal", status=404)
    client.get("/people/Someone%20who%20left", status=404)


def test_pressing_twice_says_the_same(client: Client, amina: int) -> None:
    action, values = client.get("/me/leave").form()
    assert client.post(action, values).location == "/left"
    assert client.post(action, values).location == "/left"


def test_name_and_address_are_free_again(app: Flask, client: Client, amina: int) -> None:
    client.send("/me/leave")
    make_person(app, name="Amina Kanwal", email="amina@example.org")


def test_the_last_administrator_stays(app: Flask, client: Client) -> None:
    client.sign_in(make_person(app, name="Ruth", role="administrator"))
    assert "no other administrator" in client.send("/me/leave", status=409).text
    make_person(app, name="Mo", role="administrator")
    client.send("/me/leave")
