"""Find joins and drafts, and what each join is about."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from decisions.journeys.joining.kinds import Draft, State
from decisions.journeys.joining.models import DraftMove, Joined
from decisions.journeys.models import Journey, Move
from decisions.meetings.models import AgendaItem, Decision
from forum.access import Shown
from forum.db import db
from forum.threads.models import Thread


def by_ids(ids: Iterable[int]) -> dict[int, Joined]:
    """Return joins by id, in one query."""
    return {one.id: one for one in db.session.scalars(select(Joined).where(Joined.id.in_(list(ids))))}


def drafts_by_ids(ids: Iterable[int]) -> dict[int, tuple[DraftMove, Joined]]:
    """Return drafts with the joins that they come from, by id, in one query."""
    query = select(DraftMove, Joined).join(Joined, Joined.id == DraftMove.joined_id)
    rows = db.session.execute(query.where(DraftMove.id.in_(list(ids))))
    return {draft.id: (draft, joined) for draft, joined in rows}


def drafts_of(joined_id: int) -> list[DraftMove]:
    """Return the drafts of a join, in the order in which they were dealt with; one that waits comes last."""
    waits = DraftMove.state == Draft.WAITING
    wanted = select(DraftMove).where(DraftMove.joined_id == joined_id)
    return list(db.session.scalars(wanted.order_by(waits, DraftMove.changed_at, DraftMove.id)))


def waiting(joined_id: int) -> DraftMove | None:
    """Return the draft of a join that waits for somebody, if there is one."""
    wanted = (DraftMove.joined_id == joined_id) & (DraftMove.state == Draft.WAITING)
    return db.session.scalar(select(DraftMove).where(wanted))


def between(thread_id: int, *, item_id: int | None = None, decision_id: int | None = None) -> Joined | None:
    """Return what is known of an issue and a record."""
    here = Joined.item_id == item_id if item_id is not None else Joined.decision_id == decision_id
    return db.session.scalar(select(Joined).where(Joined.thread_id == thread_id, here))


def of_thread(thread_id: int, *states: State) -> list[Joined]:
    """Return the joins of an issue that stand so, the newest first; all of them when no state is named."""
    wanted = select(Joined).where(Joined.thread_id == thread_id)
    wanted = wanted.where(Joined.state.in_(states)) if states else wanted
    return list(db.session.scalars(wanted.order_by(Joined.changed_at.desc(), Joined.id.desc())))


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


def before_meeting(meeting_id: int) -> ColumnElement[bool]:
    """Whether an issue is joined with an item of a meeting, or with what was decided there."""
    items = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id)
    decided = select(Decision.id).where(Decision.meeting_id == meeting_id)
    here = or_(Joined.item_id.in_(items), Joined.decision_id.in_(decided))
    return Thread.id.in_(select(Joined.thread_id).where(Joined.state == State.JOINED, here))


def journeys_of(thread_id: int) -> list[Journey]:
    """Return the journeys of an issue, the first one first."""
    return list(db.session.scalars(select(Journey).where(Journey.thread_id == thread_id).order_by(Journey.id)))


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
        here = Joined.thread_id.in_(select(Journey.thread_id).where(at))
    return list(db.session.scalars(select(Joined).where(and_(joined, here)).order_by(Joined.id)))


def _shown(here: ColumnElement[bool]) -> list[Joined]:
    wanted = Joined.state.in_((State.JOINED, State.SUGGESTED))
    query = select(Joined).join(Thread, Thread.id == Joined.thread_id)
    query = query.where(here, wanted, Thread.state == Shown.SHOWN)
    return list(db.session.scalars(query.order_by(Joined.score.desc(), Joined.id)))
