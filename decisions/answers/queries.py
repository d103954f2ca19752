"""What bodies said on an issue, each answer in a card of its own."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from sqlalchemy import select

from decisions.answers.models import OfficialReply
from decisions.bodies.models import Body
from forum.access import Shown
from forum.db import db
from forum.threads.models import Post
from forum.threads.rendering import trusted


@dataclass(frozen=True, slots=True)
class Card:
    """An answer of a body. `superseded` when a later answer of the same body puts it right."""

    number: int  # of its post
    post_id: int
    body_id: int
    body_name: str
    body_slug: str
    signed: str
    name: str  # of the person who wrote it
    html: Markup
    created_at: datetime
    superseded: bool


def of_thread(thread_id: int) -> list[Card]:
    """Return what bodies said on an issue, the newest first: those that all can read, in one query."""
    query = (
        select(OfficialReply, Post, Body)
        .join(Post, Post.id == OfficialReply.post_id)
        .join(Body, Body.id == OfficialReply.body_id)
        .where(OfficialReply.thread_id == thread_id, Post.state == Shown.SHOWN)
        .order_by(Post.number.desc())
    )
    rows = db.session.execute(query).all()
    replaced = {(reply.body_id, post.reply_to_id) for reply, post, _body in rows if post.reply_to_id is not None}
    return [_card(reply, post, body, replaced) for reply, post, body in rows]


def _card(reply: OfficialReply, post: Post, body: Body, replaced: set[tuple[int, int]]) -> Card:
    return Card(
        number=post.number,
        post_id=post.id,
        body_id=body.id,
        body_name=body.name,
        body_slug=body.slug,
        signed=reply.signed,
        name=post.byline.name,
        html=trusted(post.html),
        created_at=post.created_at,
        superseded=(body.id, post.id) in replaced,
    )
