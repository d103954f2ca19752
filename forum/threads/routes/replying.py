"""Write a reply, signed in or first and signed in after, or for somebody who has no e-mail."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, limits, subjects, web
from forum.access import FACILITATOR, NOT_SUSPENDED, may_write_post
from forum.db import db
from forum.limits import limiter
from forum.threads import actions, browser, queries
from forum.threads.forms.replying import ReplyForm, TypeInReplyForm, reply_form
from forum.threads.models import Post, Thread
from forum.threads.routes.pages import pages, say_thanks, thread_here
from forum.web import allow, stop_if


@pages.get("/issues/<int:id>/reply")
@allow(NOT_SUSPENDED)
def reply(id: int) -> ResponseReturnValue:
    """Show the form for a reply, with what was kept."""
    thread = _open(id)
    kept = browser.kept(f"reply:{id}")
    if to := web.page_number("to"):
        kept["to"] = str(to)
    return _reply_page(thread, reply_form(web.standing(), thread.id, **kept))


@pages.post("/issues/<int:id>/reply")
@limiter.limit(limits.POST)
@allow(NOT_SUSPENDED, renders=("text",))
def reply_sent(id: int) -> ResponseReturnValue:
    """Write a reply; signed out, keep it until its writer has signed in."""
    thread = _open(id)
    form = ReplyForm(request.form, who=web.standing())
    if not web.standing().signed_in:
        return _keep(thread, form)
    return web.submit(form, lambda: _write(thread, form)) or _reply_page(thread, form)


@pages.get("/issues/<int:id>/type-in")
@allow(FACILITATOR)
def type_in_reply(id: int) -> ResponseReturnValue:
    """Show the form for words of somebody who phoned, wrote, spoke or signed."""
    return web.render("forum/threads/type_in_reply.html", form=TypeInReplyForm(), thread=_open(id))


@pages.post("/issues/<int:id>/type-in")
@limiter.limit(limits.POST)
@allow(FACILITATOR, renders=("text",))
def type_in_reply_sent(id: int) -> ResponseReturnValue:
    """Write a reply for somebody who phoned, wrote, spoke or signed."""
    thread = _open(id)
    form = TypeInReplyForm(request.form)

    def act() -> str:
        words = form.text.data
        return _written(actions.reply(thread, text=words, typed_in=form.typed_in(), by=web.standing(), on=clock.now()))

    return web.submit(form, act) or web.render("forum/threads/type_in_reply.html", form=form, thread=thread)


def _open(thread_id: int) -> Thread:
    """A thread that can be replied to; signed out, the question of who writes comes later."""
    thread = thread_here(thread_id)
    if web.standing().signed_in:
        joined = thread.joined_to_id is not None
        stop_if(may_write_post(web.standing(), thread_state=thread.state, joined=joined))
    return thread


def _reply_page(thread: Thread, form: ReplyForm) -> ResponseReturnValue:
    return web.render(
        "forum/threads/reply.html",
        form=form,
        thread=thread,
        answered=_answered(thread, form),
        kept=bool(browser.kept(f"reply:{thread.id}")),
        back=url_for("threads.reply", id=thread.id),
    )


def _answered(thread: Thread, form: ReplyForm) -> Post | None:
    """The post that is answered, if it stands on this thread and may be read."""
    found = queries.post_or_none(form.reply_to() or 0, web.standing())
    return found[0] if found and found[1].id == thread.id and found[0].state == "shown" else None


def _keep(thread: Thread, form: ReplyForm) -> ResponseReturnValue:
    if not form.validate():
        return _reply_page(thread, form)
    values = {"text": form.text.data, "to": form.to.data}
    answer = browser.keep(f"reply:{thread.id}", values, redirect(url_for("threads.reply", id=thread.id), 303))
    db.session.commit()
    return answer


def _write(thread: Thread, form: ReplyForm) -> str:
    spoken = form.spoken(web.standing())
    post = actions.reply(
        thread,
        text=form.text.data,
        capacity=spoken.capacity,
        signed=spoken.signed,
        other_name=form.other_name.data or None,
        reply_to_id=form.reply_to(),
        by=web.standing(),
        on=clock.now(),
    )
    browser.forget(f"reply:{thread.id}")
    return _written(post)


def _written(post: Post) -> str:
    say_thanks(post.state)
    return subjects.address("post", post)
