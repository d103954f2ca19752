"""Two at once: one wins, and nobody sees a fault."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from forum import clock
from forum.db import begin_write, db
from forum.people import actions, queries
from forum.people.models import Person
from forum.refusal import Refusal
from tests.client import HERE, Client
from tests.forum.people.letters import link_in, newest
from tests.make import make_person


def answers(app: Flask, address: str, forms: list[dict[str, str]]) -> list[int]:
    """Send forms at the same time, each from its own browser."""

    def send(form: dict[str, str]) -> int:
        return app.test_client().post(address, data=form, headers=HERE).status_code

    with ThreadPoolExecutor(len(forms)) as pool:
        return sorted(pool.map(send, forms))


def test_a_link_signs_in_once_however_many_press(app: Flask, client: Client) -> None:
    make_person(app)
    client.send("/sign-in", email="amina@example.org")
    address = link_in(app, newest(app))
    assert answers(app, address, [{"key": f"key {number}"} for number in range(6)]) == [303, *[404] * 5]


def test_a_link_makes_one_account_and_one_button_never_fails(app: Flask, client: Client) -> None:
    client.send("/join", name="Amina", email="amina@example.org")
    address = link_in(app, newest(app))
    assert answers(app, address, [{"key": "one page", "name": "Amina"} for _ in range(6)]) == [303] * 6
    with app.app_context():
        assert queries.count() == 1


def test_a_name_is_given_once(app: Flask, client: Client) -> None:
    links = []
    for number in range(4):
        Client(app).send("/join", name="Amina", email=f"a{number}@example.org")
        links.append(link_in(app, newest(app)))
    with ThreadPoolExecutor(4) as pool:
        form = {"key": "k", "name": "Amina"}
        sent = pool.map(lambda link: app.test_client().post(link, data=form, headers=HERE).status_code, links)
        assert sorted(sent) == [303, 409, 409, 409]


def test_a_name_taken_between_the_look_and_the_writing_is_refused(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    make_person(app, name="Amina")
    dev = make_person(app, name="Dev")
    monkeypatch.setattr(queries, "by_name", lambda _name: None)
    with app.app_context():
        begin_write()
        with pytest.raises(Refusal):
            actions.register(name="Amina", email=None, on=clock.now())
        with pytest.raises(Refusal):
            actions.rename(db.session.get_one(Person, dev), "Amina", by=dev, on=clock.now())
        actions.register(name="Joan", email=None, on=clock.now())  # the transaction still holds
        db.session.commit()
        assert db.session.get_one(Person, dev).name == "Dev"
