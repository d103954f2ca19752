"""Load an issue with all that its page shows, in a fixed number of queries however long its story is."""

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup
from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import aliased

from decisions.answers.models import OfficialReply
from decisions.journeys.fold import Now, fold
from decisions.journeys.kinds import VerdictWord
from decisions.journeys.models import Citation, Deadline, Journey, Move, Stop, Verdict, Way
from decisions.journeys.queries import move_facts, stop_facts
from forum import subjects
from forum.access import Shown, Standing
from forum.db import db
from forum.people.models import Byline
from forum.threads.models import Ask, Keeper, Post, Thread


@dataclass(slots=True)
class Answer:
    """What a body says, in its own card."""

    number: int
    body_name: str
    body_slug: str
    signed: str
    html: Markup
    created_at: Any


@dataclass(slots=True)
class Issue:
    """An issue and its story, as loaded."""

    thread: Thread
    ask: Ask | None = None
    keeper: Keeper | None = None
    journey: Journey | None = None
    checked_by: Byline | None = None
    verdicts: dict[str, int] = field(default_factory=dict)
    stops: list[Stop] = field(default_factory=list)
    ways: dict[int, list[Way]] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    citations: dict[int, list[Citation]] = field(default_factory=dict)
    deadlines: list[Deadline] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    now: Now = field(default_factory=lambda: Now(stops={}))


def load(thread_id: int, who: Standing) -> Issue | None:
    """Return an issue with its story, or `None` when there is none that this person may see. Five queries with a
    journey, two without."""
    found = _head(thread_id)
    if found is None or subjects.get("thread").may_see(who, found.thread) is not None:
        return None
    found.answers = _answers(thread_id)
    if found.journey is not None:
        _stops(found, found.journey.id)
        _moves(found, found.journey.id)
        wanted = (Deadline.journey_id == found.journey.id) & Deadline.dropped_at.is_(None)
        found.deadlines = list(db.session.scalars(select(Deadline).where(wanted).order_by(Deadline.due_on)))
        found.now = fold(stop_facts(found.stops), move_facts(found.moves))
    return found


def _counted(word: VerdictWord) -> Any:
    """How many say this of a journey, as a column."""
    query: Select[Any] = select(func.count(Verdict.id)).where(Verdict.journey_id == Journey.id, Verdict.word == word)
    return query.correlate(Journey).scalar_subquery()


def _head(thread_id: int) -> Issue | None:
    """The thread and what stands once beside it: the newest ask, keeper, journey, what came of it."""
    newest = select(func.max(Ask.number)).where(Ask.thread_id == Thread.id).correlate(Thread).scalar_subquery()
    checker = aliased(Byline)
    query = (
        select(Thread, Ask, Keeper, Journey, checker, *[_counted(word) for word in VerdictWord])
        .outerjoin(Ask, and_(Ask.thread_id == Thread.id, Ask.number == newest))
        .outerjoin(Keeper, and_(Keeper.thread_id == Thread.id, Keeper.until.is_(None)))
        .outerjoin(Journey, Journey.thread_id == Thread.id)
        .outerjoin(checker, checker.id == Journey.checked_by_id)
        .where(Thread.id == thread_id)
    )
    row = db.session.execute(query).first()
    if row is None:
        return None
    thread, ask, keeper, journey, checked_by, *counts = row
    return Issue(thread, ask, keeper, journey, checked_by, dict(zip(VerdictWord, counts, strict=True)))


def _answers(thread_id: int) -> list[Answer]:
    query = (
        select(OfficialReply, Post)
        .join(Post, Post.id == OfficialReply.post_id)
        .where(OfficialReply.thread_id == thread_id, Post.state == Shown.SHOWN)
        .order_by(Post.number.desc())
    )
    return [
        Answer(
            number=post.number,
            body_name=reply.body.name,
            body_slug=reply.body.slug,
            signed=reply.signed,
            html=Markup(post.html),  # noqa: S704 - `forum.markup` made it
            created_at=post.created_at,
        )
        for reply, post in db.session.execute(query)
    ]


def _stops(found: Issue, journey_id: int) -> None:
    """The stops and what people can do there, in one query."""
    query = (
        select(Stop, Way)
        .outerjoin(Way, Way.stop_id == Stop.id)
        .where(Stop.journey_id == journey_id)
        .order_by(Stop.position, Stop.id, Way.id)
    )
    for stop, way in db.session.execute(query):
        if stop.id not in found.ways:
            found.stops.append(stop)
            found.ways[stop.id] = []
        if way is not None:
            found.ways[stop.id].append(way)


def _moves(found: Issue, journey_id: int) -> None:
    """The moves and what they cite, in one query."""
    query = (
        select(Move, Citation)
        .outerjoin(Citation, Citation.move_id == Move.id)
        .where(Move.journey_id == journey_id)
        .order_by(Move.number, Citation.id)
    )
    for move, citation in db.session.execute(query):
        if move.id not in found.citations:
            found.moves.append(move)
            found.citations[move.id] = []
        if citation is not None:
            found.citations[move.id].append(citation)
