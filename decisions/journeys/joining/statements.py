"""The statements that fetch what an issue is joined with, for its page: rows of tables, put together once."""

from typing import Any

from sqlalchemy import Select, bindparam, func, or_, select

from decisions.bodies.models import Body
from decisions.journeys.joining.kinds import State
from decisions.journeys.joining.models import Joined
from decisions.meetings.models import AgendaItem, Decision, Meeting
from forum.threads.models import Thread

JOINED, ITEM, MEETING, DECISION = (one.__table__ for one in (Joined, AgendaItem, Meeting, Decision))
BODY, THREAD = Body.__table__, Thread.__table__
SHOWN = 12
STANDS = JOINED.c.state == State.JOINED

# Whether there is anything to ask for; in the first statement of the issue page.
COUNT = (
    select(func.count(JOINED.c.id)).where(JOINED.c.thread_id == THREAD.c.id, STANDS).correlate(THREAD).scalar_subquery()
)
# Each item with the day of its meeting, each decision with what its stage is computed from. The newest first.
DAY = func.coalesce(MEETING.c.day, DECISION.c.decided_on)
RECORDS: Select[Any] = (
    select(JOINED.c.item_id, JOINED.c.decision_id, DECISION.c.result, DECISION.c.in_principle, DECISION.c.decided_on)
    .add_columns(DECISION.c.published_on, DECISION.c.in_force_on, DECISION.c.carried_out_on)
    .add_columns(DECISION.c.call_in, DECISION.c.call_in_until, DAY.label("day"))
    .add_columns(func.coalesce(ITEM.c.title, DECISION.c.title).label("title"), BODY.c.short, BODY.c.name.label("body"))
    .add_columns(MEETING.c.id.label("meeting_id"), MEETING.c.status)
    .select_from(JOINED)
    .outerjoin(ITEM, ITEM.c.id == JOINED.c.item_id)
    .outerjoin(MEETING, MEETING.c.id == ITEM.c.meeting_id)
    .outerjoin(DECISION, DECISION.c.id == JOINED.c.decision_id)
    .outerjoin(BODY, or_(BODY.c.id == MEETING.c.body_id, BODY.c.id == DECISION.c.body_id))
    .where(JOINED.c.thread_id == bindparam("thread_id"), STANDS)
    .order_by(DAY.desc(), JOINED.c.id.desc())
    .limit(SHOWN)
)
