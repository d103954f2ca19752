"""What happened on a journey, in short: all that the fold asks for, in one text that the database puts together.

A page shows the newest entries in full. Where the issue is follows from all of them, however many: so these come as a
text, which costs as much as one row (benchmarks/long.py)."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, String, case, cast, exists, func, select

from decisions.journeys.facts import MoveFact
from decisions.journeys.kinds import MoveKind
from decisions.journeys.models import Confirmation, Journey, Move
from forum.access import Shown

JOURNEY, MOVE, CONFIRMATION = Journey.__table__, Move.__table__, Confirmation.__table__
FIELD, RECORD = "\x1f", "\x1e"  # signs that no text of ours holds
LONGEST_REASON = 400
WITH_REASON = (MoveKind.REFERRED, MoveKind.DEFERRED, MoveKind.REOPENED, MoveKind.CORRECTED)  # the panel says it
NAMES = ("number", "happened_on", "stop_id", "to_stop_id", "planned_on", "evidence", "becomes", "published_on", "kind")


class Short(NamedTuple):
    """An entry in short."""

    id: int
    corrects_id: int | None
    reason: str
    fact: MoveFact


def of_journey() -> ScalarSelect[Any]:
    """Return the part of a statement that gives the text of the journey of its row."""
    confirmed = exists().where(CONFIRMATION.c.move_id == MOVE.c.id)
    said = (MOVE.c.state == Shown.SHOWN) & MOVE.c.kind.in_([str(kind) for kind in WITH_REASON])
    reason = case((said, func.substr(MOVE.c.reason, 1, LONGEST_REASON)), else_="")
    fields = [MOVE.c.id, MOVE.c.corrects_id, *(MOVE.c[name] for name in NAMES), case((confirmed, "1"), else_="")]
    text: ColumnElement[str] = _text(fields[0])
    for one in (*fields[1:], reason):
        text = text + FIELD + _text(one)
    every = select(func.aggregate_strings(text, RECORD)).where(MOVE.c.journey_id == JOURNEY.c.id)
    return every.correlate(JOURNEY).scalar_subquery()


def _text(column: Any) -> ColumnElement[str]:
    return func.coalesce(cast(column, String), "", type_=String)


def read(text: str | None) -> list[Short]:
    """Read the text, in the order of recording."""
    rows = sorted((one.split(FIELD) for one in (text or "").split(RECORD) if one), key=lambda row: int(row[2]))
    numbers = {row[0]: int(row[2]) for row in rows}
    return [Short(int(row[0]), _number(row[1]), row[12], _fact(row, numbers)) for row in rows]


def _fact(row: list[str], numbers: dict[str, int]) -> MoveFact:
    return MoveFact(
        number=int(row[2]),
        kind=row[10],
        happened_on=date.fromisoformat(row[3]),
        stop_id=_number(row[4]),
        to_stop_id=_number(row[5]),
        planned_on=_day(row[6]),
        evidence=row[7],
        corrects=numbers.get(row[1]),
        becomes=row[8] or None,
        published_on=_day(row[9]),
        confirmed=bool(row[11]),
    )


def _number(text: str) -> int | None:
    return int(text) if text else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
