"""The page of a meeting."""

from typing import Any

from flask import Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from decisions.imports.queries import came_from
from decisions.journeys.joining import here
from decisions.meetings import queries
from decisions.meetings.calendars import ics
from decisions.meetings.queries import Around
from decisions.meetings.subjects import slug_of
from decisions.summaries.queries import of_papers
from decisions.who_decides.meetings import feed, issues, knowing, words
from decisions.who_decides.meetings.routes.listing import file
from decisions.who_decides.meetings.routes.pages import meeting_here, pages
from forum import clock, web
from forum.access import EVERYONE, is_facilitator
from forum.form import Form
from forum.web import allow


@pages.get("/meetings/<int:id>-<slug>")
@allow(EVERYONE)
def page(id: int, slug: str) -> ResponseReturnValue:
    """Show a meeting. An address with an old title or day leads to the new one."""
    found = queries.around(id) or abort(404)
    if slug != slug_of(found.meeting):
        return redirect(url_for("meetings.page", id=id, slug=slug_of(found.meeting)), 301)
    return render_template("decisions/meetings/page.html", **_shown(found))


@pages.get("/meetings/<int:id>")
@allow(EVERYONE)
def short(id: int) -> ResponseReturnValue:
    """Lead from a meeting's number to its page."""
    return redirect(url_for("meetings.page", id=id, slug=slug_of(meeting_here(id))), 301)


@pages.get("/meetings/<int:id>.ics")
@allow(EVERYONE)
def meeting_file(id: int) -> Response:
    """Give one meeting to somebody's own calendar."""
    meeting = meeting_here(id)
    lines = feed.lines([meeting], knowing.of_bodies([meeting.body]), clock.today())
    return file(ics(lines, name=meeting.title), f"meeting-{id}")


def _shown(found: Around) -> dict[str, Any]:
    """All that the page shows: nine statements, however long the agenda is."""
    meeting, today = found.meeting, clock.today()
    coming = words.goes_ahead(meeting, today)
    dates = knowing.of_bodies([meeting.body]).of_meeting(meeting, today) if coming else []
    papers = queries.papers(meeting.id)
    return {
        "meeting": meeting,
        "to": found.to,
        "put_off_from": found.before,
        "slug_of": slug_of,
        "today": today,
        "words": words,
        "coming": coming,
        "items": queries.items(meeting.id),
        "summaries": of_papers(meeting.id) if papers else {},
        "papers": [one for one in papers if one.item_id is None],
        "papers_of": lambda item: [one for one in papers if one.item_id == item.id],
        "people": queries.attendance(meeting.id),
        "decided": queries.decided_at(meeting.id) if meeting.day <= today else [],
        "dates": [one for one in dates if one.for_people],
        "owed": [one for one in dates if not one.for_people],
        "issues": issues.before(meeting),
        "came_from": came_from("meeting", meeting.id),
        "joins": here.by_item(meeting.id),
        "button": Form,
        "helps": is_facilitator(web.standing()),
    }
