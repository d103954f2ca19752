"""The bodies, and the topics."""

from flask import abort, render_template

from decisions.bodies import queries as bodies
from decisions.journeys import lines
from decisions.journeys.cards import cards, shown
from decisions.meetings import queries as meetings
from decisions.pathways import words as said
from decisions.who_decides import profile, queries, words
from decisions.who_decides.meetings import words as when
from decisions.who_decides.routes.pages import NAME, pages
from forum import clock
from forum.access import EVERYONE
from forum.threads.models import Thread
from forum.web import allow

MOST_BEFORE = 20
MOST_DECIDED = 10
MOST_MEETINGS = 4


@pages.get("/bodies/<slug>")
@allow(EVERYONE)
def body(slug: str) -> str:
    """Show a body: what it decides, how to take part, what it has before it, what it decided."""
    today = clock.today()
    family = bodies.with_family(slug, today) if NAME.fullmatch(slug) else None
    found = family.body if family else abort(404)
    decided, decisions = queries.outcomes_of_body(found.id, MOST_DECIDED)
    return render_template(
        "decisions/who_decides/body.html", body=found, family=family, lines=lines, words=words, today=today,
        profile=profile.of_body(found.slug, found.kind, today), said=said, decided=decided, decisions=decisions,
        before=cards(queries.before_now(found.id, today, MOST_BEFORE), today=today), when=when,
        meetings=meetings.coming(today, body_id=found.id, most=MOST_MEETINGS)[:MOST_MEETINGS],
    )  # fmt: skip


@pages.get("/topics/<slug>")
@allow(EVERYONE)
def topic(slug: str) -> str:
    """Show who decides about a topic, its issues here, and what bodies decided on it."""
    about = profile.of_topic(slug, clock.today()) if NAME.fullmatch(slug) else None
    talk = (about.topic.talk or slug) if about else slug
    found = queries.topic(talk) if NAME.fullmatch(talk) else None
    if found is None and about is None:
        abort(404)
    today = clock.today()
    here = cards(shown().where(Thread.topic_id == found.id).limit(MOST_BEFORE), today=today) if found else []
    return render_template(
        "decisions/who_decides/topic.html", topic=found, about=about, lines=lines, words=words, said=said,
        today=today, cards=here, decided=queries.outcomes_of_topic(found.id, MOST_DECIDED) if found else [],
        most=MOST_BEFORE, name=about.topic.name if about else found.name if found else "",
    )  # fmt: skip
