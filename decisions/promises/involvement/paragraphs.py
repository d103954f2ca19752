"""A facilitator's own words beside the headings of a record: kept with every version. Callers commit."""

from datetime import datetime

from sqlalchemy import func, select

from decisions.promises.involvement.models import Paragraph
from forum.access import FACILITATOR, Standing
from forum.db import db
from forum.history.actions import record
from forum.refusal import raise_if
from forum.threads.signing import own


def write(about: str, about_id: int, heading: str, text: str, *, by: Standing, on: datetime) -> Paragraph:
    """Write a new version of the words beside a heading; an empty one takes them off. Raises Refusal."""
    raise_if(FACILITATOR.check(by))
    here = (Paragraph.about == about) & (Paragraph.about_id == about_id) & (Paragraph.heading == heading)
    last = db.session.scalar(select(func.max(Paragraph.number)).where(here)) or 0
    made = Paragraph(
        about=about, about_id=about_id, heading=heading, number=last + 1, text=text, byline_id=own(by).id, created_at=on
    )
    db.session.add(made)
    db.session.flush()
    record("wrote_paragraph", ("paragraph", made.id), by=by.person_id, on=on, number=made.number)
    return made


def versions(about: str, about_id: int, heading: str) -> list[Paragraph]:
    """Return what was written beside a heading, the newest first."""
    here = (Paragraph.about == about) & (Paragraph.about_id == about_id) & (Paragraph.heading == heading)
    return list(db.session.scalars(select(Paragraph).where(here).order_by(Paragraph.number.desc())))


def newest(about: str, about_id: int) -> dict[str, Paragraph]:
    """Return what stands beside each heading of a record now; nothing for one that was taken off. One query."""
    here = select(Paragraph).where(Paragraph.about == about, Paragraph.about_id == about_id)
    found = {one.heading: one for one in db.session.scalars(here.order_by(Paragraph.number))}
    return {heading: one for heading, one in found.items() if one.text}
