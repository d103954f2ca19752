"""How often we may write to a body, by the link in our letter."""

from flask import Response, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.answers.questions import posting, tokens
from decisions.answers.questions.ready_forms import RhythmForm
from decisions.answers.questions.routes.pages import pages
from decisions.answers.questions.routes.private import over, private
from decisions.bodies.models import Body
from forum import clock, limits, web
from forum.access import EVERYONE
from forum.db import db
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/how-often/<token>")
@allow(EVERYONE)
def how_often(token: str) -> ResponseReturnValue:
    """Ask somebody at a body's address how often we may write."""
    return _rhythm_page(token, RhythmForm(data={"days": "7"}))


@pages.post("/how-often/<token>")
@limiter.limit(limits.POST)
@allow(EVERYONE)
def how_often_sent(token: str) -> ResponseReturnValue:
    """Keep how often we may write to a body."""
    form, read = RhythmForm(request.form), tokens.rhythm(token)
    if read is None or _body(*read) is None:
        return over()

    def act() -> str:
        posting.set_rhythm(read[0], int(form.days.data), on=clock.now())
        flash(_("Thank you. We keep to it."))
        return url_for("questions.how_often", token=token)

    return web.submit(form, act) or _rhythm_page(token, form)


def _body(body_id: int, email: str) -> Body | None:
    """The body of a link that says how often we write, while its address is still the same."""
    body = db.session.get(Body, body_id)
    return body if body is not None and body.email == email else None


def _rhythm_page(token: str, form: RhythmForm) -> Response:
    read = tokens.rhythm(token)
    body = _body(*read) if read is not None else None
    if body is None:
        return over()
    return private(web.render("decisions/questions/how_often.html", form=form, body=body, token=token))
