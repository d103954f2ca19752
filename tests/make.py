"""Test data by plain functions: each opens the app, keeps what it made, and returns its id."""

from datetime import date
from typing import Any

from flask import Flask

from decisions.bodies.models import Affiliation, Body
from decisions.journeys import actions as journeys
from decisions.journeys.actions import NewMove, NewStop
from decisions.journeys.kinds import Evidence, MoveKind, StopRole
from decisions.journeys.models import Journey, Stop
from forum import clock
from forum.access import Shown, Standing
from forum.db import begin_write, db
from forum.people import actions as people
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


def make_body(app: Flask, name: str = "Marlbrook Cabinet", **more: Any) -> int:
    """Make a body, joined unless said otherwise."""
    values = {"slug": name.lower().replace(" ", "-"), "short": f"the {name}", "kind": "cabinet", "joined": True, **more}
    return keep(app, Body(name=name, **values))


def make_affiliation(
    app: Flask, person_id: int, body_id: int, *, post: str = "Head of Day Services", **more: Any
) -> int:
    """Let a person speak for a body, confirmed."""
    on = clock.now()
    values = {"asked_at": on, "confirmed_at": on, **more}
    return keep(app, Affiliation(person_id=person_id, body_id=body_id, post=post, **values))


def start_journey(
    app: Flask, thread_id: int, *stops: tuple[str, int], planned: dict[int, date] | None = None
) -> list[int]:
    """Start a journey the way a facilitator does, by (role, body) of each step. Returns the steps' ids, the one where
    it was raised first. `planned`: days by the place of a step, from 1."""
    days, dev = planned or {}, _helper(app)
    with app.app_context():
        begin_write()
        line = people.byline(dev, name="Dev", capacity="facilitator", signed="Marlbrook Voices")
        new = [
            NewStop(StopRole(role), f"Step {place}: {role}", body, planned_on=days.get(place))
            for place, (role, body) in enumerate(stops, 1)
        ]
        by = Standing(person_id=dev, name="Dev", roles=frozenset({"facilitator"}))
        made = journeys.start(db.session.get_one(Thread, thread_id), stops=new, by=by, signed=line, on=clock.now())
        db.session.commit()
        wanted = db.select(Stop.id).where(Stop.journey_id == made.id).order_by(Stop.position)
        return list(db.session.scalars(wanted))


def _helper(app: Flask) -> int:
    """The facilitator who starts journeys in tests."""
    with app.app_context():
        found = db.session.scalar(db.select(Person.id).where(Person.name == "Dev"))
    return found or make_person(app, name="Dev", role="facilitator")


def record(app: Flask, thread_id: int, kind: str, stop_id: int | None = None, **more: Any) -> int:
    """Record a move the way a facilitator does. Returns its id."""
    values: dict[str, Any] = {"happened_on": clock.today(), "evidence": Evidence.OFFICIAL_RECORD, **more}
    values.setdefault("plain", "It happened.")
    values.setdefault("source", "https://example.org/minutes")
    with app.app_context():
        begin_write()
        of = db.session.scalars(db.select(Journey).filter_by(thread_id=thread_id)).one()
        line = db.session.get_one(Byline, of.started_by_id)
        by = Standing(person_id=line.person_id, name="Dev", roles=frozenset({"facilitator"}))
        new = NewMove(kind=MoveKind(kind), stop_id=stop_id, **values)
        made = journeys.record_move(of, new, seen=None, by=by, signed=line, on=clock.now())
        db.session.commit()
        return made.id
