"""What was written here, in one file: to be sent to a body that takes views."""

from collections.abc import Iterable

from sqlalchemy import select

from forum.access import Shown
from forum.db import db
from forum.say import _, say_day
from forum.threads.models import Post, Thread

LINE = "-" * 60


def posts_of(thread_id: int) -> list[Post]:
    """Return the posts of an issue that all can read, in their order."""
    wanted = (Post.thread_id == thread_id) & (Post.state == Shown.SHOWN)
    return list(db.session.scalars(select(Post).where(wanted).order_by(Post.number)))


def as_text(thread: Thread, posts: Iterable[Post], *, page: str, to: str) -> str:
    """Return the file: what it is, then every post with the name that stands beside it, its day and its words.

    Arguments: the issue; its posts; the address of its page; the name of the body that it is for.
    """
    head = [thread.title, _("For: %(body)s", body=to), _("From: %(page)s", page=page)]
    every = list(posts)
    head.append(_("How many replies: %(num)s", num=str(len(every))))
    return "\n".join([*head, *(_post(one) for one in every)]) + "\n"


def _post(one: Post) -> str:
    who = f"{one.byline.name}, {one.byline.signed}" if one.byline.signed else one.byline.name
    return f"\n{LINE}\n{one.number}. {who}, {say_day(one.created_at)}\n\n{one.text.strip()}"
