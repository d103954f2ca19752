"""The page of what you can do this week, and its calendar."""

from flask import Response, render_template, request, url_for

from decisions.issues import choosing
from decisions.issues.routes import pages
from decisions.issues.week import asked, things
from decisions.issues.week.asked import AHEAD, SPAN_WORDS, Asked, Span
from decisions.issues.week.gathering import gather
from decisions.issues.week.things import Thing, is_wanted
from decisions.journeys import dates, lines
from decisions.meetings.calendars import ics
from decisions.who_decides.meetings.routes.listing import file
from forum import clock
from forum.access import EVERYONE
from forum.say import _
from forum.web import allow


@pages.get("/this-week")
@allow(EVERYONE)
def this_week() -> str:
    """Show what people can do, day by day, and what bodies owe or are late with."""
    now = clock.local(clock.now())
    here = asked.read(request.args)
    first, last = here.days(now.date())
    found = _found(here)
    owed = [] if here.chosen.values else dates.owed(now.date(), last)
    return render_template(
        "decisions/issues/this_week.html", asked=here, days=things.by_day(found, first, last), span_words=SPAN_WORDS,
        any_day=[] if here.span is Span.NEXT else things.any_day(found, last), next_day=things.next_day(found, last),
        late=[one for one in owed if one.days_late], due=[one for one in owed if not one.days_late], lines=lines,
        on=choosing.on(here.chosen, here.known, asked.PICKED, "issues.this_week", **_days(here)), picked=asked.PICKED,
        today=now.date(), feed=url_for("issues.week_calendar", **here.chosen.values, _external=True),
    )  # fmt: skip


@pages.get("/this-week.ics")
@allow(EVERYONE)
def week_calendar() -> Response:
    """Give what people can do in the next three months to their own calendars, narrowed as the page is."""
    rows = [one.line() for one in _found(asked.read(request.args)) if one.line is not None]
    return file(ics(rows, name=_("What you can do")), "this-week")


def _found(here: Asked) -> list[Thing]:
    """What people can do in the next three months, narrowed to what was chosen."""
    if here.chosen.unknown:
        return []
    now, wanted = clock.local(clock.now()), asked.wanted(here)
    return [one for one in gather(now, now.date() + AHEAD) if is_wanted(one, wanted)]


def _days(here: Asked) -> dict[str, str]:
    return {} if here.span is Span.WEEK else {"days": str(here.span)}
