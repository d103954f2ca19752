"""A promise's page, the promises of a body, and the sheets to print."""

from flask import abort
from flask.typing import ResponseReturnValue

from decisions.bodies.models import Body
from decisions.promises import queries, rules, shown
from decisions.promises.keeping import counts, events_of
from decisions.promises.kinds import Stage
from decisions.promises.routes.pages import pages, promise_here, speaks
from decisions.promises.sheet import of_body as body_sheet
from decisions.promises.sheet import of_issue as issue_sheet
from decisions.promises.states import can_check, fold
from forum import clock, web
from forum.access import EVERYONE, is_facilitator
from forum.db import db
from forum.threads.queries import thread_or_none
from forum.web import allow


@pages.get("/promises/<int:id>")
@allow(EVERYONE)
def page(id: int) -> ResponseReturnValue:
    """Show a promise: the words, who, by when, where it stands, what happened, and what people affected say."""
    known, who, today = promise_here(id), web.standing(), clock.today()
    of = known.promise
    runs = is_facilitator(who)
    return web.render(
        "decisions/promises/page.html", known=known, promise=of, line=shown.line(shown.row(of), today), runs=runs,
        stands=shown.stands(of, owner=speaks(of)), story=[shown.told(one) for one in queries.events(id)],
        said=shown.said(counts(id, fold(events_of(id)[0]))), asked=can_check(of.stage, of.due_on, today=today),
        may_say=who.signed_in and bool(rules.choices(who, Stage(of.stage), of.body_id)),
        words=queries.words_of(id) if runs else [],
        threads=[one for one in known.threads if thread_or_none(one.id, who)],
    )  # fmt: skip


@pages.get("/bodies/<slug>/promises")
@allow(EVERYONE)
def of_body(slug: str) -> ResponseReturnValue:
    """Show what a body promised: kept first, then late."""
    body = _body(slug)
    rows = queries.of_body(body.id)
    lines = shown.lines(rows, clock.today(), queries.issues_of(row.id for row in rows))
    return web.render("decisions/promises/body.html", body=body, lines=lines)


@pages.get("/issues/<int:id>/you-said-we-did")
@allow(EVERYONE)
def issue_sheet_page(id: int) -> ResponseReturnValue:
    """Show one page to print: what people of an issue said, and what was done."""
    thread = thread_or_none(id, web.standing()) or abort(404)
    return web.render(
        "decisions/promises/sheet.html", thread=thread, body=None, sheet=issue_sheet(thread), today=clock.today()
    )


@pages.get("/bodies/<slug>/you-said-we-did")
@allow(EVERYONE)
def body_sheet_page(slug: str) -> ResponseReturnValue:
    """Show one page to print: what people said to a body, and what it did."""
    body = _body(slug)
    return web.render(
        "decisions/promises/sheet.html", thread=None, body=body, sheet=body_sheet(body), today=clock.today()
    )


def _body(slug: str) -> Body:
    found: Body | None = db.session.scalar(db.select(Body).where(Body.slug == slug[:60]))
    return found or abort(404)
