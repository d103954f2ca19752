"""Start a journey from usual steps: laid out on one page, to be taken as they are or changed."""

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys import actions, queries
from decisions.journeys.forms.usual import UsualForm, as_laid
from decisions.journeys.routes.naming import named, naming
from decisions.journeys.routes.pages import pages, part_of, thread_here
from decisions.journeys.routes.start import NO_STEP
from decisions.journeys.signing import recorder
from decisions.journeys.usual.here import Usual, usual_here
from decisions.journeys.usual.rules import may_use
from decisions.pathways import queries as pathways
from decisions.pathways.shapes import Pathway
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import _, say
from forum.threads.models import Thread
from forum.web import allow


@pages.get("/issues/<int:id>/steps/usual")
@allow(FACILITATOR)
def usual(id: int) -> ResponseReturnValue:
    """Lay usual steps out for an issue. Those that may not be used lead back to the choice."""
    thread = thread_here(id)
    if naming(id) is None and queries.of_thread(id) is not None:
        return redirect(url_for("journeys.plan", id=id))
    found = _chosen(id, request.args.get("usual", ""))
    laid = usual_here(found, request.args.getlist("with"), clock.today())
    return _page(thread, laid, as_laid(laid.laid, found.id, laid.changes))


@pages.post("/issues/<int:id>/steps/usual")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def usual_sent(id: int) -> ResponseReturnValue:
    """Start the journey of an issue with the usual steps that are kept."""
    thread, form = thread_here(id), UsualForm(request.form)
    laid = usual_here(_chosen(id, form.usual.data or ""), (form.changes.data or "").split(), clock.today())
    form.offer(laid.laid, laid.bodies)

    def act() -> str:
        if not (stops := form.given(laid.bodies)):
            raise Refusal(NO_STEP)
        by, signed = web.standing(), recorder(web.standing(), thread_id=id)
        of, names, on = laid.pathway, named(form, naming(id)), clock.now()
        changes = laid.changes
        made = actions.start(thread, stops=stops, usual=of, changes=changes, **names, by=by, signed=signed, on=on)
        flash(_("The steps are started. Add the days that you know."))
        return url_for("journeys.plan", id=id, part=part_of(made))

    return web.submit(form, act) or _page(thread, laid, form)


def _chosen(id: int, ident: str) -> Pathway:
    """The usual steps that were chosen. Those that may not be used lead back to the choice, and say why."""
    found = pathways.pathway(ident, clock.today())
    if found is not None and may_use(found) is None:
        return found
    if (refusal := may_use(found)) is not None:
        flash(say(refusal.sentence))
    abort(redirect(url_for("journeys.start", id=id, other=1, another=request.args.get("another")), 303))


def _page(thread: Thread, of: Usual, form: UsualForm) -> ResponseReturnValue:
    form.offer(of.laid, of.bodies)
    return web.render("decisions/journeys/usual.html", form=form, thread=thread, of=of, naming=naming(thread.id))
