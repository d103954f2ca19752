"""One post: its lasting address, changing it, what it said before, taking it back."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, limits, subjects, web
from forum.access import EVERYONE, SIGNED_IN, WRITER, Shown, may_edit_post, may_withdraw_post
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.threads import actions, queries, rules
from forum.threads.actions.mending import is_official
from forum.threads.forms.replying import EditPostForm
from forum.threads.models import Post, Thread
from forum.threads.rendering import trusted
from forum.threads.routes.pages import pages, post_here
from forum.web import allow, stop_if


@pages.get("/posts/<int:id>")
@allow(EVERYONE)
def post(id: int) -> ResponseReturnValue:
    """Go to where a post stands: this address lasts, the page it is on may change."""
    found, _thread = post_here(id)
    return redirect(subjects.address("post", found), 302)


@pages.get("/posts/<int:id>/edit")
@allow(WRITER)
def edit_post(id: int) -> ResponseReturnValue:
    """Show a post's words, to be changed."""
    found, thread = _to_edit(id)
    return _edit_page(found, thread, EditPostForm(data={"text": found.text}))


@pages.post("/posts/<int:id>/edit")
@limiter.limit(limits.POST)
@allow(WRITER, renders=("text",))
def edit_post_sent(id: int) -> ResponseReturnValue:
    """Change a post's words."""
    found, thread = _to_edit(id)
    form = EditPostForm(request.form)

    def act() -> str:
        actions.edit_post(found, text=form.text.data, by=web.standing(), on=clock.now())
        flash(_("Your words are changed."))
        return subjects.address("post", found)

    return web.submit(form, act) or _edit_page(found, thread, form)


@pages.get("/posts/<int:id>/history")
@allow(SIGNED_IN)
def history(id: int) -> ResponseReturnValue:
    """Show what a post said before."""
    found, thread = post_here(id)
    stop_if(rules.may_see_versions(web.standing(), mine=queries.is_mine(web.standing(), found.byline_id)))
    before = [(one, trusted(one.html)) for one in queries.versions(found.id)]
    now = trusted(found.html)
    return web.render("forum/threads/history.html", post=found, thread=thread, now=now, before=before)


@pages.get("/posts/<int:id>/take-back")
@allow(SIGNED_IN)
def take_back(id: int) -> ResponseReturnValue:
    """Ask whether to take words back."""
    found, thread = _to_take_back(id)
    return web.render("forum/threads/take_back.html", form=Form(), post=found, thread=thread, now=trusted(found.html))


@pages.post("/posts/<int:id>/take-back")
@limiter.limit(limits.POST)
@allow(SIGNED_IN)
def take_back_sent(id: int) -> ResponseReturnValue:
    """Take one's own words back. A second press finds them gone, and gets the first one's page."""
    found, thread = post_here(id)
    mine = queries.is_mine(web.standing(), found.byline_id)
    stop_if(may_withdraw_post(web.standing(), mine=mine, state=Shown.SHOWN))  # gone already: the action says so
    form = Form(request.form)

    def act() -> str:
        actions.withdraw_post(found, by=web.standing(), on=clock.now())
        flash(_("You took your words back."))
        seen = queries.thread_or_none(thread.id, web.standing())
        return subjects.address("post", found) if seen else url_for("who_decides.home")

    html = trusted(found.html)
    return web.submit(form, act) or web.render(
        "forum/threads/take_back.html", form=form, post=found, thread=thread, now=html
    )


def _to_edit(post_id: int) -> tuple[Post, Thread]:
    found, thread = post_here(post_id)
    mine = queries.is_mine(web.standing(), found.byline_id)
    stop_if(may_edit_post(web.standing(), mine=mine, state=found.state, official=is_official(found.byline)))
    return found, thread


def _to_take_back(post_id: int) -> tuple[Post, Thread]:
    found, thread = post_here(post_id)
    mine = queries.is_mine(web.standing(), found.byline_id)
    stop_if(may_withdraw_post(web.standing(), mine=mine, state=found.state))
    return found, thread


def _edit_page(found: Post, thread: Thread, form: EditPostForm) -> ResponseReturnValue:
    back = subjects.address("post", found)
    return web.render("forum/threads/edit_post.html", form=form, post=found, thread=thread, back=back)
