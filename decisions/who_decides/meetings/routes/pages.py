"""The blueprint, and how its pages load what they show."""

from flask import Blueprint, abort, request

from decisions.bodies.models import Body
from decisions.meetings import queries
from decisions.meetings.models import AgendaItem, Decision, Document, Meeting, Series
from decisions.who_decides.routes.pages import NAME
from forum.db import db

pages = Blueprint("meetings", __name__)


def meeting_here(meeting_id: int) -> Meeting:
    """Return a meeting; else there is no such page."""
    return queries.by_ids([meeting_id]).get(meeting_id) or abort(404)


def item_here(meeting: Meeting, item_id: int) -> AgendaItem:
    """Return an item of this meeting; else there is no such page."""
    item = db.session.get(AgendaItem, item_id)
    return item if item is not None and item.meeting_id == meeting.id else abort(404)


def paper_here(meeting: Meeting, paper_id: int) -> Document | None:
    """Return a paper of this meeting, or nothing when it was taken off before; one of another is not there."""
    paper = db.session.get(Document, paper_id)
    return paper if paper is None or paper.meeting_id == meeting.id else abort(404)


def decision_here(decision_id: int) -> Decision:
    """Return a decision; else there is no such page."""
    return queries.decisions_by_ids([decision_id]).get(decision_id) or abort(404)


def series_here(series_id: int) -> Series:
    """Return a series; else there is no such page."""
    return db.session.get(Series, series_id) or abort(404)


def body_asked(found: list[Body]) -> Body | None:
    """Return the body that the address asks for, one without meetings too. One that is not there is no page."""
    slug = request.args.get("body", "")
    if not slug:
        return None
    here = next((one for one in found if one.slug == slug), None)
    return here or (queries.body(slug) if NAME.fullmatch(slug) else None) or abort(404)
