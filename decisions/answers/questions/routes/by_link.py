"""Answer by the private link in our letter: no account, for one question only. Opening it changes nothing."""

from flask import Response, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.answers.actions import Signed
from decisions.answers.questions import queries, replying, shown, tokens
from decisions.answers.questions.answering_forms import LinkForm
from decisions.answers.questions.kinds import Happening, Stage, Voice
from decisions.answers.questions.models import Question
from decisions.answers.questions.recording import CHANGED
from decisions.answers.questions.routes.pages import pages, row_of
from decisions.answers.questions.routes.private import over, private
from decisions.answers.questions.telling_story import also_said
from decisions.answers.signing import link_holder
from forum import clock, limits, subjects, web
from forum.access import EVERYONE, GUEST
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import N_, _
from forum.web import allow

H = Happening
STILL = {Stage.NOT_HERE, Stage.TAKEN_BACK}


@pages.get("/answer/<token>")
@allow(EVERYONE)
def by_link(token: str) -> ResponseReturnValue:
    """Show a question, and the form to answer it, to whoever has the link of our letter."""
    of = _question(token)
    return _page(of, LinkForm(data={"seen": of.last_number}), token) if of is not None else over()


@pages.post("/answer/<token>")
@limiter.limit(limits.POST)
@allow(EVERYONE, renders=("text",))
def by_link_sent(token: str) -> ResponseReturnValue:
    """Publish an answer, or something that is no answer yet, of whoever has the link."""
    of, form = _question(token), LinkForm(request.form)
    if of is None:
        return over()
    return web.submit(form, lambda: _answered(of, form)) or _page(of, form, token)


def _answered(of: Question, form: LinkForm) -> str:
    line, by = link_holder(of.body, form.post.data or "", thread_id=of.thread_id)
    signed, text, on = Signed(of.body, line, by), form.text.data or "", clock.now()
    if form.kind.data == H.HOLDING:
        replying.hold_reply(of, text, signed, voice=Voice.LINK, on=on)
    elif form.kind.data == H.PUT_OFF:
        replying.put_off(of, text, signed, until=form.until.day, voice=Voice.LINK, on=on)
    elif form.kind.data:
        raise Refusal(N_("Choose what it is."), field="kind")
    else:
        replying.answer(of, text, signed, voice=Voice.LINK, seen=form.seen_number, on=on)
    flash(_("Thank you. Everyone can read it now."))
    return url_for("questions.page", id=of.id)


def _question(token: str) -> Question | None:
    """The question that a link answers, if all can see it and it can still be answered."""
    of = tokens.question(token)
    if of is None or of.stage in STILL:
        return None
    found: Question | None = subjects.visible("question", of.id, GUEST)
    return found


def _page(of: Question, form: LinkForm, token: str) -> Response:
    if form.refused is not None and form.refused.args[0] == CHANGED:
        form.seen.data = str(of.last_number)
    line = shown.line(row_of(of), clock.today())
    answered, also = of.stage == Stage.ANSWERED, also_said(queries.events(of.id))
    return private(
        web.render(
            "decisions/questions/by_link.html", form=form, question=of, line=line, token=token, answered=answered,
            also=also,
        )
    )  # fmt: skip
