"""The public log: which events of the account anyone may read, and how they are put into words.

A feature says which of its verbs are public, and gives a function that puts such events into words. What it leaves
out is not shown. The log is the account itself, read backwards: nothing is copied, so nothing can be changed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import Flask, current_app
from sqlalchemy import and_, or_, select

from forum.db import db
from forum.history.models import Event
from forum.say import Sentence

PAGE = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: when, what was done, and why. Never a name of who wrote, never the words themselves."""

    at: datetime
    what: Sentence
    why: Sentence | None = None


Teller = Callable[[Sequence[Event]], Mapping[int, Entry]]


def tell(app: Flask, teller: Teller, *verbs: str) -> None:
    """Make events with these verbs public; `teller` puts some of them into words, by the id of the event."""
    tellers: dict[str, Teller] = app.extensions.setdefault("public_log", {})
    for verb in verbs:
        if verb in tellers:
            raise ValueError(f"the verb {verb!r} is told twice")
        tellers[verb] = teller


def page(*, before: int | None = None) -> tuple[list[Entry], int | None]:
    """Return a page of the log, newest first, and the id to ask for the next page with, if there is one.

    `before` is the id of the last event of the page before.
    """
    tellers: dict[str, Teller] = current_app.extensions.get("public_log", {})
    query = select(Event).where(Event.verb.in_(tellers)).order_by(Event.at.desc(), Event.id.desc()).limit(PAGE + 1)
    if before is not None:
        last = select(Event.at).where(Event.id == before).scalar_subquery()
        query = query.where(or_(Event.at < last, and_(Event.at == last, Event.id < before)))
    events = list(db.session.scalars(query))
    shown, more = events[:PAGE], len(events) > PAGE
    return _told(shown, tellers), shown[-1].id if more else None


def since(after: int, most: int) -> tuple[list[tuple[Event, Entry]], int | None]:
    """Return some of the log after an event, the oldest first, each with its event; and the id to go on from, if there
    is more."""
    tellers: dict[str, Teller] = current_app.extensions.get("public_log", {})
    query = select(Event).where(Event.verb.in_(tellers), Event.id > after).order_by(Event.id).limit(most + 1)
    events = list(db.session.scalars(query))
    shown, found = events[:most], _entries(events[:most], tellers)
    last = shown[-1].id if len(events) > most else None
    return [(event, found[event.id]) for event in shown if event.id in found], last


def _told(events: Sequence[Event], tellers: Mapping[str, Teller]) -> list[Entry]:
    found = _entries(events, tellers)
    return [found[event.id] for event in events if event.id in found]


def _entries(events: Sequence[Event], tellers: Mapping[str, Teller]) -> dict[int, Entry]:
    found: dict[int, Entry] = {}
    for teller in dict.fromkeys(tellers[event.verb] for event in events):
        found.update(teller([event for event in events if tellers[event.verb] is teller]))
    return found
