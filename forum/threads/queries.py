"""Find threads and posts, as one person may see them. A guest's page costs one query for each of these."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from markupsafe import Markup
from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from forum.access import Shown, Standing, is_moderator, may_see
from forum.db import db, rows
from forum.people import queries as people
from forum.threads.models import Affected, Ask, Keeper, Post, PostVersion, Thread
from forum.threads.rendering import trusted
from forum.threads.rules import may_see_versions
from forum.threads.statements import BACKWARDS, FORWARDS, Reader

PAGE = 20
LARGEST_ID = 2**31 - 1


class PostView(NamedTuple):
    """A post as one reader sees it. `html` is empty when its words may not be seen: then it is a tombstone."""

    id: int
    number: int
    html: Markup
    seen: bool  # the words may be seen; else a tombstone
    state: str
    mine: bool
    name: str
    capacity: str | None
    signed: str
    created_at: datetime
    edited_at: datetime | None
    came_by: str | None
    typed_by: str | None  # the name of whoever typed them in
    reply_to: int | None  # the number of the post that it answers
    reply_to_id: int | None
    may_see_versions: bool


@dataclass(frozen=True, slots=True)
class PostsPage:
    """Some posts of a thread in their order. `before` and `after` are numbers for the pages beside, or none; `mine` are
    the bylines of the reader."""

    posts: Sequence[PostView]
    before: int | None
    after: int | None
    mine: frozenset[int] = frozenset()


def thread_or_none(thread_id: int, who: Standing) -> Thread | None:
    """Return a thread with its topic, area, community and byline if this person may see it."""
    known = 0 < thread_id <= LARGEST_ID
    thread = db.session.scalar(select(Thread).where(Thread.id == thread_id)) if known else None
    if thread is None or may_see(who, state=thread.state, mine=False) is None:
        return thread
    mine = is_mine(who, thread.byline_id)
    return thread if may_see(who, state=thread.state, mine=mine) is None else None


def post_or_none(post_id: int, who: Standing) -> tuple[Post, Thread] | None:
    """Return a post and its thread if this person may see both; a tombstone counts as seen."""
    known = 0 < post_id <= LARGEST_ID
    post = db.session.scalar(select(Post).where(Post.id == post_id)) if known else None
    thread = thread_or_none(post.thread_id, who) if post else None
    if post is None or thread is None:
        return None
    hidden = post.state == Shown.WAITING and may_see(who, state=post.state, mine=is_mine(who, post.byline_id))
    return None if hidden else (post, thread)


def is_mine(who: Standing, byline_id: int) -> bool:
    """Whether a byline is this person's own."""
    return who.person_id is not None and byline_id in people.my_bylines(who.person_id)


def posts_page(
    thread_id: int, *, after: int | None = None, before: int | None = None, limit: int = PAGE, who: Standing
) -> PostsPage:
    """Return up to `limit` posts after (or before) a number. Posts that wait are there for their writers and for
    moderators alone; hidden and withdrawn ones are tombstones for everybody else."""
    mine = frozenset(people.my_bylines(who.person_id)) if who.person_id is not None else frozenset()
    pages = FORWARDS if before is None else BACKWARDS
    values: dict[str, Any] = {
        "thread_id": thread_id,
        "number": (after or 0) if before is None else before,
        "most": limit + 1,
    }
    if (reader := _reader(who)) is Reader.MEMBER:
        values["mine"] = mine
    found = rows(pages[reader], values)
    more = len(found) > limit
    views = [_view(row, who, mine) for row in found[:limit]]
    if before is not None:
        views.reverse()
    start, end = (more, bool(views)) if before is not None else (bool(after) and bool(views), more)
    first, last = views[0].number if start and views else None, views[-1].number if end and views else None
    return PostsPage(views, first, last, mine)


def _reader(who: Standing) -> Reader:
    if is_moderator(who):
        return Reader.MODERATOR
    return Reader.MEMBER if who.signed_in else Reader.GUEST


def _view(post: Any, who: Standing, mine: frozenset[int]) -> PostView:
    """One row of the page as this person may see it."""
    own = post.byline_id in mine
    seen = may_see(who, state=post.state, mine=own) is None
    return PostView(
        id=post.id,
        number=post.number,
        html=trusted(post.html) if seen else Markup(""),
        seen=seen,
        state=post.state,
        mine=own,
        name=post.name if seen else "",
        capacity=post.capacity if seen else None,
        signed=post.signed if seen else "",
        created_at=post.created_at,
        edited_at=post.edited_at if seen else None,
        came_by=post.came_by if seen else None,
        typed_by=post.typed_by if seen else None,
        reply_to=post.reply_to,
        reply_to_id=post.reply_to_id,
        may_see_versions=seen and post.edited_at is not None and may_see_versions(who, mine=own) is None,
    )


def page_start(number: int) -> int:
    """Return the `after` of a page that holds the post with this number: the last number before its twenty."""
    return (number - 1) // PAGE * PAGE


def asks(thread_id: int) -> list[Ask]:
    """Return what people are asking for, the newest version first."""
    return list(db.session.scalars(select(Ask).where(Ask.thread_id == thread_id).order_by(Ask.number.desc())))


def keeper(thread_id: int) -> Keeper | None:
    """Return who looks after a thread now, with the byline."""
    return db.session.scalar(select(Keeper).where(Keeper.thread_id == thread_id, Keeper.until.is_(None)))


def versions(post_id: int) -> list[PostVersion]:
    """Return what a post said before, the newest first."""
    query = select(PostVersion).where(PostVersion.post_id == post_id).order_by(PostVersion.number.desc())
    return list(db.session.scalars(query))


def threads(ids: Iterable[int]) -> dict[int, Thread]:
    """Return threads by id, in one query."""
    return {one.id: one for one in db.session.scalars(select(Thread).where(Thread.id.in_(list(ids))))}


def posts(ids: Iterable[int]) -> dict[int, Post]:
    """Return posts by id with their threads, in one query."""
    query = select(Post).where(Post.id.in_(list(ids))).options(joinedload(Post.thread))
    return {one.id: one for one in db.session.scalars(query)}


def is_affected(thread_id: int, *, person_id: int | None = None, browser: str | None = None) -> bool:
    """Whether a person, or whoever uses a browser, said that a thread affects them."""
    if person_id is None and browser is None:
        return False
    owner = Affected.person_id == person_id if person_id is not None else Affected.browser == browser
    joined = select(Thread.id).where(Thread.joined_to_id == thread_id)
    here = or_(Affected.thread_id == thread_id, Affected.thread_id.in_(joined))
    return db.session.scalar(select(Affected.id).where(here, owner).limit(1)) is not None


def count() -> int:
    """Return how many threads are shown."""
    return db.session.scalar(select(func.count(Thread.id)).where(Thread.state == Shown.SHOWN)) or 0
