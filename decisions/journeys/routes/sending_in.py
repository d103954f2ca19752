"""Send in what was written here: one file with all replies, and the day of the receipt."""

from flask import Response, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys import actions, sending_in
from decisions.journeys.forms.sending_in import SentInForm
from decisions.journeys.models import Stop
from decisions.journeys.routes.pages import here, pages, plan_address, stop_here
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.limits import limiter
from forum.say import _
from forum.threads.models import Thread
from forum.web import allow


@pages.get("/issues/<int:id>/steps/<int:stop>/send-in")
@allow(FACILITATOR)
def send_in(id: int, stop: int) -> ResponseReturnValue:
    """Show the file to send in, and the form to say when it was sent."""
    thread, found = here(id)
    row = stop_here(found, stop)
    form = SentInForm(data={"sent_in_on": row.sent_in_on, "received_on": row.received_on})
    return _page(thread, row, form)


@pages.post("/issues/<int:id>/steps/<int:stop>/send-in")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def send_in_sent(id: int, stop: int) -> ResponseReturnValue:
    """Say when it was sent, and when they said that they have it."""
    thread, found = here(id)
    row, form = stop_here(found, stop), SentInForm(request.form)

    def act() -> str:
        days = {"sent": form.sent_in_on.day, "received": form.received_on.day}
        actions.send_in(row, **days, by=web.standing(), on=clock.now())
        flash(_("Saved. Readers see when it was sent."))
        return plan_address(found)

    return web.submit(form, act) or _page(thread, row, form)


@pages.get("/issues/<int:id>/steps/<int:stop>/replies.txt")
@allow(FACILITATOR)
def replies_file(id: int, stop: int) -> Response:
    """Give every reply that all can read, in one file."""
    thread, found = here(id)
    row = stop_here(found, stop)
    to = row.body.name if row.body is not None else ""
    page = url_for("issues.page", id=thread.id, slug=thread.slug, _external=True)
    text = sending_in.as_text(thread, sending_in.posts_of(id), page=page, to=to)
    headers = {"Content-Disposition": f'attachment; filename="issue-{id}-replies.txt"'}
    return Response(text, mimetype="text/plain", headers=headers)


def _page(thread: Thread, stop: Stop, form: SentInForm) -> ResponseReturnValue:
    return web.render("decisions/journeys/send_in.html", form=form, thread=thread, stop=stop)
