"""Pause a source, end it after a look at what that means, and let it go on."""

from collections.abc import Callable

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.imports import ending, queries
from decisions.imports.models import Source
from decisions.imports.routes.pages import pages, source_or_404
from decisions.imports.routes.sources import source_page
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.post("/sources/<int:id>/pause")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def pause(id: int) -> ResponseReturnValue:
    """Read nothing from a source for now."""
    form = Form(request.form)
    words = _("It is paused. Nothing is read from it until somebody lets it go on.")
    return web.submit(form, _act(id, ending.pause, words)) or source_page(source_or_404(id), form)


@pages.post("/sources/<int:id>/go-on")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def go_on(id: int) -> ResponseReturnValue:
    """Let a source go on."""
    form = Form(request.form)
    return web.submit(form, _act(id, ending.go_on, _("It goes on."))) or source_page(source_or_404(id), form)


@pages.get("/sources/<int:id>/end")
@allow(FACILITATOR)
def end(id: int) -> ResponseReturnValue:
    """Say what it means to end a source, and ask if that is wanted."""
    return _page(source_or_404(id), Form())


@pages.post("/sources/<int:id>/end")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def end_sent(id: int) -> ResponseReturnValue:
    """Bring in nothing more from a source."""
    form = Form(request.form)
    words = _("It has ended. What it brought stays, and says so.")
    return web.submit(form, _act(id, ending.end, words)) or _page(source_or_404(id), form)


def _act(id: int, what: Callable[..., None], words: str) -> Callable[[], str]:
    found = source_or_404(id)

    def act() -> str:
        what(found, by=web.standing(), on=clock.now())
        flash(words)
        return url_for("imports.source", id=id)

    return act


def _page(source: Source, form: Form) -> ResponseReturnValue:
    counts = queries.brought_in(source.id)
    return web.render("decisions/imports/end.html", source=source, form=form, counts=counts)
