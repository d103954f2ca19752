"""What became of our letter to a body: it came back, send it again, end its private link. For who helps run this."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.answers.questions import links, queries, rules, shown
from decisions.answers.questions.keeping import now_of
from decisions.answers.questions.kinds import Happening
from decisions.answers.questions.models import Question, QuestionLetter
from decisions.answers.questions.routes.pages import pages, question_here, row_of
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.db import db
from forum.form import Form
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import _
from forum.web import allow

DOES = {"came-back": Happening.CAME_BACK, "send-again": Happening.SEND_AGAIN, "end-link": Happening.LINK_ENDED}


@pages.get("/questions/<int:id>/sending")
@allow(FACILITATOR)
def sending(id: int) -> ResponseReturnValue:
    """Show what became of the letter with a question, and what can be done."""
    return _page(question_here(id), Form())


@pages.post("/questions/<int:id>/sending")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def sending_sent(id: int) -> ResponseReturnValue:
    """Note that a letter came back, have it sent again, or end its private link."""
    of, form = question_here(id), Form(request.form)

    def act() -> str:
        kind = DOES.get(request.form.get("do", ""))
        if kind is None:
            raise Refusal(rules.CANT_HAPPEN)
        links.do(of, kind, by=web.standing(), on=clock.now())
        flash(_("Thank you. It is on the record."))
        return url_for("questions.sending", id=id)

    return web.submit(form, act) or _page(of, form)


def _page(of: Question, form: Form) -> ResponseReturnValue:
    now, who = now_of(of), web.standing()
    letter = db.session.get(QuestionLetter, of.letter_id) if of.letter_id is not None else None
    may = {name: rules.may_do(who, now, kind, mine=False) is None for name, kind in DOES.items()}
    line = shown.line(row_of(of), clock.today())
    has_people = queries.has_people(of.body_id, clock.today())
    return web.render(
        "decisions/questions/sending.html", form=form, question=of, letter=letter, may=may, line=line,
        has_people=has_people,
    )  # fmt: skip
