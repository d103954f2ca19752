"""Load the demonstration: Marlbrook, dated from the day it is loaded."""

from collections.abc import Callable
from datetime import timedelta

from flask import Flask, current_app
from sqlalchemy import func, select, text

from decisions.demo import other_forms, quiet, readers
from decisions.demo.files import Days, issues, read
from decisions.demo.meetings import Meetings
from decisions.demo.people import People, accounts
from decisions.demo.promised import Promised
from decisions.demo.questions import Questions
from decisions.demo.talk import Talk, load_places
from decisions.demo.travel import Travel, load_bodies
from decisions.pathways import raised_from
from forum import clock
from forum.about import site
from forum.db import Base, begin_write, db
from forum.history.actions import record
from forum.threads.models import Thread

KEPT = ("alembic_version",)


def init_app(app: Flask) -> None:
    """Make the demonstration known to the app: how it is loaded, and its open accounts."""
    if app.config["DEMO"]:
        app.extensions["load_demo"] = load_if_empty
        app.extensions["demo_accounts"] = accounts()


def is_empty() -> bool:
    """Whether there is no thread and no setting yet."""
    return not db.session.scalar(select(func.count(Thread.id))) and not site.site().set_up


def load_if_empty(say: Callable[[str], None]) -> bool:
    """Load the demonstration into an empty database. Returns whether it did. `say` hears how far it is."""
    if not is_empty():
        return False
    load(say)
    return True


def load(say: Callable[[str], None]) -> None:
    """Load everything in one transaction, and commit."""
    begin_write()
    days = Days(clock.today())
    place = read("place.toml")
    site.save(place["site"])
    places = load_places(place)
    say("Loading who decides what …")
    bodies = load_bodies(days)
    people = People(days)
    people.add(read("people.toml")["person"], bodies)
    talk, travel = Talk(days, people, places, bodies), Travel(days, people, bodies)
    promised, questions = Promised(days, people, bodies), Questions(days, people, bodies)
    people.add_neighbours(talk.chance)
    written = issues()
    for number, row in enumerate(written, 1):
        say(f"Loading issue {number} of {len(written)}: {row['title']}")
        people.add(row.get("person", []), bodies)
        thread, posts = talk.thread(row)
        raised_from.keep(thread.id, row.get("raised_from", ""))
        if "journey" in row:
            travel.journey(row, thread, posts)
        for one in row.get("promise", ()):
            promised.promise(one, thread, travel.recorded)
        for one in row.get("question", ()):
            questions.add(one, thread, posts)
        other_forms.load(row, thread, days, people)
        record("loaded", ("thread", thread.id), by=None, on=clock.now())
    say("Loading meetings …")
    Meetings(days, bodies).load()
    say("Loading quiet threads …")
    quiet.compose(talk, written)
    readers.load(days, people)
    for person in people.by_key.values():
        person.looked_at = clock.now() - timedelta(days=9)
    _index(say)
    db.session.commit()
    site.forget()


def clear() -> None:
    """Empty every table. For the demonstration alone: it is refused elsewhere."""
    if not current_app.config["DEMO"]:
        raise RuntimeError("the demonstration is off here")
    begin_write()
    if db.engine.dialect.name == "postgresql":
        names = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
        db.session.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    else:
        db.session.execute(text("PRAGMA defer_foreign_keys=ON"))
        for table in reversed(Base.metadata.sorted_tables):
            db.session.execute(table.delete())
    db.session.commit()
    site.forget()


def _index(say: Callable[[str], None]) -> None:
    """Fill the search index, if there is one."""
    reindex = current_app.extensions.get("reindex")
    if reindex is not None:
        say("Filling the search index …")
        reindex()
