"""Meetings, and the dates before them, as lines of a calendar."""

from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlsplit

from flask import current_app, request, url_for

from decisions.meetings import kinds
from decisions.meetings.calendars import STATUSES, Entry
from decisions.meetings.dates import Dated
from decisions.meetings.kinds import GOES_AHEAD, Status
from decisions.meetings.models import Meeting
from decisions.meetings.subjects import slug_of
from decisions.who_decides.meetings import words
from decisions.who_decides.meetings.knowing import Knowing
from forum.say import _, say

STILL_TOLD = timedelta(days=31)  # after the meeting nobody needs the last day to ask


def lines(meetings: Iterable[Meeting], knowing: Knowing, today: date) -> list[Entry]:
    """Return the lines of some meetings: each with the last days for people as lines of their own."""
    found = []
    for one in meetings:
        found.append(of_meeting(one, today))
        dates = knowing.of_meeting(one, today) if one.day >= today - STILL_TOLD else []
        found += [of_date(one, dated) for dated in dates if dated.for_people and dated.worked]
    return found


def of_meeting(one: Meeting, today: date) -> Entry:
    """Return the line of a meeting."""
    about = [_(words.status_words(one, today)), *([one.why] if one.why else []), one.attend, one.watch]
    return Entry(
        uid=uid(f"meeting-{one.id}"),
        title=_title(one, one.title),
        day=one.day,
        starts=one.starts,
        ends=one.ends,
        zone=one.zone,
        status=STATUSES[Status(one.status)],
        sequence=one.sequence,
        changed_at=one.changed_at,
        place=one.place,
        url=_address(one),
        about="\n".join(part for part in about if part),
    )


def of_date(one: Meeting, dated: Dated) -> Entry:
    """Return the line of a last day before a meeting."""
    last = _("Last day: %(what)s, %(title)s", what=words.what(dated), title=one.title)
    return Entry(
        uid=uid(f"meeting-{one.id}-{dated.rule.ident}"),
        title=_title(one, last),
        day=dated.day,
        zone=one.zone,
        status="CONFIRMED" if one.status in GOES_AHEAD or one.status == Status.HELD else "CANCELLED",
        sequence=one.sequence,
        changed_at=one.changed_at,
        url=_address(one),
        about="\n".join(say(line) for line in (dated.worked.working if dated.worked else ())),
    )


def _title(one: Meeting, title: str) -> str:
    """A calendar that does not know STATUS still says that it is off."""
    if one.status in (Status.CANCELLED, Status.PUT_OFF):
        return _("%(status)s: %(title)s", status=_(kinds.STATUS_WORDS[Status(one.status)]), title=title)
    return title


def uid(name: str) -> str:
    """Return a name that stays for good: of this site, whichever of its addresses was asked."""
    return f"{name}@{urlsplit(current_app.config['SITE_URL']).hostname or request.host.partition(':')[0]}"


def _address(one: Meeting) -> str:
    return url_for("meetings.page", id=one.id, slug=slug_of(one), _external=True)
