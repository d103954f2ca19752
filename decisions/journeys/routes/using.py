"""From an answer to the steps of an issue that has none yet: in one press, or looked at first."""

from collections.abc import Iterable

from flask import abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys import actions, queries
from decisions.journeys.actions import NewStop
from decisions.journeys.forms.using import NO_ISSUE, UseForm
from decisions.journeys.routes.pages import pages
from decisions.journeys.routes.start import NO_STEP
from decisions.journeys.signing import recorder
from decisions.journeys.usual.here import usual_here
from decisions.journeys.usual.laying import Laid
from decisions.journeys.usual.rules import may_use
from decisions.pathways import marks
from decisions.pathways import queries as pathways
from decisions.pathways.shapes import Pathway
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import _
from forum.threads.queries import thread_or_none
from forum.web import allow


@pages.get("/who-decides/how/<ident>/use")
@allow(FACILITATOR)
def use(ident: str) -> ResponseReturnValue:
    """List the issues without steps that usual steps could be used for."""
    return _page(_usable(ident), UseForm(data={"changes": " ".join(request.args.getlist("with"))}))


@pages.post("/who-decides/how/<ident>/use")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def use_sent(ident: str) -> ResponseReturnValue:
    """Start the journey of an issue with all usual steps that a body here can take."""
    of, form = _usable(ident), UseForm(request.form)

    def act() -> str:
        thread = thread_or_none(form.issue.number or 0, web.standing())
        if thread is None:
            raise Refusal(NO_ISSUE, field="issue")
        laid = usual_here(of, (form.changes.data or "").split(), clock.today())
        if not (stops := _stops(laid.laid)):
            raise Refusal(NO_STEP)
        by, signed, on = web.standing(), recorder(web.standing(), thread_id=thread.id), clock.now()
        actions.start(thread, stops=stops, usual=of, changes=laid.changes, by=by, signed=signed, on=on)
        flash(_("The steps are started. Look at them, and add the days that you know."))
        return url_for("journeys.plan", id=thread.id)

    return web.submit(form, act) or _page(of, form)


def _usable(ident: str) -> Pathway:
    found = pathways.pathway(ident, clock.today())
    return found if found is not None and may_use(found) is None else abort(404)


def _stops(laid: Iterable[Laid]) -> list[NewStop]:
    """The steps as they are laid out; one for which no body is here can be added later."""
    return [
        NewStop(
            one.role,
            one.title,
            one.body.id,
            about=one.about,
            writing_counts=one.writing_counts,
            official_way=one.official_way,
            step=one.step.id,
        )
        for one in laid
        if one.body is not None
    ]


def _page(of: Pathway, form: UseForm) -> ResponseReturnValue:
    threads = queries.without_steps()
    changes = (form.changes.data or "").split()
    shown = form.offer(threads)
    more = {"changes": changes, "threads": threads, "mark": marks.mark(marks.HOW, of.id, changes)}
    return web.render("decisions/journeys/use.html", form=shown, pathway=of, **more)
