"""What of promises waits for somebody: to be checked, a day that passed, not done, no day, said to be done."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any

from flask import url_for
from sqlalchemy import ColumnElement, ScalarSelect, Select, func, or_, select, union_all

from decisions.bodies.models import Body
from decisions.promises.kinds import Happening, Stage
from decisions.promises.models import Promise, PromiseCheck, PromiseEvent, PromiseIssue
from forum import clock
from forum.access import Shown, Standing, is_facilitator
from forum.db import db
from forum.say import N_, Sentence
from forum.subjects import Harm, ToDo
from forum.threads.models import Thread

MOST = 50
NO_DAY = Harm.LOOSE_END + 2
UNANSWERED = Harm.LOOSE_END + 4
QUIET = timedelta(days=30)  # so long after the body said that it is done, and nobody affected said if it is


def queue(who: Standing) -> list[ToDo]:
    """Return what waits for this person: for those who help run this, all of it; for a body, its own promises."""
    today = clock.today()
    if is_facilitator(who):
        return [*proposed(), *passed(today), *not_done(), *without_day(), *unanswered(today)]
    if who.speaks_for and not who.suspended:
        mine = who.speaks_for
        return [*passed(today, mine), *not_done(mine), *without_day(mine)]
    return []


def waiting(who: Standing) -> ScalarSelect[int] | None:
    """Return a subquery that counts what `queue` lists for this person; `None` when nothing can wait for them."""
    today, number = clock.today(), func.count()
    if is_facilitator(who):
        parts = [
            _proposed(number),
            _passed(today, None, number),
            _not_done(None, number),
            _without_day(None, number),
            _unanswered(today, number),
        ]
    elif who.speaks_for and not who.suspended:
        mine = who.speaks_for
        parts = [_passed(today, mine, number), _not_done(mine, number), _without_day(mine, number)]
    else:
        return None
    every = union_all(*parts).subquery()
    return select(func.sum(every.c[0])).scalar_subquery()


def proposed() -> list[ToDo]:
    """Return the promises that somebody wrote down and nobody has checked, the oldest first."""
    rows = db.session.execute(_proposed(Promise, Body.name).order_by(Promise.created_at, Promise.id).limit(MOST))
    text = N_("Someone says that %(body)s promised this: %(words)s")
    return [_to_do(Harm.SOMEONE_WAITS, text, row, body, row.created_at, N_("Check it")) for row, body in rows]


def passed(today: date, body_ids: Iterable[int] | None = None) -> list[ToDo]:
    """Return the promises whose day passed with no word of what became of them, the longest first."""
    rows = db.session.execute(
        _passed(today, body_ids, Promise, Body.name).order_by(Promise.due_on, Promise.id).limit(MOST)
    )
    text = N_("The day of a promise of %(body)s passed. What became of it? %(words)s")
    return [_to_do(Harm.DATE_PASSED, text, row, body, _at(row.due_on), N_("Say what happened")) for row, body in rows]


def not_done(body_ids: Iterable[int] | None = None) -> list[ToDo]:
    """Return the promises that are not done, as the body or the people affected say, and that have neither a new day
    nor a reason, the longest first."""
    rows = db.session.execute(_not_done(body_ids, Promise, Body.name).order_by(Promise.due_on, Promise.id).limit(MOST))
    text = N_("This promise of %(body)s is not done. Is there a new day, or a reason? %(words)s")
    return [_to_do(Harm.DATE_PASSED, text, row, body, _at(row.due_on), N_("Say what happened")) for row, body in rows]


def without_day(body_ids: Iterable[int] | None = None) -> list[ToDo]:
    """Return the promises for which no day was given, the oldest first."""
    rows = db.session.execute(
        _without_day(body_ids, Promise, Body.name).order_by(Promise.made_on, Promise.id).limit(MOST)
    )
    text = N_("%(body)s gave no day for this promise: %(words)s")
    kind = {"kind": str(Happening.NEW_DATE)}
    return [_to_do(NO_DAY, text, row, body, _at(row.made_on), N_("Give a day"), **kind) for row, body in rows]


def unanswered(today: date) -> list[ToDo]:
    """Return the promises that are said to be done, and nobody affected has said for 30 days if they are."""
    rows = db.session.execute(_unanswered(today, Promise, Body.name).order_by(Promise.id).limit(MOST))
    text = N_("%(body)s says that this is done. Nobody affected has said if it is: %(words)s")
    return [
        ToDo(
            UNANSWERED,
            Sentence(text, {"body": body, "words": row.words}),
            url_for("promises.page", id=row.id),
            row.created_at,
            Sentence(N_("Ask people")),
        )
        for row, body in rows
    ]


def _to_do(harm: int, text: str, row: Promise, body: str, since: Any, button: str, **more: Any) -> ToDo:
    words = Sentence(text, {"body": body, "words": row.words})
    return ToDo(harm, words, url_for("promises.say", id=row.id, **more), since, Sentence(button))


def _at(day: date | None) -> Any:
    return clock.at(day, time()) if day is not None else None


def _proposed(*columns: Any) -> Select[Any]:
    return _seen(*columns).where(Promise.stage == Stage.PROPOSED)


def _passed(today: date, body_ids: Iterable[int] | None, *columns: Any) -> Select[Any]:
    here = _seen(*columns).where(Promise.stage == Stage.UNDER_WAY, Promise.due_on < today)
    return here if body_ids is None else here.where(Promise.body_id.in_(list(body_ids)))


def _not_done(body_ids: Iterable[int] | None, *columns: Any) -> Select[Any]:
    here = _seen(*columns).where(Promise.stage == Stage.NOT_DONE)
    return here if body_ids is None else here.where(Promise.body_id.in_(list(body_ids)))


def _without_day(body_ids: Iterable[int] | None, *columns: Any) -> Select[Any]:
    here = _seen(*columns).where(Promise.stage == Stage.UNDER_WAY, Promise.due_on.is_(None))
    return here if body_ids is None else here.where(Promise.body_id.in_(list(body_ids)))


def _unanswered(today: date, *columns: Any) -> Select[Any]:
    mine = PromiseEvent.promise_id == Promise.id
    last = select(func.max(PromiseEvent.recorded_at)).where(mine, PromiseEvent.kind == Happening.SAYS_DONE)
    checked = select(PromiseCheck.id).where(PromiseCheck.promise_id == Promise.id).exists()
    quiet = last.correlate(Promise).scalar_subquery() < clock.at(today, time()) - QUIET
    return _seen(*columns).where(Promise.stage == Stage.SAYS_DONE, quiet, ~checked)


def _seen(*columns: Any) -> Select[Any]:
    """Choose among the promises whose words are shown, of issues that all can see."""
    return select(*columns).select_from(Promise).join(Body, Body.id == Promise.body_id).where(on_a_shown_issue())


def on_a_shown_issue() -> ColumnElement[bool]:
    """Whether a promise is shown: its own words are, and it belongs to no issue or to one that all can see."""
    of_it = select(PromiseIssue.promise_id).where(PromiseIssue.promise_id == Promise.id)
    shown = of_it.join(Thread, Thread.id == PromiseIssue.thread_id).where(Thread.state == Shown.SHOWN)
    return (Promise.state == Shown.SHOWN) & or_(~of_it.exists(), shown.exists())
