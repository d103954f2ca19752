"""Write down a promise: at an issue, from an answer, from a decision. One more issue for a promise."""

from flask import abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.answers.models import OfficialReply
from decisions.bodies.choices import bodies_today
from decisions.journeys.forms.fields import number
from decisions.meetings.models import Decision
from decisions.promises import actions, rules
from decisions.promises.actions import NewPromise
from decisions.promises.forms import IssueForm, PromiseForm
from decisions.promises.kinds import Stage, Voice
from decisions.promises.models import Promise
from decisions.promises.routes.pages import pages, promise_here
from forum import clock, limits, web
from forum.about.site import site
from forum.access import FACILITATOR, WRITER, is_facilitator
from forum.db import db
from forum.limits import limiter
from forum.refusal import Refusal
from forum.say import N_, _
from forum.threads.models import Thread
from forum.threads.queries import thread_or_none
from forum.web import allow

CHOOSE = N_("Choose the body.")


@pages.get("/issues/<int:id>/promise")
@allow(WRITER)
def new(id: int) -> ResponseReturnValue:
    """Show the form to write down a promise at an issue; `answer` names the answer that it stands in."""
    thread, reply = _thread(id), _reply(id, request.args.get("answer"))
    given = {"made_on": clock.today(), "basis": "promise"}
    if reply is not None:
        given |= {"body": str(reply.body_id), "made_on": clock.local_day(reply.created_at)}
    return _page(PromiseForm(data=given), thread=thread, reply=reply)


@pages.post("/issues/<int:id>/promise")
@limiter.limit(limits.POST)
@allow(WRITER)
def new_sent(id: int) -> ResponseReturnValue:
    """Write down a promise at an issue."""
    thread, reply, form = _thread(id), _reply(id, request.args.get("answer")), PromiseForm(request.form)

    def act() -> str:
        body_id = reply.body_id if reply is not None else _body(form)
        return _kept(form, body_id, reply_id=reply.post_id if reply is not None else None, thread_ids=(id,))

    return web.submit(form.offer(bodies_today(clock.today())), act) or _page(form, thread=thread, reply=reply)


@pages.get("/decisions/<int:id>/promise")
@allow(FACILITATOR)
def from_decision(id: int) -> ResponseReturnValue:
    """Show the form to write down a promise that stands in a decision."""
    row = db.session.get(Decision, id) or abort(404)
    day = row.decided_on or clock.today()
    return _page(PromiseForm(data={"made_on": day, "post": row.maker, "basis": "promise"}), decision=row)


@pages.post("/decisions/<int:id>/promise")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def from_decision_sent(id: int) -> ResponseReturnValue:
    """Write down a promise that stands in a decision."""
    row, form = db.session.get(Decision, id) or abort(404), PromiseForm(request.form)

    def act() -> str:
        return _kept(form, row.body_id, decision_id=row.id)

    return web.submit(form.offer(bodies_today(clock.today())), act) or _page(form, decision=row)


@pages.post("/promises/<int:id>/issues")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def add_issue(id: int) -> ResponseReturnValue:
    """Let a promise belong to one more issue."""
    known, form = promise_here(id), IssueForm(request.form)

    def act() -> str:
        found = form.issue_id()
        thread = thread_or_none(found, web.standing()) if found is not None else None
        if thread is None:
            raise Refusal(N_("There is no such issue."), field="issue")
        actions.add_issue(known.promise, thread, by=web.standing(), on=clock.now())
        flash(_("It belongs to that issue too."))
        return url_for("promises.page", id=id)

    return web.submit(form, act) or web.render("decisions/promises/issue.html", form=form, promise=known.promise)


@pages.get("/promises/<int:id>/issues")
@allow(FACILITATOR)
def issues(id: int) -> ResponseReturnValue:
    """Show the form to name one more issue."""
    return web.render("decisions/promises/issue.html", form=IssueForm(), promise=promise_here(id).promise)


def _kept(
    form: PromiseForm, body_id: int, *, reply_id: int | None = None, decision_id: int | None = None,
    thread_ids: tuple[int, ...] = (),
) -> str:  # fmt: skip
    """Keep what was typed, say what becomes of it, and return where its page is."""
    given = form.given()
    made: Promise = actions.promise(
        NewPromise(body_id=body_id, reply_id=reply_id, decision_id=decision_id, thread_ids=thread_ids, **given),
        by=web.standing(),
        on=clock.now(),
    )
    waits = made.stage == Stage.PROPOSED
    flash(_("Thank you. Someone checks it, then all can read it.") if waits else _("The promise is on the record."))
    return url_for("promises.page", id=made.id)


def _thread(thread_id: int) -> Thread:
    """The issue. Whose first posts still wait can propose too: somebody looks at that first."""
    return thread_or_none(thread_id, web.standing()) or abort(404)


def _reply(thread_id: int, given: str | None) -> OfficialReply | None:
    """The answer on this issue that a link named, if there is one."""
    found = db.session.get(OfficialReply, number(given) or 0)
    return found if found is not None and found.thread_id == thread_id else None


def _body(form: PromiseForm) -> int:
    """The body that was chosen. Raises Refusal for one that is not offered."""
    if form.body.number not in bodies_today(clock.today()):
        raise Refusal(CHOOSE, field="body")
    return form.body.number


def _page(
    form: PromiseForm, *, thread: Thread | None = None, reply: OfficialReply | None = None,
    decision: Decision | None = None,
) -> ResponseReturnValue:  # fmt: skip
    form.offer(bodies_today(clock.today()))
    who = web.standing()
    sure = is_facilitator(who) or any(rules.voice(who, one) == Voice.BODY for one in who.speaks_for)
    return web.render(
        "decisions/promises/new.html", form=form, thread=thread, reply=reply, decision=decision, sure=sure, site=site()
    )
