"""Find reports, rulings and what waits for a moderator; and the figures of a month."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import aliased

from forum.access import Shown, Standing, is_moderator
from forum.db import db
from forum.moderation.models import Appeal, Flag, Ruling
from forum.moderation.reasons import GRAVE
from forum.people.models import Person
from forum.threads.models import Post, Thread

MOST, MOST_READ = 50, 500
RECEIPT = re.compile(r"[A-Z0-9-]{1,12}")
FEWEST_COUNTED = 10


@dataclass(frozen=True, slots=True)
class Month:
    """The figures of some time: how many reports, and the usual hours until somebody acted; none below ten."""

    reports: int | None
    hours: float | None


def flags(ids: Iterable[int]) -> dict[int, Flag]:
    """Return reports by id, in one query."""
    return {one.id: one for one in db.session.scalars(select(Flag).where(Flag.id.in_(list(ids))))}


def rulings(ids: Iterable[int]) -> dict[int, Ruling]:
    """Return rulings by id, in one query."""
    return {one.id: one for one in db.session.scalars(select(Ruling).where(Ruling.id.in_(list(ids))))}


def ruling(ruling_id: int) -> Ruling | None:
    """Return one ruling."""
    return db.session.get(Ruling, ruling_id)


def appeals(ids: Iterable[int]) -> dict[int, Appeal]:
    """Return requests for a second look by id, in one query."""
    return {one.id: one for one in db.session.scalars(select(Appeal).where(Appeal.id.in_(list(ids))))}


def by_receipt(receipt: str) -> tuple[Flag, Ruling | None] | None:
    """Return a report by its receipt number, with what came of it."""
    if not RECEIPT.fullmatch(receipt):
        return None
    query = select(Flag, Ruling).outerjoin(Ruling, Ruling.id == Flag.ruling_id).where(Flag.receipt == receipt)
    row = db.session.execute(query).first()
    return (row[0], row[1]) if row else None


def open_flags() -> list[tuple[Flag, datetime]]:
    """Return the gravest report on each thing that nobody has acted on, and since when the first has waited."""
    waiting = select(Flag).where(Flag.ruling_id.is_(None)).order_by(Flag.id).limit(MOST_READ)
    found: dict[tuple[str, int], tuple[Flag, datetime]] = {}
    for flag in db.session.scalars(waiting):
        first, since = found.setdefault((flag.kind, flag.subject_id), (flag, flag.created_at))
        if flag.reason in GRAVE and first.reason not in GRAVE:
            found[flag.kind, flag.subject_id] = (flag, since)
    return list(found.values())[:MOST]


def open_appeals(who: Standing) -> list[tuple[Appeal, Ruling]]:
    """Return requests for a second look that this moderator may answer."""
    query = select(Appeal, Ruling).join(Ruling, Ruling.id == Appeal.ruling_id).where(_for(who))
    return [(row[0], row[1]) for row in db.session.execute(query.order_by(Appeal.id).limit(MOST))]


def waiting_threads() -> list[tuple[int, datetime]]:
    """Return issues whose first look is due: ids and since when."""
    query = select(Thread.id, Thread.created_at).where(Thread.state == Shown.WAITING)
    return [(row[0], row[1]) for row in db.session.execute(query.order_by(Thread.id).limit(MOST))]


def waiting_posts() -> list[tuple[int, datetime]]:
    """Return replies whose first look is due: ids and since when. An opening waits with its issue."""
    query = select(Post.id, Post.created_at).where(_waits_alone())
    return [(row[0], row[1]) for row in db.session.execute(query.order_by(Post.id).limit(MOST))]


def suspended() -> list[tuple[Person, Ruling | None]]:
    """Return people who can't write at the moment, with the last ruling on each."""
    theirs = (Ruling.kind == "person") & (Ruling.subject_id == Person.id)
    last = select(func.max(Ruling.id)).where(theirs).correlate(Person).scalar_subquery()
    query = select(Person, Ruling).outerjoin(Ruling, Ruling.id == last).where(Person.suspended_at.is_not(None))
    return [(row[0], row[1]) for row in db.session.execute(query.order_by(Person.suspended_at.desc()))]


def rulings_on(kind: str, subject_id: int) -> list[Ruling]:
    """Return the rulings on a thing, the newest first."""
    same = (Ruling.kind == kind) & (Ruling.subject_id == subject_id)
    return list(db.session.scalars(select(Ruling).where(same).order_by(Ruling.id.desc())))


def count_for_moderators(who: Standing) -> ScalarSelect[int] | None:
    """Count what waits for a moderator: reported things, and issues and replies whose first look is due."""
    if not is_moderator(who):
        return None
    things = select(Flag.kind, Flag.subject_id).where(Flag.ruling_id.is_(None)).distinct().subquery()
    parts = (
        select(func.count()).select_from(things),
        select(func.count(Thread.id)).where(Thread.state == Shown.WAITING),
        select(func.count(Post.id)).where(_waits_alone()),
    )
    reported, threads, posts = (part.scalar_subquery() for part in parts)
    return select(reported + threads + posts).scalar_subquery()


def count_appeals(who: Standing) -> ScalarSelect[int] | None:
    """Count requests for a second look that wait for this person."""
    query = select(func.count(Appeal.id)).join(Ruling, Ruling.id == Appeal.ruling_id).where(_for(who))
    return query.scalar_subquery() if is_moderator(who) else None


def month(since: datetime, until: datetime) -> Month:
    """Return the figures of reports made in some time."""
    query = (
        select(Flag.created_at, Ruling.at)
        .outerjoin(Ruling, Ruling.id == Flag.ruling_id)
        .where(Flag.created_at >= since, Flag.created_at < until)
    )
    rows = [(row[0], row[1]) for row in db.session.execute(query)]
    return Month(len(rows) if len(rows) >= FEWEST_COUNTED else None, _usual(rows))


def _usual(rows: Sequence[tuple[datetime, datetime | None]]) -> float | None:
    """The median of hours until a ruling."""
    hours = [(at - made).total_seconds() / 3600 for made, at in rows if at is not None]
    return median(hours) if len(hours) >= FEWEST_COUNTED else None


def _for(who: Standing) -> ColumnElement[bool]:
    first = Ruling.by_id.is_distinct_from(who.person_id)
    return Appeal.answer_id.is_(None) & first & Appeal.person_id.is_distinct_from(who.person_id)


def _waits_alone() -> ColumnElement[bool]:
    shown = aliased(Thread)
    opening = (Post.number == 1) & select(shown.id).where(
        shown.id == Post.thread_id, shown.state == Shown.WAITING
    ).exists()
    return (Post.state == Shown.WAITING) & ~opening
