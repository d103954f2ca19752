"""Load an issue with all that its page shows, in a fixed number of queries however long its story is."""

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup
from sqlalchemy import Select, and_, bindparam, func, select
from sqlalchemy.orm import aliased, joinedload

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


# Each statement is put together once: that costs as much as running it, and the page is asked for often.
THREAD_ID: Any = bindparam("thread_id")
JOURNEY_ID: Any = bindparam("journey_id")
CHECKER = aliased(Byline)


def _counted(word: VerdictWord) -> Any:
    """How many say this of a journey, as a column."""
    query: Select[Any] = select(func.count(Verdict.id)).where(Verdict.journey_id == Journey.id, Verdict.word == word)
    return query.correlate(Journey).scalar_subquery()


NEWEST_ASK = select(func.max(Ask.number)).where(Ask.thread_id == Thread.id).correlate(Thread).scalar_subquery()
HEAD = (
    select(Thread, Ask, Keeper, Journey, CHECKER, *[_counted(word) for word in VerdictWord])
    .outerjoin(Ask, and_(Ask.thread_id == Thread.id, Ask.number == NEWEST_ASK))
    .outerjoin(Keeper, and_(Keeper.thread_id == Thread.id, Keeper.until.is_(None)))
    .outerjoin(Journey, Journey.thread_id == Thread.id)
    .outerjoin(CHECKER, CHECKER.id == Journey.checked_by_id)
    .where(Thread.id == THREAD_ID)
    .options(joinedload(Keeper.byline, innerjoin=False))  # an issue that nobody looks after is there too
)
ANSWERS = (
    select(OfficialReply, Post)
    .join(Post, Post.id == OfficialReply.post_id)
    .where(OfficialReply.thread_id == THREAD_ID, Post.state == Shown.SHOWN)
    .order_by(Post.number.desc())
)
STOPS = (
    select(Stop, Way)
    .outerjoin(Way, Way.stop_id == Stop.id)
    .where(Stop.journey_id == JOURNEY_ID)
    .order_by(Stop.position, Stop.id, Way.id)
)
MOVES = (
    select(Move, Citation)
    .outerjoin(Citation, Citation.move_id == Move.id)
    .where(Move.journey_id == JOURNEY_ID)
    .order_by(Move.number, Citation.id)
)
DEADLINES = (
    select(Deadline)
    .where(Deadline.journey_id == JOURNEY_ID, Deadline.dropped_at.is_(None))
    .order_by(Deadline.due_on, Deadline.id)
)


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
        found.deadlines = list(db.session.scalars(DEADLINES, {"journey_id": found.journey.id}))
        found.now = fold(stop_facts(found.stops), move_facts(found.moves))
    return found


def _head(thread_id: int) -> Issue | None:
    """The thread and what stands once beside it: the newest ask, keeper, journey, what came of it."""
    row = db.session.execute(HEAD, {"thread_id": thread_id}).first()
    if row is None:
        return None
    thread, ask, keeper, journey, checked_by, *counts = row
    return Issue(thread, ask, keeper, journey, checked_by, dict(zip(VerdictWord, counts, strict=True)))


def _answers(thread_id: int) -> list[Answer]:
    return [
        Answer(
            number=post.number,
            body_name=reply.body.name,
            body_slug=reply.body.slug,
            signed=reply.signed,
            html=Markup(post.html),  # noqa: S704 - `forum.markup` made it
            created_at=post.created_at,
        )
        for reply, post in db.session.execute(ANSWERS, {"thread_id": thread_id})
    ]


def _stops(found: Issue, journey_id: int) -> None:
    """The stops and what people can do there, in one query."""
    for stop, way in db.session.execute(STOPS, {"journey_id": journey_id}):
        if stop.id not in found.ways:
            found.stops.append(stop)
            found.ways[stop.id] = []
        if way is not None:
            found.ways[stop.id].append(way)


def _moves(found: Issue, journey_id: int) -> None:
    """The moves and what they cite, in one query."""
    for move, citation in db.session.execute(MOVES, {"journey_id": journey_id}):
        if move.id not in found.citations:
            found.moves.append(move)
            found.citations[move.id] = []
        if citation is not None:
            found.citations[move.id].append(citation)
