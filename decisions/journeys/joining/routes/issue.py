"""From the side of an issue: what it is joined with, what it may be joined with, and a search for more."""

from flask import request
from flask.typing import ResponseReturnValue

from decisions.journeys.joining import actions, choosing, queries
from decisions.journeys.joining.kinds import State
from decisions.journeys.joining.models import Joined
from decisions.journeys.joining.record_form import RecordForm
from decisions.journeys.joining.routes.after import after_join
from decisions.journeys.routes.pages import pages, thread_here
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.form import Form
from forum.limits import limiter
from forum.refusal import Refusal
from forum.threads.models import Thread
from forum.web import allow


@pages.get("/issues/<int:id>/records")
@allow(FACILITATOR)
def records(id: int) -> ResponseReturnValue:
    """Show what an issue is joined with, and what it may be joined with."""
    return _page(thread_here(id), None)


@pages.post("/issues/<int:id>/records")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def records_sent(id: int) -> ResponseReturnValue:
    """Join an issue with a record; what that says waits as a draft, which is shown next."""
    thread, form = thread_here(id), RecordForm(request.form)

    def act() -> str:
        about = choosing.chosen(str(form.record.data))
        if about is None:
            raise Refusal(actions.NO_RECORD)
        made = actions.join(thread, about, by=web.standing(), on=clock.now())
        return after_join(made.id)

    return web.submit(form, act) or _page(thread_here(id), form)


def _page(thread: Thread, form: Form | None) -> ResponseReturnValue:
    every = queries.of_thread(thread.id)
    words = request.args.get("q", "").strip()[:200]
    asked = {f"item-{one.item_id}" if one.item_id else f"decision-{one.decision_id}" for one in every if _is_open(one)}
    found = [one for one in choosing.records(words or thread.title) if one.value not in asked]
    return web.render(
        "decisions/journeys/records.html",
        form=form,
        thread=thread,
        joined=[one for one in every if one.state == State.JOINED],
        suggested=[one for one in every if one.state == State.SUGGESTED],
        waiting=queries.waiting,
        record=lambda one: choosing.found(one.item or one.decision),
        found=found,
        words=words,
        button=Form,
        press_form=lambda value: RecordForm(data={"record": value}),
    )


def _is_open(one: Joined) -> bool:
    return one.state in (State.JOINED, State.SUGGESTED)
