"""This week: the days on which people can do something, and what bodies owe."""

from datetime import timedelta
from itertools import groupby

from flask import render_template

from decisions.issues.routes import pages
from decisions.journeys import dates, lines
from forum import clock
from forum.access import EVERYONE
from forum.web import allow

DAYS = 14


@pages.get("/this-week")
@allow(EVERYONE)
def this_week() -> str:
    """Show the days of the next two weeks on which people can act, and what bodies owe or are late with."""
    now = clock.local(clock.now())
    last = now.date() + timedelta(days=DAYS)
    days = [(day, list(found)) for day, found in groupby(dates.to_act(now, last), key=lambda one: one.day)]
    owed = dates.owed(now.date(), last)
    late = [one for one in owed if one.days_late]
    due = [one for one in owed if not one.days_late]
    return render_template(
        "decisions/issues/this_week.html", days=days, late=late, due=due, lines=lines, today=now.date()
    )
