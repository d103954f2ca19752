"""The plan of a journey on one page: its steps, dates, limits, and "I looked today"."""

from flask import flash, request
from flask.typing import ResponseReturnValue

from decisions.journeys import actions, queries
from decisions.journeys.forms.dates import SettleForm, prefix
from decisions.journeys.forms.planning import LimitsForm
from decisions.journeys.kinds import BASIS_WORDS
from decisions.journeys.outline import outline, story
from decisions.journeys.queries import Route
from decisions.journeys.routes.pages import here, pages, plan_address
from decisions.journeys.signing import recorder
from decisions.journeys.sources import is_link
from decisions.journeys.sureness import basis_on, is_sure
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.threads.models import Thread
from forum.web import allow

LIMITS, CHECKED = "limits-", "checked-"  # more than one form stands on the page: each has names of its own


@pages.get("/issues/<int:id>/steps")
@allow(FACILITATOR)
def plan(id: int) -> ResponseReturnValue:
    """Show the plan of a journey."""
    return plan_page(*here(id))


@pages.post("/issues/<int:id>/steps/limits")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def limits_sent(id: int) -> ResponseReturnValue:
    """Say what can't change, and why."""
    thread, found = here(id)
    form = LimitsForm(request.form, prefix=LIMITS)

    def act() -> str:
        actions.say_limits(found.journey, form.limits.data or "", by=web.standing(), on=clock.now())
        flash(_("Saved. Readers see it below “Can it still change?”."))
        return plan_address(found)

    return web.submit(form, act) or plan_page(thread, found, form)


@pages.post("/issues/<int:id>/steps/checked")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def checked(id: int) -> ResponseReturnValue:
    """Say "I looked today: this is right"."""
    thread, found = here(id)
    form, who = Form(request.form, prefix=CHECKED), web.standing()

    def act() -> str:
        actions.check(found.journey, by=who, signed=recorder(who, thread_id=id), on=clock.now())
        flash(_("Thank you. The page says that you looked today."))
        return plan_address(found)

    return web.submit(form, act) or plan_page(thread, found, form)


def plan_page(thread: Thread, found: Route, form: Form | None = None) -> ResponseReturnValue:
    """Show the plan; `form` is the one of its forms that could not be carried out."""
    journey, today, told = found.journey, clock.today(), story(found)
    shown = form if isinstance(form, LimitsForm) else LimitsForm(prefix=LIMITS, data={"limits": journey.limits})
    return web.render(
        "decisions/journeys/plan.html",
        form=form,
        thread=thread,
        journey=journey,
        steps=outline(found, today=today),
        dates=queries.deadlines(journey.id),
        limits_form=shown,
        press=lambda prefix: Form(prefix=prefix),
        settle_form=lambda number: _settle(form, number, told),
        basis_words=BASIS_WORDS,
        is_link=is_link,
        is_sure=is_sure,
        basis_on=lambda one: basis_on(one, today),
        checked_prefix=CHECKED,
    )


def _settle(form: Form | None, deadline_id: int, told: list[tuple[int, str]]) -> SettleForm:
    """The small form of one date: the one that was sent, if it could not be carried out."""
    if isinstance(form, SettleForm) and form._prefix == prefix(deadline_id):
        return form.offer(told)
    return SettleForm(prefix=prefix(deadline_id)).offer(told)
