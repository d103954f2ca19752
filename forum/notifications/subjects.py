"""Follows in the table of kinds: for export and erasing. Nobody sees another person's."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from forum import clock
from forum.access import Standing
from forum.db import db
from forum.notifications import actions, queries
from forum.notifications.models import Follow
from forum.refusal import Refusal
from forum.say import N_, _
from forum.subjects import Subject


def load(ids: Iterable[int]) -> Mapping[int, Follow]:
    """Load follows by id."""
    return {row.id: row for row in db.session.scalars(select(Follow).where(Follow.id.in_(list(ids))))}


def may_see(who: Standing, row: Follow) -> Refusal | None:
    """Whether somebody may know of a follow: their own alone."""
    own = who.person_id is not None and row.person_id == who.person_id
    return None if own else Refusal(N_("This is somebody else’s."))


def export_for(person_id: int) -> list[dict[str, Any]]:
    """Return what a person follows, and since when."""
    return [
        {"kind": row.kind, "id": row.subject_id, "since": row.created_at.isoformat()}
        for row in queries.all_of(person_id)
    ]


FOLLOW = Subject(
    kind="follow",
    load=load,
    may_see=may_see,
    title=lambda _row: _("What I follow"),
    address=lambda _row: ("people.me", {}),
    author_id=lambda row: row.person_id,
    erase=lambda person_id: actions.forget(person_id, on=clock.now()),
    export_for=export_for,
)
