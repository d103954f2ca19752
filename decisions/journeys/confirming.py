"""What members say happened and nobody has confirmed yet: it waits for a second person, and for who helps run this."""

from typing import Any

from flask import url_for
from sqlalchemy import ScalarSelect, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from decisions.journeys.kinds import OUTCOMES, Evidence
from decisions.journeys.models import Confirmation, Journey, Move
from forum.access import Shown, Standing, is_facilitator
from forum.db import db
from forum.say import N_, Sentence
from forum.subjects import Harm, ToDo
from forum.threads.models import Thread

MOST = 50


def queue(who: Standing) -> list[ToDo]:
    """Return what members said that waits to be confirmed, the oldest first; for those who help run this."""
    if not is_facilitator(who):
        return []
    rows = db.session.execute(_unconfirmed(Move, Thread).order_by(Move.recorded_at, Move.id).limit(MOST))
    return [
        ToDo(
            Harm.DATE_PASSED,
            Sentence(N_("Somebody says that something happened. Is it so? %(title)s"), {"title": thread.title}),
            url_for("journeys.confirm" if _sourced(move) else "journeys.correct", id=move.id),
            since=move.recorded_at,
            button=Sentence(N_("Look at the source")) if _sourced(move) else Sentence(N_("Add the source")),
        )
        for move, thread in rows
    ]


def waiting(who: Standing) -> ScalarSelect[int] | None:
    """Return a subquery that counts what `queue` lists; `None` when nothing can wait for this person."""
    return _unconfirmed(func.count(Move.id)).scalar_subquery() if is_facilitator(who) else None


def _sourced(move: Move) -> bool:
    return bool(move.source or move.source_name)


def _unconfirmed(*columns: Any) -> Select[Any]:
    later = aliased(Move)
    stands = ~exists().where(later.corrects_id == Move.id) & ~exists().where(Confirmation.move_id == Move.id)
    outcome = or_(Move.kind.in_(OUTCOMES), and_(Move.kind == "corrected", Move.becomes.in_(OUTCOMES)))
    return (
        select(*columns)
        .select_from(Move)
        .join(Journey, Journey.id == Move.journey_id)
        .join(Thread, Thread.id == Journey.thread_id)
        .where(Move.evidence == Evidence.MEMBER_SAYS, outcome, stands)
        .where(Move.state == Shown.SHOWN, Thread.state == Shown.SHOWN)
    )
