"""The meetings: a list, a month, and a calendar file."""

from datetime import date
from typing import Any

from flask import Response, render_template, request, url_for

from decisions.meetings import queries
from decisions.meetings.calendars import ics
from decisions.meetings.models import Meeting
from decisions.who_decides.meetings import feed, knowing, month, words
from decisions.who_decides.meetings.routes.pages import body_asked, pages
from forum import clock, web
from forum.access import EVERYONE, is_facilitator
from forum.say import _
from forum.web import allow

PAST = 10  # on the first page: what is to come matters more


@pages.get("/meetings")
@allow(EVERYONE)
def listing() -> str:
    """List the meetings to come, then those that were; or a month of them as a table."""
    bodies, today = queries.bodies(), clock.today()
    body = body_asked(bodies)
    here = {"bodies": bodies, "body": body, "today": today, "words": words, "helps": is_facilitator(web.standing())}
    if "month" in request.args:
        return _month(body.id if body else None, here)
    return _list(body.id if body else None, here)


@pages.get("/meetings.ics")
@allow(EVERYONE)
def calendar() -> Response:
    """Give all meetings, or those of a body, to people's own calendars. Cancelled ones stay in it."""
    body, today = body_asked(queries.bodies()), clock.today()
    rows = queries.for_calendar(today, body_id=body.id if body else None)
    known = knowing.of_bodies(one.body for one in rows)
    name = _("Meetings: %(who)s", who=body.name) if body else _("Meetings")
    return file(ics(feed.lines(rows, known, today), name=name), "meetings")


def file(made: bytes, name: str) -> Response:
    """Return a calendar file."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.ics"'}
    return Response(made, mimetype="text/calendar", headers=headers)


def _month(body_id: int | None, here: dict[str, Any]) -> str:
    shown = month.read(request.args.get("month", ""), here["today"])
    rows = queries.between(shown.first, shown.last, body_id=body_id)
    return render_template("decisions/meetings/month.html", month=shown, weeks=month.weeks(shown, rows), **here)


def _list(body_id: int | None, here: dict[str, Any]) -> str:
    after, before, today = _cursor("after"), _cursor("before"), here["today"]
    first = after is None and before is None
    most = PAST if first else queries.PAGE
    coming = queries.coming(today, body_id=body_id, after=after) if before is None else []
    past = queries.past(today, body_id=body_id, before=before, most=most) if after is None else []
    later, earlier = coming[queries.PAGE :], past[most:]
    coming, past = coming[: queries.PAGE], past[:most]
    return render_template(
        "decisions/meetings/listing.html", coming=coming, past=past, first=first,
        later=_page(here, after=coming[-1]) if later else None,
        earlier=_page(here, before=past[-1]) if earlier else None, **here,
    )  # fmt: skip


def _page(here: dict[str, Any], **last: Meeting) -> str:
    asked: dict[str, Any] = {name: f"{one.day.isoformat()}~{one.id}" for name, one in last.items()}
    return url_for("meetings.listing", **({"body": here["body"].slug} if here["body"] else {}), **asked)


def _cursor(name: str) -> queries.Cursor | None:
    """Read where a page ended; anything that we did not write ourselves is none."""
    given = request.args.get("after", "") if name == "after" else request.args.get("before", "")
    day, sign, number = given[:30].partition("~")
    if not sign or not number.isascii() or not number.isdigit() or len(number) > 9:
        return None
    try:
        return date.fromisoformat(day), int(number)
    except ValueError:
        return None
