"""Which of our issues a meeting has to do with, as far as their own steps say, or a person who joined them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, and_, exists, or_, select, union

from decisions.journeys.dates import about
from decisions.journeys.joining.near import before_meetings
from decisions.journeys.kinds import STAGE_WORDS, MoveKind, Stage
from decisions.journeys.models import JourneyIssue, JourneyNow, Move, Stop, StopNow
from decisions.meetings.models import Meeting
from forum.access import Shown
from forum.db import db
from forum.threads.models import Thread

MOST = 30
HEARD = (
    MoveKind.CONSIDERED,
    MoveKind.NOTED,
    MoveKind.DEFERRED,
    MoveKind.REFERRED,
    MoveKind.RECOMMENDED,
    MoveKind.RECOMMENDED_AGAINST,
    MoveKind.AGREED,
    MoveKind.AGREED_CHANGED,
    MoveKind.REFUSED,
)


@dataclass(frozen=True, slots=True)
class Touched:
    """An issue that a meeting has to do with. `topic` and `area` by the names in addresses."""

    id: int
    slug: str
    title: str
    stage: str | None  # none: nobody has started its steps
    topic: str
    area: str | None

    @property
    def words(self) -> str:
        """Where the issue is."""
        return STAGE_WORDS[Stage(self.stage or Stage.TALKING)]


def before(meeting: Meeting) -> list[Touched]:
    """Return the issues planned for the body on the day of a meeting, put on its agenda, talked about there, or joined
    with one of its items: one query. An open step counts by its next day, which moves when it is put off."""
    return before_each([meeting]).get(meeting.id, [])


def before_each(meetings: Iterable[Meeting]) -> dict[int, list[Touched]]:
    """Return the same for several meetings, by the meeting's id, each at most 30, the last active first: one query."""
    ids = [one.id for one in meetings]
    touching = union(_by_steps(ids), *before_meetings(ids)).subquery()
    on_page = touching.c.journey_id
    rows = (
        select(touching.c.meeting_id, Thread.id, Thread.slug, Thread.title, JourneyNow.stage, *about())
        .join(Thread, Thread.id == touching.c.thread_id)
        .outerjoin(JourneyIssue, and_(JourneyIssue.thread_id == Thread.id, JourneyIssue.journey_id == on_page))
        .outerjoin(JourneyNow, JourneyNow.journey_id == JourneyIssue.journey_id)
        .where(Thread.state == Shown.SHOWN)
        .order_by(Thread.last_post_at.desc(), Thread.id, JourneyIssue.place)
    )
    found: dict[int, dict[int, Touched]] = {}
    for meeting_id, *row in db.session.execute(rows):
        one = Touched(*row)
        found.setdefault(meeting_id, {}).setdefault(one.id, one)  # an issue may have two parts there
    return {meeting_id: list(every.values())[:MOST] for meeting_id, every in found.items()}


def _by_steps(meeting_ids: list[int]) -> Select[int, int, int]:
    """The issues whose steps some meetings have to do with, and the journey."""
    day = Meeting.day
    is_open = exists().where(StopNow.stop_id == Stop.id)
    open_then = exists().where(StopNow.stop_id == Stop.id, StopNow.due_on == day)
    moved = exists().where(Move.stop_id == Stop.id, Move.planned_on.is_not(None), Move.planned_on != day)
    planned = and_(Stop.planned_on == day, ~is_open, ~moved)
    agenda = exists().where(Move.stop_id == Stop.id, Move.kind == MoveKind.ON_AGENDA, Move.planned_on == day)
    heard = exists().where(Move.stop_id == Stop.id, Move.kind.in_(HEARD), Move.happened_on == day)
    return (
        select(Meeting.id.label("meeting_id"), JourneyIssue.thread_id, Stop.journey_id)
        .join(Stop, Stop.body_id == Meeting.body_id)
        .join(JourneyIssue, JourneyIssue.journey_id == Stop.journey_id)
        .where(Meeting.id.in_(meeting_ids), or_(open_then, planned, and_(agenda, ~is_open), heard))
    )
