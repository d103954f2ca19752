"""Find the joins that have to do with a meeting, with decisions, or with anything that changed."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from decisions.journeys.joining.kinds import State
from decisions.journeys.joining.models import Joined
from decisions.journeys.models import Journey, JourneyIssue, Move
from decisions.meetings.models import AgendaItem, Decision
from forum.access import Shown
from forum.db import db
from forum.threads.models import Thread


def of_meeting(meeting_id: int) -> list[Joined]:
    """Return what is joined with the items of a meeting, and what may be: of issues that all can see."""
    items = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id)
    return _shown(Joined.item_id.in_(items))


def of_decision(decision: Decision) -> list[Joined]:
    """Return what is joined with a decision or with its item, and what may be: of issues that all can see."""
    here = Joined.decision_id == decision.id
    return _shown(or_(here, Joined.item_id == decision.item_id) if decision.item_id is not None else here)


def touching(decision_ids: Any) -> Select[int]:
    """Choose the issues that are joined with some decisions or with the items of those. `decision_ids`: a subquery or
    a list."""
    items = select(Decision.item_id).where(Decision.id.in_(decision_ids), Decision.item_id.is_not(None))
    here = or_(Joined.decision_id.in_(decision_ids), Joined.item_id.in_(items))
    return select(Joined.thread_id).where(Joined.state == State.JOINED, here)


def before_meetings(meeting_ids: list[int]) -> tuple[Select[Any, int, int], ...]:
    """Choose the issues that are joined with an item of some meetings, or with what was decided there: the meeting, the
    issue, and the first journey on its page."""
    joined = select(Joined.thread_id, JourneyIssue.journey_id).outerjoin(
        JourneyIssue, and_(JourneyIssue.thread_id == Joined.thread_id, JourneyIssue.place == 1)
    )
    items = joined.join(AgendaItem, AgendaItem.id == Joined.item_id).with_only_columns(
        AgendaItem.meeting_id, Joined.thread_id, JourneyIssue.journey_id
    )
    decided = joined.join(Decision, Decision.id == Joined.decision_id).with_only_columns(
        Decision.meeting_id, Joined.thread_id, JourneyIssue.journey_id
    )
    return (
        items.where(Joined.state == State.JOINED, AgendaItem.meeting_id.in_(meeting_ids)),
        decided.where(Joined.state == State.JOINED, Decision.meeting_id.in_(meeting_ids)),
    )


def joined_to(kind: str, subject_id: int) -> list[Joined]:
    """Return the joins that have to do with something that changed: a meeting, a decision, a journey or a move."""
    joined = Joined.state == State.JOINED
    if kind == "meeting":
        items = select(AgendaItem.id).where(AgendaItem.meeting_id == subject_id)
        decided = select(Decision.id).where(Decision.meeting_id == subject_id)
        here: ColumnElement[bool] = or_(Joined.item_id.in_(items), Joined.decision_id.in_(decided))
    elif kind == "decision":
        item = select(Decision.item_id).where(Decision.id == subject_id, Decision.item_id.is_not(None))
        here = or_(Joined.decision_id == subject_id, Joined.item_id.in_(item))
    else:
        at = Journey.id == subject_id
        if kind == "move":
            at = Journey.id.in_(select(Move.journey_id).where(Move.id == subject_id))
        here = Joined.thread_id.in_(select(JourneyIssue.thread_id).join(Journey).where(at))
    return list(db.session.scalars(select(Joined).where(and_(joined, here)).order_by(Joined.id)))


def _shown(here: ColumnElement[bool]) -> list[Joined]:
    wanted = Joined.state.in_((State.JOINED, State.SUGGESTED))
    query = select(Joined).join(Thread, Thread.id == Joined.thread_id)
    query = query.where(here, wanted, Thread.state == Shown.SHOWN)
    return list(db.session.scalars(query.order_by(Joined.score.desc(), Joined.id)))
