"""Plan one step: its body and role, its days, what people can do there."""

from flask import abort, flash, redirect, request
from flask.typing import ResponseReturnValue

from decisions.bodies.choices import bodies_today
from decisions.bodies.models import Body
from decisions.journeys import actions
from decisions.journeys.forms.planning import StopForm, WayForm
from decisions.journeys.kinds import StopRole
from decisions.journeys.models import Stop, Way
from decisions.journeys.outline import place_choices
from decisions.journeys.queries import Route
from decisions.journeys.routes.pages import gone, here, pages, plan_address, stop_here, way_here
from decisions.journeys.routes.plan import plan_page
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.threads.models import Thread
from forum.web import allow

FIELDS = ("role", "title", "about", "opens_on", "planned_on", "writing_counts", "official_way")


@pages.get("/issues/<int:id>/steps/new")
@allow(FACILITATOR)
def new_step(id: int) -> ResponseReturnValue:
    """Show an empty step to fill in."""
    thread, found = here(id)
    return _step_page(thread, found, None, StopForm())


@pages.post("/issues/<int:id>/steps/new")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def new_step_sent(id: int) -> ResponseReturnValue:
    """Add a step to the route."""
    thread, found = here(id)
    form = _offered(StopForm(request.form), found, None)

    def act() -> str:
        after = found.stop(form.after.number)
        new = form.given(bodies_today(clock.today()))
        actions.add_stop(found.journey, new, after=after, by=web.standing(), on=clock.now())
        flash(_("The step is added."))
        return plan_address(found)

    return web.submit(form, act) or _step_page(thread, found, None, form)


@pages.get("/issues/<int:id>/steps/<int:stop>")
@allow(FACILITATOR)
def step(id: int, stop: int) -> ResponseReturnValue:
    """Show a step, to be changed."""
    thread, found = here(id)
    row = _planned(found, stop)
    kept = {"body": row.body_id} | {name: getattr(row, name) for name in FIELDS}
    return _step_page(thread, found, row, StopForm(data=kept))


@pages.post("/issues/<int:id>/steps/<int:stop>")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def step_sent(id: int, stop: int) -> ResponseReturnValue:
    """Change what is planned at a step."""
    thread, found = here(id)
    row = _planned(found, stop)
    form = _offered(StopForm(request.form), found, row)

    def act() -> str:
        after = found.stop(form.after.number)
        actions.change_stop(row, form.given(_bodies(row)), after=after, by=web.standing(), on=clock.now())
        flash(_("The step is changed."))
        return plan_address(found)

    return web.submit(form, act) or _step_page(thread, found, row, form)


@pages.post("/issues/<int:id>/steps/<int:stop>/remove")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def step_removed(id: int, stop: int) -> ResponseReturnValue:
    """Take a step off the route at which nothing happened."""
    thread, found = here(id)
    if gone(Stop, stop):
        return redirect(plan_address(found), 303)
    row, form = _planned(found, stop), Form(request.form, prefix=f"step{stop}-")

    def act() -> str:
        actions.remove_stop(row, by=web.standing(), on=clock.now())
        flash(_("The step is gone."))
        return plan_address(found)

    return web.submit(form, act) or plan_page(thread, found, form)


@pages.get("/issues/<int:id>/steps/<int:stop>/ways")
@allow(FACILITATOR)
def way(id: int, stop: int) -> ResponseReturnValue:
    """Show an empty form for something that people can do."""
    thread, found = here(id)
    return web.render("decisions/journeys/way.html", form=WayForm(), thread=thread, stop=stop_here(found, stop))


@pages.post("/issues/<int:id>/steps/<int:stop>/ways")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def way_sent(id: int, stop: int) -> ResponseReturnValue:
    """Add something that people can do at a step."""
    thread, found = here(id)
    row, form = stop_here(found, stop), WayForm(request.form)

    def act() -> str:
        actions.add_way(row, **form.given(), by=web.standing(), on=clock.now())
        flash(_("People can see what they can do."))
        return plan_address(found)

    return web.submit(form, act) or web.render("decisions/journeys/way.html", form=form, thread=thread, stop=row)


@pages.post("/issues/<int:id>/ways/<int:way>/remove")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def way_removed(id: int, way: int) -> ResponseReturnValue:
    """Take away something that people can't do any more."""
    thread, found = here(id)
    if gone(Way, way):
        return redirect(plan_address(found), 303)
    row, form = way_here(found, way), Form(request.form, prefix=f"way{way}-")

    def act() -> str:
        actions.remove_way(row, by=web.standing(), on=clock.now())
        flash(_("It is gone."))
        return plan_address(found)

    return web.submit(form, act) or plan_page(thread, found, form)


def _planned(found: Route, stop_id: int) -> Stop:
    """A step that can be planned; where it was raised can't."""
    row = stop_here(found, stop_id)
    return row if row.role != StopRole.HERE else abort(404)


def _bodies(row: Stop | None) -> dict[int, Body]:
    """The bodies of today, and the step's own, which may be gone by now."""
    return bodies_today(clock.today()) | ({row.body.id: row.body} if row and row.body else {})


def _offered(form: StopForm, found: Route, row: Stop | None) -> StopForm:
    return form.offer(_bodies(row), place_choices(found, row))


def _step_page(thread: Thread, found: Route, row: Stop | None, form: StopForm) -> ResponseReturnValue:
    shown = _offered(form, found, row)
    return web.render("decisions/journeys/step.html", form=shown, thread=thread, stop=row, bodies=_bodies(row))
