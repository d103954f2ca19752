"""Journeys for tests: started and moved on the way a facilitator does it."""

from datetime import date
from typing import Any

from flask import Flask

from decisions.journeys import actions as journeys
from decisions.journeys.actions import NewMove, NewStop
from decisions.journeys.kinds import Evidence, MoveKind, StopRole
from decisions.journeys.models import Journey, Stop
from decisions.pathways.queries import pathway
from forum import clock
from forum.access import Standing
from forum.db import begin_write, db
from forum.people import actions as people
from forum.people.models import Byline, Person
from forum.threads.models import Thread
from tests.make import make_person


def start_journey(
    app: Flask,
    thread_id: int,
    *stops: tuple[str, int],
    planned: dict[int, date] | None = None,
    usual: str = "",
    steps: dict[int, str] | None = None,
    part: str = "",
    first: str = "",
) -> list[int]:
    """Start a journey the way a facilitator does, by (role, body) of each step. Returns the steps' ids, the one where
    it was raised first. `planned`: days by the place of a step, from 1. `usual`: the pathway
    that it is started from; `steps`: the usual steps that its steps stand for, by their place. `part`: what it decides
    when there is a journey already, and `first` what is left for that one."""
    days, dev = planned or {}, _helper(app)
    with app.app_context():
        begin_write()
        line = people.byline(dev, name="Dev", capacity="facilitator", signed="Marlbrook Voices")
        new = [
            NewStop(
                StopRole(role),
                f"Step {place}: {role}",
                body,
                planned_on=days.get(place),
                step=(steps or {}).get(place, ""),
            )
            for place, (role, body) in enumerate(stops, 1)
        ]
        by = Standing(person_id=dev, name="Dev", roles=frozenset({"facilitator"}))
        thread, of = db.session.get_one(Thread, thread_id), pathway(usual, clock.today()) if usual else None
        names = {"part": part, "first": first}
        made = journeys.start(thread, stops=new, usual=of, **names, by=by, signed=line, on=clock.now())
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
        here = db.select(Journey).filter_by(thread_id=thread_id, number=1)
        at = db.session.get(Stop, stop_id) if stop_id is not None else None
        of = db.session.get_one(Journey, at.journey_id) if at is not None else db.session.scalars(here).one()
        line = db.session.get_one(Byline, of.started_by_id)
        by = Standing(person_id=line.person_id, name="Dev", roles=frozenset({"facilitator"}))
        new = NewMove(kind=MoveKind(kind), stop_id=stop_id, **values)
        made = journeys.record_move(of, new, seen=None, by=by, signed=line, on=clock.now())
        db.session.commit()
        return made.id
