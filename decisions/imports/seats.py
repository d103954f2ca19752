"""Seats on bodies that a source tells of. They are entries of who decides what, as those of packs are: so that people
change them in the same place, and earlier versions stay."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from decisions.bodies.models import Body
from decisions.imports.comparing import Act, Change, Name
from decisions.imports.links import Links
from decisions.imports.models import Origin
from decisions.imports.records import Record
from decisions.packs.loading import put
from decisions.packs.models import Entry
from decisions.packs.queries import place
from forum import clock
from forum.db import db
from forum.history.actions import record
from forum.threads.slugs import slug

FIELDS = ("holder", "role", "area", "party", "from", "to")


def here(ids: Iterable[int], links: Links, said: Mapping[int, Mapping[str, Any]]) -> dict[int, dict[str, Any]]:
    """Return what stands here of seats, by id, in the words of the source."""
    wanted, slugs = sorted(set(ids)), _bodies()
    by_slug = {slug: body_id for body_id, slug in slugs.items()}
    rows = [one for one in db.session.scalars(select(Entry).where(Entry.kind == "seat")) if one.id in set(wanted)]
    found = {}
    for row in rows:
        body = links.theirs("body", by_slug.get(str(row.data.get("body"))), said[row.id])
        found[row.id] = {"body": body, **{name: row.data.get(name) for name in FIELDS}}
    return found


def known_again(records: Mapping[Name, Record], links: Links, source_id: int) -> dict[Name, tuple[int, dict[str, Any]]]:
    """Return which new seats stand here already, as a pack or another source told of them: of the same body, held by
    the same person in the same role; and what stands here of them. Each stands for one alone."""
    new = {name: one for name, one in records.items() if name[0] == "seat" and name not in links.ids}
    if not new:
        return {}
    slugs = _bodies()
    mine = select(Origin.subject_id).where(Origin.source_id == source_id, Origin.kind == "seat")
    mine = mine.where(Origin.subject_id.is_not(None))
    rows = db.session.scalars(select(Entry).where(Entry.kind == "seat", Entry.id.not_in(mine)).order_by(Entry.id))
    there: dict[tuple[str, ...], list[Entry]] = {}
    for row in rows:
        there.setdefault(_who(str(row.data.get("body", "")), row.data), []).append(row)
    found = {}
    for name, one in new.items():
        same = there.get(_who(slugs.get(links.ours("body", one.values.get("body")) or 0, ""), one.values))
        if same:
            row = same.pop(0)
            found[name] = (row.id, {"body": one.values.get("body"), **{each: row.data.get(each) for each in FIELDS}})
            links.add("seat", name[1], row.id)
    return found


def _who(body: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    return (body, *(" ".join(str(values.get(name) or "").casefold().split()) for name in ("holder", "role")))


def add(changes: list[Change], links: Links, source: str, on: datetime) -> dict[str, int]:
    """Add seats. Returns their ids by those of the source."""
    slugs, ours = _bodies(), place()
    made = {}
    for one in changes:
        data = _document(one, one.values, slugs, links)
        ident = f"{slug(one.title, 'seat')[:40].strip('-')}-{hashlib.sha256(one.ident.encode()).hexdigest()[:12]}"
        data |= {"id": ident, "name": _name(data), "source": source, "checked": clock.local_day(on).isoformat()}
        row = db.session.scalar(select(Entry).where(Entry.kind == "seat", Entry.ident == ident))
        if row is None:
            row = Entry(kind="seat", ident=ident, pack=ours.ident if ours else "", data={}, loaded=None, number=0)
        _put(row, data, on)
        made[one.ident] = row.id
    return made


def change(changes: Iterable[tuple[Change, int]], links: Links, on: datetime) -> None:
    """Write what is new of seats; end those that are gone, and let those begin again that are back."""
    slugs = _bodies()
    for one, seat_id in changes:
        row = db.session.get_one(Entry, seat_id)
        data = {**row.data, **_document(one, one.values, slugs, links)}
        if one.act is Act.GO:
            data["valid_to"] = clock.local_day(on).isoformat()
        elif one.act is Act.RETURN:
            data.pop("valid_to", None)
        data["name"] = row.data["name"] if row.data.get("name") != _name(row.data) else _name(data)
        data = {name: value for name, value in data.items() if value not in (None, "")}
        if data != row.data:
            _put(row, data, on)


def _put(row: Entry, data: dict[str, Any], on: datetime) -> None:
    put(row, data, "loaded", on=on)
    db.session.flush()
    record("entry_loaded", ("entry", row.id), by=None, on=on, number=row.number)


def _document(one: Change, values: Mapping[str, Any], slugs: Mapping[int, str], links: Links) -> dict[str, Any]:
    data = {name: values[name] for name in FIELDS if name in values}
    if "body" in values:
        data["body"] = slugs.get(links.ours("body", values["body"]) or 0, "")
    return data if one.act is not Act.ADD else {name: value for name, value in data.items() if value}


def _name(data: Mapping[str, Any]) -> str:
    return ", ".join(str(data[name]) for name in ("role", "holder") if data.get(name))[:200]


def _bodies() -> dict[int, str]:
    return dict(db.session.execute(select(Body.id, Body.slug)).all())
