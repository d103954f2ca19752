"""A planned day passed and nobody told us: two buttons that anyone who was there can press."""

from flask import flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys import hearing
from decisions.journeys.models import Stop
from decisions.journeys.routes.pages import here, pages, stop_here
from forum import clock, limits, web
from forum.access import NOT_SUSPENDED, WRITER
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.threads.models import Thread
from forum.web import allow


@pages.get("/issues/<int:id>/heard/<int:stop>")
@allow(WRITER)
def heard(id: int, stop: int) -> ResponseReturnValue:
    """Show the two buttons: for somebody who signed in first."""
    thread, found = here(id)
    return _page(thread, stop_here(found, stop), Form())


@pages.post("/issues/<int:id>/heard/<int:stop>")
@limiter.limit(limits.POST)
@allow(NOT_SUSPENDED)
def heard_sent(id: int, stop: int) -> ResponseReturnValue:
    """Keep what somebody who was there says. Somebody signed out signs in first, and comes back to the buttons."""
    thread, found = here(id)
    row, form, who = stop_here(found, stop), Form(request.form), web.standing()
    if not who.signed_in:
        return redirect(url_for("people.sign_in", next=url_for("journeys.heard", id=id, stop=stop)), 303)

    def act() -> str:
        hearing.say(found.journey, row.id, str(request.form.get("kind", "")), by=who, on=clock.now())
        flash(_("Thank you. It is shown as “A member says” until someone adds a source."))
        return url_for("issues.page", id=id, slug=thread.slug, part=g.part, _anchor="steps")

    return web.submit(form, act) or _page(thread, row, form)


def _page(thread: Thread, stop: Stop, form: Form) -> ResponseReturnValue:
    return web.render("decisions/journeys/heard.html", form=form, thread=thread, stop=stop)
