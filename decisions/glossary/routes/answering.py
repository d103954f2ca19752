"""Look at a word that was suggested: explain it, or say why not."""

from flask import abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.glossary import actions, queries
from decisions.glossary.forms import ADD, AnswerForm
from decisions.glossary.models import Suggestion
from decisions.glossary.routes.pages import pages
from decisions.packs.signing import helper
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/words/suggested/<int:id>")
@allow(FACILITATOR)
def look(id: int) -> ResponseReturnValue:
    """Show a word that was suggested."""
    one = _here(id)
    return _page(one, AnswerForm(data={"word": one.word, "plain": one.plain}))


@pages.post("/words/suggested/<int:id>")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def answer(id: int) -> ResponseReturnValue:
    """Explain the word, or say why not."""
    one, form = _here(id), AnswerForm(request.form)

    def act() -> str:
        by, on, reason = web.standing(), clock.now(), form.reason.data or ""
        if form.outcome.data == ADD:
            actions.add(one, form.given, reason=reason, by=by, signed=helper(by), on=on)
        else:
            actions.decline(one, reason=reason, by=by, on=on)
        flash(_("Thank you. That is done. The public log says so."))
        return url_for("to_do.listing")

    return web.submit(form, act) or _page(_here(id), form)


def _here(id: int) -> Suggestion:
    return queries.by_ids([id]).get(id) or abort(404)


def _page(one: Suggestion, form: AnswerForm) -> ResponseReturnValue:
    return web.render("decisions/glossary/look.html", form=form.offer(), one=one)
