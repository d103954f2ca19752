"""This looks wrong: anyone can say so, a person looks, and how to reach who said so is then forgotten."""

from flask import Flask

from decisions.doubts.models import Doubt
from forum.access import Role
from forum.db import db
from tests.client import Client
from tests.make import make_person

ABOUT = "/wrong?page=/who-decides/how/library&title=Cutting+library+hours"


def kept(app: Flask) -> list[Doubt]:
    with app.app_context():
        return list(db.session.scalars(db.select(Doubt)))


def test_anyone_can_say_that_something_is_wrong(app: Flask, client: Client) -> None:
    sent = client.send(ABOUT, words="It is five days, not three.", contact="me@example.org")
    assert sent.location == "/who-decides/how/library"
    (doubt,) = kept(app)
    assert (doubt.about, doubt.title) == ("/who-decides/how/library", "Cutting library hours")
    assert doubt.contact == "me@example.org" and doubt.person_id is None


def test_nothing_said_is_asked_again(app: Flask, client: Client) -> None:
    sent = client.send(ABOUT, words="  ", contact="me@example.org", status=400)
    assert "Write what is wrong" in sent.text and "me@example.org" in sent.source
    assert kept(app) == []


def test_a_page_of_another_site_is_not_linked(app: Flask, client: Client) -> None:
    page = client.get("/wrong?page=https://evil.example/&title=<script>")
    assert "evil.example" not in page.text and "<script>alert" not in page.text


def test_it_waits_for_who_helps_run_the_place(app: Flask, client: Client) -> None:
    client.send(ABOUT, words="It is five days.", contact="me@example.org")
    staff = Client(app).sign_in(make_person(app, role=Role.FACILITATOR))
    assert "Somebody says this is wrong: Cutting library hours" in staff.get("/to-do").text
    (doubt,) = kept(app)
    look = staff.get(f"/wrong/{doubt.id}")
    assert "It is five days." in look.text and "me@example.org" in look.text
    assert "Choose one" in staff.send(f"/wrong/{doubt.id}", note="Seen.", status=409).text
    staff.send(f"/wrong/{doubt.id}", outcome="mended", note="It was five.")
    (doubt,) = kept(app)
    assert (doubt.outcome, doubt.contact) == ("mended", "") and doubt.done_at is not None
    assert "Cutting library hours" not in staff.get("/to-do").text
    again = staff.get(f"/wrong/{doubt.id}").text
    assert "It was five." in again and "me@example.org" not in again


def test_others_may_not_look(app: Flask, client: Client) -> None:
    client.send(ABOUT, words="It is five days.", contact="")
    (doubt,) = kept(app)
    member = Client(app).sign_in(make_person(app))
    assert member.raw.get(f"/wrong/{doubt.id}").status_code == 403
