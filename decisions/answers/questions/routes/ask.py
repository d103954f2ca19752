"""Put a question to a body: written, read once more as the letter that goes out, and sent."""

from flask import abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.answers.questions import asking, posting, queries, reminding
from decisions.answers.questions.forms import AskForm
from decisions.answers.questions.routes.pages import pages
from decisions.bodies.choices import bodies_today
from decisions.bodies.models import Body
from decisions.journeys.forms.fields import number
from forum import clock, limits, web
from forum.access import WRITER
from forum.limits import limiter
from forum.mail import Letter
from forum.outbox.links import link
from forum.refusal import Refusal
from forum.say import N_, _
from forum.threads.models import Thread
from forum.threads.queries import thread_or_none
from forum.web import allow

CHOOSE = N_("Choose the body.")


@pages.get("/issues/<int:id>/question")
@allow(WRITER)
def new(id: int) -> ResponseReturnValue:
    """Show the form to put a question to a body; `body` names the one that a link meant."""
    return _page(_thread(id), AskForm(data={"body": request.args.get("body", "")}))


@pages.post("/issues/<int:id>/question")
@limiter.limit(limits.POST)
@allow(WRITER)
def new_sent(id: int) -> ResponseReturnValue:
    """Put a question to a body. To one with nobody here the letter is shown first, and sent once its asker says so."""
    thread, form = _thread(id), AskForm(request.form).offer(bodies_today(clock.today()).values())
    letter = _letter(thread, form)
    if letter is not None:
        return _page(thread, form, letter)
    return web.submit(form, lambda: _asked(thread, form)) or _page(thread, form)


def _asked(thread: Thread, form: AskForm) -> str:
    """Keep the question, say what becomes of it, and return where its page is."""
    body = _body(form)
    if body is None:
        raise Refusal(CHOOSE, field="body")
    of = asking.ask(thread, body, form.words.data or "", by=web.standing(), on=clock.now())
    if of.to_send:
        flash(_("Thank you. It goes out with our next letter to them.") if body.email else _("We look for an address."))
    else:
        reminding.tell_speakers(body.id, on=clock.now())
        flash(_("Thank you. They see your question now."))
    return url_for("questions.page", id=of.id)


def _letter(thread: Thread, form: AskForm) -> Letter | None:
    """The letter as it would go out, for a body with nobody here, until its asker has read it. None with a fault."""
    body = _body(form)
    if request.form.get("read") or body is None or not body.email or not form.validate():
        return None
    if queries.has_people(body.id, clock.today()):
        return None
    page = link("issues.page", id=thread.id, slug=thread.slug)
    return posting.preview(body, thread, form.words.data or "", page, on=clock.now())


def _body(form: AskForm) -> Body | None:
    return bodies_today(clock.today()).get(number(form.body.data) or 0)


def _thread(thread_id: int) -> Thread:
    return thread_or_none(thread_id, web.standing()) or abort(404)


def _page(thread: Thread, form: AskForm, letter: Letter | None = None) -> ResponseReturnValue:
    form.offer(bodies_today(clock.today()).values())
    return web.render("decisions/questions/ask.html", form=form, thread=thread, letter=letter, body=_body(form))
