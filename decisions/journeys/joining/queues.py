"""What of joins waits for those who help run this: suggestions, and drafts of moves."""

from typing import Any

from flask import url_for
from sqlalchemy import ScalarSelect, Select, func, select

from decisions.access import may_join_records
from decisions.journeys.joining.kinds import State
from decisions.journeys.joining.models import Joined
from forum.access import Shown, Standing
from forum.db import db
from forum.say import N_, Sentence
from forum.subjects import Harm, ToDo
from forum.threads.models import Thread

MOST = 50
SUGGESTED = Harm.LOOSE_END + 1


def suggestions(who: Standing) -> list[ToDo]:
    """Return the suggestions that wait for a yes or a no, the likeliest first."""
    if may_join_records(who) is not None:
        return []
    query = _suggested(Joined).order_by(Joined.score.desc(), Joined.id).limit(MOST)
    text = N_("Is this about the same? %(record)s. Our issue: %(title)s")
    return [
        ToDo(
            SUGGESTED,
            Sentence(text, {"record": _title(one), "title": one.thread.title}),
            url_for("journeys.joined", id=one.id),
            one.made_at,
            Sentence(N_("Look at both")),
        )
        for one in db.session.scalars(query)
    ]


def suggestions_waiting(who: Standing) -> ScalarSelect[int] | None:
    """Return a subquery that counts what `suggestions` lists; `None` when none can wait for this person."""
    return _suggested(func.count(Joined.id)).scalar_subquery() if may_join_records(who) is None else None


def _title(one: Joined) -> str:
    about = one.item or one.decision
    return about.title if about is not None else ""


def _suggested(*columns: Any) -> Select[Any]:
    here = select(*columns).select_from(Joined).join(Thread, Thread.id == Joined.thread_id)
    return here.where(Joined.state == State.SUGGESTED, Thread.state == Shown.SHOWN)
