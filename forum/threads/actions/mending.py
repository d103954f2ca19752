"""Change words and take them back. What was said before is kept; a post that was taken back keeps its number."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask, current_app
from sqlalchemy import func, select

from forum.access import Shown, Standing, may_edit_post, may_edit_thread, may_withdraw_post
from forum.db import db
from forum.history.actions import record
from forum.markup import clean, clean_line
from forum.people.capacities import Capacity
from forum.people.models import Byline
from forum.people.queries import owner_of
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.actions.locking import hold
from forum.threads.actions.showing import show_as
from forum.threads.models import Affected, Ask, Post, PostVersion, Thread
from forum.threads.rendering import html_of
from forum.threads.rules import LONGEST_TITLE
from forum.threads.signing import person_id
from forum.threads.slugs import slug


def is_mine(by: Standing, byline_id: int) -> bool:
    """Whether a byline is this person's own."""
    return by.person_id is not None and owner_of(byline_id) == by.person_id


def is_official(byline: Byline) -> bool:
    """Whether words were signed for a body: they are on the record, and are corrected by a new reply."""
    return byline.capacity == Capacity.WORKS_FOR_BODY and bool(byline.signed)


def edit_post(post: Post, *, text: str, by: Standing, on: datetime) -> Post:
    """Change the words of one's own post; what it said before is kept. Raises Refusal."""
    db.session.refresh(post, with_for_update={"of": Post, "key_share": True})
    mine = is_mine(by, post.byline_id)
    raise_if(may_edit_post(by, mine=mine, state=post.state, official=is_official(post.byline)))
    text = clean(text)
    if not text.strip():
        raise Refusal(N_("Write something first. To take your words back, use “Take back”."), field="text")
    if text == post.text:
        return post
    last = db.session.scalar(select(func.max(PostVersion.number)).where(PostVersion.post_id == post.id)) or 0
    kept = PostVersion(post_id=post.id, number=last + 1, text=post.text, html=post.html, until=on)
    db.session.add(kept)
    post.text, post.html, post.edited_at = text, html_of(text), on
    db.session.flush()
    record("edited", ("post", post.id), by=_actor(by, post.byline), on=on, parents=(("thread", post.thread_id),))
    return post


def withdraw_post(post: Post, *, by: Standing, on: datetime) -> None:
    """Take one's own words back: others see that they were taken back, and when.

    An opening that nobody answered takes its thread with it. Raises Refusal.
    """
    thread = hold(db.session.get_one(Thread, post.thread_id))
    db.session.refresh(post)
    raise_if(may_withdraw_post(by, mine=is_mine(by, post.byline_id), state=post.state))
    show_as(thread, post, Shown.WITHDRAWN)
    actor = _actor(by, post.byline)
    if post.number == 1 and not _is_used(thread):
        thread.state = Shown.WITHDRAWN
        record("withdrew", ("thread", thread.id), by=actor, on=on)
    db.session.flush()
    record("withdrew", ("post", post.id), by=actor, on=on, parents=(("thread", thread.id),))


def edit_thread(
    thread: Thread,
    *,
    title: str,
    topic_id: int,
    area_id: int | None = None,
    community_id: int | None = None,
    reason: str = "",
    by: Standing,
    on: datetime,
) -> Thread:
    """Change a thread's title, topic, place or community.

    A facilitator who changes somebody else's gives a reason, which everyone can read. Raises Refusal.
    """
    mine = is_mine(by, thread.byline_id)
    raise_if(may_edit_thread(by, mine=mine))
    if not mine and not reason.strip():
        raise Refusal(N_("Write why you change it. Everyone can read the reason."), field="reason")
    title = clean_line(title)[:LONGEST_TITLE]
    if not title:
        raise Refusal(N_("Write a title: a few words that say what it is about."), field="title")
    thread = hold(thread)
    thread.title, thread.slug = title, slug(title, thread.kind)
    thread.topic_id, thread.area_id, thread.community_id = topic_id, area_id, community_id
    db.session.flush()
    actor = _actor(by, thread.byline)
    if mine:
        record("edited", ("thread", thread.id), by=actor, on=on)
    else:
        record("edited_for_others", ("thread", thread.id), by=actor, on=on, reason=reason.strip())
    return thread


def keeps_threads(app: Flask, asks: Callable[[int], bool]) -> None:
    """Let a higher feature say that a thread (by id) is in use, so that it stays when its opening is taken back."""
    app.extensions.setdefault("keeps_threads", []).append(asks)


def _is_used(thread: Thread) -> bool:
    """Whether somebody else built on a thread: answered, asked, is affected, follows, or has started a journey."""
    if thread.follow_count > 1:
        return True
    for model in (Ask, Affected):
        if db.session.scalar(select(model.id).where(model.thread_id == thread.id).limit(1)) is not None:
            return True
    replies = (Post.thread_id == thread.id) & (Post.number > 1)
    if db.session.scalar(select(Post.id).where(replies).limit(1)) is not None:
        return True
    return any(asks(thread.id) for asks in current_app.extensions.get("keeps_threads", ()))


def _actor(by: Standing, byline: Byline) -> int | None:
    """Who stands in the account. The owner of another name does not: the name is theirs on this thread alone."""
    if byline.thread_id is not None and is_mine(by, byline.id):
        return None
    return person_id(by)
