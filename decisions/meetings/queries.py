"""Find meetings, what is on their agendas, and what was decided."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import Select, and_, exists, or_, select

from decisions.bodies.models import Body
from decisions.meetings.kinds import GOES_AHEAD
from decisions.meetings.models import (
    AgendaItem,
    Attendance,
    Decision,
    DecisionVersion,
    Document,
    Meeting,
    RecordedVote,
    Series,
)
from forum.db import db

PAGE = 20
MOST = 1_000
Cursor = tuple[date, int]


@dataclass(slots=True)
class Around:
    """A meeting, the one it was put off to, and those that were put off to it."""

    meeting: Meeting
    to: Meeting | None = None
    before: list[Meeting] = field(default_factory=list)


def by_ids(ids: Iterable[int]) -> dict[int, Meeting]:
    """Return meetings by id, in one query."""
    return {one.id: one for one in db.session.scalars(select(Meeting).where(Meeting.id.in_(list(ids))))}


def all_ids() -> list[int]:
    """Return the ids of all meetings."""
    return list(db.session.scalars(select(Meeting.id).order_by(Meeting.id)))


def there_are() -> bool:
    """Whether there is any meeting."""
    return bool(db.session.scalar(select(exists().where(Meeting.id > 0))))


def around(meeting_id: int) -> Around | None:
    """Return a meeting with those that it was put off to and from: one query."""
    to = select(Meeting.moved_to_id).where(Meeting.id == meeting_id).scalar_subquery()
    near = or_(Meeting.id == meeting_id, Meeting.id == to, Meeting.moved_to_id == meeting_id)
    rows = list(db.session.scalars(select(Meeting).where(near).order_by(Meeting.day, Meeting.id)))
    here = next((one for one in rows if one.id == meeting_id), None)
    if here is None:
        return None
    moved = next((one for one in rows if one.id == here.moved_to_id), None)
    return Around(here, moved, [one for one in rows if one.moved_to_id == here.id])


def coming(today: date, *, body_id: int | None = None, after: Cursor | None = None, most: int = PAGE) -> list[Meeting]:
    """Return the meetings from today on, soonest first; `after` is the last one of the page before."""
    wanted = _of(body_id).where(Meeting.day >= today).order_by(Meeting.day, Meeting.id).limit(most + 1)
    if after is not None:
        day, number = after
        wanted = wanted.where(or_(Meeting.day > day, and_(Meeting.day == day, Meeting.id > number)))
    return list(db.session.scalars(wanted))


def past(today: date, *, body_id: int | None = None, before: Cursor | None = None, most: int = PAGE) -> list[Meeting]:
    """Return the meetings before today, the last first; `before` is the last one of the page before."""
    wanted = _of(body_id).where(Meeting.day < today).order_by(Meeting.day.desc(), Meeting.id.desc()).limit(most + 1)
    if before is not None:
        day, number = before
        wanted = wanted.where(or_(Meeting.day < day, and_(Meeting.day == day, Meeting.id < number)))
    return list(db.session.scalars(wanted))


def between(first: date, last: date, *, body_id: int | None = None) -> list[Meeting]:
    """Return the meetings of some days, both included."""
    wanted = _of(body_id).where(Meeting.day >= first, Meeting.day <= last)
    return list(db.session.scalars(wanted.order_by(Meeting.day, Meeting.starts, Meeting.id).limit(MOST)))


def for_calendar(today: date, *, body_id: int | None = None, back: int = 366) -> list[Meeting]:
    """Return the meetings of a calendar that people subscribe to: the last year's too, cancelled ones too."""
    wanted = _of(body_id).where(Meeting.day >= today - timedelta(days=back))
    return list(db.session.scalars(wanted.order_by(Meeting.day, Meeting.id).limit(MOST)))


def others_of(meeting: Meeting, today: date) -> list[Meeting]:
    """Return the body's other meetings that are to take place: one that is put off may be put together with one."""
    rows = coming(today, body_id=meeting.body_id, most=50)
    return [one for one in rows if one.id != meeting.id and one.status in GOES_AHEAD]


def bodies() -> list[Body]:
    """Return the bodies that have meetings here, by name."""
    return list(db.session.scalars(select(Body).where(Body.id.in_(select(Meeting.body_id))).order_by(Body.name)))


def body(slug: str) -> Body | None:
    """Return a body by the name in its address."""
    return db.session.scalar(select(Body).where(Body.slug == slug))


def items(meeting_id: int) -> list[AgendaItem]:
    """Return what is on an agenda, in its order."""
    wanted = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    return list(db.session.scalars(wanted.order_by(AgendaItem.position, AgendaItem.id)))


def papers(meeting_id: int) -> list[Document]:
    """Return the papers of a meeting."""
    wanted = select(Document).where(Document.meeting_id == meeting_id)
    return list(db.session.scalars(wanted.order_by(Document.published_on, Document.id)))


def attendance(meeting_id: int) -> list[Attendance]:
    """Return who was to be there, in the order in which they were written down."""
    wanted = select(Attendance).where(Attendance.meeting_id == meeting_id)
    return list(db.session.scalars(wanted.order_by(Attendance.id)))


def decided_at(meeting_id: int) -> list[Decision]:
    """Return what was decided at a meeting."""
    return list(db.session.scalars(select(Decision).where(Decision.meeting_id == meeting_id).order_by(Decision.id)))


def decisions_by_ids(ids: Iterable[int]) -> dict[int, Decision]:
    """Return decisions by id, in one query."""
    return {one.id: one for one in db.session.scalars(select(Decision).where(Decision.id.in_(list(ids))))}


def all_decision_ids() -> list[int]:
    """Return the ids of all decisions."""
    return list(db.session.scalars(select(Decision.id).order_by(Decision.id)))


def votes(decision_id: int) -> list[RecordedVote]:
    """Return how each member voted, where that was recorded."""
    wanted = select(RecordedVote).where(RecordedVote.decision_id == decision_id)
    return list(db.session.scalars(wanted.order_by(RecordedVote.id)))


def versions(decision_id: int) -> list[DecisionVersion]:
    """Return what a decision's page said before, the last first."""
    wanted = select(DecisionVersion).where(DecisionVersion.decision_id == decision_id)
    return list(db.session.scalars(wanted.order_by(DecisionVersion.number.desc())))


def all_series() -> list[Series]:
    """Return the series, by their bodies and titles."""
    return list(db.session.scalars(select(Series).join(Body).order_by(Body.name, Series.title, Series.id)))


def of_series(series_id: int) -> list[Meeting]:
    """Return the meetings that came from a series, by day."""
    wanted = select(Meeting).where(Meeting.series_id == series_id)
    return list(db.session.scalars(wanted.order_by(Meeting.day, Meeting.id)))


def _of(body_id: int | None) -> Select[Meeting]:
    return select(Meeting) if body_id is None else select(Meeting).where(Meeting.body_id == body_id)
