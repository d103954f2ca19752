"""What a record is about: a decision, a step where people were asked, or an area; and its span of days."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select, union

from decisions.journeys.joining.near import touching
from decisions.journeys.kinds import StopRole
from decisions.journeys.models import Journey, Move, Stop
from decisions.meetings.models import Decision
from decisions.promises.models import Promise, PromiseIssue
from forum.access import Shown
from forum.db import db
from forum.threads.models import Area, Thread

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a record is about. `thread_ids`: the issues, those that all can see; `since` and `until`: the days that it
    spans, both included."""

    about: str
    id: int
    title: str
    body: str
    thread_ids: tuple[int, ...]
    since: date
    until: date


def find(about: str, about_id: int, *, since: date | None, until: date | None, today: date) -> Scope | None:
    """Return what a record is about; none when there is no such thing. Days that are not given are the usual ones:
    of a decision from the first word to today, of a step its own days, of an area the last year."""
    maker = FINDERS.get(about)
    found = maker(about_id, today) if maker else None
    if found is None:
        return None
    first, last = since or found.since, until or found.until
    return Scope(found.about, found.id, found.title, found.body, found.thread_ids, min(first, last), max(first, last))


def _decision(decision_id: int, today: date) -> Scope | None:
    row = db.session.get(Decision, decision_id)
    if row is None:
        return None
    ids = _shown(issues_of_decision(row))
    return Scope("decision", row.id, row.title, row.body.name, ids, _first_day(ids) or today - YEAR, today)


def issues_of_decision(row: Decision) -> list[int]:
    """Return the issues that a decision is about: those that a person joined with it or with its item, those that
    its promises belong to, and those whose story names its page as the source of what happened."""
    promised = select(PromiseIssue.thread_id).join(Promise, Promise.id == PromiseIssue.promise_id)
    told = select(Journey.thread_id).join(Move, Move.journey_id == Journey.id)
    found = [promised.where(Promise.decision_id == row.id), touching([row.id])]
    if row.url:
        found.append(told.where(Move.source == row.url))
    return sorted(db.session.scalars(union(*found)))


def _asking(stop_id: int, today: date) -> Scope | None:
    row = db.session.execute(
        select(Stop, Journey.thread_id, Thread.title)
        .join(Journey, Journey.id == Stop.journey_id)
        .join(Thread, Thread.id == Journey.thread_id)
        .where(Stop.id == stop_id)
    ).first()
    if row is None or row.Stop.role != StopRole.CONSULT:
        return None
    ids, stop = _shown([row.thread_id]), row.Stop
    if not ids:
        return None
    since = stop.opens_on or _first_day(ids) or today - YEAR
    until = max(since, stop.planned_on or today)
    return Scope("asking", stop.id, row.title, stop.body.name if stop.body else "", ids, since, until)


def _area(area_id: int, today: date) -> Scope | None:
    row = db.session.get(Area, area_id)
    if row is None:
        return None
    ids = tuple(db.session.scalars(select(Thread.id).where(Thread.area_id == area_id, Thread.state == Shown.SHOWN)))
    return Scope("area", row.id, row.name, "", ids, today - YEAR, today)


FINDERS: Mapping[str, Callable[[int, date], Scope | None]] = {"decision": _decision, "asking": _asking, "area": _area}


def _shown(ids: list[int]) -> tuple[int, ...]:
    rows = db.session.scalars(select(Thread.id).where(Thread.id.in_(ids), Thread.state == Shown.SHOWN))
    return tuple(sorted(rows))


def _first_day(ids: tuple[int, ...]) -> date | None:
    first = db.session.scalar(select(Thread.created_at).where(Thread.id.in_(ids)).order_by(Thread.created_at).limit(1))
    return first.date() if first is not None else None


def listed() -> dict[str, list[tuple[int, str]]]:
    """Return what a record can be made of: decisions, steps where people are asked, areas. Each with its name."""
    decisions = select(Decision.id, Decision.title).order_by(Decision.id.desc()).limit(50)
    issues = select(Stop.id, Thread.title).join(Journey, Journey.id == Stop.journey_id)
    asked = issues.join(Thread, Thread.id == Journey.thread_id).where(Thread.state == Shown.SHOWN)
    steps = asked.where(Stop.role == StopRole.CONSULT).order_by(Stop.id.desc()).limit(50)
    areas = select(Area.id, Area.name).order_by(Area.name)
    queries = {"decision": decisions, "asking": steps, "area": areas}
    return {name: [(row[0], row[1]) for row in db.session.execute(query)] for name, query in queries.items()}
