"""Rounds in which people affected are asked what changed."""

from datetime import date, datetime
from functools import partial
from typing import Any

from decisions.issues.week.lines import line
from decisions.issues.week.things import About, Kind, Thing
from decisions.meetings.calendars import Entry
from decisions.promises.verdicts import queries
from forum.say import N_, Sentence

SAY = N_("Say what changed for you since this ended")


def things(now: datetime, _last: date) -> list[Thing]:
    """Return the rounds in which people can answer now: one query."""
    return [_thing(row) for row in queries.open_on(now.date())]


def _thing(row: Any) -> Thing:
    return Thing(
        kind=Kind.CHANGED,
        what=Sentence(SAY),
        page=("promises.changed", {"id": row.thread_id}),
        day=row.closes_on,
        now=True,
        about=(About(row.thread_id, row.slug, row.title, row.topic, row.area),),
        line=partial(_line, row),
    )


def _line(row: Any) -> Entry:
    title = Sentence(N_("Last day: say what changed. %(title)s"), {"title": row.title})
    return line(f"what-changed-{row.id}", title, row.closes_on, ("promises.changed", {"id": row.thread_id}))
