"""What a body says that is no answer: more time, not before a day, a request for information, not here; passing on."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.access import SPEAKS_FOR_A_BODY
from decisions.answers.questions import not_here, replying
from decisions.answers.questions.kinds import Happening, Voice
from decisions.answers.questions.models import Question
from decisions.answers.questions.other_forms import OTHER_HINTS, OtherForm, PassOnForm
from decisions.answers.questions.routes.pages import inside, owed_here, pages, question_here, signed_by_me, speaks
from decisions.bodies.choices import bodies_today
from decisions.journeys.signing import recorder
from forum import clock, limits, web
from forum.access import WRITER
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import N_, _
from forum.web import allow, stop_if

H = Happening
NO_WORDS = N_("Write one or two sentences.")


@pages.get("/questions/<int:id>/other")
@allow(SPEAKS_FOR_A_BODY)
def other(id: int) -> ResponseReturnValue:
    """Show the form to say something that is no answer."""
    return _page(owed_here(id), OtherForm())


@pages.post("/questions/<int:id>/other")
@limiter.limit(limits.POST)
@allow(SPEAKS_FOR_A_BODY)
def other_sent(id: int) -> ResponseReturnValue:
    """Say something that is no answer."""
    of, form = owed_here(id), OtherForm(request.form).offer()
    return web.submit(form, lambda: _said(of, form)) or _page(of, form)


@pages.get("/questions/<int:id>/pass-on")
@allow(WRITER)
def pass_on(id: int) -> ResponseReturnValue:
    """Show the form to pass a question on to the body that it belongs to."""
    return _pass_page(_passing(id), PassOnForm())


@pages.post("/questions/<int:id>/pass-on")
@limiter.limit(limits.POST)
@allow(WRITER)
def pass_on_sent(id: int) -> ResponseReturnValue:
    """Pass a question on."""
    of, form = _passing(id), PassOnForm(request.form).offer(bodies_today(clock.today()).values())
    return web.submit(form, lambda: _passed(of, form)) or _pass_page(of, form)


def _said(of: Question, form: OtherForm) -> str:
    kind, words, on = Happening(form.kind.data), form.words.data or "", clock.now()
    if not words.strip() and kind != H.NOT_HERE:
        raise Refusal(NO_WORDS, field="words")
    signed, number = signed_by_me(of.body), of.id
    if kind == H.HOLDING:
        replying.hold_reply(of, words, signed, voice=Voice.BODY, on=on)
    elif kind == H.PUT_OFF:
        replying.put_off(of, words, signed, until=form.until.day, voice=Voice.BODY, on=on)
    elif kind == H.REQUEST:
        replying.as_request(of, words, signed, on=on)
    else:
        not_here.close(of, signed, on=on)
    flash(_("Thank you. It is on the record."))
    return url_for("to_do.listing") if kind == H.NOT_HERE else url_for("questions.page", id=number)


def _passed(of: Question, form: PassOnForm) -> str:
    to = bodies_today(clock.today()).get(form.body.number or 0)
    if to is None:
        raise Refusal(N_("Choose the body."), field="body")
    who, on = web.standing(), clock.now()
    if speaks(of):
        signed, voice = signed_by_me(of.body).byline, Voice.BODY
    else:
        signed, voice = recorder(who, thread_id=of.thread_id), Voice.HELPER
    replying.pass_on(of, to, form.reason.data or "", signed=signed, by=who, voice=voice, on=on)
    flash(_("It is passed on. Both bodies and the asker see why."))
    return url_for("questions.page", id=of.id)


def _passing(question_id: int) -> Question:
    """A question that this person may pass on: they speak for its body, or help run this."""
    of = question_here(question_id)
    if not inside(of):
        stop_if(Refusal(N_("Only the body, or who helps run this, can pass it on.")))
    return of


def _page(of: Question, form: OtherForm) -> ResponseReturnValue:
    hints = {str(kind): _(words) for kind, words in OTHER_HINTS.items()}
    return web.render("decisions/questions/other.html", form=form.offer(), question=of, hints=hints)


def _pass_page(of: Question, form: PassOnForm) -> ResponseReturnValue:
    form.offer(bodies_today(clock.today()).values())
    return web.render("decisions/questions/pass_on.html", form=form, question=of)
