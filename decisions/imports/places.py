"""Where the records of each kind are kept, and how a value of a record is written there and read back."""

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from sqlalchemy import RowMapping, Table, select

from decisions.imports.models import Origin
from decisions.imports.shape import FIELDS, As
from decisions.meetings.models import AgendaItem, Attendance, Decision, Document, Meeting
from forum.db import Base, db

MODELS: dict[str, type[Base]] = {
    "meeting": Meeting, "item": AgendaItem, "document": Document, "attendance": Attendance, "decision": Decision,
}  # fmt: skip
REFS = {"body": "body_id", "meeting": "meeting_id", "item": "item_id"}
AT_ONCE = 500  # rows asked for, or written, in one statement


def table(kind: str) -> Table:
    """Return the table of a kind."""
    found = MODELS[kind].__table__
    assert isinstance(found, Table)  # noqa: S101 - each of our models has a table of its own
    return found


def origins() -> Table:
    """Return the table of where things came from."""
    found = Origin.__table__
    assert isinstance(found, Table)  # noqa: S101 - our model has a table of its own
    return found


def fields(kind: str) -> list[str]:
    """Return the fields of a kind that have a column here."""
    return [name for name, (holds, _most) in FIELDS[kind].items() if holds is not As.ASIDE]


def column(name: str) -> str:
    """Return the column that keeps a field."""
    return REFS.get(name, name)


def to_row(kind: str, name: str, value: Any) -> Any:
    """Return a value of a record, not a reference, as its column takes it."""
    kept = table(kind).columns[column(name)]
    if value is None or value == "":
        return None if kept.nullable else "" if kept.type.python_type is str else value
    if kept.type.python_type is date:
        return date.fromisoformat(value)
    if kept.type.python_type is time:
        return time.fromisoformat(value)
    return value


def from_row(value: Any) -> Any:
    """Return what a column holds as a record has it."""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value


def rows(kind: str, ids: Iterable[int]) -> Iterator[RowMapping]:
    """Yield the rows of a kind with some ids."""
    kept = table(kind)
    for some in pieces(sorted(set(ids))):
        yield from db.session.execute(select(kept).where(kept.c.id.in_(some))).mappings()


def pieces(of: list[Any]) -> Iterator[list[Any]]:
    """Cut a list into pieces that fit into one statement."""
    for start in range(0, len(of), AT_ONCE):
        yield of[start : start + AT_ONCE]
