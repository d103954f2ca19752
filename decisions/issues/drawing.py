"""Draw the parts of an issue page: those that its journey makes, and its posts.

For readers who are signed out a part hangs on nothing but the rows that it is drawn from, the place's settings and the
minute. So it is drawn once and remembered by all of these: whatever changes, there is nothing to forget. A template
of a part may hold nothing of one request, and nothing of one reader but what `standing` says.
"""

from collections.abc import Hashable
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from flask import Flask, current_app, get_template_attribute
from markupsafe import Markup

from decisions.issues.issue import compose
from decisions.issues.loading import Rows
from decisions.issues.view import view
from forum import clock
from forum.about.site import Site, site
from forum.access import GUEST, Shown, Standing, is_moderator
from forum.people.capacities import WORDS
from forum.threads.kinds import CAME_BY_WORDS, KIND_WORDS
from forum.threads.queries import PostsPage, PostView
from forum.words import known

MOST_POSTS = 4_000  # remembered, about 6 MB
MOST_ISSUES = 200  # about 8 MB


class Parts(NamedTuple):
    """The parts that a journey makes: where this is now, step by step, what people ask and bodies say, beside it,
    and above the reply box if writing here counts."""

    panel: Markup
    steps: Markup
    says: Markup
    beside: Markup
    counts: Markup


class Frame(NamedTuple):
    """What the look of a post hangs on beside the post itself. `near`: the post that it answers is on this page;
    `joined`: the talk goes on in another issue, so nobody can reply here."""

    thread_id: int
    official: bool
    near: bool
    may_hide: bool
    today: date
    joined: bool
    terms: Hashable  # the state of the hard words, where they are explained


def init_app(app: Flask) -> None:
    """Let an app remember what it drew."""
    app.extensions["drawn_posts"] = lru_cache(MOST_POSTS)(_post)
    app.extensions["drawn_parts"] = lru_cache(MOST_ISSUES)(_parts)


def parts(rows: Rows, who: Standing, now: datetime, *, may_edit: bool = False) -> Parts:
    """Return the parts of an issue's page at a moment. `may_edit`: whether this person may change what it is called."""
    minute = now.replace(second=0, microsecond=0)
    draw, terms = _remembered("drawn_parts", who), _terms(rows)
    drawn: Parts = draw(rows, minute, site(), terms) if draw else _parts(rows, minute, site(), terms, who, may_edit)
    return drawn


def articles(page: PostsPage, rows: Rows, who: Standing) -> list[Markup]:
    """Return the posts of a page as HTML, in their order."""
    draw = _remembered("drawn_posts", who) or _post
    answers = {row.number for row in rows.answers if row.state == Shown.SHOWN}
    numbers = {one.number for one in page.posts}
    thread_id, joined = rows.head.id, rows.head.joined_to_id is not None
    today, may_hide, terms = clock.today(), is_moderator(who), _terms(rows)

    def frame(one: PostView) -> Frame:
        official = one.number in answers
        explained = terms if official else None
        return Frame(thread_id, official, one.reply_to in numbers, may_hide, today, joined, explained)

    return [draw(one, frame(one)) for one in page.posts]


def _remembered(name: str, who: Standing) -> Any | None:
    """What remembers, for somebody signed out; not while templates are being written."""
    return None if who.signed_in or current_app.debug else current_app.extensions[name]


def _terms(rows: Rows) -> Hashable:
    """What the look of answers hangs on too: the state of the hard words. Nothing, and no query, without answers."""
    return known.lately().state if rows.answers else None


def _parts(
    rows: Rows, minute: datetime, place: Site, _terms: Hashable, who: Standing = GUEST, may_edit: bool = False
) -> Parts:
    issue = compose(rows)
    seen = {"issue": issue, "thread": issue.thread, "view": view(issue, now=minute), "standing": who, "site": place}
    seen |= {"may_edit": may_edit, "editions": rows.editions}
    templates = (current_app.jinja_env.get_template(f"decisions/issues/_{name}.html") for name in Parts._fields)
    return Parts(*(Markup(one.render(seen, kinds=KIND_WORDS)) for one in templates))  # noqa: S704 - it escapes


def _post(one: PostView, frame: Frame) -> Markup:
    article = get_template_attribute("decisions/issues/_post.html", "article")
    drawn: Markup = article(one, frame, WORDS, CAME_BY_WORDS)
    return drawn
