"""Answer a question for a body: write, save, have it checked, publish."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.access import SPEAKS_FOR_A_BODY
from decisions.answers.questions import queries, replying, shown
from decisions.answers.questions.answering_forms import AnswerForm
from decisions.answers.questions.kinds import Happening, Voice
from decisions.answers.questions.models import Question
from decisions.answers.questions.recording import CHANGED
from decisions.answers.questions.routes.pages import owed_here, pages, row_of, signed_by_me
from decisions.answers.questions.telling_story import also_said
from decisions.journeys.forms.fields import number
from forum import clock, limits, web
from forum.limits import limiter
from forum.say import _
from forum.web import allow

KEPT = {"save": Happening.CLAIMED, "check": Happening.CHECKING, "leave": Happening.LET_GO}


@pages.get("/questions/<int:id>/answer")
@allow(SPEAKS_FOR_A_BODY)
def answer(id: int) -> ResponseReturnValue:
    """Show the form to answer a question, with what was written so far; `ready` names a ready reply to begin with."""
    of = owed_here(id)
    draft, ready = queries.draft(id), number(request.args.get("ready"))
    begun = next((one.text for one in queries.ready_replies([of.body_id]) if one.id == ready), "")
    text = "\n\n".join(part for part in (draft.text if draft is not None else "", begun) if part)
    return _page(of, AnswerForm(data={"text": text, "seen": of.last_number}))


@pages.post("/questions/<int:id>/answer")
@limiter.limit(limits.POST)
@allow(SPEAKS_FOR_A_BODY, renders=("text",))
def answer_sent(id: int) -> ResponseReturnValue:
    """Publish an answer; or keep it for later, hand it to a colleague to check, or leave it to others."""
    of, form = owed_here(id), AnswerForm(request.form)
    kept = KEPT.get(request.form.get("do", ""))
    return web.submit(form, lambda: _keep(of, form, kept) if kept else _publish(of, form)) or _page(of, form)


def _publish(of: Question, form: AnswerForm) -> str:
    signed = signed_by_me(of.body, named=bool(form.named.data))
    text = form.text.data or ""
    replying.answer(of, text, signed, voice=Voice.BODY, seen=form.seen_number, on=clock.now())
    flash(_("Thank you. Everyone can read your answer now."))
    return url_for("questions.page", id=of.id)


def _keep(of: Question, form: AnswerForm, kind: Happening) -> str:
    replying.save(of, form.text.data or "", by=web.standing(), on=clock.now(), kind=kind)
    says = {
        Happening.CLAIMED: _("It is saved. Readers see that somebody writes an answer."),
        Happening.CHECKING: _("It is saved. Anyone who speaks for you can check and publish it."),
        Happening.LET_GO: _("It is saved. Somebody else can take it."),
    }
    flash(says[kind])
    return url_for("questions.answer" if kind == Happening.CLAIMED else "to_do.listing", id=of.id)


def _page(of: Question, form: AnswerForm) -> ResponseReturnValue:
    if form.refused is not None and form.refused.args[0] == CHANGED:
        form.seen.data = str(of.last_number)
    return web.render(
        "decisions/questions/answer.html", form=form, question=of, line=shown.line(row_of(of), clock.today()),
        draft=queries.draft(of.id), ready=queries.ready_replies([of.body_id]),
        signed=web.standing().speaks_for[of.body_id], also=also_said(queries.events(of.id)),
    )  # fmt: skip
