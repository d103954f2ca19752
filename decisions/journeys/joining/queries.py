"""Find joins and drafts, and what each join is about."""

from collections.abc import Iterable

from sqlalchemy import select

from decisions.journeys.joining.kinds import Draft, State
from decisions.journeys.joining.models import DraftMove, Joined
from forum.db import db


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
