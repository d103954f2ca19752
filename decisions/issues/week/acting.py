"""What people can do about issues: ways that end, dates for people, bodies that ask what people think."""

from datetime import date, datetime
from functools import partial

from decisions.issues.week.lines import line
from decisions.issues.week.things import About, Kind, Thing
from decisions.journeys import dates, lines
from decisions.journeys.dates import ToAct
from decisions.meetings.calendars import Entry
from forum import clock
from forum.say import N_, Sentence, say, say_hour

MOST = 1_000
NAMES = ("way", "date", "asked")  # in calendars, by rank


def things(now: datetime, last: date) -> list[Thing]:
    """Return what people can do about issues until a day: one query."""
    return [_thing(one) for one in dates.to_act(now, last, MOST)]


def _thing(one: ToAct) -> Thing:
    about = About(one.thread_id, one.slug, one.title, one.topic, one.area)
    return Thing(
        kind=Kind.ASKED if one.asks else Kind.LAST_DAY,
        what=lines.act_line(one),
        page=("issues.page", {"id": one.thread_id, "slug": one.slug}),
        day=one.day,
        now=one.rank == 2,  # a way may be at a step that is not open yet
        hour=one.at,
        when=Sentence(N_("until %(hour)s"), {"hour": say_hour(one.at)}) if one.at else "",
        about=(about,),
        body=one.body or "",
        body_slug=one.body_slug or "",
        line=partial(_line, one),
    )


def _line(one: ToAct) -> Entry:
    return line(
        f"{NAMES[one.rank]}-{one.id}",
        Sentence(N_("%(what)s: %(title)s"), {"what": say(lines.act_line(one)), "title": one.title}),
        one.day,
        ("issues.page", {"id": one.thread_id, "slug": one.slug}),
        starts=one.at,
        zone=clock.zone().key,
        about=one.body or "",
    )
