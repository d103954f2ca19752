"""Two issues that differ in how much happened: 5 entries and 200, for the page must not grow slow with its story."""

from datetime import timedelta
from typing import Any

from flask import url_for
from sqlalchemy import insert, select

from decisions.bodies.models import Body
from decisions.journeys.keeping import keep
from decisions.journeys.kinds import Evidence, MoveKind, StopRole
from decisions.journeys.models import Journey, JourneyIssue, Move, Stop
from forum import clock
from forum.db import begin_write, db
from forum.people.models import Byline
from forum.threads.models import Post, Thread

LENGTHS = (5, 200)
ROLES = (StopRole.HERE, StopRole.REPLY, StopRole.SCRUTINISE, StopRole.DECIDE)
KINDS = (MoveKind.SENT, MoveKind.ACKNOWLEDGED, MoveKind.CONSIDERED, MoveKind.DEFERRED, MoveKind.ON_AGENDA)
POSTS = 20


def add() -> None:
    """Add an issue of each length, each with twenty posts."""
    begin_write()
    for length in LENGTHS:
        _issue(length)
    db.session.commit()


def addresses() -> dict[int, str]:
    """Return the address of the issue of each length."""
    found = {
        length: db.session.scalars(select(Thread).where(Thread.title == _title(length))).one() for length in LENGTHS
    }
    return {length: url_for("issues.page", id=one.id, slug=one.slug) for length, one in found.items()}


def _title(length: int) -> str:
    return f"An issue with {length} entries"


def _issue(length: int) -> None:
    like, on = db.session.scalars(select(Thread).order_by(Thread.id)).first(), clock.now()
    line = db.session.scalars(select(Byline.id).where(Byline.thread_id.is_(None)).order_by(Byline.id)).first()
    assert like is not None and line is not None
    thread = Thread(
        title=_title(length),
        slug=f"an-issue-with-{length}-entries",
        topic_id=like.topic_id,
        byline_id=line,
        state=like.state,
        created_at=on - timedelta(days=300),
        last_post_at=on,
        post_count=POSTS - 1,
    )
    db.session.add(thread)
    db.session.flush()
    text = {"text": "It closes on Fridays.", "html": "<p>It closes on Fridays.</p>", "created_at": on}
    posts = [{"thread_id": thread.id, "number": n, "byline_id": line, **text} for n in range(1, POSTS + 1)]
    db.session.execute(insert(Post), posts)
    _journey(thread, line, length)


def _journey(thread: Thread, line: int, length: int) -> None:
    of = Journey(thread_id=thread.id, title=thread.title, started_at=thread.created_at, started_by_id=line)
    db.session.add(of)
    db.session.flush()
    body = db.session.scalars(select(Body.id).order_by(Body.id)).first()
    stops = [
        Stop(journey_id=of.id, position=n, body_id=body if n > 1 else None, role=role, title=f"Step {n}")
        for n, role in enumerate(ROLES, 1)
    ]
    db.session.add_all([JourneyIssue(journey_id=of.id, thread_id=thread.id), *stops])
    db.session.flush()
    db.session.execute(insert(Move), [_move(of, stops, line, number) for number in range(1, length + 1)])
    keep(of)


def _move(of: Journey, stops: list[Stop], line: int, number: int) -> dict[str, Any]:
    on = of.started_at + timedelta(days=number)
    return {
        "journey_id": of.id,
        "number": number,
        "kind": KINDS[number % len(KINDS)] if number > 1 else MoveKind.RAISED,
        "stop_id": stops[number % 3 + 1].id if number > 1 else stops[0].id,
        "happened_on": on.date(),
        "planned_on": on.date() + timedelta(days=20),
        "recorded_at": on,
        "byline_id": line,
        "evidence": Evidence.OFFICIAL_RECORD,
        "source": "https://example.org/minutes",
        "source_name": "Minutes of the meeting",
        "plain": "They talked about it at length, and wrote down what each of them said to the others.",
        "reason": "There was no time.",
    }
