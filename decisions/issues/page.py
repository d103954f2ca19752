"""The issue page: where is it, who decides, can it still change, what can I do and by when."""

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from decisions.issues.drawing import articles, parts
from decisions.issues.in_short import other_ways
from decisions.issues.issue import compose
from decisions.issues.loading import ALL, load
from decisions.issues.routes import pages
from decisions.issues.story import story
from forum import clock, web
from forum.access import EVERYONE, may_edit_thread
from forum.threads import queries
from forum.web import allow


@pages.get("/issues/<int:id>-<slug>")
@allow(EVERYONE)
def page(id: int, slug: str) -> ResponseReturnValue:
    """Show an issue. An address with an old title leads to the new one."""
    who = web.standing()
    rows = load(id, who, web.page_number("part") or 1) or abort(404)
    if slug != rows.head.slug:
        return redirect(url_for("issues.page", id=id, slug=rows.head.slug, part=request.args.get("part")), 301)
    posts = queries.posts_page(id, after=web.page_number("after"), before=web.page_number("before"), who=who)
    may_edit = may_edit_thread(who, mine=rows.head.byline_id in posts.mine) is None
    drawn = parts(rows, who, clock.now(), may_edit=may_edit)
    told = {"thread": rows.head, "posts": posts, "explains": bool(rows.answers), **other_ways(rows)}
    return web.render("decisions/issues/page.html", parts=drawn, articles=articles(posts, rows, who), **told)


@pages.get("/issues/<int:id>-<slug>/story")
@allow(EVERYONE)
def whole_story(id: int, slug: str) -> ResponseReturnValue:
    """Show everything that happened to an issue, however much."""
    rows = load(id, web.standing(), most=ALL)
    if rows is None:
        abort(404)
    if slug != rows.head.slug:
        return redirect(url_for("issues.whole_story", id=id, slug=rows.head.slug), 301)
    told = story(compose(rows), clock.today()) if rows.head.journey_id is not None else []
    return web.render("decisions/issues/story.html", thread=rows.head, story=told)


@pages.get("/issues/<int:id>")
@allow(EVERYONE)
def short(id: int) -> ResponseReturnValue:
    """Lead from an issue's number to its page."""
    issue = queries.thread_or_none(id, web.standing())
    if issue is None:
        abort(404)
    return redirect(url_for("issues.page", id=id, slug=issue.slug), 301)
