"""A reply that came another way: write it down."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.answers.questions import hearing
from decisions.answers.questions.forms import ReplyForm
from decisions.answers.questions.models import Question
from decisions.answers.questions.routes.pages import pages, question_here
from forum import clock, limits, web
from forum.access import WRITER, is_facilitator
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/questions/<int:id>/their-reply")
@allow(WRITER)
def their_reply(id: int) -> ResponseReturnValue:
    """Show the form to write down a reply that came by e-mail, letter or phone."""
    return _page(question_here(id), ReplyForm(data={"came_on": clock.today()}))


@pages.post("/questions/<int:id>/their-reply")
@limiter.limit(limits.POST)
@allow(WRITER)
def their_reply_sent(id: int) -> ResponseReturnValue:
    """Write down a reply."""
    of, form = question_here(id), ReplyForm(request.form)

    def act() -> str:
        hearing.record(of, form.given(), by=web.standing(), on=clock.now())
        sure = is_facilitator(web.standing())
        flash(_("Thank you. It is on the record.") if sure else _("Thank you. A second person looks at it."))
        return url_for("questions.page", id=id)

    return web.submit(form, act) or _page(of, form)


def _page(of: Question, form: Form) -> ResponseReturnValue:
    return web.render("decisions/questions/their_reply.html", form=form, question=of)
