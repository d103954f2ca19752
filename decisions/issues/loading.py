"""Load an issue with all that its page shows, in a fixed number of queries however long its story is."""

from dataclasses import dataclass, field
from typing import Any

from decisions.answers.queries import Card, of_thread
from decisions.issues import statements
from decisions.journeys.fold import MoveFact, Now, StopFact, fold
from decisions.journeys.kinds import VerdictWord
from decisions.journeys.queries import move_facts, stop_facts
from decisions.journeys.ways import WayFact
from forum import subjects
from forum.access import Standing
from forum.db import db


@dataclass(frozen=True, slots=True)
class Cited:
    """A post that a move rests on."""

    title: str
    day: Any
    post_id: int


@dataclass(slots=True)
class Issue:
    """An issue and its story, as loaded. `thread`, the stops, the moves and the deadlines are rows: their columns are
    named in `decisions.issues.statements`."""

    thread: Any
    verdicts: dict[str, int] = field(default_factory=dict)
    stops: list[Any] = field(default_factory=list)
    ways: dict[int, list[WayFact]] = field(default_factory=dict)
    moves: list[Any] = field(default_factory=list)
    citations: dict[int, list[Cited]] = field(default_factory=dict)
    deadlines: list[Any] = field(default_factory=list)
    answers: list[Card] = field(default_factory=list)
    stop_facts: list[StopFact] = field(default_factory=list)
    move_facts: list[MoveFact] = field(default_factory=list)
    now: Now = field(default_factory=lambda: Now(stops={}))


def load(thread_id: int, who: Standing) -> Issue | None:
    """Return an issue with its story, or `None` when there is none that this person may see. Five queries with a
    journey, two without."""
    head = db.session.execute(statements.HEAD, {"thread_id": thread_id}).first()
    if head is None or subjects.get("thread").may_see(who, head) is not None:
        return None
    found = Issue(head, verdicts={word: getattr(head, word.name) for word in VerdictWord}, answers=of_thread(thread_id))
    if head.journey_id is not None:
        of = {"journey_id": head.journey_id}
        _stops(found, of)
        _moves(found, of)
        found.deadlines = list(db.session.execute(statements.DEADLINES, of))
        found.stop_facts, found.move_facts = stop_facts(found.stops), move_facts(found.moves)
        found.now = fold(found.stop_facts, found.move_facts)
    return found


def _stops(found: Issue, of: dict[str, int]) -> None:
    """The stops and what people can do there, in one query."""
    for row in db.session.execute(statements.STOPS, of):
        if row.id not in found.ways:
            found.stops.append(row)
            found.ways[row.id] = []
        if row.way_id is not None:
            way = WayFact(row.text, row.detail, row.url, row.until, row.at, row.speaking)
            found.ways[row.id].append(way)


def _moves(found: Issue, of: dict[str, int]) -> None:
    """The moves and what they cite, in one query."""
    for row in db.session.execute(statements.MOVES, of):
        if row.id not in found.citations:
            found.moves.append(row)
            found.citations[row.id] = []
        if row.cited_id is not None:
            found.citations[row.id].append(Cited(row.cited_title, row.cited_day, row.cited_id))
