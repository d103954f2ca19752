"""Start a journey: from usual steps, or with up to six of one's own on one page, in two minutes."""

from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from decisions.bodies.choices import bodies_today
from decisions.journeys import actions, queries
from decisions.journeys.forms.starting import StartForm
from decisions.journeys.routes.naming import named, naming
from decisions.journeys.routes.pages import pages, part_of, thread_here
from decisions.journeys.signing import recorder
from decisions.journeys.usual.finding import offered
from decisions.journeys.usual.rules import may_use
from decisions.pathways import queries as pathways
from decisions.pathways import raised_from
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import N_, _
from forum.threads.models import Thread
from forum.web import allow

NO_STEP = N_("Fill in at least one step: who has to answer, or who decides.")


@pages.get("/issues/<int:id>/steps/start")
@allow(FACILITATOR)
def start(id: int) -> ResponseReturnValue:
    """Offer usual steps to choose from, and six empty steps to fill in. An issue that was raised from an answer leads
    to just the steps of that, unless `other` ones are asked for."""
    thread, also = thread_here(id), naming(id)
    if also is None and queries.of_thread(id) is not None:
        return redirect(url_for("journeys.plan", id=id))
    if also is None and not request.args.get("other") and (usual := _raised_from(id)) is not None:
        return redirect(usual)
    return _page(thread, StartForm())


@pages.post("/issues/<int:id>/steps/start")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def start_sent(id: int) -> ResponseReturnValue:
    """Start the journey of an issue with the steps that were filled in."""
    thread, form, found = thread_here(id), StartForm(request.form), bodies_today(clock.today())

    def act() -> str:
        stops = form.given(found)
        if not stops:
            raise Refusal(NO_STEP)
        by, signed = web.standing(), recorder(web.standing(), thread_id=id)
        made = actions.start(thread, stops=stops, **named(form, naming(id)), by=by, signed=signed, on=clock.now())
        flash(_("The steps are started. Now say what people can do, and by when."))
        return url_for("journeys.plan", id=id, part=part_of(made))

    return web.submit(form, act) or _page(thread, form)


def _raised_from(id: int) -> str | None:
    """The page with the steps of the answer that an issue was raised from, if they may still be used."""
    kept = raised_from.of_thread(id)
    if kept is None or may_use(pathways.pathway(kept.pathway, clock.today())) is not None:
        return None
    more: dict[str, Any] = {"usual": kept.pathway, "with": kept.changes.split()}
    return url_for("journeys.usual", id=id, **more)


def _page(thread: Thread, form: StartForm) -> ResponseReturnValue:
    found, words = bodies_today(clock.today()), f"{thread.title} {thread.topic.name}"
    return web.render(
        "decisions/journeys/start.html",
        form=form.offer(found),
        thread=thread,
        bodies=found,
        usual=offered(words, clock.today()),
        naming=naming(thread.id),
    )
