"""Sources in the table of kinds, what waits of them, and what people do with them in the public log."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask import Flask, url_for
from sqlalchemy import ScalarSelect, func, select

from decisions.access import may_bring_in
from decisions.imports import actions, queries
from decisions.imports.models import Brought, Source
from forum import clock, subjects
from forum.access import Standing
from forum.db import db
from forum.history import public_log
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.say import N_, NN_, Sentence
from forum.subjects import Harm, Subject, ToDo

DONE = {
    "added_source": N_("Somebody who helps run this added a source of records: %(name)s"),
    "matched_body": N_("Somebody who helps run this said which body one of %(name)s is"),
    "paused_source": N_("Somebody who helps run this paused a source of records: %(name)s"),
    "ended_source": N_("Somebody who helps run this ended a source of records: %(name)s"),
    "went_on_source": N_("Somebody who helps run this took up a source of records again: %(name)s"),
}
FAILED = N_("%(name)s could not be read")
STALE = N_("%(name)s was not read when it should have been")
UNMATCHED = NN_(
    "%(name)s: say which of our bodies %(num)s body is", "%(name)s: say which of our bodies %(num)s bodies are"
)
BROUGHT = N_("%(name)s: look at a file or text before it is kept")


def init_app(app: Flask) -> None:
    """Register the kind, and its lines of the public log."""
    subjects.register(app, SOURCE)
    public_log.tell(app, _told, *DONE)


def _told(events: Sequence[Event]) -> dict[int, Entry]:
    found = queries.by_ids({event.subject_id for event in events})
    return {
        event.id: Entry(event.at, Sentence(DONE[event.verb], {"name": found[event.subject_id].name}))
        for event in events
        if event.subject_id in found and event.by_id is not None
    }


def _queue(who: Standing) -> list[ToDo]:
    if may_bring_in(who) is not None:
        return []
    return [each for one in queries.listed() for each in _of(one)]


def _of(one: queries.Listed) -> Iterator[ToDo]:
    """What waits of one source: one thing, the gravest, so that the count at the top of each page is right."""
    if one.source.ended_at is not None:
        return
    name, address, on = one.source.name, url_for("imports.source", id=one.source.id), clock.now()
    if one.failed and one.run:
        yield ToDo(Harm.DATE_PASSED, Sentence(FAILED, {"name": name}), address, since=one.run.started_at)
    elif one.is_stale(on):
        since = one.run.started_at if one.run else one.source.made_at
        yield ToDo(Harm.DATE_PASSED, Sentence(STALE, {"name": name}), address, since=since)
    elif one.brought:
        yield ToDo(Harm.LOOSE_END, Sentence(BROUGHT, {"name": name}), address)
    elif one.unmatched:
        yield ToDo(Harm.LOOSE_END, Sentence.counted(UNMATCHED, one.unmatched, {"name": name}), address)


def _waiting(who: Standing) -> ScalarSelect[int] | None:
    if may_bring_in(who) is not None:
        return None
    return select(func.count(Source.id)).where(queries.needs_somebody(clock.now())).scalar_subquery()


def _export(person_id: int) -> list[dict[str, Any]]:
    rows = db.session.scalars(select(Brought).where(Brought.by_id == person_id).order_by(Brought.id))
    return [{"brought": one.name, "to": one.source.name, "on": one.made_at.isoformat()} for one in rows]


SOURCE = Subject(
    kind="source",
    load=queries.by_ids,
    may_see=lambda who, _source: may_bring_in(who),
    title=lambda one: str(one.name),
    address=lambda one: ("imports.source", {"id": one.id}),
    all_ids=queries.all_ids,
    erase=actions.erase,
    export_for=_export,
    queue=_queue,
    waiting=_waiting,
)
