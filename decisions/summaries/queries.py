"""Find summaries: the one that is shown, those that wait, those that were."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, func, or_, select

from decisions.meetings.models import Document
from decisions.summaries.about import ISSUE, About
from decisions.summaries.models import NOW, Summary
from forum.access import Shown
from forum.db import db
from forum.people.models import Byline
from forum.threads.models import Thread

NEWEST = (Summary.created_at.desc(), Summary.id.desc())


def by_ids(ids: Iterable[int]) -> dict[int, Summary]:
    """Return summaries by id."""
    return {one.id: one for one in db.session.scalars(select(Summary).where(Summary.id.in_(list(ids))))}


def of(about: About) -> list[Summary]:
    """Return all summaries of a thing, the newest first."""
    column = Summary.thread_id if about.kind == ISSUE else Summary.document_id
    return list(db.session.scalars(select(Summary).where(column == about.id).order_by(*NEWEST)))


def of_papers(meeting_id: int) -> dict[int, Summary]:
    """Return the summaries that are shown of the papers of a meeting, by paper: one query."""
    here = select(Summary).join(Document, Document.id == Summary.document_id).where(Document.meeting_id == meeting_id)
    found = db.session.scalars(here.where(NOW, Summary.state == Shown.SHOWN))
    return {one.document_id: one for one in found if one.document_id is not None}


def waiting() -> list[Summary]:
    """Return the summaries that wait for a facilitator, the oldest first; of issues that all can see."""
    return list(db.session.scalars(_waiting(Summary).order_by(Summary.created_at, Summary.id).limit(50)))


def count_waiting() -> Select[Any]:
    """Return a statement that counts them."""
    return _waiting(func.count(Summary.id))


def written_by(person_id: int) -> list[Summary]:
    """Return what a person wrote, the oldest first."""
    mine = select(Byline.id).where(Byline.person_id == person_id)
    return list(db.session.scalars(select(Summary).where(Summary.byline_id.in_(mine)).order_by(Summary.id)))


def _waiting(what: Any) -> Select[Any]:
    seen = or_(Summary.thread_id.is_(None), Thread.state == Shown.SHOWN)
    offered = (Summary.picked_at.is_(None), Summary.dropped_at.is_(None), Summary.state == Shown.SHOWN)
    here: Select[Any] = select(what).select_from(Summary)
    return here.outerjoin(Thread, Thread.id == Summary.thread_id).where(*offered, seen)
