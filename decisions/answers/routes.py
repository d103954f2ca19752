"""Answer for a body: by somebody who was confirmed for it."""

from flask import Blueprint, abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.access import SPEAKS_FOR_A_BODY
from decisions.answers import actions, queries
from decisions.answers.forms import AnswerForm
from decisions.answers.questions.kinds import OPEN
from decisions.answers.questions.queries import open_for
from forum import clock, limits, web
from forum.limits import limiter
from forum.say import _
from forum.threads.models import Thread
from forum.threads.queries import thread_or_none
from forum.web import allow
from forum.words.looking import asked
from forum.words.panel import Panel

pages = Blueprint("answers", __name__)


@pages.get("/issues/<int:id>/answer")
@allow(SPEAKS_FOR_A_BODY)
def write(id: int) -> ResponseReturnValue:
    """Show the form to answer for a body."""
    return _page(_thread(id), AnswerForm())


@pages.post("/issues/<int:id>/answer")
@limiter.limit(limits.POST)
@allow(SPEAKS_FOR_A_BODY, renders=("text",))
def write_sent(id: int) -> ResponseReturnValue:
    """Publish an answer for a body."""
    thread, form = _thread(id), AnswerForm(request.form)
    if (panel := asked(form.text)) is not None:
        return _page(thread, form, panel)

    def act() -> str:
        made = actions.answer(thread, **form.given(), by=web.standing(), on=clock.now())
        flash(_("Thank you. Everyone can read your answer now."))
        return url_for("threads.post", id=made.post_id)

    return web.submit(form, act) or _page(thread, form)


def _thread(thread_id: int) -> Thread:
    return thread_or_none(thread_id, web.standing()) or abort(404)


def _page(thread: Thread, form: AnswerForm, panel: Panel | None = None) -> ResponseReturnValue:
    bodies = web.standing().speaks_for
    form.offer(bodies, queries.of_thread(thread.id))
    asked = open_for(thread.id, bodies, OPEN)
    return web.render("decisions/answers/write.html", form=form, thread=thread, bodies=bodies, asked=asked, panel=panel)
