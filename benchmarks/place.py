"""A fresh database with the demonstration, grown to ten thousand posts, and the addresses that are measured."""

import random
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import flask_migrate
from flask import Flask, url_for
from sqlalchemy import func, insert, select, update

from benchmarks import long
from decisions.bodies.models import Body
from decisions.demo import loading
from decisions.journeys.models import Journey, Move, Stop
from forum import clock
from forum.db import begin_write, db
from forum.people.models import Byline, SignInSession
from forum.people.queries import by_role
from forum.people.signing_in import hashed, new_token
from forum.threads.models import Post, Thread
from wsgi import create_app

POSTS = 10_000
FULL = 20  # posts on one page


@dataclass(frozen=True, slots=True)
class Measured:
    """One page: its name in the table, its address, and the cookie of somebody signed in, or none."""

    name: str
    path: str
    cookie: str = ""


def settings(folder: Path) -> dict[str, str]:
    """Return the settings of the measured app, for its environment."""
    return {
        "INSTANCE": str(folder),
        "SECRET_KEY": "for the measurements alone, and long enough",
        "DATABASE_URL": f"sqlite:///{folder / 'doorway.db'}",
        "RATE_LIMITS": "0",
        "JOBS": "0",
        "SITE_URL": "",
        "DEMO": "1",
    }


def make(folder: Path) -> Flask:
    """Make the app over a new database in `folder`, migrated and filled."""
    app = create_app(**settings(folder))
    with app.app_context():
        flask_migrate.upgrade()
        loading.load_if_empty(lambda _words: None)
        _grow()
        long.add()
        if reindex := app.extensions.get("reindex"):
            reindex()
            db.session.commit()
        db.session.remove()
    return app


def _grow() -> None:
    """Add posts to the quiet threads, those without a journey, until there are ten thousand."""
    begin_write()
    chance = random.Random(1)
    missing = POSTS - (db.session.scalar(select(func.count(Post.id))) or 0)
    quiet = list(db.session.scalars(select(Thread.id).where(Thread.id.not_in(select(Journey.thread_id)))))
    highest = select(Post.thread_id, func.max(Post.number)).group_by(Post.thread_id)
    last = {row[0]: row[1] for row in db.session.execute(highest)}
    words = [(row[0], row[1]) for row in db.session.execute(select(Post.text, Post.html).order_by(Post.id).limit(500))]
    lines = list(db.session.scalars(select(Byline.id).where(Byline.thread_id.is_(None), Byline.capacity.is_(None))))
    rows: list[dict[str, Any]] = []
    for place in range(missing):
        thread_id = quiet[place % len(quiet)]
        last[thread_id] = last.get(thread_id, 0) + 1
        text, html = chance.choice(words)
        row = {"thread_id": thread_id, "number": last[thread_id], "byline_id": chance.choice(lines)}
        rows.append({**row, "text": text, "html": html, "created_at": clock.now() - timedelta(minutes=missing - place)})
    db.session.execute(insert(Post), rows)
    shown = select(func.count(Post.id)).where(Post.thread_id == Thread.id, Post.number > 1, Post.state == "shown")
    db.session.execute(update(Thread).values(post_count=shown.scalar_subquery()))
    db.session.commit()


def pages(app: Flask) -> list[Measured]:
    """Return what is measured: the richest issue first, as a guest."""
    cookie = _signed_in(app)
    with app.test_request_context():
        moves = select(func.count(Move.id)).where(Move.journey_id == Journey.id).scalar_subquery()
        richest = select(Thread).join(Journey, Journey.thread_id == Thread.id).where(Thread.post_count >= FULL)
        issue = db.session.scalars(richest.order_by(moves.desc(), Thread.id).limit(1)).one()
        busiest = select(Body.slug).join(Stop, Stop.body_id == Body.id).group_by(Body.slug)
        body = db.session.scalars(busiest.order_by(func.count(Stop.id).desc(), Body.slug).limit(1)).one()
        address = url_for("issues.page", id=issue.id, slug=issue.slug)
        found = [
            Measured("issue page", address),
            Measured("issue page, signed in", address, cookie),
            Measured("issue list", url_for("issues.listing")),
            Measured("body page", url_for("who_decides.body", slug=body)),
            Measured("home", url_for("who_decides.home")),
            *(Measured(f"issue, {length} entries", address) for length, address in long.addresses().items()),
        ]
        db.session.remove()
    return found


def _signed_in(app: Flask) -> str:
    """Sign a facilitator in, beneath the pages for it. Returns the cookie."""
    token, on = new_token(), clock.now()
    with app.app_context():
        person = by_role("facilitator")[0]
        db.session.add(SignInSession(token_hash=hashed(token), person_id=person.id, created_at=on, seen_at=on))
        db.session.commit()
        db.session.remove()
    signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    return f"{app.config['SESSION_COOKIE_NAME']}={signer.dumps({'_user_id': token, '_fresh': True})}"
