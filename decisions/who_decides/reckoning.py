"""A clock on a page: the date that it gives from a day, with its working, and as an entry for a calendar."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from icalendar import Alarm, Calendar, Event

from decisions.deadlines.basis import may_drive_a_date
from decisions.deadlines.calendars import calendar_of
from decisions.deadlines.rules import EVERYWHERE, Rule, rule_of
from decisions.deadlines.work_out import Means, Worked, before_day, from_day
from decisions.who_decides.knowledge import named
from forum.refusal import Refusal
from forum.say import N_, _

MEANS_WORDS = {
    Means.LAST_DAY: N_("The last day is %(day)s"),
    Means.FIRST_DAY: N_("The first day on which it can happen is %(day)s"),
    Means.PUBLISH_BY: N_("The last day to give notice is %(day)s"),
}


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What came of it: a date with its working, or why there is none."""

    worked: Worked | None = None
    refused: Refusal | None = None


def rule(ident: str) -> Rule | None:
    """Return a clock by its id, or `None`."""
    found = named({"rule": [ident]}).get("rule", {})
    return rule_of(found[ident]) if ident in found else None


def reckon(of: Rule, day: date, *, back: bool) -> Reckoned:
    """Work out a date from a clock: forward from a day, or (`back`) the last day to give notice of an event."""
    if (refused := may_drive_a_date(of)) is not None:
        return Reckoned(refused=refused)
    entries = named({"calendar": None}).get("calendar", {})
    try:
        calendar = calendar_of(of.calendar or EVERYWHERE, entries)
        worked = before_day(of, calendar, day) if back else from_day(of, calendar, day)
    except Refusal as refused_:
        return Reckoned(refused=refused_)
    return Reckoned(worked)


def ics(worked: Worked, *, title: str, page: str, now: datetime) -> bytes:
    """Return a date as a file for somebody's own calendar, with a reminder a day before. Nothing is kept here."""
    made = Calendar()
    made.add("prodid", "-//Doorway//EN")
    made.add("version", "2.0")
    event = Event()
    event.add("uid", f"{worked.rule.ident}-{worked.day.isoformat()}@doorway")
    event.add("dtstamp", now)
    event.add("dtstart", worked.due)
    event.add("summary", title)
    event.add("url", page)
    remind = Alarm()
    remind.add("action", "DISPLAY")
    remind.add("description", title)
    remind["TRIGGER"] = "-P1D"
    event.add_component(remind)
    made.add_component(event)
    return bytes(made.to_ical())


def title_of(worked: Worked) -> str:
    """Say in one line what the date is for."""
    said: dict[str, Any] = {"what": worked.rule.name}
    return _("Last day: %(what)s", **said) if worked.means is Means.LAST_DAY else _("Date: %(what)s", **said)
