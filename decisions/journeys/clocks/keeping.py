"""Keep the dates that the clocks of a journey give, in step with it: worked out anew whenever something changes."""

from datetime import date, datetime

from sqlalchemy import select

from decisions.journeys.clocks.worked import Given, all_rules, given
from decisions.journeys.models import Deadline
from decisions.journeys.queries import Route, move_facts, stop_facts
from decisions.journeys.usual.finding import of_journey
from decisions.packs import queries as packs
from decisions.pathways.shapes import Step
from forum import clock
from forum.db import db
from forum.say import say

LONGEST_TEXT, LONGEST_SOURCE = 160, 500


def reckon(found: Route, on: datetime) -> None:
    """Work out the dates of a journey anew, and keep them. One of its own is never touched; one that somebody took
    off stays off. A new start is a new date: then nobody has checked it yet."""
    if not found.journey.pathway:
        return
    today = clock.local_day(on)
    wanted = {(one.stop_id, one.rule): one for one in _given(found, today)}
    for row in _kept(found.journey.id):
        one = wanted.pop((row.stop_id or 0, row.rule), None)
        if one is not None:
            _fill(row, one, found)
        elif row.met_by_id is None and row.dropped_at is None:
            db.session.delete(row)
    for one in wanted.values():
        row = Deadline(journey_id=found.journey.id, stop_id=one.stop_id, rule=one.rule, text="", basis=one.basis)
        _fill(row, one, found)
        db.session.add(row)
    db.session.flush()


def _kept(journey_id: int) -> list[Deadline]:
    wanted = (Deadline.journey_id == journey_id) & (Deadline.rule != "")
    return list(db.session.scalars(select(Deadline).where(wanted).order_by(Deadline.id)))


def _fill(row: Deadline, one: Given, found: Route) -> None:
    """Bring a row into step with what its clock gives."""
    stop = found.stop(one.start.owed_by or one.stop_id)
    if row.start != one.start.day or row.due_on != one.day:
        row.checked_on = row.checked_by_id = None
        row.moved = ""
    row.text, row.source, row.basis = one.name[:LONGEST_TEXT], one.source[:LONGEST_SOURCE], one.basis
    row.body_id = None if one.for_people or stop is None else stop.body_id
    row.start, row.due_on, row.at, row.reckoned = one.start.day, one.day, one.at, one.day
    row.working = " ".join(say(line) for line in one.working)
    row.watched, row.holds_until, row.first_day = one.start.watched, one.holds_until, one.first_day
    met = found.move(one.start.met_by)
    row.met_by_id = met.id if met is not None else row.met_by_id if _still_there(row, found) else None


def _still_there(row: Deadline, found: Route) -> bool:
    """Whether the entry by which somebody said that a date was met is one of this journey; a clock that counts an
    answer says itself by which."""
    return not row.watched and any(one.id == row.met_by_id for one in found.moves)


def _given(found: Route, today: date) -> list[Given]:
    """What the clocks of a journey give today. Two queries."""
    of = packs.named({"pathway": [found.journey.pathway], "place": None}, today)
    usual = of_journey(of, found.journey.pathway, found.journey.changes)
    if usual is None:
        return []
    by_id = {one.id: one for one in usual.steps}
    steps: dict[int, Step] = {one.id: by_id[one.step] for one in found.stops if one.step in by_id}
    known = packs.named({"rule": all_rules(steps.values()), "local": None, "calendar": None}, today)
    holding = {one.rule for one in usual.chosen if one.rule}
    stops, moves = stop_facts(found.stops), move_facts(found.moves)
    return given(steps, stops, found.now, moves, known, today, usual=usual.steps, holding=holding)
