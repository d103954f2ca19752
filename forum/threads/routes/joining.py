"""Join an issue with another that says the same, and take them apart again."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.limits import limiter
from forum.refusal import Refusal, raise_if
from forum.say import N_, _
from forum.threads import actions, queries, rules
from forum.threads.forms.keeping import OtherForm, WhyForm
from forum.threads.models import Thread
from forum.threads.routes.pages import issue_address, issue_meant, pages, thread_here
from forum.web import allow


@pages.get("/issues/<int:id>/join")
@allow(FACILITATOR)
def join(id: int) -> ResponseReturnValue:
    """Ask which other issue says the same; with one, show both before they are joined."""
    thread = thread_here(id)
    if thread.joined_to_id is not None:
        return redirect(url_for("threads.take_apart", id=id))
    other = issue_meant(request.args.get("to", ""))
    return _confirm(thread, other, WhyForm()) if other else _find(thread, OtherForm())


@pages.post("/issues/<int:id>/join")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def join_sent(id: int) -> ResponseReturnValue:
    """Look for the other issue; or, once both were shown, join them."""
    thread, to = thread_here(id), request.form.get("to", "")
    if "reason" not in request.form:
        form = OtherForm(request.form)
        return web.submit(form, lambda: _found(thread, str(form.to.data))) or _find(thread, form)
    other, why = issue_meant(to), WhyForm(request.form)
    if other is None:
        return redirect(url_for("threads.join", id=id))

    def act() -> str:
        actions.join(thread, other, reason=str(why.reason.data), by=web.standing(), on=clock.now())
        flash(_("They are joined. The talk goes on here."))
        return issue_address(other)

    return web.submit(why, act) or _confirm(thread, other, why)


@pages.get("/issues/<int:id>/take-apart")
@allow(FACILITATOR)
def take_apart(id: int) -> ResponseReturnValue:
    """Ask why an issue and the one it was joined with are taken apart."""
    return _apart(thread_here(id), WhyForm())


@pages.post("/issues/<int:id>/take-apart")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def take_apart_sent(id: int) -> ResponseReturnValue:
    """Take an issue and the one it was joined with apart."""
    thread, form = thread_here(id), WhyForm(request.form)

    def act() -> str:
        actions.take_apart(thread, reason=str(form.reason.data), by=web.standing(), on=clock.now())
        flash(_("They are two issues again."))
        return issue_address(thread)

    return web.submit(form, act) or _apart(thread, form)


def _found(thread: Thread, words: str) -> str:
    other = issue_meant(words)
    if other is None:
        raise Refusal(N_("We found no issue with that address or number. Copy it from its page."), field="to")
    raise_if(rules.may_join(web.standing(), **actions.join_facts(thread, other)))
    return url_for("threads.join", id=thread.id, to=other.id)


def _find(thread: Thread, form: OtherForm) -> ResponseReturnValue:
    return web.render("forum/threads/join_find.html", form=form, thread=thread)


def _confirm(thread: Thread, other: Thread, form: WhyForm) -> ResponseReturnValue:
    return web.render("forum/threads/join.html", form=form, thread=thread, other=other)


def _apart(thread: Thread, form: WhyForm) -> ResponseReturnValue:
    other = queries.thread_or_none(thread.joined_to_id or 0, web.standing())
    return web.render("forum/threads/take_apart.html", form=form, thread=thread, other=other)
