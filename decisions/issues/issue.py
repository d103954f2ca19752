"""An issue put together from its rows: stops with their ways, moves with what they rest on, and where it is now."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from decisions.answers.queries import Card, cards
from decisions.issues.loading import Rows
from decisions.journeys.fold import MoveFact, Now, StopFact, fold
from decisions.journeys.queries import move_facts, stop_facts
from decisions.journeys.ways import WayFact
from decisions.pathways.fitting import Fitted
from decisions.promises.verdicts.queries import said
from decisions.promises.verdicts.rules import Said


@dataclass(frozen=True, slots=True)
class Cited:
    """A post that a move rests on."""

    title: str
    day: date
    post_id: int


@dataclass(slots=True)
class Issue:
    """An issue and its story. `thread`, the stops, the moves and the deadlines are rows."""

    thread: Any
    answers: list[Card]
    stops: list[Any] = field(default_factory=list)
    ways: dict[int, list[WayFact]] = field(default_factory=dict)
    moves: list[Any] = field(default_factory=list)
    citations: dict[int, list[Cited]] = field(default_factory=dict)
    deadlines: tuple[Any, ...] = ()
    promises: tuple[Any, ...] = ()
    questions: tuple[Any, ...] = ()
    said: list[Said] = field(default_factory=list)
    usual: Fitted | None = None
    asked: Fitted | None = None
    joined: tuple[Any, ...] = ()  # issues that say the same
    stop_facts: list[StopFact] = field(default_factory=list)
    move_facts: list[MoveFact] = field(default_factory=list)
    now: Now = field(default_factory=lambda: Now(stops={}))


def compose(rows: Rows) -> Issue:
    """Put an issue together."""
    made = Issue(rows.head, cards(rows.answers), promises=rows.promises, said=said(rows.said))
    made.questions = rows.questions
    _stops(made, rows.stops)
    _moves(made, rows.moves)
    made.deadlines, made.usual, made.asked = rows.deadlines, rows.usual, rows.asked
    made.joined = rows.joined
    made.stop_facts, made.move_facts = stop_facts(made.stops), move_facts(made.moves)
    made.now = fold(made.stop_facts, made.move_facts)
    return made


def _stops(made: Issue, rows: tuple[Any, ...]) -> None:
    """Each stop once, and what people can do there: a stop comes once for each way."""
    for row in rows:
        if row.id not in made.ways:
            made.stops.append(row)
            made.ways[row.id] = []
        if row.way_id is not None:
            way = WayFact(row.text, row.detail, row.url, row.until, row.at, row.speaking)
            made.ways[row.id].append(way)


def _moves(made: Issue, rows: tuple[Any, ...]) -> None:
    """Each move once, and what it cites: a move comes once for each post that it rests on."""
    for row in rows:
        if row.id not in made.citations:
            made.moves.append(row)
            made.citations[row.id] = []
        if row.cited_id is not None:
            made.citations[row.id].append(Cited(row.cited_title, row.cited_day, row.cited_id))
