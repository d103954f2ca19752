"""Tell those who follow a body of its meetings: planned, moved, called off, or with papers that are out.

What is to be told is read from the meetings themselves, each minute: so it is the same whether a person typed it, a
series laid it out or the council's own record brought it. The key of each notice says how the meeting stood, so each
standing is told once. A meeting that is far off is told when it comes near.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import exists, func, or_, select

from decisions.meetings.kinds import GOES_AHEAD, Paper, Status
from decisions.meetings.models import Document, Meeting
from forum import clock
from forum.db import begin_write, db
from forum.notifications.actions import tell
from forum.notifications.models import Follow, Notice

AHEAD = timedelta(days=35)
JUST_NOW = timedelta(days=2)  # a meeting that was moved far away is told too
MOST_A_DAY = 6  # of one body: a whole year's meetings may be brought in at once. What is called off is always told
BEFORE_IT = (Paper.AGENDA, Paper.REPORT)


@dataclass(frozen=True, slots=True)
class AsItStands:
    """How a meeting stands, as far as followers are told of it."""

    id: int
    body_id: int
    day: date
    status: str
    sequence: int
    papers: bool

    @property
    def key(self) -> str:
        """What is the same as long as there is nothing new to tell."""
        return f"meeting:{self.id}:{self.sequence}:{int(self.papers)}"

    @property
    def off(self) -> bool:
        """Whether it does not take place."""
        return self.status not in GOES_AHEAD


def tell_of_meetings(on: datetime) -> int:
    """Tell of each meeting of a followed body that stands as nobody was told yet. Returns how many were told of. Owns
    its transactions."""
    found = _standing(on)
    keys = [one.key for one in found]
    known = set(db.session.scalars(select(Notice.key).where(Notice.key.in_(keys)))) if keys else set()
    fresh = [one for one in found if one.key not in known]
    told = chosen(fresh, _told_today(on)) if fresh else []
    db.session.rollback()
    if not told:
        return 0
    begin_write()
    for one in told:
        tell(followed=("body", one.body_id), about=("meeting", one.id), not_to=None, key=one.key, on=on)
    db.session.commit()
    return len(told)


def chosen(fresh: list[AsItStands], told: dict[int, int]) -> list[AsItStands]:
    """Return what is told now: all that is called off, then what is soonest, at most some of each body a day. `told`:
    how many were told of each body in the last day (pure)."""
    counts = Counter(told)
    found = []
    for one in sorted(fresh, key=lambda one: (not one.off, one.day, one.id)):
        if one.off or counts[one.body_id] < MOST_A_DAY:
            found.append(one)
            counts[one.body_id] += 1
    return found


def _standing(on: datetime) -> list[AsItStands]:
    """The coming meetings of the bodies that somebody follows: those that are near, and those that just changed."""
    today = clock.local_day(on)
    followed = select(Follow.subject_id).where(Follow.kind == "body", Follow.confirmed_at.is_not(None))
    paper = exists().where(Document.meeting_id == Meeting.id, Document.kind.in_(BEFORE_IT), Document.gone_on.is_(None))
    near = Meeting.day <= today + AHEAD
    moved = (Meeting.sequence > 0) & (Meeting.changed_at >= on - JUST_NOW)
    columns = (Meeting.id, Meeting.body_id, Meeting.day, Meeting.status, Meeting.sequence)
    papers = func.coalesce(Meeting.agenda_on <= today, False) | paper
    rows = db.session.execute(
        select(*columns, papers).where(
            Meeting.body_id.in_(followed),
            Meeting.day >= today,
            Meeting.status != Status.HELD,
            Meeting.gone_on.is_(None),
            or_(near, moved),
        )
    )
    return [AsItStands(*row[:5], papers=bool(row[5])) for row in rows]


def _told_today(on: datetime) -> dict[int, int]:
    """How many of its meetings the followers of each body were told of in the last day."""
    since = (Notice.kind == "body") & (Notice.about_kind == "meeting") & (Notice.created_at > on - timedelta(days=1))
    rows = db.session.execute(select(Notice.subject_id, func.count()).where(since).group_by(Notice.subject_id))
    return dict(rows.all())
