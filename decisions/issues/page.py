"""The issue page: where is it, who decides, can it still change, what can I do and by when."""

from flask import abort, redirect, url_for
from flask.typing import ResponseReturnValue

from decisions.issues.loading import load
from decisions.issues.routes import pages
from decisions.issues.view import view
from forum import clock, web
from forum.access import EVERYONE
from forum.people.capacities import WORDS
from forum.threads import queries
from forum.threads.kinds import CAME_BY_WORDS, KIND_WORDS
from forum.web import allow


@pages.get("/issues/<int:id>-<slug>")
@allow(EVERYONE)
def page(id: int, slug: str) -> ResponseReturnValue:
    """Show an issue. An address with an old title leads to the new one."""
    who = web.standing()
    issue = load(id, who)
    if issue is None:
        abort(404)
    if slug != issue.thread.slug:
        return redirect(url_for("issues.page", id=id, slug=issue.thread.slug), 301)
    posts = queries.posts_page(id, after=web.page_number("after"), before=web.page_number("before"), who=who)
    return web.render(
        "decisions/issues/page.html",
        issue=issue,
        thread=issue.thread,
        view=view(issue, now=clock.now()),
        posts=posts,
        words={"capacity": WORDS, "came_by": CAME_BY_WORDS, "kind": KIND_WORDS},
    )


@pages.get("/issues/<int:id>")
@allow(EVERYONE)
def short(id: int) -> ResponseReturnValue:
    """Lead from an issue's number to its page."""
    issue = queries.thread_or_none(id, web.standing())
    if issue is None:
        abort(404)
    return redirect(url_for("issues.page", id=id, slug=issue.slug), 301)
