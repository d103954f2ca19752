"""What happened on a journey, in short: all that the fold asks for, in one text that the database puts together.

A page shows the newest entries in full. Where the issue is follows from all of them, however many: so these come as a
text, which costs as much as one row (benchmarks/long.py)."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, String, case, func, literal_column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

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
    said = (MOVE.c.state == Shown.SHOWN) & MOVE.c.kind.in_([str(kind) for kind in WITH_REASON])
    reason = case((said, func.substr(MOVE.c.reason, 1, LONGEST_REASON)), else_="")
    fields = [MOVE.c.id, MOVE.c.corrects_id, *(MOVE.c[name] for name in NAMES), CONFIRMATION.c.id, reason]
    pattern: ColumnElement[str] = literal_column("'" + FIELD.join(["%s"] * len(fields)) + "'")
    every = select(_Together(pattern, *fields)).outerjoin(CONFIRMATION, CONFIRMATION.c.move_id == MOVE.c.id)
    return every.where(MOVE.c.journey_id == JOURNEY.c.id).correlate(JOURNEY).scalar_subquery()


class _Together(FunctionElement[str]):
    """The texts of all rows in one, each made by a pattern, with nothing for what is not there."""

    type = String()
    inherit_cache = True


@compiles(_Together, "sqlite")
def _on_sqlite(element: _Together, compiler: Any, **more: Any) -> str:
    return f"group_concat(printf({compiler.process(element.clauses, **more)}), '{RECORD}')"


@compiles(_Together, "postgresql")
def _on_postgresql(element: _Together, compiler: Any, **more: Any) -> str:
    return f"string_agg(format({compiler.process(element.clauses, **more)}), '{RECORD}')"


def read(text: str | None) -> list[Short]:
    """Read the text, in the order of recording."""
    rows = sorted((one.split(FIELD) for one in (text or "").split(RECORD) if one), key=lambda row: int(row[2]))
    numbers = {row[0]: int(row[2]) for row in rows}
    return [Short(int(row[0]), int(row[1]) if row[1] else None, row[12], _fact(row, numbers)) for row in rows]


def _fact(row: list[str], numbers: dict[str, int]) -> MoveFact:
    (
        _id,
        corrects,
        number,
        happened_on,
        stop,
        to_stop,
        planned_on,
        evidence,
        becomes,
        published_on,
        kind,
        confirmed,
        _,
    ) = row
    return MoveFact(
        number=int(number),
        kind=kind,
        happened_on=date.fromisoformat(happened_on),
        stop_id=int(stop) if stop else None,
        to_stop_id=int(to_stop) if to_stop else None,
        planned_on=date.fromisoformat(planned_on) if planned_on else None,
        evidence=evidence,
        corrects=numbers.get(corrects),
        becomes=becomes or None,
        published_on=date.fromisoformat(published_on) if published_on else None,
        confirmed=bool(confirmed),
    )
