"""An issue and a record side by side: are they about the same? Once joined: take them apart."""

from flask import abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys.joining import actions, choosing, queries
from decisions.journeys.joining.models import Joined
from decisions.journeys.joining.routes.after import after_join
from decisions.journeys.routes.pages import pages
from forum import clock, limits, subjects, web
from forum.access import FACILITATOR
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/joins/<int:id>")
@allow(FACILITATOR)
def joined(id: int) -> ResponseReturnValue:
    """Show an issue and a record side by side."""
    return _page(_here(id), None)


@pages.post("/joins/<int:id>/same")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def same(id: int) -> ResponseReturnValue:
    """Say that they are about the same: they are joined."""
    row, form = _here(id), Form(request.form)

    def act() -> str:
        return after_join(actions.say_same(row, by=web.standing(), on=clock.now()).id)

    return web.submit(form, act) or _page(_here(id), form)


@pages.post("/joins/<int:id>/not-same")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def not_same(id: int) -> ResponseReturnValue:
    """Say that they are not about the same: nobody is asked again."""
    row, form = _here(id), Form(request.form)

    def act() -> str:
        actions.say_not_same(row, by=web.standing(), on=clock.now())
        flash(_("Thank you. Nobody will be asked this again."))
        return url_for("to_do.listing")

    return web.submit(form, act) or _page(_here(id), form)


@pages.post("/joins/<int:id>/apart")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def taken_apart(id: int) -> ResponseReturnValue:
    """Take an issue and a record apart again."""
    row, form = _here(id), Form(request.form)

    def act() -> str:
        actions.part(row, by=web.standing(), on=clock.now())
        flash(_("They are not joined any more. What you approved before stays."))
        return url_for("journeys.joined", id=id)

    return web.submit(form, act) or _page(_here(id), form)


def _here(joined_id: int) -> Joined:
    """A join whose issue this person may see."""
    row = queries.by_ids([joined_id]).get(joined_id)
    if row is None or subjects.get("thread").may_see(web.standing(), row.thread) is not None:
        abort(404)
    return row


def _page(row: Joined, form: Form | None) -> ResponseReturnValue:
    about = row.item or row.decision or abort(404)
    return web.render(
        "decisions/journeys/joined.html",
        form=form,
        row=row,
        thread=row.thread,
        record=choosing.found(about),
        about=about,
        waiting=queries.waiting(row.id),
        button=Form,
    )
