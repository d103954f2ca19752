"""Rounds of asking, and what was said in them: counts, never who."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, select

from decisions.journeys.dates import about
from decisions.journeys.models import Journey, Verdict
from decisions.promises.owners import Owner, said_by
from decisions.promises.verdicts.models import VerdictRound
from decisions.promises.verdicts.rules import Said
from forum import clock
from forum.access import Shown
from forum.db import db
from forum.threads.models import Thread

MOST = 1_000
ROUND, VERDICT = VerdictRound.__table__, Verdict.__table__
COUNTS: Select[Any] = (
    select(ROUND.c.id, ROUND.c.months, ROUND.c.opens_on, ROUND.c.closes_on, VERDICT.c.journey_id, VERDICT.c.word)
    .add_columns(func.count().label("number"), func.max(VERDICT.c.created_at).label("last"))
    .select_from(VERDICT)
    .outerjoin(ROUND, ROUND.c.id == VERDICT.c.round_id)
    .group_by(ROUND.c.id, ROUND.c.months, ROUND.c.opens_on, ROUND.c.closes_on, VERDICT.c.journey_id, VERDICT.c.word)
)
SAID = COUNTS.where(VERDICT.c.journey_id == bindparam("journey_id"))


def said(rows: Iterable[Any]) -> list[Said]:
    """Put rows of `SAID` together: each round once, the newest first. What was said before there were rounds counts
    as said when the issue ended."""
    rounds: dict[int, list[Any]] = {}
    for row in rows:
        rounds.setdefault(row.id or 0, []).append(row)
    return [_round(rounds[one]) for one in sorted(rounds, reverse=True)]


def _round(rows: list[Any]) -> Said:
    last = max(clock.local_day(row.last) for row in rows)
    counts = {row.word: row.number for row in rows}
    return Said(rows[0].months or 0, rows[0].opens_on or last, rows[0].closes_on or last, counts)


def of_journey(journey_id: int) -> list[Said]:
    """Return what people said of an issue, round by round, the newest first: one query."""
    return said(db.session.execute(SAID, {"journey_id": journey_id}))


def by_journey(journey_ids: Iterable[int]) -> dict[int, list[Said]]:
    """Return what people said of several issues, by journey, each round by round: one query."""
    rows: dict[int, list[Any]] = {}
    for row in db.session.execute(COUNTS.where(VERDICT.c.journey_id.in_(list(journey_ids)))):
        rows.setdefault(row.journey_id, []).append(row)
    return {key: said(found) for key, found in rows.items()}


def open_round(journey_id: int, today: date) -> VerdictRound | None:
    """Return the round in which people can answer today, if there is one."""
    here = and_(VerdictRound.journey_id == journey_id, VerdictRound.opens_on <= today, VerdictRound.closes_on >= today)
    return db.session.scalar(select(VerdictRound).where(here).order_by(VerdictRound.id.desc()).limit(1))


def of_owner(round_id: int, owner: Owner) -> Verdict | None:
    """Return what somebody said in a round."""
    here = select(Verdict).where(Verdict.round_id == round_id, said_by(owner, Verdict))
    return db.session.scalar(here.order_by(Verdict.id).limit(1))


def words_of(journey_id: int) -> list[tuple[VerdictRound, str]]:
    """Return what people wrote, by round, without who: for those who help run this. In the order of the words."""
    rows = db.session.execute(
        select(VerdictRound, Verdict.words)
        .join(Verdict, Verdict.round_id == VerdictRound.id)
        .where(VerdictRound.journey_id == journey_id, Verdict.words != "")
        .order_by(VerdictRound.id.desc(), func.lower(Verdict.words))
    )
    return [(one, words) for one, words in rows]


def open_on(today: date) -> list[Any]:
    """Return the rounds in which people can answer on a day, of issues that all can see: `id`, `closes_on`, and the
    issue's `thread_id`, `slug`, `title`, `topic` and `area`; what ends sooner first. One query."""
    here = select(VerdictRound.id, VerdictRound.closes_on, Thread.id.label("thread_id"), Thread.slug, Thread.title)
    rows = (
        here.add_columns(*about())
        .join(Journey, Journey.id == VerdictRound.journey_id)
        .join(Thread, Thread.id == Journey.thread_id)
        .where(VerdictRound.opens_on <= today, VerdictRound.closes_on >= today, Thread.state == Shown.SHOWN)
        .order_by(VerdictRound.closes_on, VerdictRound.id)
    )
    return list(db.session.execute(rows.limit(MOST)))
