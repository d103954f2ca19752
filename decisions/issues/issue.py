"""An issue put together from its rows: stops with their ways, moves with what they rest on, and where it is now."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from decisions.answers.queries import Card, cards
from decisions.issues import facts
from decisions.issues.facts import Short
from decisions.issues.loading import Rows
from decisions.journeys.fold import Now, StopFact, fold
from decisions.journeys.queries import stop_facts
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
    together: tuple[Any, ...] = ()  # issues that are decided together with it
    records: tuple[Any, ...] = ()  # what bodies published about it
    stop_facts: list[StopFact] = field(default_factory=list)
    short: list[Short] = field(default_factory=list)  # every entry; `moves` are the newest
    now: Now = field(default_factory=lambda: Now(stops={}))
    journey: Any = None  # its row: `part`, `place`, `limits`, and the issue that it belongs to
    others: list["Issue"] = field(default_factory=list)  # the same issue, each with another of its journeys


def compose(rows: Rows) -> Issue:
    """Put an issue together."""
    made = Issue(rows.head, cards(rows.answers), promises=rows.promises, said=said(rows.said))
    made.usual, made.asked, made.joined, made.together = rows.usual, rows.asked, rows.joined, rows.together
    made.records, made.questions = rows.records, rows.questions
    _travelled(made, rows, rows.head, rows.head.journey_id)
    made.others = [_travelled(Issue(rows.head, []), rows, one, one.id) for one in rows.more]
    return made


def _travelled(made: Issue, rows: Rows, journey: Any, journey_id: int | None) -> Issue:
    """Add what one journey brings."""
    stops, moves, deadlines = rows.stops, rows.moves, rows.deadlines
    if rows.more:
        stops, moves, deadlines = (
            tuple(row for row in found if row.journey_id == journey_id) for found in (stops, moves, deadlines)
        )
    _stops(made, stops)
    _moves(made, moves)
    made.journey, made.deadlines = journey, deadlines
    made.short = facts.read(journey.facts)
    made.stop_facts = stop_facts(made.stops)
    made.now = fold(made.stop_facts, (one.fact for one in made.short))
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
