"""What bodies said on an issue, each answer in a card of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup
from sqlalchemy import Select, bindparam, select

from decisions.answers.models import OfficialReply
from decisions.bodies.models import Body
from forum.access import Shown
from forum.db import db
from forum.threads.models import Post
from forum.threads.rendering import trusted

BODY, REPLY, POST = Body.__table__, OfficialReply.__table__, Post.__table__
# Put together once: the issue page asks it for every reader. With a condition on the post's state SQLite would read
# every shown post of the site: the state is asked afterwards.
CARDS: Select[Any] = (
    select(REPLY.c.post_id, REPLY.c.body_id, REPLY.c.signed, POST.c.number, POST.c.html, POST.c.created_at)
    .add_columns(POST.c.state, POST.c.reply_to_id, BODY.c.name.label("body_name"), BODY.c.slug.label("body_slug"))
    .join(POST, POST.c.id == REPLY.c.post_id)
    .join(BODY, BODY.c.id == REPLY.c.body_id)
    .where(REPLY.c.thread_id == bindparam("thread_id"))
    .order_by(POST.c.number.desc())
)


@dataclass(frozen=True, slots=True)
class Card:
    """An answer of a body. `number` is its post's. `superseded` when a later answer of the same body puts it right."""

    number: int
    post_id: int
    body_id: int
    body_name: str
    body_slug: str
    signed: str
    html: Markup
    created_at: datetime
    superseded: bool


def of_thread(thread_id: int) -> list[Card]:
    """Return what bodies said on an issue, the newest first: those that all can read, in one query."""
    return cards(db.session.execute(CARDS, {"thread_id": thread_id}))


def cards(found: Iterable[Any]) -> list[Card]:
    """Make cards of rows of `CARDS`, of those that all can read."""
    rows = [row for row in found if row.state == Shown.SHOWN]
    replaced = {(row.body_id, row.reply_to_id) for row in rows}
    return [
        Card(
            number=row.number,
            post_id=row.post_id,
            body_id=row.body_id,
            body_name=row.body_name,
            body_slug=row.body_slug,
            signed=row.signed,
            html=trusted(row.html),
            created_at=row.created_at,
            superseded=(row.body_id, row.post_id) in replaced,
        )
        for row in rows
    ]
