"""Test data by plain functions: each opens the app, keeps what it made, and returns its id."""

from typing import Any

from flask import Flask

from forum import clock
from forum.access import Shown
from forum.db import db
from forum.people.models import Byline, Person, PersonRole
from forum.people.names import email_key, name_key
from forum.threads.models import Post, Thread, Topic


def keep(app: Flask, *rows: Any) -> int:
    """Keep rows; return the id of the first, if it has one."""
    with app.app_context():
        db.session.add_all(rows)
        db.session.commit()
        return getattr(rows[0], "id", 0)


def make_person(app: Flask, *, name: str = "Amina", role: str | None = None, **more: Any) -> int:
    """Make an account."""
    email = more.pop("email", f"{name.lower().replace(' ', '.')}@example.org")
    on = more.pop("created_at", clock.now())
    key = email_key(email) if email else None
    person = Person(name=name, name_key=name_key(name), email=email, email_key=key, created_at=on, **more)
    if role:
        person.roles.append(PersonRole(role=role, given_at=on))
    return keep(app, person)


def make_byline(app: Flask, *, name: str = "Amina", person_id: int | None = None, **more: Any) -> int:
    """Make a byline."""
    return keep(app, Byline(person_id=person_id, name=name, **more))


def make_topic(app: Flask, name: str = "Day centres") -> int:
    """Make a topic."""
    return keep(app, Topic(slug=name.lower().replace(" ", "-"), name=name))


def make_thread(app: Flask, title: str = "Keep the day centre open", **more: Any) -> int:
    """Make a thread with its first post. `topic_id` and `byline_id` are made when they are not given."""
    values: dict[str, Any] = {"slug": title.lower().replace(" ", "-")[:80], "state": Shown.SHOWN, **more}
    values.setdefault("created_at", clock.now())
    values.setdefault("last_post_at", values["created_at"])
    values.setdefault("byline_id", None)
    text = values.pop("text", "It closes on Fridays.")
    values["byline_id"] = values["byline_id"] or make_byline(app)
    if "topic_id" not in values:
        values["topic_id"] = make_topic(app, f"Topic of {title}"[:60])
    thread_id = keep(app, Thread(title=title, **values))
    make_post(app, thread_id, text, byline_id=values["byline_id"], created_at=values["created_at"])
    return thread_id


def make_post(app: Flask, thread_id: int, text: str, *, number: int = 1, **more: Any) -> int:
    """Make a post."""
    more.setdefault("created_at", clock.now())
    more["byline_id"] = more.get("byline_id") or make_byline(app)
    return keep(app, Post(thread_id=thread_id, number=number, text=text, html=f"<p>{text}</p>", **more))
