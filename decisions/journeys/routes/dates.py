"""Dates that matter: typed, met by an entry, or no longer of use."""

from flask import abort, flash, request
from flask.typing import ResponseReturnValue

from decisions.bodies.choices import bodies_today
from decisions.journeys import actions
from decisions.journeys.forms.dates import DROPPED, DateForm, SettleForm, prefix
from decisions.journeys.kinds import Basis
from decisions.journeys.models import Move
from decisions.journeys.routes.pages import date_here, here, pages, plan_address
from decisions.journeys.routes.plan import plan_page
from decisions.journeys.signing import recorder
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.db import db
from forum.form import Form
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import N_, _
from forum.threads.models import Thread
from forum.web import allow


@pages.get("/issues/<int:id>/dates")
@allow(FACILITATOR)
def new_date(id: int) -> ResponseReturnValue:
    """Show an empty form for a date that matters."""
    thread, _found = here(id)
    form = DateForm().offer(bodies_today(clock.today()))
    return _page(thread, form)


@pages.post("/issues/<int:id>/dates")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def new_date_sent(id: int) -> ResponseReturnValue:
    """Add a date that matters."""
    thread, found = here(id)
    bodies = bodies_today(clock.today())
    form = DateForm(request.form).offer(bodies)

    def act() -> str:
        by, signed = web.standing(), recorder(web.standing(), thread_id=id)
        actions.add_deadline(found.journey, **form.given(bodies), signed=signed, by=by, on=clock.now())
        flash(_("The date is on the page."))
        return plan_address(found)

    return web.submit(form, act) or _page(thread, form)


@pages.post("/issues/<int:id>/dates/<int:deadline>")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def settled(id: int, deadline: int) -> ResponseReturnValue:
    """Say that a date was met by an entry, or that it does not apply any more."""
    thread, found = here(id)
    row, form = date_here(found, deadline), SettleForm(request.form, prefix=prefix(deadline))

    def act() -> str:
        met = None if form.do.data == DROPPED else _entry(form, found.journey.id)
        actions.meet_deadline(row, met, reason=form.reason.data or "", by=web.standing(), on=clock.now())
        flash(_("Saved."))
        return plan_address(found)

    return web.submit(form, act) or plan_page(thread, found, form)


@pages.post("/issues/<int:id>/dates/<int:deadline>/check")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def date_checked(id: int, deadline: int) -> ResponseReturnValue:
    """Say "I looked: this date is right"."""
    thread, found = here(id)
    row, form = date_here(found, deadline), Form(request.form, prefix=f"right{deadline}-")

    def act() -> str:
        signed = recorder(web.standing(), thread_id=id)
        actions.check_date(row, by=web.standing(), signed=signed, on=clock.now())
        flash(_("Thank you. The date is shown as checked."))
        return plan_address(found)

    return web.submit(form, act) or plan_page(thread, found, form)


def _page(thread: Thread, form: DateForm) -> ResponseReturnValue:
    hints = {str(Basis.TYPICAL): _("Nobody can insist on it, so nobody is called late.")}
    return web.render("decisions/journeys/date.html", form=form, thread=thread, hints=hints)


def _entry(form: SettleForm, journey_id: int) -> Move:
    """The entry that was chosen. Raises Refusal when none was; one of another issue is not there."""
    if form.move.number is None:
        raise Refusal(N_("Choose the entry that met this date."), field="move")
    move = db.session.get(Move, form.move.number)
    return move if move is not None and move.journey_id == journey_id else abort(404)
