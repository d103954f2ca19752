"""Take a person out of threads and posts: tombstones stay, words and marks go."""

from datetime import datetime

from sqlalchemy import delete, select, update

from forum.access import Shown
from forum.db import db
from forum.history.actions import record
from forum.people.models import Byline
from forum.threads.actions.affecting import count_affected
from forum.threads.actions.locking import hold
from forum.threads.actions.showing import show_as
from forum.threads.models import Affected, Draft, Keeper, Post, PostVersion, Thread


def forget_versions(person_id: int) -> None:
    """Wipe what a person's posts said before they were changed. The posts stay, under a neutral name."""
    mine = Post.byline_id.in_(select(Byline.id).where(Byline.person_id == person_id))
    db.session.execute(delete(PostVersion).where(PostVersion.post_id.in_(select(Post.id).where(mine))))


def take_back_posts(person_id: int, *, by: int, on: datetime) -> None:
    """Wipe the words of a person's posts and of their earlier versions. The posts stay as tombstones."""
    mine = Post.byline_id.in_(select(Byline.id).where(Byline.person_id == person_id))
    for post in list(db.session.scalars(select(Post).where(mine).order_by(Post.thread_id, Post.number))):
        db.session.execute(delete(PostVersion).where(PostVersion.post_id == post.id))
        post.text = post.html = ""
        show_as(hold(db.session.get_one(Thread, post.thread_id)), post, Shown.WITHDRAWN)
        record("erased", ("post", post.id), by=by, on=on, parents=(("thread", post.thread_id),))


def erase_threads(person_id: int, *, on: datetime) -> None:
    """Take a person's marks off threads: affected, looks after, drafts. Titles stay, they are the public record."""
    said = list(db.session.scalars(select(Affected.thread_id).where(Affected.person_id == person_id)))
    db.session.execute(delete(Affected).where(Affected.person_id == person_id))
    joined = select(Thread.joined_to_id).where(Thread.id.in_(said), Thread.joined_to_id.is_not(None))
    for thread_id in sorted({*said, *db.session.scalars(joined)}):
        count_affected(hold(db.session.get_one(Thread, thread_id)))
        record("erased", ("thread", thread_id), by=None, on=on)
    db.session.execute(update(Keeper).where(Keeper.person_id == person_id, Keeper.until.is_(None)).values(until=on))
    db.session.execute(delete(Draft).where(Draft.person_id == person_id))
    db.session.flush()
