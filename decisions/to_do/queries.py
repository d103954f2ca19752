"""What waits for a person, asked of every kind in the table of kinds."""

from functools import reduce
from operator import add

from sqlalchemy import select

from forum import clock, subjects
from forum.access import Standing
from forum.db import db
from forum.subjects import ToDo


def waiting(who: Standing) -> list[ToDo]:
    """Return everything that waits for this person: what does most harm by waiting first, then the oldest."""
    found = [one for entry in subjects.table().values() if entry.queue for one in entry.queue(who)]
    return sorted(found, key=lambda one: (one.harm, one.since or clock.now()))


def count(who: Standing) -> int:
    """Count what waits for this person, for the top of every page: one query, none when nothing can wait."""
    asked = [entry.waiting(who) for entry in subjects.table().values() if entry.waiting]
    parts = [part for part in asked if part is not None]
    return db.session.scalar(select(reduce(add, parts))) or 0 if parts else 0
