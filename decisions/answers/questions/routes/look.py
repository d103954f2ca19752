"""Look at a question, and at those of a body."""

from flask import abort
from flask.typing import ResponseReturnValue

from decisions.answers import queries as answers
from decisions.answers.questions import queries, rules, shown
from decisions.answers.questions.keeping import now_of
from decisions.answers.questions.kinds import RATED_WORDS, Happening, Rating
from decisions.answers.questions.routes.pages import inside, pages, question_here, row_of, speaks
from decisions.answers.questions.telling_story import told
from decisions.bodies.models import Body
from forum import clock, web
from forum.access import EVERYONE, is_facilitator
from forum.db import db
from forum.threads.queries import is_mine
from forum.web import allow

MINE = (Happening.RATED, Happening.AGAIN, Happening.THANKED, Happening.TAKEN_BACK)


@pages.get("/questions/<int:id>")
@allow(EVERYONE)
def page(id: int) -> ResponseReturnValue:
    """Show a question: the words, who owes an answer and by when, what happened, and what can be done."""
    of, who, today = question_here(id), web.standing(), clock.today()
    now, mine = now_of(of), is_mine(who, of.byline_id)
    cards = {one.post_id: one for one in answers.of_thread(of.thread_id)}
    return web.render(
        "decisions/questions/page.html", question=of, line=shown.line(row_of(of), today), now=now, speaks=speaks(of),
        story=told(queries.events(id), cards, inside=inside(of)), mine=mine, helps=is_facilitator(who),
        rating=Rating(now.rating) if now.rating else None, rated=RATED_WORDS,
        may={str(one): rules.may_do(who, now, one, mine=mine) is None for one in MINE},
        may_record=not who.signed_in or rules.may_record(who, now) is None, inside=inside(of),
    )  # fmt: skip


@pages.get("/bodies/<slug>/questions")
@allow(EVERYONE)
def of_body(slug: str) -> ResponseReturnValue:
    """Show what a body was asked: what it answered first, then what it owes."""
    body: Body = db.session.scalar(db.select(Body).where(Body.slug == slug[:60])) or abort(404)
    lines = shown.lines(queries.of_body(body.id), clock.today())
    mine = queries.ready_replies([body.id]) if body.id in web.standing().speaks_for else []
    return web.render("decisions/questions/body.html", body=body, lines=lines, ready=mine)
