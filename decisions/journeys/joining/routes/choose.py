"""From the side of a record: choose the issue that an agenda item or a decision is about."""

from flask import abort, request, url_for
from flask.typing import ResponseReturnValue

from decisions.journeys.joining import choosing, near
from decisions.journeys.joining.kinds import State
from decisions.journeys.joining.models import Joined
from decisions.journeys.joining.record_form import RecordForm
from decisions.journeys.routes.pages import pages
from decisions.meetings.models import AgendaItem, Decision
from forum import web
from forum.access import FACILITATOR
from forum.db import db
from forum.form import Form
from forum.web import allow


@pages.get("/meetings/<int:id>/items/<int:item>/join")
@allow(FACILITATOR)
def join_item(id: int, item: int) -> ResponseReturnValue:
    """Offer issues that an agenda item may be about."""
    row = db.session.get(AgendaItem, item)
    if row is None or row.meeting_id != id:
        abort(404)
    known = [one for one in near.of_meeting(id) if one.item_id == item]
    return _page(row, known, url_for("journeys.join_item", id=id, item=item))


@pages.get("/decisions/<int:id>/join")
@allow(FACILITATOR)
def join_decision(id: int) -> ResponseReturnValue:
    """Offer issues that a decision may be about."""
    row = db.session.get(Decision, id) or abort(404)
    return _page(row, near.of_decision(row), url_for("journeys.join_decision", id=id))


def _page(row: AgendaItem | Decision, known: list[Joined], here: str) -> ResponseReturnValue:
    record = choosing.found(row)
    words = request.args.get("q", "").strip()[:200]
    taken = {one.thread_id for one in known}
    found = [one for one in choosing.issues(words or row.title, web.standing()) if one.id not in taken]
    return web.render(
        "decisions/journeys/join_record.html",
        record=record,
        joined=[one for one in known if one.state == State.JOINED],
        suggested=[one for one in known if one.state == State.SUGGESTED],
        found=found,
        words=words,
        here=here,
        button=Form,
        press_form=lambda: RecordForm(data={"record": record.value}),
    )
