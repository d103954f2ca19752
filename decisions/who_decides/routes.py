"""Home, the bodies and the topics."""

import re
from datetime import timedelta

from flask import Blueprint, abort, render_template

from decisions.bodies import queries as bodies
from decisions.bodies.rules import family
from decisions.journeys import dates, lines
from decisions.journeys.cards import cards, shown
from decisions.who_decides import queries, words
from forum import clock
from forum.access import EVERYONE, Role
from forum.threads.models import Thread
from forum.web import allow, standing

pages = Blueprint("who_decides", __name__)

ACT_DAYS = 7
MOST_TO_ACT = 5
MOST_CHANGES = 5
MOST_BEFORE = 20
MOST_DECIDED = 10
NAME = re.compile(r"[\w-]{1,60}")


@pages.get("/")
@allow(EVERYONE)
def home() -> str:
    """Show the way in: who decides, what is going on, what can be done this week, what changed."""
    now = clock.local(clock.now())
    count = queries.count_shown()
    act = dates.one_each(dates.to_act(now, now.date() + timedelta(days=ACT_DAYS)), MOST_TO_ACT) if count else []
    changed = queries.changes(MOST_CHANGES) if count else []
    first = [] if count else bodies.there(now.date())
    return render_template(
        "decisions/who_decides/home.html", count=count, act=act, changed=changed, bodies=first,
        topics=queries.topics(), lines=lines, words=words, today=now.date(), may_set_up=_may_set_up(),
    )  # fmt: skip


def _may_set_up() -> bool:
    return standing().has(Role.ADMINISTRATOR)


@pages.get("/who-decides")
@allow(EVERYONE)
def index() -> str:
    """List the bodies by who answers to whom, then from A to Z."""
    found = bodies.there(clock.today())
    letters: dict[str, list[object]] = {}
    for one in found:
        letters.setdefault(one.name[:1].upper(), []).append(one)
    return render_template(
        "decisions/who_decides/index.html", branches=family(found), letters=letters, topics=queries.topics()
    )


@pages.get("/bodies/<slug>")
@allow(EVERYONE)
def body(slug: str) -> str:
    """Show a body: what it decides, how to take part, what it has before it, what it decided."""
    found, above, under = bodies.with_family(slug) if NAME.fullmatch(slug) else (None, None, [])
    if found is None:
        abort(404)
    today = clock.today()
    return render_template(
        "decisions/who_decides/body.html", body=found, above=above, under=under, lines=lines, words=words, today=today,
        before=cards(queries.before_now(found.id, today, MOST_BEFORE), today=today),
        decided=queries.outcomes_of_body(found.id, MOST_DECIDED), speaking=bodies.posts_speaking(found.id, today),
    )  # fmt: skip


@pages.get("/topics/<slug>")
@allow(EVERYONE)
def topic(slug: str) -> str:
    """Show the issues of a topic, and what bodies decided on it."""
    found = queries.topic(slug) if NAME.fullmatch(slug) else None
    if found is None:
        abort(404)
    today = clock.today()
    return render_template(
        "decisions/who_decides/topic.html", topic=found, lines=lines, words=words, today=today,
        cards=cards(shown().where(Thread.topic_id == found.id).limit(MOST_BEFORE), today=today),
        decided=queries.outcomes_of_topic(found.id, MOST_DECIDED), most=MOST_BEFORE,
    )  # fmt: skip
