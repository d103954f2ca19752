"""Worried about someone: numbers first, read by leads alone, each reading written down, nothing leaks."""

import logging

import pytest
from flask import Flask
from sqlalchemy import inspect, text

from forum import clock
from forum.access import Role
from forum.db import db
from forum.moderation.models import Concern, ConcernRead
from forum.outbox.models import Delivery
from tests.client import Client
from tests.forum.moderation.scene import rows, scene
from tests.make import make_person

CANARY = "xylophone-heron"
WORDS = f"My neighbour {CANARY} is shouted at every night."
CONTACT = "canary.contact@example.org"
ROLES = ["facilitator", "moderator", "administrator", None]


def lead(app: Flask) -> int:
    return make_person(app, name="Ruth", role=Role.SAFEGUARDING)


def worry(app: Flask) -> None:
    page = Client(app).send("/worried", words=WORDS, contact=CONTACT)
    assert page.location == "/worried/sent"


def test_a_worry_goes_to_the_lead_alone_and_each_reading_is_written_down(app: Flask) -> None:
    ruth = lead(app)
    worry(app)
    browser = Client(app).sign_in(ruth)
    assert "Somebody is worried about a person’s safety." in browser.get("/to-do").text
    page = browser.get("/worries/1")
    assert CANARY not in page.source and CONTACT not in page.source
    assert rows(app, ConcernRead) == []
    browser.send("/worries/1", button="Read it")
    page = browser.get("/worries/1")
    assert WORDS in page.text and CONTACT in page.text and "Ruth" in page.text
    assert [one.person_id for one in rows(app, ConcernRead)] == [ruth]
    page = browser.send("/worries/1", button="Close it", outcome=" ", status=400)
    assert "Write what was done" in page.text
    browser.send("/worries/1", button="Close it", outcome="Rang the council at ten. They visit today.")
    assert "None here." in browser.get("/worries").text
    assert "Worry 1" in browser.get("/worries?closed=1").text
    assert "Nothing waits for you" in browser.get("/to-do").text
    browser.post("/worries/1", {"outcome": "Again", "key": "k"}, status=409)


def test_another_lead_has_to_say_that_they_read_it(app: Flask) -> None:
    worry_reader, other = lead(app), make_person(app, name="Rob", role=Role.SAFEGUARDING)
    worry(app)
    Client(app).sign_in(worry_reader).send("/worries/1", button="Read it")
    browser = Client(app).sign_in(other)
    assert CANARY not in browser.get("/worries/1").source
    page = browser.post("/worries/1", {"outcome": "A long outcome to keep.", "key": "k"}, status=409)
    assert "Read it first" in page.text and "A long outcome to keep." in page.source and CANARY not in page.source


def test_the_words_leave_the_page_after_a_quarter_of_an_hour(app: Flask) -> None:
    ruth = lead(app)
    worry(app)
    browser = Client(app).sign_in(ruth)
    browser.send("/worries/1", button="Read it")
    with app.app_context():
        db.session.execute(text("UPDATE concern_read SET at = '2026-01-01 10:00:00'"))
        db.session.commit()
    assert CANARY not in browser.get("/worries/1").source


def test_nobody_else_finds_it(app: Flask) -> None:
    lead(app)
    worry(app)
    for role in ROLES:
        finds_nothing(app, Client(app).sign_in(make_person(app, name=f"A {role}", role=role)))


def finds_nothing(app: Flask, browser: Client) -> None:
    for address in ("/worries", "/worries/1", "/worries/99"):
        browser.get(address, status=403)
    browser.post("/worries/1/read", {"key": "k"}, status=403)
    browser.post("/worries/1", {"outcome": "x", "key": "k"}, status=403)
    for address in ("/to-do", "/safety/log", "/safety", "/search?q=heron", "/me"):
        page = browser.get(address)
        assert CANARY not in page.source and "worried about a person" not in page.text
    browser.get("/report?kind=concern&id=1", status=404)
    assert rows(app, ConcernRead) == []


def test_a_suspended_lead_reads_nothing(app: Flask) -> None:
    lead(app)
    worry(app)
    stopped = make_person(app, name="Rob", role=Role.SAFEGUARDING, suspended_at=clock.now())
    browser = Client(app).sign_in(stopped)
    browser.get("/worries/1", status=403)
    assert [one.person_id for one in rows(app, Delivery)] == [1]


def test_its_words_stand_in_its_own_row_and_nowhere_else(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    ruth = lead(app)
    sender = make_person(app, name="Sender")
    browser = Client(app).sign_in(sender)
    browser.send("/worried", words=WORDS, contact=CONTACT)
    Client(app).sign_in(ruth).send("/worries/1", button="Read it")
    with app.app_context():
        for table in inspect(db.engine).get_table_names():
            found = str(db.session.execute(text(f'SELECT * FROM "{table}"')).all())
            if table != "concern":
                assert CANARY not in found and CONTACT not in found, table
        letters = db.session.execute(text("SELECT template, person_id, email FROM delivery")).all()
        assert [tuple(one) for one in letters] == [("worry", ruth, None)]
        assert str(sender) not in str(
            db.session.execute(text("SELECT by_id FROM event WHERE kind = 'concern'")).first()
        )
    assert CANARY not in caplog.text and CONTACT not in caplog.text


def test_the_letter_says_only_that_there_is_one(app: Flask) -> None:
    with app.app_context():
        source, _, _ = app.jinja_env.loader.get_source(app.jinja_env, "email/worry.txt")  # type: ignore[union-attr]
    assert "words" not in source and "contact" not in source and "title" not in source


def test_numbers_come_first_and_no_form_when_nobody_reads(app: Flask, client: Client) -> None:
    page = client.get("/worried")
    assert "tel:999" in page.source and "Nobody can read messages about this" in page.text
    assert page.all(".//main//form") == []
    typed = client.post("/worried", {"words": WORDS, "key": "k"}, status=409)
    assert "tel:999" in typed.source
    assert rows(app, Concern) == []
    lead(app)
    source = client.get("/worried").source
    assert source.index("tel:999") < source.index("tel:111") < source.index("<textarea")


def test_bad_input_keeps_what_was_typed_and_a_double_press_sends_once(app: Flask, client: Client) -> None:
    lead(app)
    page = client.send("/worried", words="", contact="01632 960 001", status=400)
    assert "01632 960 001" in page.source
    page = client.send("/worried", words="a" * 5_001, status=400)
    assert "5000 characters or fewer" in page.text
    action, values = client.get("/worried").form()
    values["words"] = WORDS
    client.post(action, values)
    client.post(action, values)
    assert len(rows(app, Concern)) == 1


def test_a_worry_remembers_where_it_came_from(app: Flask, client: Client) -> None:
    made = scene(app)
    ruth = lead(app)
    client.send(f"/worried?kind=post&id={made['post']}", words=WORDS)
    client.send("/worried?kind=post&id=99", words=WORDS)
    first, second = rows(app, Concern)
    assert (first.kind, first.subject_id) == ("post", made["post"]) and second.kind is None
    browser = Client(app).sign_in(ruth)
    browser.send("/worries/1", button="Read it")
    assert "Where they were when they sent it" in browser.get("/worries/1").links()
