"""What was done is never changed: no route does it, and the database refuses it."""

import pytest
from flask import Flask
from sqlalchemy import event, text
from sqlalchemy.exc import DatabaseError

from forum.db import db
from tests.client import Client
from tests.forum.moderation.scene import hide, report, scene
from tests.make import make_person

CHANGES = (
    "UPDATE ruling SET reason = 'other'",
    "UPDATE ruling SET deed = 'show'",
    "UPDATE ruling SET public = NOT public",
    "UPDATE ruling SET words = 'nothing happened'",
    "UPDATE ruling SET at = '2026-01-01 10:00:00'",
    "UPDATE event SET verb = 'nothing'",
    "UPDATE event SET subject_id = 1",
    "UPDATE event SET at = '2026-01-01 10:00:00'",
    "UPDATE event SET \"values\" = '{}'",
)


def test_the_database_refuses_to_change_what_was_done(app: Flask) -> None:
    made = scene(app)
    hide(app, made)
    with app.app_context():
        for change in CHANGES:
            with pytest.raises(DatabaseError, match="never changed"):
                db.session.execute(text(change))
            db.session.rollback()
        db.session.execute(text("UPDATE ruling SET by_id = NULL"))  # a moderator who leaves is forgotten
        db.session.rollback()


def test_no_route_changes_what_was_done(app: Flask) -> None:
    made = scene(app)
    said: list[str] = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: said.append(args[2]))
    report(app, made["post"])
    hide(app, made)
    moderator = Client(app).sign_in(made["mod"])
    moderator.send(f"/hide?kind=post&id={made['post']}", button="Show again")
    hide(app, made)
    Client(app).sign_in(made["author"]).send("/rulings/3/ask-again", words="Please.")
    other = Client(app).sign_in(make_person(app, name="Mia", role="moderator"))
    other.send("/appeals/1", answer="agree", words="You are right.")
    other.send(f"/suspend?kind=post&id={made['post']}", reason="unkind")
    other.send("/suspended", button="write again")
    changing = [one for one in said if one.split(" ", 2)[0] in ("UPDATE", "DELETE")]
    assert changing
    assert not [one for one in changing if one.split()[1] in ("ruling", "event") or "FROM ruling" in one]
