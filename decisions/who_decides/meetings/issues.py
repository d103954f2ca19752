"""Which of our issues a meeting has to do with, as far as their own steps say, or a person who joined them."""

from dataclasses import dataclass

from sqlalchemy import and_, exists, or_, select

from decisions.journeys.joining.near import before_meeting
from decisions.journeys.kinds import STAGE_WORDS, MoveKind, Stage
from decisions.journeys.models import Journey, JourneyNow, Move, Stop, StopNow
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
    """An issue that a meeting has to do with."""

    id: int
    slug: str
    title: str
    stage: str | None  # none: nobody has started its steps

    @property
    def words(self) -> str:
        """Where the issue is."""
        return STAGE_WORDS[Stage(self.stage or Stage.TALKING)]


def before(meeting: Meeting) -> list[Touched]:
    """Return the issues planned for the body on the day of a meeting, put on its agenda, talked about there, or joined
    with one of its items: one query. An open step counts by its next day, which moves when it is put off."""
    day, here = meeting.day, Stop.body_id == meeting.body_id
    is_open = exists().where(StopNow.stop_id == Stop.id)
    open_then = exists().where(StopNow.stop_id == Stop.id, StopNow.due_on == day)
    moved = exists().where(Move.stop_id == Stop.id, Move.planned_on.is_not(None), Move.planned_on != day)
    planned = and_(Stop.planned_on == day, ~is_open, ~moved)
    agenda = exists().where(Move.stop_id == Stop.id, Move.kind == MoveKind.ON_AGENDA, Move.planned_on == day)
    heard = exists().where(Move.stop_id == Stop.id, Move.kind.in_(HEARD), Move.happened_on == day)
    journeys = select(Stop.journey_id).where(here, or_(open_then, planned, and_(agenda, ~is_open), heard))
    rows = (
        select(Thread.id, Thread.slug, Thread.title, JourneyNow.stage)
        .outerjoin(Journey, Journey.thread_id == Thread.id)
        .outerjoin(JourneyNow, JourneyNow.journey_id == Journey.id)
        .where(or_(Journey.id.in_(journeys), before_meeting(meeting.id)), Thread.state == Shown.SHOWN)
        .order_by(Thread.last_post_at.desc(), Thread.id)
        .limit(MOST)
    )
    return list({row.id: Touched(*row) for row in db.session.execute(rows)}.values())
