"""A reply that came another way: write it down, and have a second person look at it."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.answers.questions import hearing, queries
from decisions.answers.questions.forms import LookForm, ReplyForm
from decisions.answers.questions.keeping import now_of
from decisions.answers.questions.kinds import WAY_WORDS, Way
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


@pages.get("/questions/<int:id>/confirm")
@allow(WRITER)
def confirm(id: int) -> ResponseReturnValue:
    """Show a reply that somebody wrote down, with where it can be seen, to a second person."""
    of = question_here(id)
    return _look(of, LookForm(data={"said": now_of(of).said}))


@pages.post("/questions/<int:id>/confirm")
@limiter.limit(limits.POST)
@allow(WRITER)
def confirm_sent(id: int) -> ResponseReturnValue:
    """Say that a reply is theirs or, for who helps run this, that it is not."""
    of, form = question_here(id), LookForm(request.form)

    def act() -> str:
        who, on = web.standing(), clock.now()
        if request.form.get("do") == "no":
            hearing.turn_down(of, form.number, form.reason.data or "", by=who, on=on)
        else:
            hearing.confirm(of, form.number, by=who, on=on)
        flash(_("Thank you. It is on the record."))
        return url_for("questions.page", id=id)

    return web.submit(form, act) or _look(of, form)


def _page(of: Question, form: Form) -> ResponseReturnValue:
    return web.render("decisions/questions/their_reply.html", form=form, question=of)


def _look(of: Question, form: LookForm) -> ResponseReturnValue:
    said = queries.event(of.id, now_of(of).said)
    way = _(WAY_WORDS[Way(said.word)]) if said is not None else ""
    helps = is_facilitator(web.standing())
    return web.render("decisions/questions/confirm.html", form=form, question=of, said=said, way=way, helps=helps)
