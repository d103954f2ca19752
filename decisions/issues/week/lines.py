"""Lines of the calendar for what is not a meeting: a last day, or the day of a promise."""

from datetime import date, time
from typing import Any

from decisions.meetings.calendars import Entry
from decisions.who_decides.meetings.feed import uid
from forum import clock
from forum.links import url_for
from forum.say import Sentence, say


def line(
    name: str,
    title: Sentence | str,
    day: date,
    page: tuple[str, dict[str, Any]],
    *,
    starts: time | None = None,
    zone: str = clock.DEFAULT_ZONE,
    about: str = "",
) -> Entry:
    """Return a line of a calendar. `name` stays for good: a calendar knows by it which line has changed.

    Nothing is kept of when such a date was changed last. So a line counts as written anew each day: calendars take
    what it says then, and within a day the file stays the same.
    """
    today = clock.today()
    endpoint, args = page
    return Entry(
        uid=uid(name),
        title=say(title),
        day=day,
        starts=starts,
        zone=zone,
        status="CONFIRMED",
        sequence=today.toordinal(),
        changed_at=clock.at(today, time()),
        url=url_for(endpoint, _external=True, **args),
        about=about,
    )
