"""A body's own ready replies."""

from flask import abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.access import SPEAKS_FOR_A_BODY, may_speak_for
from decisions.answers.questions import queries, ready
from decisions.answers.questions.models import ReadyReply
from decisions.answers.questions.ready_forms import ReadyForm
from decisions.answers.questions.routes.pages import pages
from decisions.bodies.models import Body
from forum import clock, limits, web
from forum.db import db
from forum.form import Form
from forum.limits import limiter
from forum.say import _
from forum.web import allow, stop_if


@pages.get("/bodies/<int:id>/ready-replies")
@allow(SPEAKS_FOR_A_BODY)
def ready_replies(id: int) -> ResponseReturnValue:
    """List the ready replies of a body, with a form for a new one."""
    return _page(_body(id), ReadyForm())


@pages.post("/bodies/<int:id>/ready-replies")
@limiter.limit(limits.POST)
@allow(SPEAKS_FOR_A_BODY, renders=("text",))
def ready_reply_sent(id: int) -> ResponseReturnValue:
    """Keep a ready reply."""
    body, form = _body(id), ReadyForm(request.form)

    def act() -> str:
        ready.keep(body.id, form.title.data or "", form.text.data or "", by=web.standing(), on=clock.now())
        flash(_("It is kept. You find it when you answer."))
        return url_for("questions.ready_replies", id=id)

    return web.submit(form, act) or _page(body, form)


@pages.post("/ready-replies/<int:id>/drop")
@limiter.limit(limits.POST)
@allow(SPEAKS_FOR_A_BODY)
def drop_ready_reply(id: int) -> ResponseReturnValue:
    """Drop a ready reply."""
    row = db.session.get(ReadyReply, id) or abort(404)
    stop_if(may_speak_for(web.standing(), row.body_id))
    body, form = db.session.get_one(Body, row.body_id), Form(request.form)

    def act() -> str:
        ready.drop(row, by=web.standing(), on=clock.now())
        flash(_("It is dropped."))
        return url_for("questions.ready_replies", id=body.id)

    return web.submit(form, act) or _page(body, ReadyForm())


def _body(body_id: int) -> Body:
    """A body that this person speaks for."""
    body: Body = db.session.get(Body, body_id) or abort(404)
    stop_if(may_speak_for(web.standing(), body.id))
    return body


def _page(body: Body, form: ReadyForm) -> ResponseReturnValue:
    rows = queries.ready_replies([body.id])
    return web.render("decisions/questions/ready_replies.html", form=form, body=body, rows=rows)
