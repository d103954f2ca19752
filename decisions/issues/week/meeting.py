"""Meetings to watch or go to, and the last days before them on which people can ask or speak."""

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from decisions.issues.week.things import About, Kind, Thing
from decisions.meetings import queries
from decisions.meetings.dates import Dated
from decisions.meetings.kinds import Status
from decisions.meetings.models import Meeting
from decisions.meetings.subjects import slug_of
from decisions.who_decides.meetings import feed, issues, knowing, words
from forum.say import N_, Sentence, say_hour

BEFORE = timedelta(days=45)  # the last day to ask may come so long before a meeting
COME, OFF = N_("Watch or go to: %(title)s"), N_("It does not take place: %(title)s")
ASK = N_("%(what)s for this meeting: %(title)s")


def things(now: datetime, last: date) -> list[Thing]:
    """Return the meetings from a local moment until a day, and what people can do before them: four queries."""
    today, rows = now.date(), queries.between(now.date(), last + BEFORE)
    known, about = knowing.of_bodies(one.body for one in rows), issues.before_each(rows)
    found = []
    for one in rows:
        touched = tuple(About(it.id, it.slug, it.title, it.topic, it.area) for it in about.get(one.id, ()))
        if one.day <= last and not is_over(one, now):
            found.append(_meeting(one, today, touched))
        dates = known.of_meeting(one, today) if words.goes_ahead(one, today) else []
        found += [
            _last_day(one, dated, touched)
            for dated in dates
            if dated.for_people and dated.worked and _is_open(dated, now, last)
        ]
    return found


def is_over(one: Meeting, now: datetime) -> bool:
    """Whether a meeting of today is over, as far as we know: it was held, or its last hour has passed."""
    ends = one.ends or (time.max if one.starts is None else None)
    return one.status == Status.HELD or (one.day == now.date() and ends is not None and ends <= now.time())


def _is_open(dated: Dated, now: datetime, last: date) -> bool:
    """Whether there is time still, and the last day is not beyond what is asked for."""
    passed = dated.day == now.date() and dated.at is not None and dated.at <= now.time()
    return now.date() <= dated.day <= last and not passed


def _meeting(one: Meeting, today: date, about: tuple[About, ...]) -> Thing:
    off = not words.goes_ahead(one, today)
    return Thing(
        kind=Kind.MEETING,
        what=Sentence(OFF if off else COME, {"title": one.title}),
        day=one.day,
        hour=words.begins(one) if one.starts else None,
        when=words.hours(one) if one.starts and not off else "",
        where=one.why if off else one.place,
        off=off,
        line=partial(feed.of_meeting, one, today),
        **_of(one, about),
    )


def _last_day(one: Meeting, dated: Dated, about: tuple[About, ...]) -> Thing:
    return Thing(
        kind=Kind.LAST_DAY,
        what=Sentence(ASK, {"what": words.what(dated), "title": one.title}),
        day=dated.day,
        hour=dated.at,
        when=Sentence(N_("until %(hour)s"), {"hour": say_hour(dated.at)}) if dated.at else "",
        line=partial(feed.of_date, one, dated),
        **_of(one, about),
    )


def _of(one: Meeting, about: tuple[About, ...]) -> dict[str, Any]:
    page = ("meetings.page", {"id": one.id, "slug": slug_of(one)})
    return {"page": page, "about": about, "body": one.body.name, "body_slug": one.body.slug}
