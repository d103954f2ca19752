"""Make a meeting, change it, and say what becomes of it."""

from datetime import date, datetime, time
from typing import TypedDict

from decisions.access import may_keep_meetings
from decisions.meetings import rules, there
from decisions.meetings.actions.holding import changed, hold
from decisions.meetings.kinds import Status
from decisions.meetings.models import Meeting
from forum import clock
from forum.access import Standing
from forum.db import db
from forum.refusal import Refusal, raise_if
from forum.say import N_

IN_CALENDARS = ("title", "day", "starts", "ends", "place", "watch")  # a calendar shows these: its number grows


class Given(TypedDict):
    """What a facilitator types about a meeting, by the names of its columns."""

    body_id: int
    title: str
    day: date
    starts: time | None
    ends: time | None
    place: str
    watch: str
    attend: str
    about: str
    url: str
    agenda_on: date | None
    minutes_on: date | None


def make(given: Given, *, by: Standing, on: datetime) -> Meeting:
    """Make a meeting by hand. Raises Refusal."""
    raise_if(may_keep_meetings(by))
    raise_if(rules.may_meet(given["day"], given["starts"], given["ends"]))
    made = Meeting(**given, status=Status.PLANNED, zone=clock.zone().key, changed_at=on, sequence=0)
    made.checked_on = clock.local_day(on)
    db.session.add(made)
    db.session.flush()
    there.forget()
    changed("made_meeting", made, by=by, on=on)
    return made


def change(meeting: Meeting, given: Given, *, seen: str | None, by: Standing, on: datetime) -> None:
    """Change what is said of a meeting. Raises Refusal, also when somebody else changed it meanwhile."""
    hold(meeting, seen=seen, by=by)
    raise_if(rules.may_meet(given["day"], given["starts"], given["ends"]))
    before = [getattr(meeting, name) for name in IN_CALENDARS]
    for name, value in given.items():
        setattr(meeting, name, value)
    if before != [getattr(meeting, name) for name in IN_CALENDARS]:
        meeting.sequence += 1
    meeting.checked_on = clock.local_day(on)
    changed("changed_meeting", meeting, by=by, on=on)


def confirm(meeting: Meeting, *, seen: str | None, by: Standing, on: datetime) -> None:
    """Say that a meeting takes place as shown. Raises Refusal."""
    hold(meeting, seen=seen, by=by)
    raise_if(rules.may_confirm(meeting.status))
    _become(meeting, Status.CONFIRMED, "", on)
    changed("confirmed_meeting", meeting, by=by, on=on)


def cancel(meeting: Meeting, *, why: str, seen: str | None, by: Standing, on: datetime) -> None:
    """Say that a meeting does not take place, and why. Raises Refusal."""
    hold(meeting, seen=seen, by=by)
    raise_if(rules.may_cancel(meeting.status, why))
    _become(meeting, Status.CANCELLED, why, on)
    changed("cancelled_meeting", meeting, by=by, on=on)


def hold_it(meeting: Meeting, *, seen: str | None, by: Standing, on: datetime) -> None:
    """Say that a meeting took place. Raises Refusal."""
    hold(meeting, seen=seen, by=by)
    raise_if(rules.may_hold(meeting.status, meeting.day, clock.local_day(on)))
    _become(meeting, Status.HELD, "", on)
    changed("held_meeting", meeting, by=by, on=on)


def put_off(
    meeting: Meeting,
    *,
    why: str,
    to_day: date | None = None,
    to: Meeting | None = None,
    seen: str | None,
    by: Standing,
    on: datetime,
) -> Meeting | None:
    """Put a meeting off: to another meeting (`to`), to a new one on another day (`to_day`), or to a day that nobody has
    said yet. Returns the other meeting, if there is one. Raises Refusal."""
    hold(meeting, seen=seen, by=by)
    raise_if(rules.may_put_off(meeting.status, meeting.day, to_day if to is None else None, why))
    if to is not None and (to.body_id != meeting.body_id or to.id == meeting.id):
        raise Refusal(N_("Choose another meeting of the same body."), field="to")
    if to is None and to_day is not None:
        raise_if(rules.may_meet(to_day, meeting.starts, meeting.ends))
        to = _another(meeting, to_day, by, on)
    _become(meeting, Status.PUT_OFF, why, on)
    meeting.moved_to_id = to.id if to is not None else None
    changed("put_off_meeting", meeting, by=by, on=on, **({"to": to.id} if to is not None else {}))
    return to


def _another(meeting: Meeting, day: date, by: Standing, on: datetime) -> Meeting:
    """The same meeting on another day."""
    same = ("body_id", "title", "starts", "ends", "zone", "place", "watch", "attend", "about")
    made = Meeting(day=day, status=Status.PLANNED, changed_at=on, **{name: getattr(meeting, name) for name in same})
    made.checked_on = clock.local_day(on)
    db.session.add(made)
    db.session.flush()
    changed("made_meeting", made, by=by, on=on)
    return made


def _become(meeting: Meeting, status: Status, why: str, on: datetime) -> None:
    meeting.status, meeting.why = status, why.strip()
    meeting.moved_to_id = None
    meeting.sequence += 1
    meeting.checked_on = clock.local_day(on)
