"""Who is asked: somebody affected or who follows, with an account, with an e-mail address alone, or by a browser that
said before that it affects them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, or_, select

from decisions.promises.models import Unasked
from forum.db import db
from forum.notifications.models import Follow
from forum.people.models import Person
from forum.threads.models import Affected


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody whose word counts once: a person, a follow by e-mail alone, or a browser by its mark on the issue."""

    person_id: int | None = None
    follow_id: int | None = None
    browser: str | None = None
    email: str | None = None  # where a letter goes when there is no account

    @property
    def key(self) -> str:
        """Return what tells one from another: `p3`, `f7`."""
        return f"p{self.person_id}" if self.person_id is not None else f"f{self.follow_id}"


def to_ask(thread_ids: Iterable[int]) -> list[Owner]:
    """Return everybody who is affected by these issues or follows them and who may be written to, each once.

    Nobody who left, who is stopped from writing, who wants no letters or does not want to be asked. An address that
    follows without an account is left out when the account with this address is asked. Three queries.
    """
    ids = list(thread_ids)
    wants = Person.mail_moves & Person.email.is_not(None) & Person.erased_at.is_(None) & Person.suspended_at.is_(None)
    here = Person.id.in_(_affected(ids).union(_following(ids)))
    refused = Person.id.in_(select(Unasked.person_id).where(Unasked.thread_id.in_(ids), Unasked.person_id.is_not(None)))
    people = db.session.execute(
        select(Person.id, Person.email_key).where(here, wants, ~refused).order_by(Person.id)
    ).all()
    told = {one.email_key for one in people}
    return [Owner(person_id=one.id) for one in people] + [
        Owner(follow_id=one.id, email=one.email) for one in _by_email(ids) if one.email_key not in told
    ]


def is_concerned(owner: Owner, thread_ids: Iterable[int], *, before: datetime | None = None) -> bool:
    """Whether somebody is affected by one of these issues, or follows it, now. A browser must have said so `before` a
    moment, if there is one: a new one is made too easily to count at once."""
    ids = list(thread_ids)
    if owner.browser is not None:
        said = select(Affected.id).where(Affected.thread_id.in_(ids), Affected.browser == owner.browser)
        said = said if before is None else said.where(Affected.created_at < before)
        return db.session.scalar(said.limit(1)) is not None
    if owner.follow_id is not None:
        row = db.session.get(Follow, owner.follow_id)
        return row is not None and row.confirmed_at is not None and row.kind == "thread" and row.subject_id in ids
    either = _affected(ids).union(_following(ids)).subquery()
    found = select(either.c[0]).where(either.c[0] == owner.person_id).limit(1)
    return db.session.scalar(found) is not None


def said_by(owner: Owner, row: Any) -> ColumnElement[bool]:
    """Return the condition for what somebody said, in a table with `person_id` and `follow_id` (and `browser` where a
    browser can say it). Who has an account and follows by the same address is one: their word counts once."""
    if owner.browser is not None:
        return cast("ColumnElement[bool]", row.browser == owner.browser)
    if owner.person_id is not None:
        address = select(Person.email_key).where(Person.id == owner.person_id)
        person = row.person_id == owner.person_id
    else:
        address = select(Follow.email_key).where(Follow.id == owner.follow_id)
        person = row.person_id.in_(select(Person.id).where(Person.email_key == address.scalar_subquery()))
    follows = select(Follow.id).where(Follow.email_key == address.scalar_subquery())
    return or_(person, row.follow_id.in_(follows))


def refuses(owner: Owner, thread_ids: Iterable[int]) -> bool:
    """Whether somebody does not want to be asked about any of these issues."""
    mine = Unasked.follow_id == owner.follow_id if owner.person_id is None else Unasked.person_id == owner.person_id
    return (
        db.session.scalar(select(Unasked.id).where(mine, Unasked.thread_id.in_(list(thread_ids))).limit(1)) is not None
    )


def _affected(ids: list[int]) -> Select[Any]:
    return select(Affected.person_id).where(Affected.thread_id.in_(ids), Affected.person_id.is_not(None))


def _following(ids: list[int]) -> Select[Any]:
    here = (Follow.kind == "thread") & Follow.subject_id.in_(ids)
    return select(Follow.person_id).where(here, Follow.person_id.is_not(None), Follow.confirmed_at.is_not(None))


def _by_email(ids: list[int]) -> list[Follow]:
    """The addresses that follow without an account, each once."""
    here = (Follow.kind == "thread") & Follow.subject_id.in_(ids) & Follow.person_id.is_(None)
    refused = select(Unasked.follow_id).where(Unasked.thread_id.in_(ids), Unasked.follow_id.is_not(None))
    rows = db.session.scalars(
        select(Follow).where(here, Follow.confirmed_at.is_not(None), Follow.id.not_in(refused)).order_by(Follow.id)
    )
    return list({row.email_key: row for row in reversed(rows.all())}.values())[::-1]
