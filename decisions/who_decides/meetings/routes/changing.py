"""Make a meeting, change it, and say what became of it."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from decisions.bodies.choices import bodies_today
from decisions.meetings import actions, queries
from decisions.meetings.actions.holding import stamp
from decisions.meetings.kinds import GOES_AHEAD, Status
from decisions.meetings.models import Meeting
from decisions.meetings.subjects import slug_of
from decisions.who_decides.meetings import words
from decisions.who_decides.meetings.forms.meeting import (
    CANCEL,
    CONFIRM,
    HELD,
    PUT_OFF,
    MeetingForm,
    StatusForm,
    from_meeting,
)
from decisions.who_decides.meetings.routes.pages import meeting_here, pages
from forum import clock, limits, web
from forum.access import FACILITATOR
from forum.limits import limiter
from forum.say import N_, _
from forum.web import allow

SAID = {
    CONFIRM: N_("Saved. The page says that it takes place."),
    CANCEL: N_("Saved. The page says that it is cancelled, and why."),
    PUT_OFF: N_("Saved. The page says that it is put off, and why."),
    HELD: N_("Saved. The page says that it took place."),
}


@pages.get("/meetings/new")
@allow(FACILITATOR)
def new() -> ResponseReturnValue:
    """Show an empty form for a meeting."""
    found = bodies_today(clock.today())
    chosen = next((str(one.id) for one in found.values() if one.slug == request.args.get("body")), "")
    return _page(MeetingForm(data={"body": chosen}).offer(found), None)


@pages.post("/meetings/new")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def new_sent() -> ResponseReturnValue:
    """Make a meeting."""
    found = bodies_today(clock.today())
    form = MeetingForm(request.form).offer(found)

    def act() -> str:
        made = actions.make(form.given(found), by=web.standing(), on=clock.now())
        flash(_("The meeting is on the page. Now you can add what is on its agenda."))
        return address(made)

    return web.submit(form, act) or _page(form, None)


@pages.get("/meetings/<int:id>/change")
@allow(FACILITATOR)
def change(id: int) -> ResponseReturnValue:
    """Show the form that changes a meeting."""
    meeting = meeting_here(id)
    form = MeetingForm(data=from_meeting(meeting, stamp(meeting)))
    return _page(form.offer(bodies_today(clock.today()) | {meeting.body_id: meeting.body}), meeting)


@pages.post("/meetings/<int:id>/change")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def change_sent(id: int) -> ResponseReturnValue:
    """Change a meeting."""
    meeting = meeting_here(id)
    found = bodies_today(clock.today()) | {meeting.body_id: meeting.body}
    form = MeetingForm(request.form).offer(found)

    def act() -> str:
        given, seen = form.given(found), form.seen.data or ""
        actions.change(meeting, given, seen=seen, by=web.standing(), on=clock.now())
        flash(_("Saved."))
        return address(meeting)

    return web.submit(form, act) or _page(form, meeting_here(id))


@pages.get("/meetings/<int:id>/status")
@allow(FACILITATOR)
def status(id: int) -> ResponseReturnValue:
    """Ask what became of a meeting."""
    meeting = meeting_here(id)
    return _status(StatusForm(data={"seen": stamp(meeting), "becomes": _first(meeting)}), meeting)


@pages.post("/meetings/<int:id>/status")
@limiter.limit(limits.POST)
@allow(FACILITATOR)
def status_sent(id: int) -> ResponseReturnValue:
    """Say what became of a meeting."""
    meeting = meeting_here(id)
    form = StatusForm(request.form).offer(queries.others_of(meeting, clock.today()))

    def act() -> str:
        _carry_out(meeting, form)
        flash(_(SAID[str(form.becomes.data)]))
        return address(meeting)

    return web.submit(form, act) or _status(form, meeting_here(id))


def address(meeting: Meeting) -> str:
    """Return the address of a meeting's page."""
    return url_for("meetings.page", id=meeting.id, slug=slug_of(meeting))


def _carry_out(meeting: Meeting, form: StatusForm) -> None:
    seen, by, on, why = form.seen.data or "", web.standing(), clock.now(), form.why.data or ""
    match form.becomes.data:
        case "confirm":
            actions.confirm(meeting, seen=seen, by=by, on=on)
        case "cancel":
            actions.cancel(meeting, why=why, seen=seen, by=by, on=on)
        case "held":
            actions.hold_it(meeting, seen=seen, by=by, on=on)
        case _:
            to = meeting_here(form.to.number) if form.to.number is not None else None
            actions.put_off(meeting, why=why, to=to, to_day=form.to_day.day, seen=seen, by=by, on=on)


def _first(meeting: Meeting) -> str:
    """What is most likely to be said of a meeting now."""
    over = meeting.day < clock.today() and meeting.status in GOES_AHEAD
    return HELD if over else CONFIRM if meeting.status in (Status.PLANNED, Status.CANCELLED) else ""


def _page(form: MeetingForm, meeting: Meeting | None) -> ResponseReturnValue:
    back = address(meeting) if meeting else url_for("meetings.listing")
    return web.render("decisions/meetings/change.html", form=form, meeting=meeting, back=back)


def _status(form: StatusForm, meeting: Meeting) -> ResponseReturnValue:
    form.offer(queries.others_of(meeting, clock.today()))
    return web.render(
        "decisions/meetings/status.html", form=form, meeting=meeting, back=address(meeting), words=words,
        today=clock.today(),
    )  # fmt: skip
