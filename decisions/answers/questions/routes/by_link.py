"""Answer by the private link in our letter: no account, for one question only. Opening it changes nothing."""

from flask import Response, flash, make_response, request, url_for
from flask.typing import ResponseReturnValue

from decisions.answers.actions import Signed
from decisions.answers.questions import posting, replying, shown, tokens
from decisions.answers.questions.answering_forms import LinkForm, RhythmForm
from decisions.answers.questions.kinds import Happening, Stage, Voice
from decisions.answers.questions.models import Question
from decisions.answers.questions.recording import CHANGED
from decisions.answers.questions.routes.pages import pages, row_of
from decisions.answers.signing import link_holder
from decisions.bodies.models import Body
from forum import clock, limits, subjects, web
from forum.access import EVERYONE, GUEST
from forum.db import db
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
    return _page(of, LinkForm(data={"seen": of.last_number}), token) if of is not None else _over()


@pages.post("/answer/<token>")
@limiter.limit(limits.POST)
@allow(EVERYONE, renders=("text",))
def by_link_sent(token: str) -> ResponseReturnValue:
    """Publish an answer, or something that is no answer yet, of whoever has the link."""
    of, form = _question(token), LinkForm(request.form)
    if of is None:
        return _over()
    return web.submit(form, lambda: _answered(of, form)) or _page(of, form, token)


@pages.get("/how-often/<token>")
@allow(EVERYONE)
def how_often(token: str) -> ResponseReturnValue:
    """Ask somebody at a body's address how often we may write."""
    return _rhythm_page(token, RhythmForm(data={"days": "7"}))


@pages.post("/how-often/<token>")
@limiter.limit(limits.POST)
@allow(EVERYONE)
def how_often_sent(token: str) -> ResponseReturnValue:
    """Keep how often we may write to a body."""
    form, read = RhythmForm(request.form), tokens.rhythm(token)
    if read is None or _body(*read) is None:
        return _over()

    def act() -> str:
        posting.set_rhythm(read[0], int(form.days.data), on=clock.now())
        flash(_("Thank you. We keep to it."))
        return url_for("questions.how_often", token=token)

    return web.submit(form, act) or _rhythm_page(token, form)


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


def _body(body_id: int, email: str) -> Body | None:
    """The body of a link that says how often we write, while its address is still the same."""
    body = db.session.get(Body, body_id)
    return body if body is not None and body.email == email else None


def _page(of: Question, form: LinkForm, token: str) -> Response:
    if form.refused is not None and form.refused.args[0] == CHANGED:
        form.seen.data = str(of.last_number)
    line = shown.line(row_of(of), clock.today())
    answered = of.stage == Stage.ANSWERED
    return _private(
        web.render(
            "decisions/questions/by_link.html", form=form, question=of, line=line, token=token, answered=answered
        )
    )


def _rhythm_page(token: str, form: RhythmForm) -> Response:
    read = tokens.rhythm(token)
    body = _body(*read) if read is not None else None
    if body is None:
        return _over()
    return _private(web.render("decisions/questions/how_often.html", form=form, body=body, token=token))


def _over() -> Response:
    return _private((web.render("decisions/questions/link_over.html")[0], 404))


def _private(page: tuple[str, int]) -> Response:
    """A page that only the link opens: nobody keeps it or finds it by a search."""
    response = make_response(page)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
