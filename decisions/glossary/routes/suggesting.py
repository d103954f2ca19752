"""Suggest a word: anyone can."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.glossary import actions
from decisions.glossary.forms import SuggestForm
from decisions.glossary.routes.pages import pages
from forum import clock, limits, web
from forum.access import NOT_SUSPENDED
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/words/suggest")
@allow(NOT_SUSPENDED)
def suggest() -> ResponseReturnValue:
    """Show the form to suggest a word."""
    return _page(SuggestForm(request.args))


@pages.post("/words/suggest")
@limiter.limit(limits.REPORT)
@allow(NOT_SUSPENDED)
def suggest_sent() -> ResponseReturnValue:
    """Suggest a word."""
    form = SuggestForm(request.form)

    def act() -> str:
        given = {"plain": form.plain.data or "", "met": form.met.data or ""}
        actions.suggest(form.word.data or "", **given, by=web.standing(), on=clock.now())
        flash(_("Thank you. A person looks at it."))
        return url_for("glossary.index")

    return web.submit(form, act) or _page(form)


def _page(form: SuggestForm) -> ResponseReturnValue:
    return web.render("decisions/glossary/suggest.html", form=form)
