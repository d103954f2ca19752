"""Which of ours each id of a source means, and the way back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from decisions.bodies.models import Body
from decisions.imports.comparing import Name
from decisions.imports.models import Source
from decisions.meetings.models import Meeting
from forum.db import db

HERE = "here-"  # a meeting of ours, named by hand for a pasted text


@dataclass
class Links:
    """The ids of one source and ours. `body_id` where all that it has belongs to one body. Committees that are none
    of ours stand in `left_out`."""

    body_id: int | None
    ids: dict[Name, int] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    back: dict[tuple[str, int], str] = field(default_factory=dict)

    def add(self, kind: str, ident: str, ours: int) -> None:
        """Remember which of ours a record is."""
        self.ids[kind, ident] = ours
        self.back.setdefault((kind, ours), ident)

    def ours(self, kind: str, ident: Any) -> int | None:
        """Return our id of what a reference means; of a body, the source's own body where it has one."""
        if kind == "body" and self.body_id is not None:
            return self.body_id
        return self.ids.get((kind, ident)) if ident else None

    def theirs(self, kind: str, ours: int | None, said: Mapping[str, Any]) -> str | None:
        """Return the source's id of one of ours: the one that it said itself, if that means the same."""
        if ours is None:
            return None
        given = said.get(kind)
        if self.ours(kind, given) == ours:
            return str(given) if given else None
        return self.back.get((kind, ours), f"{HERE}{ours}")


def links_of(source: Source, origins: Iterable[Any]) -> Links:
    """Return what the records of a source are here. `origins` are rows of `Origin`."""
    made = Links(source.body_id)
    for one in origins:
        if one.subject_id is not None:
            made.add(one.kind, one.ident, one.subject_id)
        elif one.left_out:
            made.left_out.add(one.ident)
    if source.reader == "csv":  # whoever filled the table in wrote down the very name of one of our bodies
        for body_id, name in db.session.execute(select(Body.id, Body.name).where(Body.valid_to.is_(None))):
            if ("body", name) not in made.ids and name not in made.left_out:
                made.add("body", name, body_id)
    if source.reader == "text":
        for meeting_id in db.session.scalars(select(Meeting.id)):
            made.add("meeting", f"{HERE}{meeting_id}", meeting_id)
    return made
