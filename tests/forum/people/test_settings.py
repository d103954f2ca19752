"""My own account: name, address, password, capacity, e-mails, sessions, data."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from forum import clock
from forum.db import db
from forum.people.models import Byline, Person, SignInSession
from tests.client import Client
from tests.forum.people.letters import link_in, newest, waiting
from tests.make import make_byline, make_person, make_thread


@pytest.fixture
def amina(app: Flask, client: Client) -> int:
    """Amina, signed in a moment ago."""
    person_id = make_person(app, password="the old one here")
    client.sign_in(person_id)
    return person_id


def person(app: Flask, person_id: int) -> Person:
    with app.app_context():
        return db.session.get_one(Person, person_id)


def names(app: Flask) -> set[tuple[str, str | None, str]]:
    with app.app_context():
        return {(one.name, one.capacity, one.signed) for one in db.session.scalars(select(Byline))}


def long_ago(app: Flask) -> None:
    """Let every session have begun two hours ago."""
    with app.app_context():
        db.session.execute(update(SignInSession).values(created_at=clock.now() - timedelta(hours=2)))
        db.session.commit()


def test_every_page_of_mine_opens(client: Client, amina: int) -> None:
    for path in ("", "/settings", "/settings/name", "/settings/e-mail", "/settings/password", "/settings/capacity",
                 "/settings/mail", "/sessions", "/leave"):  # fmt: skip
        client.get(f"/me{path}")
        Client(client.app).get(f"/me{path}", status=302)


def test_a_new_name_stands_beside_what_was_written_but_not_for_another_name(
    app: Flask, client: Client, amina: int
) -> None:
    thread_id = make_thread(app, byline_id=make_byline(app, person_id=amina, name="Amina"))
    make_byline(app, person_id=amina, name="A neighbour", thread_id=thread_id)
    assert client.send("/me/settings/name", name="Amina of Riverside").location == "/me/settings"
    assert names(app) == {("Amina of Riverside", None, ""), ("A neighbour", None, "")}
    assert "Amina of Riverside" in client.get("/me").text


def test_a_name_of_somebody_else_is_refused_and_stays_typed(app: Flask, client: Client, amina: int) -> None:
    make_person(app, name="Dev")
    page = client.send("/me/settings/name", name="dev", status=409)
    assert 'value="dev"' in page.source
    client.send("/me/settings/name", name="AMINA")  # one's own in capitals


def test_a_new_address_counts_once_it_is_confirmed(app: Flask, client: Client, amina: int) -> None:
    client.send("/me/settings/e-mail", email="other@example.org")
    assert person(app, amina).email == "amina@example.org"
    assert newest(app).email == "other@example.org"
    client.send(link_in(app, newest(app)))
    assert person(app, amina).email == "other@example.org"
    assert client.raw.get("/me").status_code == 200


def test_a_taken_address_is_answered_like_a_free_one(app: Flask, client: Client, amina: int) -> None:
    make_person(app, name="Dev", email="dev@example.org")
    taken = client.send("/me/settings/e-mail", email="dev@example.org")
    free = client.send("/me/settings/e-mail", email="free@example.org")
    assert (taken.location, taken.status) == (free.location, free.status)
    client.send("/me/settings/e-mail", email="nonsense", status=400)
    client.send("/me/settings/e-mail", email="AMINA@example.org", status=409)


def test_a_new_password_needs_the_old_one(app: Flask, client: Client, amina: int) -> None:
    elsewhere = Client(app).sign_in(amina)
    new = "three green doors"
    page = client.send("/me/settings/password", old="wrong", password=new, status=409)
    assert "not your password now" in page.text
    assert new not in page.source
    client.send("/me/settings/password", old="the old one here", password="short", status=400)
    client.send("/me/settings/password", old="the old one here", password="amina@example", status=303)
    assert client.raw.get("/me").status_code == 200
    assert elsewhere.raw.get("/me").status_code == 302
    assert newest(app).template == "password_changed"


def test_a_first_password_needs_no_old_one(app: Flask, client: Client) -> None:
    client.sign_in(make_person(app))
    client.send("/me/settings/password", password="three green doors")


@pytest.mark.parametrize("path", ["/me/settings/e-mail", "/me/settings/password", "/me/leave"])
def test_what_opens_the_account_is_changed_only_soon_after_signing_in(
    app: Flask, client: Client, amina: int, path: str
) -> None:
    action, values = client.get(path).form()
    long_ago(app)
    assert client.get(path, status=302).location.startswith("/sign-in?again=1")
    typed = {"email": "other@example.org", "old": "the old one here", "password": "three green doors"}
    page = client.post(action, values | typed, status=409)
    assert "Please sign in again first" in page.text
    assert waiting(app) == []
    again = client.get(path, status=302).location
    client.send(again, email="amina@example.org", password="the old one here")
    client.get(path)


def test_the_usual_capacity_is_kept_and_nothing_else(app: Flask, client: Client, amina: int) -> None:
    client.send("/me/settings/capacity", capacity="carer")
    assert person(app, amina).capacity == "carer"
    assert "unpaid carer" in client.get("/me/settings").text
    for not_mine in ("councillor", "works-for-body", "facilitator", "nonsense"):
        client.send("/me/settings/capacity", capacity=not_mine, status=400)
    client.send("/me/settings/capacity", capacity="")
    assert person(app, amina).capacity is None


def test_my_capacity_comes_off_everything_i_wrote(app: Flask, client: Client, amina: int) -> None:
    other = make_person(app, name="Dev")
    for person_id, name, thread_id in ((amina, "Amina", None), (amina, "A neighbour", 3), (other, "Dev", None)):
        make_byline(app, person_id=person_id, name=name, thread_id=thread_id, capacity="carer", signed="")
    client.send("/me/settings/capacity", form=1)
    assert names(app) == {("Amina", None, ""), ("A neighbour", None, ""), ("Dev", "carer", "")}


def test_e_mails_are_switched_off_and_on(app: Flask, client: Client, amina: int) -> None:
    action, values = client.get("/me/settings/mail").form()
    values.pop("mail_moves")
    client.post(action, values)
    assert not person(app, amina).mail_moves
    client.send("/me/settings/mail", mail_moves="y")
    assert person(app, amina).mail_moves


def test_i_see_where_i_am_signed_in_and_sign_out_everywhere(app: Flask, client: Client, amina: int) -> None:
    elsewhere = Client(app).sign_in(amina)
    page = client.get("/me/sessions")
    assert page.text.count("This browser") == 1
    assert page.text.count("Another browser") == 1
    action, values = page.form()
    assert client.post(action, values).location == "/signed-out"
    assert client.raw.get("/me").status_code == 302
    assert elsewhere.raw.get("/me").status_code == 302
    assert client.post(action, values).location == "/signed-out"


def test_my_data_are_mine_alone(app: Flask, client: Client, amina: int) -> None:
    make_person(app, name="Dev")
    make_thread(app, byline_id=make_byline(app, person_id=amina, name="Amina"), text="My own words.")
    answer = client.raw.get("/me/data.json")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Cache-Control"] == "no-store"
    data = answer.get_json()
    assert data["person"][0]["email"] == "amina@example.org"
    assert "My own words." in answer.get_data(as_text=True)
    assert "Dev" not in answer.get_data(as_text=True)
    assert "argon2" not in answer.get_data(as_text=True)
    assert Client(app).raw.get("/me/data.json").status_code == 302


def test_a_suspended_person_reads_leaves_and_takes_their_data_but_renames_nothing(app: Flask, client: Client) -> None:
    client.sign_in(make_person(app, suspended_at=clock.now()))
    assert "can’t write here at the moment" in client.get("/me").text
    client.get("/me/settings/name", status=403)
    client.get("/me/leave")
    assert client.raw.get("/me/data.json").status_code == 200


def test_sections_of_later_features_stand_on_my_page(app: Flask, client: Client, amina: int) -> None:
    app.extensions["me_sections"] = [lambda who: ("errors/bare.html", {}), lambda who: None]
    assert "The address in your browser" in client.raw.get("/me").get_data(as_text=True)
