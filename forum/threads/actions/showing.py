"""Show and hide: what moderators decide, and the counts that go with it."""

from datetime import datetime

from sqlalchemy import func, select

from forum.access import Shown
from forum.db import db
from forum.history.actions import record, tell
from forum.people import actions as people
from forum.people import queries
from forum.threads.actions.locking import hold
from forum.threads.models import Post, Thread


def set_state(kind: str, subject_id: int, state: str, *, by: int | None, on: datetime) -> None:
    """Show or hide a thread or a post; a moderator decided it. `by` is the moderator's id.

    An opening that waits and its thread are one: to show or hide either does both. Whoever's words are shown after
    waiting is trusted from then on.
    """
    thread, post = _found(kind, subject_id)
    thread = hold(thread)
    one = kind == "thread" or (post.number == 1 and thread.state == Shown.WAITING)
    waited = (thread.state if kind == "thread" else post.state) == Shown.WAITING
    if kind == "post" or (one and post.state == Shown.WAITING):
        show_as(thread, post, Shown(state))
    if one:
        thread.state = Shown(state)
    if waited and state == Shown.SHOWN:
        _trust(post.byline_id, by=by, on=on)
    db.session.flush()
    record("set_state", (kind, subject_id), by=by, on=on, parents=(("thread", thread.id),), state=str(state))
    if one:
        _tell_all(thread)


def show_as(thread: Thread, post: Post, state: Shown) -> None:
    """Change the state of a post of a thread that is held, and the counts that it is part of."""
    post.state = state
    db.session.flush()
    shown = (Post.thread_id == thread.id) & (Post.state == Shown.SHOWN)
    replies = db.session.scalar(select(func.count(Post.id)).where(shown, Post.number > 1))
    thread.post_count = replies or 0
    thread.last_post_at = db.session.scalar(select(func.max(Post.created_at)).where(shown)) or thread.created_at


def _tell_all(thread: Thread) -> None:
    """A thread that is shown or hidden changes who finds its posts."""
    tell(("thread", thread.id))
    for post_id in list(db.session.scalars(select(Post.id).where(Post.thread_id == thread.id))):
        tell(("post", post_id))


def _found(kind: str, subject_id: int) -> tuple[Thread, Post]:
    """The thread, and the post in question: of a thread, its opening."""
    if kind == "thread":
        opening = (Post.thread_id == subject_id) & (Post.number == 1)
        return db.session.get_one(Thread, subject_id), db.session.execute(select(Post).where(opening)).scalar_one()
    post = db.session.get_one(Post, subject_id)
    return db.session.get_one(Thread, post.thread_id), post


def _trust(byline_id: int, *, by: int | None, on: datetime) -> None:
    person = queries.person(queries.owner_of(byline_id))
    if person is not None:
        people.trust(person, by=by, on=on)
