"""Draw the posts of an issue page.

A post looks the same to everyone signed out until the post changes, or the day. So it is drawn once and remembered, by
everything that it is drawn from: there is nothing to forget when something changes.
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from flask import Flask, current_app, get_template_attribute
from markupsafe import Markup

from decisions.issues.loading import Issue
from forum import clock
from forum.access import Standing, is_moderator
from forum.people.capacities import WORDS
from forum.threads.kinds import CAME_BY_WORDS
from forum.threads.queries import PostsPage, PostView

MOST_KEPT = 4_000  # about 6 MB


class Frame(NamedTuple):
    """What the look of a post hangs on beside the post itself. `near`: the post that it answers is on this page."""

    thread_id: int
    official: bool
    near: bool
    may_hide: bool
    today: date


def init_app(app: Flask) -> None:
    """Let an app remember the posts that it drew."""
    app.extensions["drawn_posts"] = lru_cache(MOST_KEPT)(_draw)


def articles(page: PostsPage, issue: Issue, who: Standing) -> list[Markup]:
    """Return the posts of a page as HTML, in their order."""
    draw = _draw if who.signed_in or current_app.debug else current_app.extensions["drawn_posts"]
    answers = {answer.number for answer in issue.answers}
    numbers = {one.number for one in page.posts}
    thread_id, today, may_hide = issue.thread.id, clock.today(), is_moderator(who)
    return [
        draw(one, Frame(thread_id, one.number in answers, one.reply_to in numbers, may_hide, today))
        for one in page.posts
    ]


def _draw(one: PostView, frame: Frame) -> Markup:
    article = get_template_attribute("decisions/issues/_post.html", "article")
    drawn: Markup = article(one, frame, WORDS, CAME_BY_WORDS)
    return drawn
