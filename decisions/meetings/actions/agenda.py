"""What is on an agenda, and where its papers are."""

from datetime import date, datetime
from typing import TypedDict

from decisions.meetings import queries
from decisions.meetings.actions.holding import changed, hold
from decisions.meetings.models import AgendaItem, Document, Meeting
from decisions.meetings.rules import placed
from forum.access import Standing
from forum.db import db


class GivenItem(TypedDict):
    """What a facilitator types about an item, by the names of its columns."""

    number: str
    title: str
    heading: bool
    restricted: bool
    may_speak: bool
    agenda: str
    minutes: str
    plain: str


class GivenPaper(TypedDict):
    """What a facilitator types about a paper: where it is, never a copy of it."""

    item_id: int | None
    kind: str
    title: str
    url: str
    published_on: date | None
    restricted: bool


def add_item(meeting: Meeting, given: GivenItem, *, seen: str | None, by: Standing, on: datetime) -> AgendaItem:
    """Put something on an agenda, at its end. Raises Refusal."""
    hold(meeting, seen=seen, by=by)
    place = placed([one.position for one in queries.items(meeting.id)])
    made = AgendaItem(meeting_id=meeting.id, position=place, **given)
    db.session.add(made)
    db.session.flush()
    changed("added_item", meeting, by=by, on=on, item=made.id)
    return made


def change_item(item: AgendaItem, given: GivenItem, *, seen: str | None, by: Standing, on: datetime) -> None:
    """Change what is said of an item. Raises Refusal."""
    hold(item.meeting, seen=seen, by=by)
    for name, value in given.items():
        setattr(item, name, value)
    changed("changed_item", item.meeting, by=by, on=on, item=item.id)


def remove_item(item: AgendaItem, *, seen: str | None, by: Standing, on: datetime) -> None:
    """Take an item off an agenda: it was put there by mistake. Raises Refusal."""
    meeting, number = item.meeting, item.id
    hold(meeting, seen=seen, by=by)
    db.session.delete(item)
    changed("removed_item", meeting, by=by, on=on, item=number)


def add_paper(meeting: Meeting, given: GivenPaper, *, seen: str | None, by: Standing, on: datetime) -> Document:
    """Say where a paper is. Raises Refusal."""
    hold(meeting, seen=seen, by=by)
    made = Document(meeting_id=meeting.id, **given)
    db.session.add(made)
    db.session.flush()
    changed("added_paper", meeting, by=by, on=on, paper=made.id)
    return made


def remove_paper(paper: Document, meeting: Meeting, *, by: Standing, on: datetime) -> None:
    """Take a link to a paper off. Raises Refusal."""
    hold(meeting, seen=None, by=by)
    number = paper.id
    db.session.delete(paper)
    changed("removed_paper", meeting, by=by, on=on, paper=number)
