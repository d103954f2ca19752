"""Series: make one, lay out its meetings a year ahead, end it."""

from datetime import date, datetime, time
from typing import TypedDict

from sqlalchemy import select

from decisions.access import may_keep_meetings
from decisions.meetings import queries, rules
from decisions.meetings.actions.holding import changed
from decisions.meetings.actions.meeting import cancel
from decisions.meetings.kinds import Status
from decisions.meetings.models import Meeting, Series
from decisions.meetings.series import Every, a_year_on, days
from forum import clock
from forum.access import GUEST, Standing
from forum.db import db
from forum.history.actions import record
from forum.refusal import Refusal, raise_if
from forum.say import N_

SITE = GUEST  # the site itself lays out what is to come: no person did


class GivenSeries(TypedDict):
    """What a facilitator types about meetings that come again and again, by the names of the columns."""

    body_id: int
    title: str
    from_on: date
    until_on: date | None
    starts: time | None
    ends: time | None
    place: str
    watch: str
    attend: str


def make_series(given: GivenSeries, every: Every, *, by: Standing, on: datetime) -> Series:
    """Make a series, and lay out its meetings. Raises Refusal."""
    raise_if(may_keep_meetings(by))
    raise_if(rules.may_meet(given["from_on"], given["starts"], given["ends"]))
    until = given["until_on"]
    if until is not None and until < given["from_on"]:
        raise Refusal(N_("It ends before it begins."), field="until_on")
    made = Series(**given, every=every.rule, zone=clock.zone().key)
    db.session.add(made)
    db.session.flush()
    record("made_series", ("body", made.body_id), by=by.person_id, on=on, series=made.id)
    lay_out(made, by=by, on=on)
    return made


def lay_out(series: Series, *, by: Standing, on: datetime) -> list[Meeting]:
    """Make the meetings of a series that are still missing, twelve months ahead. A day that it had a meeting for is
    left alone, wherever that meeting was moved to. Returns those that were made."""
    db.session.flush()
    db.session.refresh(series, with_for_update={"of": Series})
    if series.ended_at is not None:
        return []
    today = clock.local_day(on)
    last = min(a_year_on(today), series.until_on or date.max)
    there = set(db.session.scalars(select(Meeting.series_day).where(Meeting.series_id == series.id)))
    wanted = days(series.every, series.from_on, max(series.from_on, today), last)
    made = [_meeting(series, day, on) for day in wanted if day not in there]
    db.session.add_all(made)
    db.session.flush()
    for one in made:
        changed("made_meeting", one, by=by, on=on)
    return made


def lay_out_all(on: datetime) -> int:
    """Lay out every series: done each night. Returns how many meetings were made. Commits nothing."""
    return sum(len(lay_out(one, by=SITE, on=on)) for one in queries.all_series())


def end_series(series: Series, *, day: date, why: str, by: Standing, on: datetime) -> int:
    """End a series: nothing more is laid out. Its meetings after a day that nobody confirmed are cancelled, with the
    reason; those that were confirmed, moved or held stay. Returns how many were cancelled. Raises Refusal."""
    raise_if(may_keep_meetings(by))
    db.session.refresh(series, with_for_update={"of": Series})
    if series.ended_at is not None:
        raise Refusal(N_("This series has ended already."))
    if not why.strip():
        raise Refusal(N_("Write why, so that people understand."), field="why")
    series.ended_at = on
    series.until_on = max(day, series.from_on)
    over = [one for one in queries.of_series(series.id) if one.status == Status.PLANNED and one.day > day]
    for one in over:
        cancel(one, why=why, seen=None, by=by, on=on)
    record("ended_series", ("body", series.body_id), by=by.person_id, on=on, series=series.id)
    return len(over)


def _meeting(series: Series, day: date, on: datetime) -> Meeting:
    same = ("body_id", "title", "starts", "ends", "zone", "place", "watch", "attend")
    given = {name: getattr(series, name) for name in same}
    return Meeting(day=day, series_id=series.id, series_day=day, status=Status.PLANNED, changed_at=on, **given)
