"""What an entry said before: its versions put side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from decisions.packs import queries, schema, typed
from decisions.packs.diff import changed_keys
from decisions.packs.kept import from_json
from decisions.packs.merge import Document
from decisions.packs.models import Entry, EntryVersion
from forum.db import db
from forum.people.models import Byline
from forum.say import N_

DONE = {
    "loaded": N_("The pack said so"),
    "edited": N_("Changed"),
    "taken": N_("The pack’s words were taken again"),
    "ended": N_("It ended"),
    "checked": N_("Checked"),
    "added": N_("Added"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One key that differs: what it said, and what it says then, each as text of several lines."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One change of an entry: when, what was done, by whom, why, and what differs."""

    at: datetime
    done: str
    by: Byline | None
    reason: str
    differences: Sequence[Difference]


def steps(row: Entry) -> list[Step]:
    """Return the changes of an entry, the newest first: two queries."""
    found = queries.versions(row.id)
    wanted = select(Byline).where(Byline.id.in_([one.byline_id for one in found if one.byline_id]))
    bylines = {one.id: one for one in db.session.scalars(wanted)}
    befores: list[EntryVersion | None] = [*found[1:], None][: len(found)]
    return [
        Step(one.at, DONE[one.verb], bylines.get(one.byline_id or 0), one.reason, _between(row.kind, before, one))
        for one, before in zip(found, befores, strict=True)
    ]


def since(row: Entry, seen: int) -> list[Difference]:
    """Return what others changed in an entry since a version that somebody saw."""
    before = next((one for one in queries.versions(row.id) if one.number == seen), None)
    return differences(row.kind, before.data, row.data) if before else []


def differences(kind: str, before: Document, after: Document) -> list[Difference]:
    """Return where two documents of a kind differ; both as they are kept."""
    said = [lines(kind, one) for one in (before, after)]
    return [Difference(key, said[0].get(key, ""), said[1].get(key, "")) for key in changed_keys(before, after)]


def _between(kind: str, before: EntryVersion | None, after: EntryVersion) -> list[Difference]:
    return differences(kind, before.data, after.data) if before else []


def lines(kind: str, kept: Document) -> dict[str, str]:
    """Return each key of a document as text; lists and tables stand on lines of their own."""
    keys = schema.kind(kind).keys
    shown = typed.from_document(from_json(kind, kept), keys)
    return {name: "\n".join(_told(value)) for name, value in shown.items() if name in kept}


def _told(value: Any, level: int = 0) -> list[str]:
    if isinstance(value, dict):
        return [line for one in value.values() if one for line in _told(one, level)]
    if isinstance(value, list):
        return [line for at, one in enumerate(value, 1) for line in _numbered(at, _told(one, level + 1))]
    return str(value).split("\n") if value else []


def _numbered(at: int, found: list[str]) -> list[str]:
    return [f"{at}. {found[0]}", *(f"   {line}" for line in found[1:])] if found else []
