"""Threads and posts in the table of kinds."""

from typing import Any

from flask import Flask
from sqlalchemy import select

from forum import clock, markup
from forum.access import Shown, Standing, may_see
from forum.db import db
from forum.history import public_log
from forum.people.models import Byline
from forum.people.queries import owner_of
from forum.refusal import Refusal
from forum.say import N_, _
from forum.subjects import SearchText, Subject, register
from forum.threads import actions, public_words, queries
from forum.threads.actions.erasing import erase_threads, forget_versions, take_back_posts
from forum.threads.models import Affected, Draft, Post, Thread

ISSUE = N_("Issue")
LOOSE_END = 50  # the least harmful of what waits in /to-do


def init_app(app: Flask) -> None:
    """Register the kinds of this feature."""
    register(app, THREAD, POST)
    public_log.tell(app, public_words.entries, public_words.JOINED, public_words.PARTED)


def _may_see(who: Standing, thing: Thread | Post) -> Refusal | None:
    state = _state_of(thing) if isinstance(thing, Post) else thing.state
    refusal = may_see(who, state=state, mine=False)
    return refusal and may_see(who, state=state, mine=queries.is_mine(who, thing.byline_id))


def _state_of(post: Post) -> str:
    """A post is seen no further than its thread."""
    return post.thread.state if post.thread.state != Shown.SHOWN else post.state


def _issue(thread: Thread) -> tuple[str, dict[str, Any]]:
    return "issues.page", {"id": thread.id, "slug": thread.slug}


def _place(post: Post) -> tuple[str, dict[str, Any]]:
    endpoint, args = _issue(post.thread)
    start = queries.page_start(post.number)
    return endpoint, {**args, **({"after": start} if start else {}), "_anchor": f"post-{post.number}"}


def _title(post: Post) -> str:
    title = str(post.thread.title)
    return title if post.number == 1 else _("Reply to “%(title)s”", title=title)


def _found(post: Post) -> SearchText | None:
    """The first post of an issue is the issue to whoever finds it."""
    if _state_of(post) != Shown.SHOWN:
        return None
    return SearchText("", markup.plain(post.html), label=ISSUE if post.number == 1 else "")


def _words_of_thread(thread: Thread) -> str:
    """What a moderator reads: the title, and the opening."""
    opening = (Post.thread_id == thread.id) & (Post.number == 1)
    return f"{thread.title}\n\n{markup.plain(db.session.scalar(select(Post.text).where(opening)) or '')}".strip()


def _export_threads(person_id: int) -> list[dict[str, Any]]:
    mine = Thread.byline_id.in_(select(Byline.id).where(Byline.person_id == person_id))
    raised = [
        {"what": "raised", "title": one.title, "kind": one.kind, "at": one.created_at.isoformat()}
        for one in db.session.scalars(select(Thread).where(mine).order_by(Thread.id))
    ]
    query = select(Thread.title, Affected.created_at).join(Affected, Affected.thread_id == Thread.id)
    affected = db.session.execute(query.where(Affected.person_id == person_id).order_by(Affected.id))
    drafts = db.session.scalars(select(Draft).where(Draft.person_id == person_id))
    return [
        *raised,
        *({"what": "affects me", "title": title, "at": at.isoformat()} for title, at in affected),
        *({"what": "began to write", "words": one.values, "at": one.created_at.isoformat()} for one in drafts),
    ]


def _export_posts(person_id: int) -> list[dict[str, Any]]:
    mine = Post.byline_id.in_(select(Byline.id).where(Byline.person_id == person_id))
    return [
        {
            "thread": one.thread_id,
            "number": one.number,
            "name": one.byline.name,
            "capacity": one.byline.capacity,
            "text": one.text,
            "state": one.state,
            "at": one.created_at.isoformat(),
        }
        for one in db.session.scalars(select(Post).where(mine).order_by(Post.id))
    ]


THREAD = Subject(
    kind="thread",
    label=ISSUE,
    all_ids=lambda: db.session.scalars(select(Thread.id).order_by(Thread.id)),
    load=queries.threads,
    may_see=_may_see,
    title=lambda thread: thread.title,
    address=_issue,
    author_id=lambda thread: owner_of(thread.byline_id),
    words=_words_of_thread,
    followed=N_("We tell you when there is news: a reply, a meeting, a decision."),
    search=lambda thread: SearchText(thread.title, "") if thread.state == Shown.SHOWN else None,
    set_state=lambda subject_id, state, *, by, on: actions.set_state("thread", subject_id, state, by=by, on=on),
    erase=lambda person_id: erase_threads(person_id, on=clock.now()),
    export_for=_export_threads,
)
POST = Subject(
    kind="post",
    label=N_("Reply"),
    all_ids=lambda: db.session.scalars(select(Post.id).order_by(Post.id)),
    load=queries.posts,
    may_see=_may_see,
    title=_title,
    address=_place,
    author_id=lambda post: owner_of(post.byline_id),
    words=lambda post: markup.plain(post.html),
    search=_found,
    set_state=lambda subject_id, state, *, by, on: actions.set_state("post", subject_id, state, by=by, on=on),
    erase=forget_versions,
    take_back=take_back_posts,
    export_for=_export_posts,
)
