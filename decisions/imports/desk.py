"""All that one reading is compared with, laid out once: what is known of the source, what its ids mean here, and what
stands here now."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import RowMapping, select

from decisions.imports import places, seats
from decisions.imports.adopting import adopt
from decisions.imports.comparing import Gathered, Known, Name, Plan, compare
from decisions.imports.links import links_of
from decisions.imports.models import Origin, Source
from decisions.imports.places import MODELS, REFS, column
from decisions.imports.placing import Waiting, place
from decisions.imports.shape import KINDS
from forum.db import db

NEEDED = (Origin.id, Origin.kind, Origin.ident, Origin.subject_id, Origin.said, Origin.gone_on, Origin.left_out)


class Desk:
    """All that one reading is compared with: what is known of the source, and what its ids mean here."""

    def __init__(self, source: Source, gathered: Gathered) -> None:
        self.source = source
        self.origins = list(db.session.execute(select(*NEEDED).where(Origin.source_id == source.id)))
        self.by_name = {(one.kind, one.ident): one for one in self.origins}
        self.rows = {kind: {row["id"]: row for row in places.rows(kind, self._ids(kind))} for kind in MODELS}
        removed = {(one.kind, one.ident) for one in self.origins if self._is_removed(one)}
        self.links = links_of(source, [one for one in self.origins if (one.kind, one.ident) not in removed])
        self.gathered, self.waiting = place(_without(gathered, removed), self.links)
        self.adopted = adopt(self.gathered.records, self.links, source)
        known = self._known() | {name: one for name, (_ours, one) in self.adopted.items()}
        self.plan = compare(self.gathered, known)

    def _ids(self, kind: str) -> list[int]:
        return [one.subject_id for one in self.origins if one.kind == kind and one.subject_id is not None]

    def _is_removed(self, one: Any) -> bool:
        """Whether a person took a thing away here: then it stays away."""
        return one.kind in MODELS and one.subject_id not in self.rows[one.kind]

    def _known(self) -> dict[Name, Known]:
        here: dict[str, dict[int, dict[str, Any]]] = {}
        for kind in KINDS:
            of = {one.subject_id: one.said for one in self.origins if one.kind == kind and one.subject_id is not None}
            if kind == "seat":
                here[kind] = seats.here(of, self.links, of)
            elif kind in MODELS:
                here[kind] = {ours: self._here(kind, row, of[ours]) for ours, row in self.rows[kind].items()}
        return {
            (one.kind, one.ident): Known(
                one.said, here.get(one.kind, {}).get(one.subject_id or 0), one.gone_on is not None
            )
            for one in self.origins
        }

    def _here(self, kind: str, row: RowMapping, said: Mapping[str, Any]) -> dict[str, Any]:
        found = {}
        for name in places.fields(kind):
            value = row[column(name)]
            found[name] = self.links.theirs(name, value, said) if name in REFS else places.from_row(value)
        return found


def _without(gathered: Gathered, removed: set[Name]) -> Gathered:
    """Leave some records aside, as if they were not brought in; what belongs to them goes with them."""
    kept = {name: record for name, record in gathered.records.items() if name not in removed}
    return replace(gathered, records=kept, aside=gathered.aside | removed)


def look(source: Source, gathered: Gathered) -> tuple[Plan, list[Waiting]]:
    """Return what keeping would do, and the bodies that somebody has to match first. Nothing is changed."""
    desk = Desk(source, gathered)
    return desk.plan, desk.waiting
