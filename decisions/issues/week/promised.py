"""Promises: the day by which one is to be done, and those of which people can say now if they were kept."""

from datetime import date, datetime
from functools import partial

from decisions.issues.week.lines import line
from decisions.issues.week.things import About, Kind, Thing
from decisions.meetings.calendars import Entry
from decisions.promises import coming
from decisions.promises.coming import Coming
from forum.say import N_, Sentence

BY_THEN = N_("Look if it is done by then. %(body)s promised: %(words)s")
IS_IT = N_("Say if this was done. %(body)s promised: %(words)s")


def things(now: datetime, last: date) -> list[Thing]:
    """Return the promises to be done until a day, and those to look at now: one query."""
    return [_thing(one, now.date()) for one in coming.until(now.date(), last)]


def _thing(one: Coming, today: date) -> Thing:
    is_open = one.is_open(today)
    return Thing(
        kind=Kind.PROMISE,
        what=Sentence(IS_IT if is_open else BY_THEN, {"body": one.body, "words": one.words}),
        page=("promises.check" if is_open else "promises.page", {"id": one.id}),
        day=None if is_open else one.due_on,
        now=is_open,
        about=tuple(About(it.thread_id, it.slug, it.title, it.topic, it.area) for it in one.issues),
        body=one.body,
        body_slug=one.body_slug,
        line=None if is_open else partial(_line, one),
    )


def _line(one: Coming) -> Entry:
    title = Sentence(N_("%(body)s promised by this day: %(words)s"), {"body": one.body, "words": one.words})
    return line(f"promise-{one.id}", title, one.due_on or date.max, ("promises.page", {"id": one.id}))
