"""Be the second person who says that something happened."""

from flask import abort, flash, g, request
from flask.typing import ResponseReturnValue

from decisions.journeys import actions
from decisions.journeys.models import Journey, Move
from decisions.journeys.routes.pages import move_address, pages
from decisions.journeys.signing import recorder
from decisions.journeys.sources import is_link
from decisions.journeys.titles import title_of, words_of
from forum import clock, limits, subjects, web
from forum.access import WRITER, Shown
from forum.db import db
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.threads.models import Thread
from forum.web import allow


@pages.get("/moves/<int:id>/confirm")
@allow(WRITER)
def confirm(id: int) -> ResponseReturnValue:
    """Show what somebody says happened, its source, and the button to agree."""
    move, thread = _here(id)
    return _page(move, thread, Form())


@pages.post("/moves/<int:id>/confirm")
@limiter.limit(limits.POST)
@allow(WRITER)
def confirm_sent(id: int) -> ResponseReturnValue:
    """Agree that it happened."""
    move, thread = _here(id)
    form = Form(request.form)

    def act() -> str:
        who = web.standing()
        signed, of = recorder(who, thread_id=thread.id), db.session.get_one(Journey, move.journey_id)
        actions.confirm(of, move, by=who, signed=signed, on=clock.now())
        flash(_("Thank you. Now it counts."))
        return move_address(thread, of, move.number)

    return web.submit(form, act) or _page(move, thread, form)


def _here(move_id: int) -> tuple[Move, Thread]:
    """An entry whose words this person may see, and its issue."""
    told = subjects.visible("move", move_id, web.standing())
    if told is None or told.state != Shown.SHOWN:
        abort(404)
    g.part = told.number if told.number > 1 else None
    return told.move, told.thread


def _page(move: Move, thread: Thread, form: Form) -> ResponseReturnValue:
    source = move.source if is_link(move.source) else ""
    said = {"what": title_of(move), "words": words_of(move), "source": source, "name": move.source_name or move.source}
    return web.render("decisions/journeys/confirm.html", form=form, thread=thread, move=move, **said)
