"""Who follows what, and what is new for somebody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import current_app
from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from forum import subjects
from forum.access import Shown, Standing
from forum.db import db
from forum.notifications import tokens
from forum.notifications.models import Follow, Notice
from forum.people.models import Person
from forum.people.queries import my_bylines
from forum.threads.models import Post

Thing = tuple[str, int]
MOST_NEWS = 20


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened on a thing that somebody follows."""

    at: datetime
    title: str
    address: str
    on_title: str
    on_address: str


@dataclass(frozen=True, slots=True)
class Talk:
    """How many new replies there are."""

    title: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Followed:
    """A thing that somebody follows; no title when they may not see it any more."""

    kind: str
    id: int
    title: str
    address: str


def by_person(thing: Thing, person_id: int) -> Follow | None:
    """Return somebody's follow of a thing."""
    return db.session.scalar(select(Follow).where(*_here(thing), Follow.person_id == person_id))


def by_email(thing: Thing, key: str) -> Follow | None:
    """Return an address's follow of a thing, confirmed or not."""
    return db.session.scalar(select(Follow).where(*_here(thing), Follow.email_key == key))


def by_token(purpose: str, token: str) -> Follow | None:
    """Return the follow that a link in a letter stands for; `None` when the link does not work any more."""
    read = tokens.read(str(current_app.secret_key), purpose, token)
    row = db.session.get(Follow, read[0]) if read else None
    return row if row is not None and read is not None and tokens.stamp(row) == read[1] else None


def is_following(thing: Thing, who: Standing) -> bool:
    """Whether somebody follows a thing with their account."""
    return who.person_id is not None and by_person(thing, who.person_id) is not None


def all_of(person_id: int) -> list[Follow]:
    """Return every follow of a person: by account, or by the address of the account."""
    address = select(Person.email_key).where(Person.id == person_id).scalar_subquery()
    mine = or_(Follow.person_id == person_id, Follow.email_key == address)
    return list(db.session.scalars(select(Follow).where(mine).order_by(Follow.id)))


def confirmed(thing: Thing) -> list[Follow]:
    """Return the follows of a thing that are in force."""
    return list(db.session.scalars(select(Follow).where(*_here(thing), Follow.confirmed_at.is_not(None))))


def owners(thing: Thing) -> set[tuple[int | None, str | None]]:
    """Return who follows a thing, or was asked whether they do: the person, or the address."""
    rows = db.session.execute(select(Follow.person_id, Follow.email_key).where(*_here(thing)))
    return {(row[0], row[1]) for row in rows}


def to_tell(notice: Notice, *, after: int, limit: int) -> list[Follow]:
    """Return followers who get a letter about a notice, by id, after an id: not who did it, not who wants no letters,
    nobody twice, and nobody who followed only later."""
    other = aliased(Follow)
    with_account = exists().where(
        other.kind == notice.kind, other.subject_id == notice.subject_id, other.person_id == Person.id
    )
    told_already = exists().where(
        Person.email_key == Follow.email_key,
        or_(Person.id == notice.not_to_id, and_(Person.mail_moves, with_account)),
    )
    wants = exists().where(
        Person.id == Follow.person_id, Person.mail_moves, Person.email.is_not(None), Person.erased_at.is_(None)
    )
    reached = or_(
        and_(Follow.person_id.is_(None), ~told_already),
        and_(Follow.person_id.is_distinct_from(notice.not_to_id), wants),
    )
    rows = (
        select(Follow)
        .where(*_here((notice.kind, notice.subject_id)), Follow.id > after, reached)
        .where(Follow.confirmed_at <= notice.created_at)
        .order_by(Follow.id)
        .limit(limit)
    )
    for kind, subject_id in _told_before(notice):
        follows_both = or_(other.person_id == Follow.person_id, other.email_key == Follow.email_key)
        there = exists().where(other.kind == kind, other.subject_id == subject_id, other.confirmed_at.is_not(None))
        rows = rows.where(~there.where(follows_both))
    return list(db.session.scalars(rows))


def _told_before(notice: Notice) -> list[Thing]:
    """The other things whose followers hear the same news: who follows one of them too gets one letter."""
    same = (Notice.about_kind == notice.about_kind) & (Notice.about_id == notice.about_id) & (Notice.id < notice.id)
    rows = db.session.execute(
        select(Notice.kind, Notice.subject_id).where(same, Notice.created_at == notice.created_at)
    )
    return [(kind, subject_id) for kind, subject_id in rows if (kind, subject_id) != (notice.kind, notice.subject_id)]


def following(person_id: int, who: Standing) -> list[Followed]:
    """Return what somebody follows, the newest first."""
    rows = db.session.scalars(select(Follow).where(Follow.person_id == person_id).order_by(Follow.id.desc())).all()
    seen = _visible(((row.kind, row.subject_id) for row in rows), who)
    return [Followed(row.kind, row.subject_id, *_named(row.kind, row.subject_id, seen)) for row in rows]


def news(person_id: int, since: datetime, who: Standing) -> list[News]:
    """Return what happened on what somebody follows since a moment, by others, the newest first."""
    mine = and_(Follow.kind == Notice.kind, Follow.subject_id == Notice.subject_id, Follow.person_id == person_id)
    rows = db.session.scalars(
        select(Notice)
        .join(Follow, mine)
        .where(Notice.created_at > since, Notice.not_to_id.is_distinct_from(person_id))
        .order_by(Notice.created_at.desc(), Notice.id.desc())
        .limit(MOST_NEWS)
    ).all()
    rows = list({(row.about_kind, row.about_id, row.created_at): row for row in reversed(rows)}.values())[::-1]
    seen = _visible([(r.kind, r.subject_id) for r in rows] + [(r.about_kind, r.about_id) for r in rows], who)
    return [
        News(row.created_at, *_named(row.about_kind, row.about_id, seen), *_named(row.kind, row.subject_id, seen))
        for row in rows
        if (row.about_kind, row.about_id) in seen and (row.kind, row.subject_id) in seen
    ]


def talk(person_id: int, since: datetime, who: Standing) -> list[Talk]:
    """Return how many replies others wrote since a moment in what somebody follows."""
    mine = and_(Follow.kind == "thread", Follow.subject_id == Post.thread_id, Follow.person_id == person_id)
    rows = db.session.execute(
        select(Post.thread_id, func.count(Post.id))
        .join(Follow, mine)
        .where(Post.created_at > since, Post.state == Shown.SHOWN, Post.number > 1)
        .where(Post.byline_id.not_in(my_bylines(person_id)))
        .group_by(Post.thread_id)
        .order_by(func.max(Post.created_at).desc())
    ).all()
    seen = _visible((("thread", row[0]) for row in rows), who)
    return [Talk(*_named("thread", row[0], seen), count=row[1]) for row in rows if ("thread", row[0]) in seen]


def _here(thing: Thing) -> tuple[Any, Any]:
    return Follow.kind == thing[0], Follow.subject_id == thing[1]


def _visible(things: Iterable[Thing], who: Standing) -> Mapping[Thing, Any]:
    """Load things that somebody may see, one query a kind."""
    wanted: dict[str, set[int]] = {}
    for kind, subject_id in things:
        wanted.setdefault(kind, set()).add(subject_id)
    found: dict[Thing, Any] = {}
    for kind, ids in wanted.items():
        entry = subjects.table().get(kind)
        for subject_id, thing in entry.load(ids).items() if entry else ():
            if entry is not None and entry.may_see(who, thing) is None:
                found[(kind, subject_id)] = thing
    return found


def _named(kind: str, subject_id: int, seen: Mapping[Thing, Any]) -> tuple[str, str]:
    thing = seen.get((kind, subject_id))
    return ("", "") if thing is None else (subjects.get(kind).title(thing), subjects.address(kind, thing))
