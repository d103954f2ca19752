"""Write down a decision by hand, and change it."""

from typing import Any

from flask import abort, flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.bodies.choices import bodies_today
from decisions.meetings import actions
from decisions.meetings.actions.holding import stamp
from decisions.meetings.models import AgendaItem, Decision, Meeting
from decisions.who_decides.meetings.forms.decision import DecisionForm, from_decision
from decisions.who_decides.meetings.routes.changing import address
from decisions.who_decides.meetings.routes.pages import decision_here, item_here, meeting_here, pages
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.db import db
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/decisions/new")
@allow(FACILITATOR)
def new_decision() -> ResponseReturnValue:
    """Show an empty form for a decision: of a meeting's item, of a meeting, or of one officer outside one."""
    meeting, item = _of_what()
    shown = {"title": item.title if item else "", "decided_on": meeting.day if meeting else None}
    form = DecisionForm(data={**shown, "body": str(meeting.body_id) if meeting else _asked(), "result": "unknown"})
    return _page(form.offer(bodies_today(clock.today())), None, meeting, item)


@pages.post("/decisions/new")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def new_decision_sent() -> ResponseReturnValue:
    """Write down a decision."""
    (meeting, item), found = _of_what(), bodies_today(clock.today())
    form = DecisionForm(request.form).offer(found)

    def act() -> str:
        made = actions.make_decision(form.given(found, meeting, item), by=web.standing(), on=clock.now())
        flash(_("The decision has its page now."))
        return url_for("meetings.decision", id=made.id)

    return web.submit(form, act) or _page(form, None, meeting, item)


@pages.get("/decisions/<int:id>/change")
@allow(FACILITATOR)
def change_decision(id: int) -> ResponseReturnValue:
    """Show the form that changes a decision."""
    row = decision_here(id)
    form = DecisionForm(data=from_decision(row, stamp(row)))
    return _page(form.offer(bodies_today(clock.today()) | {row.body_id: row.body}), row)


@pages.post("/decisions/<int:id>/change")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def change_decision_sent(id: int) -> ResponseReturnValue:
    """Change a decision; what its page said before stays for all to read."""
    row = decision_here(id)
    found = bodies_today(clock.today()) | {row.body_id: row.body}
    form, (meeting, item) = DecisionForm(request.form).offer(found), _kept(row)

    def act() -> str:
        given, told = form.given(found, meeting, item), {"why": form.why.data or "", "seen": form.seen.data or ""}
        actions.change_decision(row, given, **told, by=web.standing(), on=clock.now())
        flash(_("Saved. The public log says why."))
        return url_for("meetings.decision", id=id)

    return web.submit(form, act) or _page(form, decision_here(id))


def _of_what() -> tuple[Meeting | None, AgendaItem | None]:
    """The meeting, and perhaps its item, that the address names. What is not there is no page."""
    meeting_id, item_id = web.page_number("meeting"), web.page_number("item")
    if "meeting" in request.args and meeting_id is None:
        abort(404)
    meeting = meeting_here(meeting_id) if meeting_id is not None else None
    return meeting, item_here(meeting, item_id) if meeting is not None and item_id is not None else None


def _kept(row: Decision) -> tuple[Meeting | None, AgendaItem | None]:
    meeting = db.session.get(Meeting, row.meeting_id) if row.meeting_id else None
    return meeting, db.session.get(AgendaItem, row.item_id) if row.item_id else None


def _asked() -> str:
    """The body that the address names, to begin with."""
    found = bodies_today(clock.today()).values()
    return next((str(one.id) for one in found if one.slug == request.args.get("body")), "")


def _page(
    form: DecisionForm, row: Decision | None, meeting: Meeting | None = None, item: AgendaItem | None = None
) -> ResponseReturnValue:
    asked: dict[str, Any] = {"meeting": meeting.id} if meeting else {}
    asked |= {"item": item.id} if item else {}
    to = url_for("meetings.change_decision", id=row.id) if row else url_for("meetings.new_decision", **asked)
    back = (
        url_for("meetings.decision", id=row.id) if row else address(meeting) if meeting else url_for("meetings.listing")
    )
    return web.render("decisions/meetings/decide.html", form=form, decision=row, to=to, back=back, item=item)
