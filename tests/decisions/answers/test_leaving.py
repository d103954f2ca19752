"""Somebody leaves: what becomes of what they asked, said and were writing."""

from flask import Flask

from decisions.answers.questions.models import QuestionDraft, QuestionEvent
from forum import clock, subjects
from forum.db import db
from forum.people.leaving import erase
from forum.people.models import Person
from tests.client import Client
from tests.decisions.answers.scene import scene


def leave(app: Flask, person: int, *, take_back: bool) -> None:
    """Close an account."""
    with app.test_request_context():
        erase(db.session.get_one(Person, person), take_back=take_back, by=person, on=clock.now())
        db.session.commit()


def test_words_go_with_whoever_takes_them_along(app: Flask, client: Client) -> None:
    here = scene(app)
    answered, waits = here.ask(here.council, "My own words?"), here.ask(here.council, "More of my words?")
    here.client(here.sal).send(f"/questions/{answered}/answer", text="Yes.")
    here.client(here.ada).send(f"/questions/{answered}/thank", words="Said warmly.")
    with app.app_context():
        export = subjects.get("question").export_for
        assert export is not None
        assert "My own words?" in str(export(here.ada)) and "Said warmly." in str(export(here.ada))
    leave(app, here.ada, take_back=True)
    client.get(f"/questions/{answered}", status=404)
    assert (here.question(answered).words, here.question(waits).stage) == ("", "taken-back")
    with app.app_context():
        words = db.session.scalars(db.select(QuestionEvent.words)).all()
    assert "Said warmly." not in words
    assert "Yes." in client.get(f"/issues/{here.thread}-the-lift-is-broken").text


def test_a_question_stays_under_a_neutral_name(app: Flask, client: Client) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    leave(app, here.ada, take_back=False)
    assert "Someone who left asked Council." in client.get(f"/questions/{asked}").text


def test_what_is_being_written_stays_with_the_body(app: Flask) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    sal = here.client(here.sal)
    form = sal.get(f"/questions/{asked}/answer").form(0)[1]
    sal.post(f"/questions/{asked}/answer", form | {"text": "So far.", "do": "save"})
    leave(app, here.sal, take_back=False)
    with app.app_context():
        row = db.session.get_one(QuestionDraft, asked)
        assert (row.text, row.person_id) == ("So far.", None)


def test_what_happened_is_never_changed(app: Flask) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    for change in ({"kind": "published"}, {"words": "Others."}):
        with app.app_context():
            try:
                db.session.execute(db.update(QuestionEvent).where(QuestionEvent.question_id == asked).values(change))
            except Exception as fault:
                assert "never changed" in str(fault)
            else:
                raise AssertionError(f"{change} was taken")
            db.session.rollback()
