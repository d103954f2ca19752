"""Keep what a plan says, all of it or nothing. Callers commit: one transaction for a whole reading, so that one that
is killed leaves what was there before, and can be repeated."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from decisions.bodies.models import Body
from decisions.imports import places, seats
from decisions.imports.comparing import Act, Change, Gathered, Plan
from decisions.imports.desk import Desk
from decisions.imports.models import Origin, Source
from decisions.imports.places import MODELS, column, origins, pieces, table, to_row
from decisions.imports.placing import Waiting
from decisions.imports.shape import FIELDS, KINDS, As
from decisions.imports.telling import tell
from forum import clock
from forum.db import db

MOVED = ("meeting", "decision")  # these have a page of their own, and the moment at which it changed
WRITTEN = (Act.CHANGE, Act.GO, Act.RETURN)


def keep(source: Source, gathered: Gathered, *, on: datetime) -> tuple[Plan, list[Waiting]]:
    """Bring what was read into step with what is here. Returns what was done, and the bodies that wait."""
    desk = Desk(source, gathered)
    for kind in KINDS:
        changes = [one for one in desk.plan.changes if one.kind == kind]
        _add(desk, kind, [one for one in changes if one.act is Act.ADD], on)
        _change(desk, kind, [one for one in changes if one.act is not Act.ADD], on)
    tell(desk.plan, desk.links, on)
    db.session.flush()
    return desk.plan, desk.waiting


def _add(desk: Desk, kind: str, changes: list[Change], on: datetime) -> None:
    """Add rows, then where each came from."""
    if not changes:
        return
    if kind == "body":  # becomes one of ours only when a person says which
        ids = {one.ident: ours for one in changes if (ours := desk.links.ours(kind, one.ident)) is not None}
    elif kind == "seat":
        ids = seats.add(changes, desk.links, desk.source.name, on)
    else:
        ids = dict(zip([one.ident for one in changes], _insert(desk, kind, changes, on), strict=True))
    for ident, ours in ids.items():
        desk.links.add(kind, ident, ours)
    _origins(desk, [(one, ids.get(one.ident)) for one in changes], on)


def _insert(desk: Desk, kind: str, changes: list[Change], on: datetime) -> list[int]:
    rows = []
    for one in changes:
        row = {column(name): _value(desk, kind, name, one.values[name]) for name in _written(kind, one)}
        if kind in MOVED:
            row |= {"body_id": desk.links.ours("body", one.values.get("body")), "changed_at": on}
        if kind == "meeting":
            row["checked_on"] = clock.local_day(on)
            row["title"] = row.get("title") or _body_name(row["body_id"])
        rows.append(row)
    found: list[int] = []
    for some in _alike(rows):
        statement = insert(MODELS[kind]).returning(table(kind).c.id, sort_by_parameter_order=True)
        found += db.session.scalars(statement, some)
    return found


def _alike(rows: list[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    """Cut rows into pieces whose rows have the same columns: one statement writes a piece."""
    some: list[dict[str, Any]] = []
    for row in rows:
        if some and (row.keys() != some[0].keys() or len(some) >= places.AT_ONCE):
            yield some
            some = []
        some.append(row)
    if some:
        yield some


def _change(desk: Desk, kind: str, changes: list[Change], on: datetime) -> None:
    """Write what is new, mark what is gone, and remember what the source says now."""
    named = [(one, desk.links.ids.get((kind, one.ident))) for one in changes]
    if kind == "seat":
        seats.change([(one, ours) for one, ours in named if ours and one.act in WRITTEN], desk.links, on)
    elif kind != "body":
        for one, ours in named:
            if one.act in WRITTEN:
                _write(desk, kind, one, ours or 0, on)
    if kind == "meeting":
        _checked([ours for one, ours in named if ours and one.act is not Act.GO], on)
    _origins(desk, [(one, ours) for one, ours in named if (kind, one.ident) in desk.adopted], on)
    _said(desk, [one for one in changes if (kind, one.ident) in desk.by_name], on)


def _write(desk: Desk, kind: str, one: Change, ours: int, on: datetime) -> None:
    """Write one row. What would not fit together any more is let go: an end without a beginning, the day to which a
    meeting was put off when it is not put off any more."""
    row = {column(name): _value(desk, kind, name, one.values[name]) for name in _written(kind, one)}
    kept = table(kind)
    row["gone_on"] = clock.local_day(on) if one.act is Act.GO else None
    if kind in MOVED:
        row["changed_at"] = on
    if kind == "meeting":
        row["sequence"] = kept.c.sequence + 1
        if row.get("starts", ...) is None:
            row["ends"] = None
        if "status" in row and row["status"] != "put-off":
            row["moved_to_id"] = None
    statement = update(kept).where(kept.c.id == ours)
    if "ends" in row and "starts" not in row:
        ends = row.pop("ends")
        db.session.execute(statement.where(kept.c.starts.is_not(None)).values(ends=ends))
    db.session.execute(statement.values(**row))


def _checked(ids: list[int], on: datetime) -> None:
    kept, today = table("meeting"), clock.local_day(on)
    for some in pieces(ids):
        db.session.execute(update(kept).where(kept.c.id.in_(some)).values(checked_on=today))


def _origins(desk: Desk, changes: list[tuple[Change, int | None]], on: datetime) -> None:
    """Remember where new things came from."""
    rows = [
        {"source_id": desk.source.id, "kind": one.kind, "ident": one.ident, "subject_id": ours, "left_out": False,
         "address": one.address, "fetched_at": on, "said": dict(one.said), "gone_on": None}
        for one, ours in changes
    ]  # fmt: skip
    for some in pieces(rows):
        db.session.execute(insert(Origin), some)


def _said(desk: Desk, changes: list[Change], on: datetime) -> None:
    """Remember what the source says now of what is known, and when it was fetched."""
    today = clock.local_day(on)
    rows: list[dict[str, Any]] = []
    seen: list[int] = []
    for one in changes:
        before = desk.by_name[one.kind, one.ident]
        if one.act is not Act.GO:
            seen.append(before.id)
        if one.act in WRITTEN or dict(one.said) != before.said:
            gone = today if one.act is Act.GO else None
            rows.append({"b_id": before.id, "b_said": dict(one.said), "b_gone": gone})
    kept = origins()
    statement = update(kept).where(kept.c.id == bindparam("b_id"))
    for some in pieces(rows):
        db.session.connection().execute(statement.values(said=bindparam("b_said"), gone_on=bindparam("b_gone")), some)
    for some in pieces(seen):
        db.session.execute(update(kept).where(kept.c.id.in_(some)).values(fetched_at=on))


def _written(kind: str, one: Change) -> list[str]:
    return [name for name in places.fields(kind) if name in one.values]


def _value(desk: Desk, kind: str, name: str, value: Any) -> Any:
    """A value of a record as its column takes it; our id for what it belongs to."""
    if FIELDS[kind][name][0] is As.REF:
        return desk.links.ours(name, value)
    return to_row(kind, name, value)


def _body_name(body_id: int) -> str:
    return str(db.session.scalar(select(Body.name).where(Body.id == body_id)) or "")
