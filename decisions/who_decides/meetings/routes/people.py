"""Type in who was at a meeting, and how each voted, where no record brings it."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.meetings import actions, queries
from decisions.meetings.actions.holding import stamp
from decisions.meetings.models import Decision, Meeting
from decisions.who_decides.meetings.forms.people import AttendanceForm, NamedForm, VotesForm, from_people, from_votes
from decisions.who_decides.meetings.routes.changing import address
from decisions.who_decides.meetings.routes.pages import decision_here, meeting_here, pages
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.limits import limiter
from forum.say import _
from forum.web import allow


@pages.get("/meetings/<int:id>/people")
@allow(FACILITATOR)
def people(id: int) -> ResponseReturnValue:
    """Show the form for who was at a meeting."""
    meeting = meeting_here(id)
    return _people(AttendanceForm(data=from_people(queries.attendance(id), stamp(meeting))), meeting)


@pages.post("/meetings/<int:id>/people")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def people_sent(id: int) -> ResponseReturnValue:
    """Say who was at a meeting."""
    meeting, form = meeting_here(id), AttendanceForm(request.form)

    def act() -> str:
        given, seen = form.given(), form.seen.data or ""
        actions.write_attendance(meeting, given, seen=seen, by=web.standing(), on=clock.now())
        flash(_("Saved."))
        return address(meeting)

    return web.submit(form, act) or _people(form, meeting_here(id))


@pages.get("/decisions/<int:id>/votes")
@allow(FACILITATOR)
def votes(id: int) -> ResponseReturnValue:
    """Show the form for how each voted."""
    row = decision_here(id)
    return _votes(VotesForm(data=from_votes(queries.votes(id), stamp(row))), row)


@pages.post("/decisions/<int:id>/votes")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def votes_sent(id: int) -> ResponseReturnValue:
    """Say how each voted."""
    row, form = decision_here(id), VotesForm(request.form)

    def act() -> str:
        given, seen = form.given(), form.seen.data or ""
        actions.write_votes(row, given, seen=seen, by=web.standing(), on=clock.now())
        flash(_("Saved."))
        return url_for("meetings.decision", id=id)

    return web.submit(form, act) or _votes(form, decision_here(id))


def _people(form: NamedForm, meeting: Meeting) -> ResponseReturnValue:
    to, back = url_for("meetings.people", id=meeting.id), address(meeting)
    return web.render(
        "decisions/meetings/named.html", form=form, title=_("Who was there"), to=to, back=back, called=meeting.title
    )


def _votes(form: NamedForm, row: Decision) -> ResponseReturnValue:
    to, back = url_for("meetings.votes", id=row.id), url_for("meetings.decision", id=row.id)
    return web.render(
        "decisions/meetings/named.html", form=form, title=_("How they voted"), to=to, back=back, called=row.title
    )
