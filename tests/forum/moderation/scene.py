"""An issue with an author's reply that somebody might report, and a moderator."""

from typing import Any

from flask import Flask
from sqlalchemy import select

from forum import clock
from forum.db import db
from tests.client import Client
from tests.make import make_byline, make_person, make_post, make_thread

WORDS = "Joan on Mill Lane leaves her key under the mat."


def scene(app: Flask) -> dict[str, int]:
    """Make the scene; return ids by name."""
    author = make_person(app, name="Amina", trusted_at=clock.now())
    byline = make_byline(app, name="Amina", person_id=author)
    thread = make_thread(app, "Keep Fridays open")
    post = make_post(app, thread, WORDS, number=2, byline_id=byline)
    return {"author": author, "thread": thread, "post": post, "mod": make_person(app, name="Mo", role="moderator")}


def rows(app: Flask, model: Any) -> list[Any]:
    """Return every row of a table."""
    with app.app_context():
        found = list(db.session.scalars(select(model).order_by(model.id)))
        db.session.expunge_all()
        return found


def report(app: Flask, post: int, **typed: str) -> str:
    """Report a post signed out; return the receipt's address."""
    values = {"reason": "personal", **typed}
    return Client(app).send(f"/report?kind=post&id={post}", **values).location


def hide(app: Flask, made: dict[str, int], reason: str = "unkind") -> None:
    """Have the moderator hide the post."""
    browser = Client(app).sign_in(made["mod"])
    browser.send(f"/hide?kind=post&id={made['post']}", button="Hide these words", reason=reason)
