"""The demonstration's stories as plain facts, so that rules can be held against them without a database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from decisions.journeys.fold import MoveFact, Now, StopFact, fold
from decisions.journeys.kinds import Evidence, MoveKind, StopRole
from decisions.journeys.rules import Proposal

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Step:
    """One move of a story: what was proposed, when it was recorded, and the state it met."""

    number: int
    recorded_on: date
    proposal: Proposal
    before: Now
    fact: MoveFact


def recorded(row: dict[str, Any]) -> tuple[int, int]:
    """The order of recording: `raised` first."""
    return (0 if row["kind"] == "raised" else 1, -int(row.get("recorded_days_ago", row["days_ago"])))


def stops_of(story: dict[str, Any]) -> tuple[list[StopFact], dict[str, int]]:
    """The route of a story, and its stops' ids by key. Bodies are numbered by the order of their names."""
    names = sorted({one["body"] for one in story["stop"] if "body" in one})
    ids = {one["key"]: place for place, one in enumerate(story["stop"], 1)}
    facts = [
        StopFact(
            ids[one["key"]],
            one["role"],
            names.index(one["body"]) + 1 if "body" in one else None,
            _day(one.get("opens")),
            _day(one.get("on")),
        )
        for one in story["stop"]
    ]
    return facts, ids


def steps(story: dict[str, Any]) -> Iterator[Step]:
    """Replay a story in the order in which it was recorded."""
    stops, ids = stops_of(story)
    roles = {one.id: StopRole(one.role) for one in stops}
    keys: dict[str, MoveFact] = {}
    facts: list[MoveFact] = []
    for number, row in enumerate(sorted(story["move"], key=recorded), 1):
        wrong = keys.get(row.get("corrects", ""))
        happened = wrong.happened_on if wrong else TODAY - timedelta(days=row["days_ago"])
        fact = MoveFact(
            number=number,
            kind=row["kind"],
            happened_on=happened,
            stop_id=ids.get(row.get("stop", "here" if row["kind"] == "raised" else "")),
            to_stop_id=ids.get(row.get("to", "")),
            planned_on=_day(row.get("planned")),
            evidence=row["evidence"],
            corrects=wrong.number if wrong else None,
            becomes=row.get("becomes"),
        )
        before = fold(stops, facts)
        stop_id = fact.stop_id or (wrong.stop_id if wrong else None)
        to_id = fact.to_stop_id or (wrong.to_stop_id if wrong else None)
        proposal = Proposal(
            kind=MoveKind(fact.kind),
            happened_on=happened,
            evidence=Evidence(fact.evidence),
            plain=row["plain"],
            stop_role=roles.get(stop_id or 0),
            to_role=roles.get(to_id or 0),
            stop=before.stops.get(stop_id or 0),
            source=row.get("source", ""),
            source_name=row.get("source_name", ""),
            cites=bool(row.get("cites")),
            reason=row.get("reason", ""),
            planned_on=fact.planned_on,
            becomes=fact.becomes,
            corrects=wrong,
        )
        days_ago = int(row.get("recorded_days_ago", row["days_ago"]))
        yield Step(number, TODAY - timedelta(days=days_ago), proposal, before, fact)
        facts.append(fact)
        keys[row.get("key", f"#{number}")] = fact


def _day(offset: int | None) -> date | None:
    return None if offset is None else TODAY + timedelta(days=offset)
