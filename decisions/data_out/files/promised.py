"""What bodies promised, and what became of it. What members alone say of it is left out."""

from typing import Any

from flask import url_for
from sqlalchemy import ColumnElement, select

from decisions.bodies.models import Body
from decisions.data_out.file import File, Piece, read
from decisions.promises import queries
from decisions.promises.kinds import PUBLIC, Voice
from decisions.promises.models import Promise, PromiseEvent, PromiseIssue
from forum.access import Shown
from forum.say import N_
from forum.threads.models import Thread

PROMISE, EVENT, BODY = Promise.__table__, PromiseEvent.__table__, Body.__table__
ISSUE, THREAD = PromiseIssue.__table__, Thread.__table__
SAME = ("words", "post", "made_on", "due_on", "basis", "stage", "source", "source_name")
COLUMNS = ("id", "url", "body", "body_name", "issues", "decision", *SAME)
EVENT_COLUMNS = (
    "id", "promise", "url", "number", "kind", "voice", "happened_on", "recorded_at", "planned_on", "plain", "reason",
    "source", "source_name",
)  # fmt: skip


def seen() -> ColumnElement[bool]:
    """Return what is true of a promise that anyone may read; of one whose issues are all hidden it is not."""
    issues = select(ISSUE.c.promise_id).where(ISSUE.c.promise_id == PROMISE.c.id).correlate(PROMISE)
    shown = issues.join(THREAD, THREAD.c.id == ISSUE.c.thread_id).where(THREAD.c.state == Shown.SHOWN)
    public = PROMISE.c.stage.in_(PUBLIC) & (PROMISE.c.state == Shown.SHOWN)
    return public & (~issues.exists() | shown.exists())


def piece(after: int, most: int) -> Piece:
    """Return some promises after an id, with the issues that they belong to."""
    rows = select(PROMISE, BODY.c.slug.label("body"), BODY.c.name.label("body_name"))
    rows = rows.join(BODY, BODY.c.id == PROMISE.c.body_id).where(PROMISE.c.id > after, seen())

    def make(one: Any) -> dict[str, Any]:
        own = {
            "url": url_for("promises.page", id=one.id, _external=True),
            "decision": one.decision_id,
            "issues": [],
        }
        return {name: own[name] if name in own else getattr(one, name) for name in COLUMNS}

    found = read(rows.order_by(PROMISE.c.id), most, make)
    of = queries.issues_of([row["id"] for row in found.rows])
    for row in found.rows:
        row["issues"] = [issue.id for issue in of.get(row["id"], ())]
    return found


def events(after: int, most: int) -> Piece:
    """Return some of what happened to promises after an id."""
    rows = select(EVENT).join(PROMISE, PROMISE.c.id == EVENT.c.promise_id)
    rows = rows.where(EVENT.c.id > after, EVENT.c.voice != Voice.MEMBER, seen())

    def make(one: Any) -> dict[str, Any]:
        own = {"promise": one.promise_id, "url": url_for("promises.page", id=one.promise_id, _external=True)}
        return {name: own[name] if name in own else getattr(one, name) for name in EVENT_COLUMNS}

    return read(rows.order_by(EVENT.c.id), most, make)


HOLDS = N_("What bodies said that they will do, by when, and where each promise stands.")
EVENTS_HOLD = N_("What happened to each promise, day by day.")
FILE = File("promises", N_("Promises"), HOLDS, COLUMNS, piece)
EVENTS = File("promise-events", N_("What became of promises"), EVENTS_HOLD, EVENT_COLUMNS, events)
