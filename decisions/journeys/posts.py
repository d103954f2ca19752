"""The posts that an entry may rest on."""

from sqlalchemy import select

from forum import markup
from forum.access import Shown
from forum.db import db
from forum.say import say_day
from forum.threads.models import Post

RECENT, LONGEST = 12, 90


def recent_posts(thread_id: int) -> list[tuple[str, str]]:
    """Return the last posts that all can read, the newest first, as choices: who wrote it, when, and how it begins."""
    wanted = (Post.thread_id == thread_id) & (Post.state == Shown.SHOWN)
    rows = db.session.scalars(select(Post).where(wanted).order_by(Post.number.desc()).limit(RECENT))
    return [(str(one.id), f"{one.byline.name}, {say_day(one.created_at)}: {_begins(one)}") for one in rows]


def _begins(post: Post) -> str:
    return markup.excerpt(markup.plain(post.text), LONGEST)
