"""The issue page: where is it, who decides, can it still change, what can I do and by when."""

from flask import abort, redirect, url_for
from flask.typing import ResponseReturnValue

from decisions.issues.drawing import articles, parts
from decisions.issues.loading import Rows, load
from decisions.issues.routes import pages
from forum import clock, web
from forum.access import EVERYONE, Standing, may_edit_thread
from forum.threads import queries
from forum.web import allow


@pages.get("/issues/<int:id>-<slug>")
@allow(EVERYONE)
def page(id: int, slug: str) -> ResponseReturnValue:
    """Show an issue. An address with an old title leads to the new one."""
    who = web.standing()
    rows = load(id, who)
    if rows is None:
        abort(404)
    if slug != rows.head.slug:
        return redirect(url_for("issues.page", id=id, slug=rows.head.slug), 301)
    posts = queries.posts_page(id, after=web.page_number("after"), before=web.page_number("before"), who=who)
    return web.render(
        "decisions/issues/page.html",
        thread=rows.head,
        parts=parts(rows, who, clock.now(), may_edit=_may_edit(who, rows)),
        posts=posts,
        articles=articles(posts, rows, who),
        explains=bool(rows.answers),
    )


def _may_edit(who: Standing, rows: Rows) -> bool:
    mine = who.signed_in and queries.is_mine(who, rows.head.byline_id)
    return may_edit_thread(who, mine=mine) is None


@pages.get("/issues/<int:id>")
@allow(EVERYONE)
def short(id: int) -> ResponseReturnValue:
    """Lead from an issue's number to its page."""
    issue = queries.thread_or_none(id, web.standing())
    if issue is None:
        abort(404)
    return redirect(url_for("issues.page", id=id, slug=issue.slug), 301)
