"""Find sources, their runs and what waits of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from decisions.imports.models import Brought, Origin, Run, Source
from forum.db import db

STALE = {"day": timedelta(days=3), "week": timedelta(days=15)}
RUNS_SHOWN = 10
READ = and_(Source.paused_at.is_(None), Source.ended_at.is_(None))  # true of a source that nobody stopped


def by_ids(ids: Iterable[int]) -> dict[int, Source]:
    """Return sources by id."""
    return {one.id: one for one in db.session.scalars(select(Source).where(Source.id.in_(list(ids))))}


def all_ids() -> list[int]:
    """Return the ids of all sources."""
    return list(db.session.scalars(select(Source.id).order_by(Source.id)))


def scheduled() -> list[Source]:
    """Return the sources that are read by themselves."""
    return list(db.session.scalars(select(Source).where(Source.every != "", READ).order_by(Source.id)))


def next_asked() -> int | None:
    """Return the source that waits longest to be read now."""
    return db.session.scalar(select(Source.id).where(Source.asked_at.is_not(None)).order_by(Source.asked_at).limit(1))


def last_start(source_id: int) -> datetime | None:
    """Return when a source was read last; a time that failed does not count."""
    return db.session.scalar(select(func.max(Run.started_at)).where(Run.source_id == source_id, Run.outcome == "done"))


@dataclass(frozen=True, slots=True)
class Listed:
    """A source with its last run, if any, how many of its bodies wait to be matched, and how many things to look at."""

    source: Source
    run: Run | None
    unmatched: int
    brought: int

    @property
    def failed(self) -> bool:
        """Whether the last reading came to nothing."""
        ended = self.run is not None and self.run.outcome in ("failed", "stopped")
        return ended and not self.source.stopped

    def is_stale(self, on: datetime) -> bool:
        """Whether it should have been read by now, and was not."""
        patience = STALE.get(self.source.every) if not self.source.stopped else None
        since = self.run.started_at if self.run else self.source.made_at
        return patience is not None and on - since > patience


def listed() -> list[Listed]:
    """Return all sources by name, those that have ended last."""
    last = aliased(Run)
    newest = _newest()
    waits = select(func.count(Origin.id)).where(Origin.source_id == Source.id, *unmatched()).scalar_subquery()
    brought = select(func.count(Brought.id)).where(Brought.source_id == Source.id).scalar_subquery()
    query = (
        select(Source, last, waits, brought)
        .outerjoin(last, last.id == newest)
        .order_by(Source.ended_at.is_not(None), Source.name, Source.id)
    )
    return [Listed(*row) for row in db.session.execute(query)]


def _newest() -> ScalarSelect[int]:
    """The last run of each source that has ended."""
    each = aliased(Run)
    ended = select(func.max(each.id)).where(each.source_id == Source.id, each.outcome != "")
    return ended.correlate(Source).scalar_subquery()


def unmatched() -> tuple[ColumnElement[bool], ...]:
    """Return what is true of a body of a source that nobody has matched."""
    return Origin.kind == "body", Origin.subject_id.is_(None), Origin.left_out.is_(False), Origin.gone_on.is_(None)


def bodies_of(source_id: int) -> list[Origin]:
    """Return the bodies of a source: those that wait first, then by id."""
    waits = case((and_(*unmatched()), 0), else_=1)
    query = select(Origin).where(Origin.source_id == source_id, Origin.kind == "body")
    return list(db.session.scalars(query.order_by(waits, Origin.id)))


def body_here(source_id: int, origin_id: int) -> Origin | None:
    """Return a body of a source."""
    wanted = (Origin.id == origin_id, Origin.source_id == source_id, Origin.kind == "body")
    return db.session.scalar(select(Origin).where(*wanted))


def runs_of(source_id: int) -> list[Run]:
    """Return the last times that a source was read, the newest first."""
    query = select(Run).where(Run.source_id == source_id).order_by(Run.id.desc()).limit(RUNS_SHOWN)
    return list(db.session.scalars(query))


def brought_of(source_id: int) -> list[Brought]:
    """Return what was brought to a source and waits for somebody to look at it."""
    return list(db.session.scalars(select(Brought).where(Brought.source_id == source_id).order_by(Brought.id)))


def brought_here(brought_id: int) -> Brought | None:
    """Return something that was brought."""
    return db.session.get(Brought, brought_id)


def needs_somebody(on: datetime) -> ColumnElement[bool]:
    """Return what is true of a source that waits for a person: its last reading failed, it was not read in time, or
    one of its bodies is not matched, or something that was brought waits."""
    failed = exists().where(Run.id == _newest(), Run.outcome.in_(("failed", "stopped")))
    waits = exists().where(Origin.source_id == Source.id, *unmatched())
    brought = exists().where(Brought.source_id == Source.id)
    each = aliased(Run)
    ended = select(func.max(each.started_at)).where(each.source_id == Source.id, each.outcome != "")
    last = ended.correlate(Source).scalar_subquery()
    stale = [
        and_(Source.every == word, func.coalesce(last, Source.made_at) < on - long) for word, long in STALE.items()
    ]
    machine = and_(READ, or_(failed, *stale))
    return and_(Source.ended_at.is_(None), or_(machine, waits, brought))


@dataclass(frozen=True, slots=True)
class CameFrom:
    """Where a thing came from: the name of the source, when it was fetched last, and since when nothing more is
    brought in from there, if so."""

    name: str
    fetched_at: datetime
    ended_at: datetime | None


def came_from(kind: str, subject_id: int) -> CameFrom | None:
    """Return where a thing came from: of several sources one that is still read, or nothing. One query."""
    rows = select(Source.name, Origin.fetched_at, Source.ended_at).join(Source, Source.id == Origin.source_id)
    rows = rows.where(Origin.kind == kind, Origin.subject_id == subject_id)
    found = db.session.execute(rows.order_by(Source.ended_at.is_not(None), Origin.fetched_at.desc()).limit(1)).first()
    return CameFrom(*found) if found else None


def brought_in(source_id: int) -> dict[str, int]:
    """Return how many things of each kind came from a source and are here. One query."""
    rows = select(Origin.kind, func.count(Origin.id)).where(Origin.source_id == source_id)
    rows = rows.where(Origin.subject_id.is_not(None), Origin.kind != "body").group_by(Origin.kind)
    return dict(db.session.execute(rows.order_by(Origin.kind)).all())
