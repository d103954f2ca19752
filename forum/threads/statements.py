"""The statements that fetch one page of posts: put together once, for that costs as much as running them.

They fetch columns, not objects: a page shows twenty posts and changes none of them.
"""

from enum import Enum
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import aliased

from forum.access import Shown
from forum.people.models import Byline
from forum.threads.models import Post


class Reader(Enum):
    """Whose page it is: which of the posts that wait are there."""

    GUEST = "none"
    MEMBER = "their own"
    MODERATOR = "all"


TYPIST: Any = aliased(Byline)
ANSWERED: Any = aliased(Post)
POSTS: Any = (
    select(
        Post.id,
        Post.number,
        Post.html,
        Post.state,
        Post.created_at,
        Post.edited_at,
        Post.came_by,
        Post.byline_id,
        Byline.name,
        Byline.capacity,
        Byline.signed,
        TYPIST.name.label("typed_by"),
        ANSWERED.number.label("reply_to"),
        Post.reply_to_id,
    )
    .join(Byline, Byline.id == Post.byline_id)
    .outerjoin(TYPIST, TYPIST.id == Post.typed_by_id)
    .outerjoin(ANSWERED, ANSWERED.id == Post.reply_to_id)
    .where(Post.thread_id == bindparam("thread_id"))
)


def _page(reader: Reader, *, backwards: bool) -> Any:
    """One page for one kind of reader, in one direction."""
    query = POSTS.limit(bindparam("most"))
    if reader is Reader.GUEST:
        query = query.where(Post.state != Shown.WAITING)
    elif reader is Reader.MEMBER:
        own = Post.byline_id.in_(bindparam("mine", expanding=True))
        query = query.where(or_(Post.state != Shown.WAITING, own))
    if backwards:
        return query.where(Post.number < bindparam("number")).order_by(Post.number.desc())
    return query.where(Post.number > bindparam("number")).order_by(Post.number)


FORWARDS = {reader: _page(reader, backwards=False) for reader in Reader}
BACKWARDS = {reader: _page(reader, backwards=True) for reader in Reader}
