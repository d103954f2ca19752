"""Know a thing again that stands here already: typed in by hand, laid out by a series, or brought in from elsewhere.

Without this the same meeting would stand here twice. What a person wrote of it stays; what is empty is filled in.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, and_, select

from decisions.imports import seats
from decisions.imports.comparing import Known, Name
from decisions.imports.links import Links
from decisions.imports.models import Origin, Source
from decisions.imports.places import column, fields, from_row, pieces, table
from decisions.imports.records import Record
from forum.db import db

EMPTY = ("planned", False, "unknown", "expected")  # what stands here before anybody has said anything
OWNERS = {"meeting": "body", "item": "meeting", "document": "meeting", "attendance": "meeting", "decision": "body"}
Row = RowMapping
Adopted = dict[Name, tuple[int, Known]]


def adopt(records: Mapping[Name, Record], links: Links, source: Source) -> Adopted:
    """Return which new records are things that stand here already, and what stands here of them."""
    found: Adopted = {}
    for kind, owner in OWNERS.items():
        wanted: dict[int, list[Record]] = {}
        for name, record in records.items():
            if name[0] == kind and name not in links.ids:
                ours = links.ours(owner, record.values.get(owner))
                if ours is not None:
                    wanted.setdefault(ours, []).append(record)
        for row in _candidates(kind, owner, wanted, source):
            listed = wanted[row[column(owner)]]
            meant = next((one for one in listed if _is_it(kind, one.values, row, source.reader)), None)
            if meant is not None:
                listed.remove(meant)
                found[kind, meant.ident] = (row["id"], Known({}, _here(meant, row)))
                links.add(kind, meant.ident, row["id"])
    for name, (ours, here) in seats.known_again(records, links, source.id).items():
        found[name] = (ours, Known({}, here))
    return found


def _is_it(kind: str, values: Mapping[str, Any], row: Row, reader: str) -> bool:
    """Whether a row is what a record means. Two meetings of a body on a day are told apart by their hours; the items
    of a text by their numbers too, since minutes word a title anew."""
    if kind == "meeting":
        hours = (values.get("starts"), from_row(row["starts"]))
        return values.get("day") == row["day"].isoformat() and (None in hours or hours[0] == hours[1])
    if kind == "document":
        return bool(values.get("title") == row["title"] and (values.get("url") or "") == row["url"])
    if kind == "attendance":
        return bool(values.get("name") == row["name"])
    same_title: bool = _flat(values.get("title")) == _flat(row["title"])
    if kind == "item":
        same_number = reader == "text" and values.get("number") and values.get("number") == row["number"]
        return bool(same_title or same_number)
    return same_title and bool(values.get("decided_on") == from_row(row["decided_on"]))


def _candidates(kind: str, owner: str, wanted: Mapping[int, list[Record]], source: Source) -> Iterator[Row]:
    """Yield rows that may be meant: of the same bodies or meetings, and not known from this source already."""
    kept = table(kind)
    mine = select(Origin.subject_id).where(Origin.source_id == source.id, Origin.kind == kind)
    mine = mine.where(Origin.subject_id.is_not(None))
    days = [one.values["day"] for listed in wanted.values() for one in listed if one.values.get("day")]
    for some in pieces(sorted(wanted)):
        here = and_(kept.c[column(owner)].in_(some), kept.c.id.not_in(mine))
        if kind == "meeting":
            if not days:
                return
            here = and_(here, kept.c.day.between(date.fromisoformat(min(days)), date.fromisoformat(max(days))))
        yield from db.session.execute(select(kept).where(here).order_by(kept.c.id)).mappings().all()


def _here(record: Record, row: Row) -> dict[str, Any]:
    """What stands here, in the words of the source. Where it stands and what it belongs to is as the source says."""
    here = {name: from_row(row[column(name)]) for name in fields(record.kind) if column(name) == name}
    said = record.values
    here = {name: None if value in EMPTY and value != said.get(name) else value for name, value in here.items()}
    return {**here, **{name: said.get(name) for name in ("body", "meeting", "item", "position")}}


def _flat(value: Any) -> Any:
    return " ".join(value.casefold().split()) if isinstance(value, str) else value
