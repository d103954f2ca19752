"""Signing in by link or password, and signing out."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from forum import web
from forum.db import db
from forum.people import passwords
from forum.people.models import MailedLink, SignInSession
from tests.client import Client
from tests.forum.people.letters import link_in, newest, waiting
from tests.make import make_person

PASSWORD = "three green doors"


def sign_in_link(client: Client, email: str = "amina@example.org") -> str:
    client.send("/sign-in", email=email)
    return link_in(client.app, newest(client.app))


def signed_in(client: Client) -> bool:
    return client.raw.get("/me").status_code == 200


def cookie(client: Client) -> str:
    """The cookie that stands for the session, as a thief would copy it."""
    found = client.raw.get_cookie("doorway")
    assert found is not None
    return found.value


def thief(app: Flask, value: str) -> Client:
    other = Client(app)
    other.raw.set_cookie("doorway", value)
    return other


def test_signing_in_by_a_link(app: Flask, client: Client) -> None:
    make_person(app)
    address = sign_in_link(client)
    assert "Sign in as Amina" in client.get(address).text
    assert not signed_in(client)  # looking is nothing, as when a mail server looks
    client.raw.head(address)
    assert client.send(address).location == "/me"
    assert signed_in(client)
    client.get(address, status=404)


def test_a_link_is_over_after_half_an_hour(app: Flask, client: Client) -> None:
    make_person(app)
    address = sign_in_link(client)
    with app.app_context():
        row = db.session.scalars(select(MailedLink)).one()
        db.session.execute(update(MailedLink).values(created_at=row.created_at - timedelta(minutes=29)))
        db.session.commit()
    client.get(address)
    with app.app_context():
        row = db.session.scalars(select(MailedLink)).one()
        db.session.execute(update(MailedLink).values(created_at=row.created_at - timedelta(minutes=2)))
        db.session.commit()
    assert "too old" in client.get(address, status=404).text


def test_two_presses_of_the_links_button_both_sign_in(app: Flask, client: Client) -> None:
    make_person(app)
    address = sign_in_link(client)
    action, values = client.get(address).form()
    client.post(action, values)
    second = Client(app)
    second.post(action, values)
    assert signed_in(second)


def test_signing_in_by_password(app: Flask, client: Client) -> None:
    make_person(app, password=PASSWORD)
    assert client.send("/sign-in", email=" Amina@Example.ORG ", password=PASSWORD).location == "/me"
    assert signed_in(client)


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(app: Flask, client: Client) -> None:
    make_person(app, password=PASSWORD)
    make_person(app, name="Bo")  # who has no password
    bodies = set()
    for email in ("amina@example.org", "nobody@example.org", "bo@example.org"):
        page = client.send("/sign-in", email=email, password="not the password", status=409)
        assert f'value="{email}"' in page.source
        _action, values = page.form()
        bodies.add(page.source.replace(email, "…").replace(values["key"], "…"))
    assert len(bodies) == 1
    assert not signed_in(client)


def test_an_unknown_address_costs_the_same_work(app: Flask, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_person(app, password=PASSWORD)
    asked: list[str] = []
    real = passwords.hasher

    class Counted:
        def verify(self, known: str, given: str) -> bool:
            asked.append(known[:9])
            return real().verify(known, given)

        def hash(self, given: str) -> str:
            return real().hash(given)

    monkeypatch.setattr(passwords, "hasher", Counted)
    for email in ("amina@example.org", "nobody@example.org"):
        client.send("/sign-in", email=email, password="not the password", status=409)
    assert asked == ["$argon2id", "$argon2id"]


def test_a_link_is_asked_for_alike_for_known_and_unknown(app: Flask, client: Client) -> None:
    make_person(app)
    known = client.send("/sign-in", email="amina@example.org")
    unknown = client.send("/sign-in", email="nobody@example.org")
    assert (known.status, known.location, known.source) == (unknown.status, unknown.location, unknown.source)
    assert [row.template for row in waiting(app)] == ["sign_in_link", "no_account"]


def test_an_unknown_address_can_join_by_the_link_it_gets(app: Flask, client: Client) -> None:
    client.send("/sign-in", email="new@example.org")
    client.send(link_in(app, newest(app)), name="Newcomer")
    assert "Your name here: Newcomer" in client.get("/me").text


def test_others_cannot_shut_an_owner_out_by_asking_for_links(app: Flask, client: Client) -> None:
    make_person(app)
    first = sign_in_link(client)
    for _number in range(6):
        Client(app).send("/sign-in", email="amina@example.org")
    assert len(waiting(app)) == 3
    client.send(first)
    assert signed_in(client)


def test_a_cookie_kept_from_before_signing_out_is_worthless(app: Flask, client: Client) -> None:
    make_person(app, password=PASSWORD)
    client.send("/sign-in", email="amina@example.org", password=PASSWORD)
    kept = cookie(client)
    assert signed_in(thief(app, kept))
    page = client.send("/me", button="Sign out")
    assert page.answer.headers["Clear-Site-Data"] == '"cookies"'
    assert page.location == "/signed-out"
    client.get("/signed-out")
    assert not signed_in(client)
    assert not signed_in(thief(app, kept))


def test_signing_out_twice_is_as_well(client: Client) -> None:
    assert client.post("/sign-out").location == "/signed-out"


def test_signing_in_makes_a_new_session_and_token(app: Flask, client: Client) -> None:
    make_person(app, password=PASSWORD)
    client.send("/sign-in", email="amina@example.org", password=PASSWORD)
    _action, form = client.get("/me/settings/mail").form()
    before = cookie(client)
    client.send("/sign-in?again=1", email="amina@example.org", password=PASSWORD)
    assert cookie(client) != before
    assert not signed_in(thief(app, before))
    client.post("/me/settings/mail", form, status=400)


def test_the_cookie_outlives_the_browser_only_when_asked(app: Flask, client: Client) -> None:
    make_person(app, password=PASSWORD)
    typed = {"email": "amina@example.org", "password": PASSWORD}
    kept = client.send("/sign-in", **typed, stay="y").answer.headers["Set-Cookie"]
    dropped = Client(app).send("/sign-in", **typed).answer.headers["Set-Cookie"]
    assert "Expires" in kept
    assert "Expires" not in dropped
    assert "HttpOnly" in kept
    assert "SameSite=Lax" in kept


def test_a_session_is_over_when_it_was_idle_or_old(app: Flask, client: Client) -> None:
    client.sign_in(make_person(app))
    for column, days, there in (("seen_at", 29, True), ("seen_at", 31, False), ("created_at", 91, False)):
        with app.app_context():
            row = db.session.scalars(select(SignInSession)).one()
            moments = {"seen_at": row.seen_at, "created_at": row.created_at}
            moved = {column: moments[column] - timedelta(days=days)}
            db.session.execute(update(SignInSession).values(moved))
            db.session.commit()
        assert signed_in(client) is there
        with app.app_context():
            db.session.execute(update(SignInSession).values(moments))
            db.session.commit()


def test_reading_writes_nothing_and_writing_is_seen_once_an_hour(app: Flask, client: Client) -> None:
    client.sign_in(make_person(app))

    def seen_back(hours: float) -> None:
        with app.app_context():
            row = db.session.scalars(select(SignInSession)).one()
            db.session.execute(update(SignInSession).values(seen_at=row.created_at - timedelta(hours=hours)))
            db.session.commit()

    def hours_ago() -> float:
        with app.app_context():
            row = db.session.scalars(select(SignInSession)).one()
            return (row.created_at - row.seen_at).total_seconds() / 3600

    seen_back(5)
    client.get("/me")
    assert round(hours_ago()) == 5
    client.send("/me/settings/mail")
    assert round(hours_ago()) == 0
    seen_back(0.5)
    client.send("/me/settings/mail")
    assert hours_ago() == 0.5


VECTORS = [
    "//e.org", "///e.org", "////e.org", "/\\e.org", "\\\\e.org", "/\t/e.org", "https:e.org", "https:///e.org",
    "@e.org", ".e.org", "/\r\nSet-Cookie: a=b", "javascript:alert(1)", "http://e.org", "/\x00/e.org", "", "/\\/e.org",
]  # fmt: skip


@pytest.mark.parametrize("vector", VECTORS)
def test_next_leads_nowhere_else(app: Flask, client: Client, vector: str) -> None:
    assert web.local_path(vector) == "/"
    make_person(app, password=PASSWORD)
    action, values = client.get("/sign-in", query_string={"next": vector}).form()
    typed = {**values, "next": vector, "email": "amina@example.org", "password": PASSWORD}
    assert client.post(action, typed).location in ("/", "/me")
    assert client.get("/sign-in", query_string={"next": vector}, status=302).location in ("/", "/me")


@pytest.mark.parametrize("path", ["/issues/3-a?page=2", "/%5ce.org", "/me"])
def test_next_leads_on_here(app: Flask, client: Client, path: str) -> None:
    make_person(app)
    action, values = client.get("/sign-in", query_string={"next": path}).form()
    client.post(action, {**values, "email": "amina@example.org"})
    assert client.send(link_in(app, newest(app))).location == path


def test_a_guest_comes_back_to_the_page_they_wanted(app: Flask, client: Client) -> None:
    make_person(app, password=PASSWORD)
    wanted = client.get("/me/settings", status=302).location
    assert client.send(wanted, email="amina@example.org", password=PASSWORD).location == "/me/settings"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "evil.example:5000"]
)
def test_another_host_is_refused(app: Flask, client: Client, host: str) -> None:
    make_person(app)
    for path in ("/sign-in", "/forgot-password", "/join"):
        client.get(path, headers={"Host": host}, status=400)
        client.post(path, {"email": "amina@example.org", "name": "A"}, headers={"Host": host}, status=400)
    assert waiting(app) == []


def test_a_forwarded_host_is_not_believed(app: Flask, client: Client) -> None:
    make_person(app)
    address = {"email": "amina@example.org", "key": "k"}
    page = client.post("/sign-in", address, headers={"X-Forwarded-Host": "evil.example"})
    assert page.location == "/check-your-e-mail"
    assert "evil" not in str(newest(app).values)


def test_a_form_from_another_site_signs_nobody_in(app: Flask, client: Client) -> None:
    make_person(app, password=PASSWORD)
    typed = {"email": "amina@example.org", "password": PASSWORD}
    client.post("/sign-in", typed, headers={"Sec-Fetch-Site": "cross-site"}, status=400)
    assert not signed_in(client)
