"""What was begun waits for its writer wherever they open the link, and for nobody else."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from forum import clock
from forum.db import db
from forum.people.models import Person
from forum.threads.drafts import LASTS, OWNED_LASTS, sweep_drafts
from forum.threads.models import Draft, Post, Thread
from tests import make
from tests.client import Client
from tests.forum.people.letters import link_in, newest, written
from tests.forum.threads.test_raising import CHECK, WORDS, WRITE


@pytest.fixture
def phone(app: Flask, client: Client) -> Client:
    """A browser in which somebody signed out has written."""
    make.make_topic(app)
    client.send(WRITE, **WORDS)
    return client


def joined(app: Flask, phone: Client, elsewhere: Client, name: str = "Amina K.") -> str:
    """Ask to join on the phone, open the link elsewhere, press the button; return where that leads."""
    address = phone.get(CHECK).links()["I am new here"]
    phone.send(address, name=name, email="amina@example.org")
    return elsewhere.send(link_in(app, newest(app))).location


def drafts(app: Flask) -> int:
    """How many drafts are kept."""
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Draft)) or 0


def age(app: Flask, **columns: object) -> None:
    """Make every draft older."""
    with app.app_context():
        db.session.execute(update(Draft).values(**columns))
        db.session.commit()


def test_the_link_is_opened_on_another_machine_and_the_words_are_there(app: Flask, phone: Client) -> None:
    laptop = Client(app)
    assert joined(app, phone, laptop) == CHECK
    assert "bus goes on Saturday night." in laptop.get(CHECK).text
    assert laptop.get(WRITE).form()[1]["title"] == "No bus on Sundays"
    laptop.send(CHECK)
    with app.app_context():
        assert db.session.scalars(select(Thread.title)).all() == ["No bus on Sundays"]
    assert drafts(app) == 0
    assert laptop.get(CHECK, status=303).location == WRITE
    assert phone.get(CHECK, status=303).location == WRITE


def test_the_words_are_nowhere_in_the_letter(app: Flask, phone: Client) -> None:
    joined(app, phone, Client(app))
    assert "bus" not in written(app, newest(app)).lower()
    with app.app_context():
        key = db.session.scalar(select(Draft.key)) or ""
    assert key and key not in written(app, newest(app))


def test_once_they_are_somebody_s_no_other_reader_of_the_phone_finds_them(app: Flask, phone: Client) -> None:
    joined(app, phone, Client(app))
    assert phone.get(CHECK, status=303).location == WRITE
    phone.sign_in(make.make_trusted(app, "Bo"))
    assert phone.get(WRITE).form()[1]["title"] == ""


def test_who_has_an_account_finds_them_behind_the_link_that_signs_in(app: Flask, phone: Client) -> None:
    make.make_trusted(app, "Amina", email="amina@example.org")
    phone.send(phone.get(CHECK).links()["Sign in"], email="amina@example.org", password="")
    laptop = Client(app)
    assert laptop.send(link_in(app, newest(app))).location == CHECK
    assert "bus goes on Saturday night." in laptop.get(CHECK).text


def test_a_link_of_another_browser_brings_nothing_along(app: Flask, phone: Client) -> None:
    other = Client(app)
    other.send("/join", name="Bo", email="bo@example.org")
    other.send(link_in(app, newest(app)))
    assert other.get(WRITE).form()[1]["title"] == ""
    assert "bus goes on Saturday night." in phone.get(CHECK).text


def test_what_somebody_has_already_is_not_taken_over(app: Flask, phone: Client) -> None:
    """A second link that was asked for before the first was used brings nothing: the words are its writer's."""
    address = phone.get(CHECK).links()["I am new here"]
    phone.send(address, name="Bo", email="bo@example.org")
    second = link_in(app, newest(app))
    joined(app, phone, Client(app))
    other = Client(app)
    other.send(second)
    assert other.get(WRITE).form()[1]["title"] == ""


def test_a_reply_comes_along_too(app: Flask, client: Client) -> None:
    thread = make.make_thread(app)
    client.send(f"/issues/{thread}/reply", text="My sister goes there.")
    client.send(f"/join?next=/issues/{thread}/reply", name="Amina K.", email="amina@example.org")
    laptop = Client(app)
    address = laptop.send(link_in(app, newest(app))).location
    assert laptop.get(address).form()[1]["text"].strip() == "My sister goes there."
    laptop.send(address)
    with app.app_context():
        assert db.session.scalars(select(Post.text).where(Post.number == 2)).all() == ["My sister goes there."]
    assert drafts(app) == 0


def test_asking_to_join_keeps_them_as_long_as_the_link_holds(app: Flask, phone: Client) -> None:
    age(app, created_at=clock.now() - LASTS + timedelta(minutes=5))
    address = phone.get(CHECK).links()["I am new here"]
    phone.send(address, name="Amina K.", email="amina@example.org")
    with app.app_context():
        assert sweep_drafts(clock.now() + timedelta(hours=23)) == 0
        assert sweep_drafts(clock.now() + timedelta(hours=25)) == 1
        db.session.rollback()


def test_seven_days_for_somebody_and_no_longer(app: Flask, phone: Client) -> None:
    laptop = Client(app)
    joined(app, phone, laptop)
    age(app, created_at=clock.now() - OWNED_LASTS + timedelta(minutes=5))
    assert "bus goes on Saturday night." in laptop.get(CHECK).text
    age(app, created_at=clock.now() - OWNED_LASTS - timedelta(minutes=5))
    assert laptop.get(CHECK, status=303).location == WRITE
    with app.app_context():
        assert sweep_drafts(clock.now()) == 1
        db.session.rollback()


def test_who_leaves_takes_them_along(app: Flask, phone: Client) -> None:
    laptop = Client(app)
    joined(app, phone, laptop)
    with app.app_context():
        person = db.session.scalars(select(Person)).one()
        db.session.delete(person)
        db.session.commit()
    assert drafts(app) == 0
