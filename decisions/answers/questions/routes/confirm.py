"""A second person looks at a reply that somebody wrote down."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.answers.questions import looking, queries
from decisions.answers.questions.forms import LookForm
from decisions.answers.questions.keeping import now_of
from decisions.answers.questions.kinds import WAY_WORDS, Way
from decisions.answers.questions.models import Question
from decisions.answers.questions.routes.pages import pages, question_here
from forum import clock, limits, web
from forum.access import WRITER, is_facilitator
from forum.limits import limiter
from forum.say import _
from forum.web import allow


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
            looking.turn_down(of, form.number, form.reason.data or "", by=who, on=on)
        else:
            looking.confirm(of, form.number, by=who, on=on)
        flash(_("Thank you. It is on the record."))
        return url_for("questions.page", id=id)

    return web.submit(form, act) or _look(of, form)


def _look(of: Question, form: LookForm) -> ResponseReturnValue:
    said = queries.event(of.id, now_of(of).said)
    way = _(WAY_WORDS[Way(said.word)]) if said is not None else ""
    helps = is_facilitator(web.standing())
    return web.render("decisions/questions/confirm.html", form=form, question=of, said=said, way=way, helps=helps)
