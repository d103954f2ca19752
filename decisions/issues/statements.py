"""The statements that fetch an issue: put together once, for that costs as much as running them.

They fetch rows of tables, not objects: a page reads much and changes nothing, and rows cost a third.
"""

from typing import Any

from sqlalchemy import FromClause, Label, Select, and_, bindparam, exists, func, or_, select

from decisions.answers.questions.models import Question
from decisions.bodies.models import Body
from decisions.editions.queries import HAS_SOME
from decisions.issues import facts
from decisions.journeys.joining.statements import COUNT as RECORD_COUNT
from decisions.journeys.models import (
    Citation,
    Confirmation,
    Deadline,
    Journey,
    JourneyIssue,
    JourneyNow,
    Move,
    Stop,
    Verdict,
    Way,
)
from decisions.packs.models import Entry
from decisions.pathways.models import ThreadRoute
from decisions.promises.models import PromiseIssue
from decisions.promises.verdicts.models import VerdictRound
from decisions.summaries.models import Summary
from forum.access import Shown
from forum.people.models import Byline
from forum.threads.models import Area, Ask, Community, Keeper, Thread, Topic

THREAD, TOPIC, AREA, COMMUNITY = Thread.__table__, Topic.__table__, Area.__table__, Community.__table__
ASK, KEEPER, JOURNEY, VERDICT = Ask.__table__, Keeper.__table__, Journey.__table__, Verdict.__table__
BODY, NOW, SUMMARY = Body.__table__, JourneyNow.__table__, Summary.__table__
NEXT = BODY.alias()
STOP, WAY, MOVE, CITATION, DEADLINE = (one.__table__ for one in (Stop, Way, Move, Citation, Deadline))
BYLINE, ENTRY, ROUTE = Byline.__table__, Entry.__table__, ThreadRoute.__table__
RAISER, KEPT_BY, CHECKER, CONFIRMER, WRITER = (
    BYLINE.alias(),
    BYLINE.alias(),
    BYLINE.alias(),
    BYLINE.alias(),
    BYLINE.alias(),
)
CONFIRMATION, PROMISE_ISSUE, ROUND = (one.__table__ for one in (Confirmation, PromiseIssue, VerdictRound))
QUESTION = Question.__table__


def _named(table: FromClause, **names: str) -> list[Label[Any]]:
    """Columns of a table under names that say whose they are."""
    return [table.c[column].label(name) for name, column in names.items()]


def _of(column: Any, wanted: Select[Any]) -> tuple[Select[Any], Select[Any]]:
    """What is wanted of one journey, as nearly always; and of several, which is put together anew each time."""
    several = column.in_(bindparam("journeys", expanding=True))
    return wanted.where(column == bindparam("journey_id")), wanted.where(several)


# Whether there is anything to ask further queries for: what people say came of it, and promises.
_SAID = select(func.count(VERDICT.c.id)).where(VERDICT.c.journey_id == JOURNEY.c.id)
_PROMISED = select(func.count()).select_from(PROMISE_ISSUE).where(PROMISE_ISSUE.c.thread_id == THREAD.c.id)
_ASKED = select(func.max(ROUND.c.closes_on)).where(ROUND.c.journey_id == JOURNEY.c.id)
VERDICTS, ASKED_UNTIL = _SAID.correlate(JOURNEY).scalar_subquery(), _ASKED.correlate(JOURNEY).scalar_subquery()
PROMISES = _PROMISED.correlate(THREAD).scalar_subquery()
_QUESTIONS = select(func.count()).select_from(QUESTION).where(QUESTION.c.thread_id == THREAD.c.id)
QUESTIONS = _QUESTIONS.correlate(THREAD).scalar_subquery()
NEWEST_ASK = select(func.max(ASK.c.number)).where(ASK.c.thread_id == THREAD.c.id).correlate(THREAD).scalar_subquery()

OTHER, JOINED, HOME = THREAD.alias(), THREAD.alias(), THREAD.alias()
STANDS = JourneyIssue.__table__  # on the page of which issue a journey stands
STANDS_TOO = STANDS.alias()
# Steps that come from another issue are there only while all can see that one.
FROM = THREAD.alias()
SEEN = or_(
    JOURNEY.c.thread_id == THREAD.c.id,
    exists().where(FROM.c.id == JOURNEY.c.thread_id, FROM.c.state == Shown.SHOWN).correlate(JOURNEY),
)
MORE = exists().where(STANDS_TOO.c.thread_id == THREAD.c.id, STANDS_TOO.c.place != STANDS.c.place)
ALONG = exists().where(STANDS_TOO.c.journey_id == STANDS.c.journey_id, STANDS_TOO.c.thread_id != THREAD.c.id)
HAS_JOINED = exists().where(JOINED.c.joined_to_id == THREAD.c.id).correlate(THREAD)

# The plain summary of its talk that was picked: there is one at most.
PICKED = SUMMARY.c.picked_at.is_not(None) & SUMMARY.c.dropped_at.is_(None) & (SUMMARY.c.state == Shown.SHOWN)

# The thread, and what stands once beside it: who raised it, the newest ask, who keeps it, the journey, what came of it.
HEAD: Select[Any] = (
    select(
        THREAD,
        *_named(TOPIC, topic_slug="slug", topic_name="name"),
        *_named(AREA, area_name="name"),
        *_named(COMMUNITY, community_name="name"),
        *_named(RAISER, raised_by="name"),
        *_named(ASK, ask_number="number", ask_text="text", agreed_by="agreed_by", agreed_on="agreed_on"),
        *_named(ASK, differing="differing"),
        *_named(KEEPER, keeper_id="id"),
        *_named(KEPT_BY, keeper_name="name", keeper_signed="signed"),
        *_named(JOURNEY, journey_id="id", limits="limits", checked_on="checked_on"),
        *_named(JOURNEY, pathway="pathway", changes="changes", part="part"),
        *_named(JOURNEY, journey_number="number"),
        facts.of_journey().label("facts"),
        *_named(NOW, last_number="last_number"),
        *_named(STANDS, place="place"),
        *_named(HOME, home_id="id", home_slug="slug", home_title="title"),
        *_named(CHECKER, checked_by="name"),
        *_named(ROUTE, asked_topic="topic", asked_given="given", asked_pathway="pathway", asked_changes="changes"),
        *_named(ROUTE, asked_start="start_it"),
        *_named(OTHER, joined_to_title="title"),
        *_named(SUMMARY, summary="text", summary_at="created_at"),
        *_named(WRITER, summary_by="name", summary_signed="signed"),
        HAS_JOINED.label("has_joined"),
        MORE.correlate(THREAD, STANDS).label("has_more"),
        ALONG.correlate(THREAD, STANDS).label("has_along"),
        HAS_SOME.label("has_editions"),
        VERDICTS.label("verdict_count"),
        PROMISES.label("promise_count"),
        RECORD_COUNT.label("record_count"),
        QUESTIONS.label("question_count"),
        ASKED_UNTIL.label("asked_until"),
    )
    .join(TOPIC, TOPIC.c.id == THREAD.c.topic_id)
    .join(RAISER, RAISER.c.id == THREAD.c.byline_id)
    .outerjoin(AREA, AREA.c.id == THREAD.c.area_id)
    .outerjoin(COMMUNITY, COMMUNITY.c.id == THREAD.c.community_id)
    .outerjoin(ASK, and_(ASK.c.thread_id == THREAD.c.id, ASK.c.number == NEWEST_ASK))
    .outerjoin(KEEPER, and_(KEEPER.c.thread_id == THREAD.c.id, KEEPER.c.until.is_(None)))
    .outerjoin(KEPT_BY, KEPT_BY.c.id == KEEPER.c.byline_id)
    .outerjoin(STANDS, and_(STANDS.c.thread_id == THREAD.c.id, STANDS.c.place == bindparam("place")))
    .outerjoin(JOURNEY, and_(JOURNEY.c.id == STANDS.c.journey_id, SEEN))
    .outerjoin(NOW, NOW.c.journey_id == JOURNEY.c.id)
    .outerjoin(HOME, HOME.c.id == JOURNEY.c.thread_id)
    .outerjoin(CHECKER, CHECKER.c.id == JOURNEY.c.checked_by_id)
    .outerjoin(ROUTE, ROUTE.c.thread_id == THREAD.c.id)
    .outerjoin(OTHER, and_(OTHER.c.id == THREAD.c.joined_to_id, OTHER.c.state == Shown.SHOWN))
    .outerjoin(SUMMARY, and_(SUMMARY.c.thread_id == THREAD.c.id, PICKED))
    .outerjoin(WRITER, WRITER.c.id == SUMMARY.c.byline_id)
    .where(THREAD.c.id == bindparam("thread_id"))
)
# The issues that were joined with this one, as all can see them.
ALSO: Select[Any] = (
    select(THREAD.c.id, THREAD.c.slug, THREAD.c.title)
    .where(THREAD.c.joined_to_id == bindparam("thread_id"), THREAD.c.state == Shown.SHOWN)
    .order_by(THREAD.c.id)
)
# The issues that are decided together with this one: on whose pages the same journey stands, but for its own issue.
TOGETHER: Select[Any] = (
    select(THREAD.c.id, THREAD.c.slug, THREAD.c.title)
    .join(STANDS, STANDS.c.thread_id == THREAD.c.id)
    .join(JOURNEY, JOURNEY.c.id == STANDS.c.journey_id)
    .where(STANDS.c.journey_id == bindparam("journey_id"), THREAD.c.id != bindparam("thread_id"))
    .where(THREAD.c.id != JOURNEY.c.thread_id, THREAD.c.state == Shown.SHOWN)
    .order_by(THREAD.c.id)
)
# The other journeys on the page of an issue, in their order; those of another issue only while all can see that one.
JOURNEYS: Select[Any] = (
    select(JOURNEY.c.id, JOURNEY.c.part, JOURNEY.c.limits, STANDS.c.place, facts.of_journey().label("facts"))
    .add_columns(*_named(HOME, home_id="id", home_slug="slug", home_title="title"))
    .join(STANDS, STANDS.c.journey_id == JOURNEY.c.id)
    .join(HOME, HOME.c.id == JOURNEY.c.thread_id)
    .where(STANDS.c.thread_id == bindparam("thread_id"), STANDS.c.place != bindparam("place"))
    .where((HOME.c.state == Shown.SHOWN) | (HOME.c.id == STANDS.c.thread_id))
    .order_by(STANDS.c.place)
)
# Each stop with its body, once for each way to have a say there.
STOPS, STOPS_OF = _of(
    STOP.c.journey_id,
    select(STOP, *_named(BODY, short="short", slug="slug", joined="joined", ended_on="valid_to"))
    .add_columns(*_named(NEXT, next_short="short", next_slug="slug"), WAY.c.id.label("way_id"))
    .add_columns(WAY.c.text, WAY.c.detail, WAY.c.url, WAY.c.until, WAY.c.at, WAY.c.speaking)
    .outerjoin(BODY, BODY.c.id == STOP.c.body_id)
    .outerjoin(NEXT, NEXT.c.id == BODY.c.successor_id)
    .outerjoin(WAY, WAY.c.stop_id == STOP.c.id)
    .order_by(STOP.c.position, STOP.c.id, WAY.c.id),
)
# The newest moves, each with who recorded it, once for each post that it rests on.
MOVES, MOVES_OF = _of(
    MOVE.c.journey_id,
    select(MOVE, *_named(BYLINE, by_name="name", by_capacity="capacity", by_signed="signed"))
    .add_columns(*_named(CITATION, cited_id="post_id", cited_title="title", cited_day="day"))
    .add_columns(*_named(CONFIRMER, confirmed_by="name"), CONFIRMATION.c.id.is_not(None).label("confirmed"))
    .join(BYLINE, BYLINE.c.id == MOVE.c.byline_id)
    .outerjoin(CITATION, CITATION.c.move_id == MOVE.c.id)
    .outerjoin(CONFIRMATION, CONFIRMATION.c.move_id == MOVE.c.id)
    .outerjoin(CONFIRMER, CONFIRMER.c.id == CONFIRMATION.c.byline_id)
    .order_by(MOVE.c.number, CITATION.c.id),
)
LAST = select(func.coalesce(func.max(NOW.c.last_number), 0))
MOVES = MOVES.where(MOVE.c.number > bindparam("after"))
MOVES_OF = MOVES_OF.where(
    MOVE.c.number > LAST.where(NOW.c.journey_id == MOVE.c.journey_id).scalar_subquery() - bindparam("most")
)
# The usual steps that a journey was started from, and what kind of council the place has.
USUAL: Select[Any] = select(ENTRY.c.kind, ENTRY.c.ident, ENTRY.c.data).where(
    ((ENTRY.c.kind == "pathway") & (ENTRY.c.ident == bindparam("pathway"))) | (ENTRY.c.kind == "place")
)
DEADLINES, DEADLINES_OF = _of(
    DEADLINE.c.journey_id,
    select(DEADLINE, BODY.c.joined, BODY.c.slug.label("body_slug"), STOP.c.title.label("step_title"))
    .outerjoin(BODY, BODY.c.id == DEADLINE.c.body_id)
    .outerjoin(STOP, STOP.c.id == DEADLINE.c.stop_id)
    .where(DEADLINE.c.dropped_at.is_(None))
    .order_by(DEADLINE.c.due_on, DEADLINE.c.id),
)
