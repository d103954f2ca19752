"""Find worries, for safeguarding leads alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ScalarSelect, func, select

from forum.access import SAFEGUARDING, Role, Standing
from forum.db import db
from forum.moderation.models import Concern, ConcernRead
from forum.people.models import Person, PersonRole
from forum.refusal import Refusal

READING = timedelta(minutes=15)
PAGE = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A worry as the list shows it: without its words."""

    id: int
    created_at: datetime
    closed_at: datetime | None
    times_read: int


def may_see(who: Standing, _concern: Concern) -> Refusal | None:
    """Whether this person may know of a worry: safeguarding leads, and nobody else, administrators included."""
    return SAFEGUARDING.check(who)


def leads() -> list[int]:
    """Return the ids of people who read worries; suspended and erased ones do not count."""
    here = Person.suspended_at.is_(None) & Person.erased_at.is_(None)
    query = select(PersonRole.person_id).join(Person, Person.id == PersonRole.person_id)
    return list(db.session.scalars(query.where(PersonRole.role == Role.SAFEGUARDING, here)))


def concerns(ids: Iterable[int]) -> dict[int, Concern]:
    """Return worries by id, in one query."""
    return {one.id: one for one in db.session.scalars(select(Concern).where(Concern.id.in_(list(ids))))}


def lines(*, closed: bool = False, before: int | None = None) -> tuple[list[Line], int | None]:
    """Return a page of worries without their words: open ones oldest first, or closed ones newest first."""
    state = Concern.closed_at.is_not(None) if closed else Concern.closed_at.is_(None)
    reads = select(func.count(ConcernRead.id)).where(ConcernRead.concern_id == Concern.id).scalar_subquery()
    query = select(Concern.id, Concern.created_at, Concern.closed_at, reads).where(state)
    if before is not None:
        query = query.where(Concern.id < before if closed else Concern.id > before)
    query = query.order_by(Concern.id.desc() if closed else Concern.id).limit(PAGE + 1)
    rows = [Line(*row) for row in db.session.execute(query)]
    return rows[:PAGE], rows[PAGE - 1].id if len(rows) > PAGE else None


def readings(concern_id: int) -> list[tuple[str, datetime]]:
    """Return who read a worry and when, the last first."""
    query = (
        select(Person.name, ConcernRead.at)
        .outerjoin(Person, Person.id == ConcernRead.person_id)
        .where(ConcernRead.concern_id == concern_id)
        .order_by(ConcernRead.id.desc())
    )
    return [(name or "", at) for name, at in db.session.execute(query.select_from(ConcernRead))]


def is_reading(concern_id: int, who: Standing, *, on: datetime) -> bool:
    """Whether this lead said within the last quarter of an hour that they read this worry."""
    mine = (ConcernRead.concern_id == concern_id) & (ConcernRead.person_id == who.person_id)
    last = db.session.scalar(select(func.max(ConcernRead.at)).where(mine))
    return last is not None and on - last <= READING


def count_open(who: Standing) -> ScalarSelect[int] | None:
    """Count worries that are not closed, for a lead."""
    if not who.has(Role.SAFEGUARDING):
        return None
    return select(func.count(Concern.id)).where(Concern.closed_at.is_(None)).scalar_subquery()
