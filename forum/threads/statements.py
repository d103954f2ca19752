"""The statements that fetch one page of posts: put together once, for that costs as much as running them.

They fetch rows of tables, not objects: a page shows twenty posts and changes none of them.
"""

from enum import Enum
from typing import Any

from sqlalchemy import Select, bindparam, or_, select

from forum.access import Shown
from forum.people.models import Byline
from forum.threads.models import Post


class Reader(Enum):
    """Whose page it is: which of the posts that wait are there."""

    GUEST = "none"
    MEMBER = "their own"
    MODERATOR = "all"


POST, BYLINE = Post.__table__, Byline.__table__
TYPIST, ANSWERED = BYLINE.alias(), POST.alias()
POSTS: Select[Any] = (
    select(POST.c.id, POST.c.number, POST.c.html, POST.c.state, POST.c.created_at, POST.c.edited_at, POST.c.came_by)
    .add_columns(POST.c.byline_id, BYLINE.c.name, BYLINE.c.capacity, BYLINE.c.signed)
    .add_columns(TYPIST.c.name.label("typed_by"), ANSWERED.c.number.label("reply_to"), POST.c.reply_to_id)
    .join(BYLINE, BYLINE.c.id == POST.c.byline_id)
    .outerjoin(TYPIST, TYPIST.c.id == POST.c.typed_by_id)
    .outerjoin(ANSWERED, ANSWERED.c.id == POST.c.reply_to_id)
    .where(POST.c.thread_id == bindparam("thread_id"))
)


def _page(reader: Reader, *, backwards: bool) -> Any:
    """One page for one kind of reader, in one direction."""
    query = POSTS.limit(bindparam("most"))
    if reader is Reader.GUEST:
        query = query.where(POST.c.state != Shown.WAITING)
    elif reader is Reader.MEMBER:
        own = POST.c.byline_id.in_(bindparam("mine", expanding=True))
        query = query.where(or_(POST.c.state != Shown.WAITING, own))
    if backwards:
        return query.where(POST.c.number < bindparam("number")).order_by(POST.c.number.desc())
    return query.where(POST.c.number > bindparam("number")).order_by(POST.c.number)


FORWARDS = {reader: _page(reader, backwards=False) for reader in Reader}
BACKWARDS = {reader: _page(reader, backwards=True) for reader in Reader}
