"""Put together what people can do, from all parts of the site that know of such things."""

from collections.abc import Callable
from datetime import date, datetime

from decisions.issues.week import acting, changed, meeting, promised
from decisions.issues.week.things import Thing

Source = Callable[[datetime, date], list[Thing]]
# Each is asked for what people can do from a local moment until a day, in a fixed number of queries. What is built
# later (working together in a session) adds one more here, and stands on the page, in its filters and in the calendar.
SOURCES: tuple[Source, ...] = (meeting.things, acting.things, promised.things, changed.things)


def gather(now: datetime, last: date) -> list[Thing]:
    """Return all that people can do from a local moment until a day."""
    return [one for source in SOURCES for one in source(now, last)]
