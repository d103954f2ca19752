"""The page of a decision, which a person can send to a neighbour, and what it said before."""

from flask import render_template, url_for

from decisions.imports.queries import came_from
from decisions.journeys.joining import here as joined_here
from decisions.meetings import queries
from decisions.meetings.actions.deciding import WORDS
from decisions.meetings.kinds import CallIn
from decisions.meetings.subjects import slug_of
from decisions.who_decides.meetings import knowing, words
from decisions.who_decides.meetings.earlier import differences
from decisions.who_decides.meetings.routes.pages import decision_here, pages
from forum import clock, web
from forum.access import EVERYONE, is_facilitator
from forum.form import Form
from forum.web import allow

ASKED_ABOUT = (CallIn.UNKNOWN, CallIn.OPEN)


@pages.get("/decisions/<int:id>")
@allow(EVERYONE)
def decision(id: int) -> str:
    """Show a decision: its date and stage on top, plain words, their words, reasons, votes."""
    row, today = decision_here(id), clock.today()
    asked = row.call_in in ASKED_ABOUT and row.decided_on is not None and row.in_force_on is None
    window = knowing.of_bodies([row.body]).of_decision(row, today) if asked else None
    until = window.worked.day if window and window.worked else None
    return render_template(
        "decisions/meetings/decision.html", decision=row, today=today, words=words, window=window,
        stage=words.stage(row, today, until), until=row.call_in_until or until, votes=queries.votes(id),
        meeting=queries.by_ids([row.meeting_id]).get(row.meeting_id) if row.meeting_id else None, slug_of=slug_of,
        came_from=came_from("decision", id),
        here=url_for("meetings.decision", id=id, _external=True), helps=is_facilitator(web.standing()),
        joins=joined_here.of(row), button=Form,
    )  # fmt: skip


@pages.get("/decisions/<int:id>/history")
@allow(EVERYONE)
def decision_history(id: int) -> str:
    """Show what the page of a decision said before, with the reasons for the changes."""
    row = decision_here(id)
    steps = differences(row, queries.versions(id), WORDS)
    return render_template("decisions/meetings/decision_history.html", decision=row, steps=steps)
