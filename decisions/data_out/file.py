"""What a file of data is: rows with an id that stays, in the order of their ids, so that any number of them can be
read piece by piece."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row as FoundRow
from sqlalchemy import Select

from forum import clock
from forum.db import db

PIECE = 500  # rows asked for at once: what is held in memory
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of a file, and the id after which the next piece begins, if there is one."""

    rows: list[Row]
    next: int | None


@dataclass(frozen=True, slots=True)
class File:
    """One file: its name in the address; what it is and what it holds, in plain words; the names of its columns; and
    a function that gives so many rows after an id."""

    name: str
    title: str
    holds: str
    columns: Sequence[str]
    piece: Callable[[int, int], Piece]

    def rows(self) -> Iterator[Row]:
        """Yield all rows, piece by piece."""
        after: int | None = 0
        while after is not None:
            found = self.piece(after, PIECE)
            yield from found.rows
            after = found.next


def read(statement: Select[Any], most: int, make: Callable[[FoundRow[Any]], Row]) -> Piece:
    """Return a piece of what a statement over tables finds, in the order of the ids that are its first column."""
    found = db.session.connection().execute(statement.limit(most + 1)).all()
    rows = [made(make(one)) for one in found[:most]]
    return Piece(rows, int(found[most - 1][0]) if len(found) > most else None)


def made(row: Row) -> Row:
    """Return a row ready to be written: days as 2026-11-23, moments with how far the place is from Greenwich."""
    return {name: ready(value) for name, value in row.items()}


def ready(value: Any) -> Any:
    """Return a value as a file holds it."""
    if isinstance(value, datetime):
        return clock.local(value).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value
