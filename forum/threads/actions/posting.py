"""Raise a thread and write replies."""

from datetime import datetime

from sqlalchemy import func, select

from forum.access import Shown, Standing, may_write_post
from forum.db import db
from forum.history.actions import record
from forum.markup import clean, clean_line
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads import rules
from forum.threads.actions.locking import hold
from forum.threads.kinds import Kind, TypedIn
from forum.threads.models import Post, Thread
from forum.threads.opening import Opening, composed
from forum.threads.place import place
from forum.threads.rendering import html_of
from forum.threads.signing import person_id, settle, sign
from forum.threads.slugs import slug


def raise_thread(
    *,
    kind: str,
    title: str,
    opening: Opening,
    topic_id: int,
    area_id: int | None = None,
    community_id: int | None = None,
    capacity: str | None = None,
    other_name: str | None = None,
    typed_in: TypedIn | None = None,
    signed: str = "",
    by: Standing,
    on: datetime,
) -> Thread:
    """Raise an issue, question, idea, story or offer, with its first post.

    Arguments: `opening`, Markdown under the three questions; `capacity`, a value of `Capacity` or none; `other_name`,
    for this thread alone; `typed_in`, when a facilitator puts in the words of somebody else; `signed`, the words that
    somebody speaks under for a body. Raises Refusal.
    """
    raise_if(may_write_post(by, thread_state=Shown.SHOWN))
    title = clean_line(title)
    if not title:
        raise Refusal(N_("Write a title: a few words that say what it is about."), field="title")
    byline, typed_by = sign(
        by, thread_id=None, capacity=capacity, other_name=other_name, typed_in=typed_in, signed=signed
    )
    state = rules.first_state(by, first_posts_wait=place().first_posts_wait)
    thread = Thread(
        kind=Kind(kind),
        title=title[: rules.LONGEST_TITLE],
        slug=slug(title, kind),
        topic_id=topic_id,
        area_id=area_id,
        community_id=community_id,
        byline_id=byline.id,
        state=state,
        created_at=on,
        last_post_at=on,
    )
    db.session.add(thread)
    db.session.flush()
    if typed_in or (other_name and byline.thread_id is None and byline.name != by.name):
        settle(byline, thread_id=thread.id)
    post = _add(thread, 1, byline, composed(opening), state, typed_by=typed_by, typed_in=typed_in, on=on)
    actor = _actor(by, byline, typed_in)
    record("raised", ("thread", thread.id), by=actor, on=on, byline=byline.id, state=state)
    record("wrote", ("post", post.id), by=actor, on=on, parents=(("thread", thread.id),), byline=byline.id)
    return thread


def reply(
    thread: Thread,
    *,
    text: str,
    capacity: str | None = None,
    other_name: str | None = None,
    reply_to_id: int | None = None,
    typed_in: TypedIn | None = None,
    signed: str = "",
    by: Standing,
    on: datetime,
) -> Post:
    """Write a reply in a thread.

    Arguments: as for `raise_thread`; `reply_to_id`, a post of the same thread. Raises Refusal.
    """
    thread = hold(thread)
    raise_if(may_write_post(by, thread_state=thread.state, joined=thread.joined_to_id is not None))
    byline, typed_by = sign(
        by, thread_id=thread.id, capacity=capacity, other_name=other_name, typed_in=typed_in, signed=signed
    )
    state = rules.first_state(by, first_posts_wait=place().first_posts_wait)
    actor = _actor(by, byline, typed_in)
    return _reply(
        thread, byline, text, state, reply_to_id=reply_to_id, typed_by=typed_by, typed_in=typed_in, actor=actor, on=on
    )


def answer(thread: Thread, *, byline: Byline, text: str, reply_to_id: int | None = None, on: datetime) -> Post:
    """Write what a body says, under a name that was made for it: whether a person's own name stands there is their
    choice, and a body that answers by a link has no account. Nobody is named in the account. Raises Refusal."""
    thread = hold(thread)
    if thread.state in (Shown.HIDDEN, Shown.WITHDRAWN):
        raise Refusal(N_("You can’t write here any more."))
    return _reply(thread, byline, text, Shown.SHOWN, reply_to_id=reply_to_id, on=on)


def _reply(
    thread: Thread,
    byline: Byline,
    text: str,
    state: Shown,
    *,
    reply_to_id: int | None,
    typed_by: Byline | None = None,
    typed_in: TypedIn | None = None,
    actor: int | None = None,
    on: datetime,
) -> Post:
    """Add a reply to a thread that is held."""
    if reply_to_id is not None and _thread_of(reply_to_id) != thread.id:
        raise Refusal(N_("The words that you reply to are not here any more."))
    number = 1 + (db.session.scalar(select(func.max(Post.number)).where(Post.thread_id == thread.id)) or 0)
    post = _add(thread, number, byline, text, state, typed_by=typed_by, typed_in=typed_in, on=on)
    post.reply_to_id = reply_to_id
    if state == Shown.SHOWN:
        thread.post_count += 1
        thread.last_post_at = max(thread.last_post_at, on)
    record("wrote", ("post", post.id), by=actor, on=on, parents=(("thread", thread.id),), byline=byline.id)
    return post


def _add(
    thread: Thread,
    number: int,
    byline: Byline,
    text: str,
    state: Shown,
    *,
    typed_by: Byline | None,
    typed_in: TypedIn | None,
    on: datetime,
) -> Post:
    text = clean(text)
    if not text.strip():
        raise Refusal(N_("Write something first."), field="text")
    post = Post(
        thread_id=thread.id,
        number=number,
        byline_id=byline.id,
        text=text,
        html=html_of(text),
        state=state,
        created_at=on,
        came_by=typed_in.came_by if typed_in else None,
        consent=bool(typed_in and typed_in.consent),
        typed_by_id=typed_by.id if typed_by else None,
    )
    db.session.add(post)
    db.session.flush()
    return post


def _thread_of(post_id: int) -> int | None:
    return db.session.scalar(select(Post.thread_id).where(Post.id == post_id))


def _actor(by: Standing, byline: Byline, typed_in: TypedIn | None) -> int | None:
    """Who stands in the account. Under another name nobody does: the byline is kept instead."""
    return person_id(by) if typed_in or byline.thread_id is None else None
