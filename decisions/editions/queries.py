"""Find editions: for the page of an issue as rows, else as objects."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, bindparam, exists, func, select

from decisions.editions.models import Edition, EditionFile
from forum.access import Shown
from forum.db import db
from forum.people.models import Byline
from forum.threads.models import Thread

EDITION, THREAD = Edition.__table__, Thread.__table__
# Put together once: the page of an issue asks it for every reader, if there are any.
OF_ISSUE: Select[Any] = (
    select(EDITION.c.id, EDITION.c.post_id, EDITION.c.sort, EDITION.c.language, EDITION.c.lang, EDITION.c.media)
    .add_columns(EDITION.c.size, EDITION.c.made_by)
    .where(EDITION.c.thread_id == bindparam("thread_id"), EDITION.c.state == Shown.SHOWN)
    .order_by(EDITION.c.sort, EDITION.c.id)
)
HAS_SOME = exists().where(EDITION.c.thread_id == THREAD.c.id, EDITION.c.state == Shown.SHOWN).correlate(THREAD)


def by_ids(ids: Iterable[int]) -> dict[int, Edition]:
    """Return editions by id."""
    return {one.id: one for one in db.session.scalars(select(Edition).where(Edition.id.in_(list(ids))))}


def count(thread_id: int) -> int:
    """Return how many editions an issue and its answers have."""
    here = (Edition.thread_id == thread_id) & (Edition.state == Shown.SHOWN)
    return db.session.scalar(select(func.count(Edition.id)).where(here)) or 0


def content(edition_id: int) -> bytes:
    """Return the file of an edition; nothing when it has none."""
    found = db.session.scalar(select(EditionFile.content).where(EditionFile.edition_id == edition_id))
    return bytes(found or b"")


def put_here_by(person_id: int) -> list[Edition]:
    """Return what a person put here, the oldest first."""
    mine = select(Byline.id).where(Byline.person_id == person_id)
    return list(db.session.scalars(select(Edition).where(Edition.byline_id.in_(mine)).order_by(Edition.id)))
