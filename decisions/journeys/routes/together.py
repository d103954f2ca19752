"""Say that an issue is decided together with another, and take it out again."""

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys import queries
from decisions.journeys.forms.together import AlongForm, TogetherForm
from decisions.journeys.models import Journey
from decisions.journeys.routes.pages import pages, thread_here
from decisions.journeys.together import actions, rules
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.limits import limiter
from forum.refusal import Refusal, raise_if
from forum.say import N_, _
from forum.threads.forms.keeping import WhyForm
from forum.threads.models import Thread
from forum.threads.routes.pages import issue_address, issue_meant
from forum.web import allow


@pages.get("/issues/<int:id>/along")
@allow(FACILITATOR)
def along(id: int) -> ResponseReturnValue:
    """Ask which other issue it is decided together with; with one, show both."""
    thread, other = thread_here(id), issue_meant(request.args.get("to", ""))
    return _confirm(thread, other, TogetherForm()) if other else _find(thread, AlongForm())


@pages.post("/issues/<int:id>/along")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def along_sent(id: int) -> ResponseReturnValue:
    """Look for the other issue; or, once both were shown, show its steps here too."""
    thread, to = thread_here(id), request.form.get("to", "")
    if "reason" not in request.form:
        form = AlongForm(request.form)
        return web.submit(form, lambda: _found(thread, str(form.to.data))) or _find(thread, form)
    if (other := issue_meant(to)) is None:
        return redirect(url_for("journeys.along", id=id))
    why = TogetherForm(request.form).offer(actions.to_show(thread, other))

    def act() -> str:
        of = _chosen(thread, other, str(why.journey.data))
        actions.go_along(thread, of, reason=str(why.reason.data), by=web.standing(), on=clock.now())
        flash(_("They are decided together. The steps are on both pages."))
        return issue_address(thread)

    return web.submit(why, act) or _confirm(thread, other, why)


@pages.get("/issues/<int:id>/apart/<int:journey>")
@allow(FACILITATOR)
def apart(id: int, journey: int) -> ResponseReturnValue:
    """Ask why an issue is not decided together with another any more."""
    return _apart(*_along_here(id, journey), WhyForm())


@pages.post("/issues/<int:id>/apart/<int:journey>")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def apart_sent(id: int, journey: int) -> ResponseReturnValue:
    """Take the steps of the other issue off this page."""
    thread, of = _along_here(id, journey)
    form = WhyForm(request.form)

    def act() -> str:
        actions.take_out(thread, of, reason=str(form.reason.data), by=web.standing(), on=clock.now())
        flash(_("This page does not show the steps of the other issue any more."))
        return issue_address(thread)

    return web.submit(form, act) or _apart(thread, of, form)


def _found(thread: Thread, words: str) -> str:
    other = issue_meant(words)
    if other is None:
        raise Refusal(N_("We found no issue with that address or number. Copy it from its page."), field="to")
    steps, left = queries.of_thread(other.id) is not None, actions.to_show(thread, other)
    raise_if(rules.may_go_along(web.standing(), same=thread.id == other.id, has_steps=steps, there=steps and not left))
    return url_for("journeys.along", id=thread.id, to=other.id)


def _chosen(thread: Thread, other: Thread, given: str) -> Journey:
    found = next((one for one in actions.to_show(thread, other) if str(one.id) == given), None)
    if found is None:
        raise Refusal(N_("This page shows the steps of that issue already."))
    return found


def _along_here(thread_id: int, journey_id: int) -> tuple[Thread, Journey]:
    """An issue, and a journey of another that stands on its page; else there is no such page."""
    thread = thread_here(thread_id)
    found = next((one for one in queries.shown_with(thread.id) if one.id == journey_id), None)
    return thread, found if found is not None and found.thread_id != thread.id else abort(404)


def _find(thread: Thread, form: AlongForm) -> ResponseReturnValue:
    return web.render("decisions/journeys/along_find.html", form=form, thread=thread)


def _confirm(thread: Thread, other: Thread, form: TogetherForm) -> ResponseReturnValue:
    shown = form.offer(actions.to_show(thread, other))
    return web.render("decisions/journeys/along.html", form=shown, thread=thread, other=other)


def _apart(thread: Thread, of: Journey, form: WhyForm) -> ResponseReturnValue:
    other = thread_here(of.thread_id)
    return web.render("decisions/journeys/apart.html", form=form, thread=thread, of=of, other=other)
