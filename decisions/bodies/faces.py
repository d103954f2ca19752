"""Bodies of packs as rows: what steps, answers and people point to."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from decisions.bodies.models import Body
from decisions.packs.merge import Document
from forum import clock
from forum.db import db
from forum.history.actions import record


def write(bodies: Mapping[str, Document], place: Document, on: datetime) -> None:
    """Bring the rows of bodies into step with what packs and people say here.

    Arguments: every document of a body by its id; the place's document, empty when none was loaded; the moment. A
    body that the place does not have, or has no more, is ended, never deleted. Rows that no pack speaks of stay.
    """
    today = clock.local_day(on)
    rows = {one.slug: one for one in db.session.scalars(select(Body))}
    has = {ident: one for ident, one in bodies.items() if is_here(ident, one, bodies, place)}
    changed = []
    for ident in bodies:
        row = rows.get(ident)
        if ident in has:
            row = rows[ident] = row or _new(ident)
            if _fill(row, has[ident]):
                changed.append(row)
        elif row is not None and (row.valid_to is None or row.valid_to > today):
            row.valid_from, row.valid_to = _until(row.valid_from, today), today
            changed.append(row)
    db.session.flush()
    changed += [rows[ident] for ident, one in has.items() if _place(rows[ident], one, rows, bodies)]
    for row in dict.fromkeys(changed):
        record("body_written", ("body", row.id), by=None, on=on)


def is_here(ident: str, body: Document, bodies: Mapping[str, Document], place: Document) -> bool:
    """Whether a place has a body (pure): its own ones, those that are the same everywhere, and of the kinds of
    bodies those that a council of its type and way of working has, unless it names its own of the kind."""
    if body.get("national") or body.get("kind", ident) != ident:
        return True
    if any(other.get("kind") == ident and of != ident for of, other in bodies.items()):
        return False
    fits = ((body.get("tiers"), place.get("type")), (body.get("governance"), place.get("governance")))
    return bool(place) and all(not wanted or given in wanted for wanted, given in fits)


def real(ident: str, rows: Mapping[str, Body], bodies: Mapping[str, Document]) -> Body | None:
    """Return the row that the id of a body means here: its own, or the first of the kind that the place has."""
    if (row := rows.get(ident)) is not None and row.valid_to is None:
        return row
    own = next((of for of, one in bodies.items() if one.get("kind") == ident and of in rows), None)
    return rows[own] if own else row


def _new(ident: str) -> Body:
    row = Body(slug=ident, name="", short="", kind="")
    db.session.add(row)
    return row


def _fill(row: Body, said: Document) -> bool:
    """Give a row what its document says. Returns whether anything is different."""
    values: dict[str, Any] = {name: said.get(name, "") for name in ("name", "short", "decides", "advises", "phone")}
    values |= {name: said.get(name, "") for name in ("email", "web")}
    values |= {"kind": str(said.get("kind", row.slug))[:30], "how": " ".join(said.get("take_part", []))}
    values |= {"joined": bool(said.get("joined")), "source": said.get("source", "")}
    values |= {
        "checked_on": said.get("checked"),
        "valid_from": said.get("valid_from"),
        "valid_to": said.get("valid_to"),
    }
    different = [name for name, value in values.items() if getattr(row, name) != value]
    for name in different:
        setattr(row, name, values[name])
    return bool(different)


def _place(row: Body, said: Document, rows: Mapping[str, Body], bodies: Mapping[str, Document]) -> bool:
    """Say which body a row answers to, and which took over from it. Returns whether anything is different."""
    before = (row.parent_id, row.successor_id)
    row.parent_id, row.successor_id = (_other(row, said.get(key), rows, bodies) for key in ("answers_to", "successor"))
    return before != (row.parent_id, row.successor_id)


def _other(row: Body, ident: str | None, rows: Mapping[str, Body], bodies: Mapping[str, Document]) -> int | None:
    found = real(ident, rows, bodies) if ident else None
    return found.id if found is not None and found is not row else None


def _until(begun: date | None, day: date) -> date | None:
    return day if begun is not None and begun > day else begun
