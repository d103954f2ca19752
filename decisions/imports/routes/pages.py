"""The blueprint of these pages, and how they find what they show."""

from datetime import timedelta

from flask import Blueprint, abort
from sqlalchemy import select

from decisions.imports import queries
from decisions.imports.models import Brought, Origin, Source
from decisions.meetings.models import Meeting
from forum import clock
from forum.db import db

pages = Blueprint("imports", __name__)
NEAR = timedelta(days=200)
MOST_MEETINGS = 400


def source_or_404(id: int) -> Source:
    """Return a source, or answer that there is no such page."""
    return queries.by_ids([id]).get(id) or abort(404)


def brought_or_404(id: int) -> Brought:
    """Return something that was brought, or answer that there is no such page."""
    return queries.brought_here(id) or abort(404)


def body_or_404(id: int, origin: int) -> tuple[Source, Origin]:
    """Return a body of a source, or answer that there is no such page."""
    source = source_or_404(id)
    return source, queries.body_here(source.id, origin) or abort(404)


def meetings_near(source: Source) -> list[Meeting]:
    """Return the meetings that a text may belong to: those of the source's body, near today."""
    today = clock.today()
    query = select(Meeting).where(Meeting.day.between(today - NEAR, today + NEAR), Meeting.gone_on.is_(None))
    if source.body_id is not None:
        query = query.where(Meeting.body_id == source.body_id)
    return list(db.session.scalars(query.order_by(Meeting.day, Meeting.id).limit(MOST_MEETINGS)))
