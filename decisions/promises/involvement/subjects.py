"""A facilitator's paragraphs in the table of kinds, and in the public log."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from decisions.promises.involvement.models import Paragraph
from decisions.promises.involvement.words import HEADINGS
from forum.db import db
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.people.models import Byline
from forum.people.queries import owner_of
from forum.say import N_, Link, Sentence, _
from forum.subjects import Subject

WROTE = "wrote_paragraph"


def load(ids: Iterable[int]) -> Mapping[int, Paragraph]:
    """Return paragraphs by id."""
    return {one.id: one for one in db.session.scalars(select(Paragraph).where(Paragraph.id.in_(list(ids))))}


def entries(events: Sequence[Event]) -> Mapping[int, Entry]:
    """Put into words that somebody who helps run this wrote beside a heading, by the id of the event."""
    rows = load(one.subject_id for one in events)
    text = N_("We wrote our own words beside “%(heading)s” in a record: %(where)s")
    found = {}
    for one in events:
        if (row := rows.get(one.subject_id)) is not None:
            where = Link(_("the record"), "promises.record", {"about": row.about, "id": row.about_id})
            values = {"heading": Sentence(HEADINGS[row.heading]), "where": where}
            found[one.id] = Entry(one.at, Sentence(text, values))
    return found


def _export(person_id: int) -> list[dict[str, Any]]:
    mine = select(Byline.id).where(Byline.person_id == person_id)
    rows = db.session.scalars(select(Paragraph).where(Paragraph.byline_id.in_(mine)).order_by(Paragraph.id))
    return [{"heading": one.heading, "text": one.text, "at": one.created_at.isoformat()} for one in rows]


PARAGRAPH = Subject(
    kind="paragraph",
    load=load,
    may_see=lambda _who, _row: None,  # it stands on a page that all can read
    title=lambda row: _(HEADINGS[row.heading]),
    address=lambda row: ("promises.record", {"about": row.about, "id": row.about_id}),
    author_id=lambda row: owner_of(row.byline_id),
    words=lambda row: row.text,
    erase=lambda _person_id: None,  # it stays, under the name that people keep of somebody who left
    export_for=_export,
)
