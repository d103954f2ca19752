"""Home: the way in."""

from datetime import timedelta

from flask import render_template

from decisions.bodies import queries as bodies
from decisions.bodies.models import Body
from decisions.journeys import dates, lines
from decisions.pathways.shapes import Topic
from decisions.who_decides import knowledge, queries, words
from decisions.who_decides.routes.pages import pages
from forum import clock
from forum.access import EVERYONE, Role
from forum.web import allow, standing

ACT_DAYS = 7
MOST_TO_ACT = 5
MOST_CHANGES = 5
MOST_BODIES = 8
MOST_TOPICS = 24
# Where people begin in a place that has no issues yet: who decides most, then who checks.
FIRST = ("council", "cabinet", "mayor", "committee", "icb", "trust", "scrutiny", "hosc", "hwb", "planning", "parish")


@pages.get("/")
@allow(EVERYONE)
def home() -> str:
    """Show the way in: who decides, what is going on, what can be done this week, what changed."""
    now = clock.local(clock.now())
    count = queries.count_shown()
    act = dates.one_each(dates.to_act(now, now.date() + timedelta(days=ACT_DAYS)), MOST_TO_ACT) if count else []
    changed = queries.changes(MOST_CHANGES) if count else []
    first = [] if count else _first(bodies.there(now.date()))
    return render_template(
        "decisions/who_decides/home.html", count=count, act=act, changed=changed, bodies=first,
        topics=queries.topics(), lines=lines, words=words, today=now.date(), may_set_up=_may_set_up(),
        asks=[] if count else _asked_most(),
    )  # fmt: skip


def _asked_most() -> list[Topic]:
    """The topics that an empty place offers at once: those that people here talk about most; else the first ones."""
    found = sorted(knowledge.topics().values(), key=lambda one: one.name.casefold())
    return ([one for one in found if one.talk] or found)[:MOST_TOPICS]


def _first(found: list[Body]) -> list[Body]:
    """The bodies that an empty place shows: those that decide most here, at most eight; else any."""
    told = [one for one in found if one.kind in FIRST] or found
    order = {kind: at for at, kind in enumerate(FIRST)}
    return sorted(told, key=lambda one: order.get(one.kind, len(FIRST)))[:MOST_BODIES]


def _may_set_up() -> bool:
    return standing().has(Role.ADMINISTRATOR)
