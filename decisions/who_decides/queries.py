"""What the pages about who decides need: outcomes by body and topic, what changed, counts. Batch queries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    cast,
    func,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from decisions.bodies.models import Body
from decisions.journeys.cards import Rows, shown
from decisions.journeys.kinds import Evidence, MoveKind, Stage
from decisions.journeys.models import Journey, JourneyIssue, JourneyNow, Move, Stop, StopNow
from decisions.meetings.models import Decision
from decisions.promises.verdicts import queries as verdicts
from forum.access import Shown
from forum.db import db
from forum.threads.models import Thread, Topic

AGREED = (MoveKind.AGREED, MoveKind.AGREED_CHANGED)
DECIDED = (*AGREED, MoveKind.REFUSED, MoveKind.RECOMMENDED, MoveKind.RECOMMENDED_AGAINST)

# Moves that count, each as its last correction says: a move that was corrected is left out, and the correction stands
# for it, at the stop of the first. Put together once: that costs more than running it.
FIRST, LATER = aliased(Move), aliased(Move)
COUNTS = Move.evidence != Evidence.MEMBER_SAYS
PLAIN = and_(Move.kind.in_(DECIDED), COUNTS)
MENDED = and_(Move.kind == MoveKind.CORRECTED, Move.becomes.in_(DECIDED), COUNTS)
OUTCOMES: Select[Any] = (
    select(Move.kind, Move.becomes, Move.happened_on, Move.plain, Thread.id, Thread.slug, Thread.title)
    .add_columns(Body.short, Body.slug.label("body_slug"))
    .select_from(Move)
    .outerjoin(FIRST, FIRST.id == Move.corrects_id)
    .outerjoin(LATER, LATER.corrects_id == Move.id)
    .join(Stop, Stop.id == func.coalesce(Move.stop_id, FIRST.stop_id))
    .join(Body, Body.id == Stop.body_id)
    .join(Journey, Journey.id == Move.journey_id)
    .join(Thread, Thread.id == Journey.thread_id)
    .where(Thread.state == Shown.SHOWN, or_(PLAIN, MENDED), LATER.id.is_(None))
    .order_by(Move.happened_on.desc(), Move.id.desc())
    .limit(bindparam("most"))
)
NO_ID, NO_WORD = cast(null(), Integer), cast(null(), String)
ON_ISSUES = OUTCOMES.where(Stop.body_id == bindparam("its_id")).add_columns(NO_ID.label("decision_id")).subquery()
DECISIONS = (
    select(Decision.result.label("kind"), NO_WORD.label("becomes"), Decision.decided_on.label("happened_on"))
    .add_columns(Decision.plain, NO_ID.label("id"), NO_WORD.label("slug"), Decision.title)
    .add_columns(NO_WORD.label("short"), NO_WORD.label("body_slug"), Decision.id.label("decision_id"))
    .where(Decision.body_id == bindparam("its_id"))
    .order_by(Decision.decided_on.is_(None), Decision.decided_on.desc(), Decision.id.desc())
    .limit(bindparam("most"))
    .subquery()
)
OF_BODY = union_all(select(ON_ISSUES), select(DECISIONS))
OF_TOPIC = OUTCOMES.where(Thread.topic_id == bindparam("its_id"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a body decided or advised on an issue; or a decision of its own, whose page has the id `decision_id`."""

    kind: str
    day: date | None
    plain: str
    thread_id: int
    slug: str
    title: str
    body: str
    body_slug: str
    decision_id: int | None = None


@dataclass(slots=True)
class Change:
    """An issue that ended well, and what the people affected say came of it in the newest round: how many by word,
    once five have said."""

    thread_id: int
    slug: str
    title: str
    news_on: date
    affected: int
    journey_id: int
    verdicts: dict[str, int] = field(default_factory=dict)


def count_shown() -> int:
    """Return how many issues anyone may see."""
    return db.session.scalar(select(func.count(Thread.id)).where(Thread.state == Shown.SHOWN)) or 0


def topics() -> list[Topic]:
    """Return the topics in the place's own order."""
    return list(db.session.scalars(select(Topic).order_by(Topic.position, Topic.name)))


def topic(slug: str) -> Topic | None:
    """Return a topic by the name in its address."""
    return db.session.scalar(select(Topic).where(Topic.slug == slug))


def before_now(body_id: int, today: date, limit: int) -> Rows:
    """Return the query of the issues that a body has before it today."""
    here = select(JourneyIssue.thread_id).join(StopNow, StopNow.journey_id == JourneyIssue.journey_id)
    has = here.where(StopNow.body_id == body_id, StopNow.since <= today)
    return shown().where(Thread.id.in_(has)).limit(limit)


def outcomes_of_body(body_id: int, limit: int) -> tuple[list[Outcome], list[Outcome]]:
    """Return what a body decided or advised on issues, and its decisions, the newest first: one query."""
    found = _outcomes(OF_BODY, body_id, limit)
    return [one for one in found if one.decision_id is None], [one for one in found if one.decision_id is not None]


def outcomes_of_topic(topic_id: int, limit: int) -> list[Outcome]:
    """Return what bodies decided or advised on a topic, newest first: one query."""
    return _outcomes(OF_TOPIC, topic_id, limit)


def _outcomes(wanted: Select[Any] | CompoundSelect[Any], its_id: int, limit: int) -> list[Outcome]:
    return [
        Outcome(
            kind=row.becomes or row.kind,
            day=row.happened_on,
            plain=row.plain,
            thread_id=row.id,
            slug=row.slug,
            title=row.title,
            body=row.short,
            body_slug=row.body_slug,
            decision_id=getattr(row, "decision_id", None),
        )
        for row in db.session.execute(wanted, {"its_id": its_id, "most": limit})
    ]


def changes(limit: int) -> list[Change]:
    """Return issues that are finished and agreed, newest first, with what people say came of them: two queries."""
    columns = (Thread.id, Thread.slug, Thread.title, JourneyNow.news_on, Thread.affected_count, Journey.id)
    wanted = (
        select(*columns)
        .select_from(JourneyNow)
        .join(Journey, Journey.id == JourneyNow.journey_id)
        .join(Thread, Thread.id == Journey.thread_id)
        .where(JourneyNow.stage == Stage.FINISHED, JourneyNow.outcome.in_(AGREED), Thread.state == Shown.SHOWN)
        .order_by(JourneyNow.news_on.desc(), Journey.id.desc())
        .limit(limit)
    )
    found = [Change(*row) for row in db.session.execute(wanted)]
    _add_verdicts(found)
    return found


def _add_verdicts(found: Sequence[Change]) -> None:
    by_journey = {one.journey_id: one for one in found}
    if not by_journey:
        return
    for journey_id, rounds in verdicts.by_journey(by_journey).items():
        by_journey[journey_id].verdicts = dict(rounds[0].counts) if rounds[0].split else {}
