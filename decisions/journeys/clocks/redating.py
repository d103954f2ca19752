"""A bank holiday that is added later, or taken back: open dates are worked out anew, and each says why it moved."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from decisions.deadlines.calendars import Calendar, calendars_of
from decisions.deadlines.local import here, settings
from decisions.deadlines.redating import Moved, Open, moved
from decisions.deadlines.rules import rule_of
from decisions.journeys.clocks.keeping import reckon
from decisions.journeys.kinds import ENDED
from decisions.journeys.models import Deadline, Journey, JourneyNow
from decisions.journeys.queries import route
from decisions.packs import queries as packs
from decisions.packs.kept import from_json
from decisions.packs.merge import Document
from decisions.packs.models import Entry, EntryVersion
from forum import clock
from forum.db import db
from forum.history.actions import record
from forum.say import say

LONGEST = 400
Calendars = Mapping[str, Calendar]


def write(calendars: Mapping[str, Document], _place: Document, on: datetime) -> None:
    """Bring the open dates into step with calendars that changed, and say on each, and in the account of its issue,
    which day was the reason. Called when an entry of the kind changes, in its transaction."""
    old, new = calendars_of(_before(calendars, on)), calendars_of(calendars)
    found = {one.open.ident: one for one in moved(_open(on), old, new)}
    for row in db.session.scalars(select(Deadline).where(Deadline.id.in_(found)).order_by(Deadline.id)).all():
        _move(row, found[row.id], on)


def anew(_entries: Mapping[str, Document], _place: Document, on: datetime) -> None:
    """Work out the dates of all journeys with usual steps anew: a clock, or what the place has set, was changed."""
    running = select(Journey).join(JourneyNow).where(Journey.pathway != "", JourneyNow.stage.not_in(ENDED))
    for of in db.session.scalars(running.order_by(Journey.id)).all():
        reckon(route(of), on)


def _move(row: Deadline, one: Moved, on: datetime) -> None:
    was, of = row.due_on, db.session.get_one(Journey, row.journey_id)
    reckon(route(of), on)
    row.moved = say(one.sentence)[:LONGEST]
    db.session.flush()
    days = {"old": was.isoformat(), "new": row.due_on.isoformat()}
    parents = (("thread", of.thread_id),)
    record("redated", ("journey", of.id), by=None, on=on, parents=parents, deadline=row.id, **days)


def _open(on: datetime) -> list[Open]:
    """The dates that are still to come and that a clock gave."""
    today = clock.local_day(on)
    still = Deadline.met_by_id.is_(None) & Deadline.dropped_at.is_(None) & (Deadline.due_on >= today)
    rows = list(db.session.scalars(select(Deadline).where(Deadline.rule != "", still).order_by(Deadline.id)))
    found = packs.named({"rule": {one.rule for one in rows}, "local": None}, today) if rows else {}
    opens = []
    for one in rows:
        if one.rule in found["rule"] and one.start is not None:
            rule = here(rule_of(found["rule"][one.rule]), settings(found, today)).rule
            opens.append(Open(one.id, rule, one.start, one.due_on, is_back=rule.back and not one.first_day))
    return opens


def _before(calendars: Mapping[str, Document], on: datetime) -> dict[str, Document]:
    """The calendars as they were before what changed at this moment."""
    changed = (Entry.kind == "calendar") & (Entry.changed_at == on)
    wanted = changed & (EntryVersion.number == Entry.number - 1)
    rows = db.session.execute(
        select(Entry.ident, EntryVersion.data).join(EntryVersion, EntryVersion.entry_id == Entry.id).where(wanted)
    )
    return {**calendars, **{ident: from_json("calendar", data) for ident, data in rows}}
