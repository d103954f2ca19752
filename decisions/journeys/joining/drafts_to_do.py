"""Drafts of moves that wait for those who help run this."""

from typing import Any

from flask import url_for
from sqlalchemy import ScalarSelect, Select, func, select

from decisions.access import may_approve_drafts
from decisions.journeys.joining.kinds import Draft
from decisions.journeys.joining.models import DraftMove, Joined
from decisions.journeys.kinds import MOVE_WORDS, MoveKind
from forum.access import Shown, Standing
from forum.db import db
from forum.say import N_, Sentence
from forum.subjects import Harm, ToDo
from forum.threads.models import Thread

MOST = 50


def drafts(who: Standing) -> list[ToDo]:
    """Return the drafts that wait to be approved, the oldest first."""
    if may_approve_drafts(who) is not None:
        return []
    rows = db.session.execute(_drafted(DraftMove, Thread).order_by(DraftMove.changed_at, DraftMove.id).limit(MOST))
    text = N_("A record has news. %(what)s: %(title)s")
    return [
        ToDo(
            Harm.DATE_PASSED,
            Sentence(text, {"what": Sentence(MOVE_WORDS[MoveKind(draft.kind)]), "title": thread.title}),
            url_for("journeys.draft", id=draft.id),
            draft.changed_at,
            Sentence(N_("Look and approve")),
        )
        for draft, thread in rows
    ]


def drafts_waiting(who: Standing) -> ScalarSelect[int] | None:
    """Return a subquery that counts what `drafts` lists; `None` when none can wait for this person."""
    return _drafted(func.count(DraftMove.id)).scalar_subquery() if may_approve_drafts(who) is None else None


def _drafted(*columns: Any) -> Select[Any]:
    here = select(*columns).select_from(DraftMove).join(Joined, Joined.id == DraftMove.joined_id)
    here = here.join(Thread, Thread.id == Joined.thread_id)
    return here.where(DraftMove.state == Draft.WAITING, Thread.state == Shown.SHOWN)
