"""Meetings and decisions in the table of kinds, and what of them stands in the public log."""

from typing import Any

from flask import Flask

from decisions.meetings import public_words, queries, told
from decisions.meetings.jobs import every_night
from decisions.meetings.models import Decision, Meeting
from decisions.meetings.telling import tell_of_meetings
from forum import subjects
from forum.access import Standing
from forum.history import public_log
from forum.outbox.jobs import each_day, each_minute
from forum.refusal import Refusal
from forum.say import N_, _, say_day
from forum.subjects import SearchText, Subject
from forum.threads.slugs import slug


def init_app(app: Flask) -> None:
    """Register the kinds of this feature, its lines in the public log, and what it does each night."""
    subjects.register(app, MEETING, DECISION)
    public_log.tell(app, public_words.meetings, *public_words.OF_MEETINGS)
    public_log.tell(app, public_words.decisions, *public_words.OF_DECISIONS)
    each_day(app, every_night)
    each_minute(app, tell_of_meetings)


def slug_of(meeting: Meeting) -> str:
    """Return the readable end of a meeting's address: what it is and when."""
    return slug(f"{meeting.title[:60]} {meeting.day.isoformat()}", "meeting")


def title_of(meeting: Meeting) -> str:
    """Name a meeting where nothing else says which one it is."""
    return _("%(title)s, %(day)s", title=meeting.title, day=say_day(meeting.day))


def _anyone(_who: Standing, _thing: Any) -> Refusal | None:
    return None


def _meeting_address(one: Meeting) -> tuple[str, dict[str, Any]]:
    return "meetings.page", {"id": one.id, "slug": slug_of(one)}


def _meeting_words(one: Meeting) -> str:
    """What people may look for: the body, what is on the agenda, in its words and in plain ones."""
    items = [part for item in queries.items(one.id) for part in (item.title, item.plain, item.agenda, item.minutes)]
    return " ".join(part for part in (one.body.name, one.about, one.place, *items) if part)


def _decision_words(one: Decision) -> str:
    return " ".join(part for part in (one.body.name, one.plain, one.official, one.reason) if part)


MEETING = Subject(
    kind="meeting",
    label=N_("Meeting"),
    load=queries.by_ids,
    may_see=_anyone,
    title=title_of,
    address=_meeting_address,
    words=_meeting_words,
    told=told.of_meeting,
    search=lambda one: SearchText(title_of(one), _meeting_words(one)),
    all_ids=queries.all_ids,
)
DECISION = Subject(
    kind="decision",
    label=N_("Decision"),
    load=queries.decisions_by_ids,
    may_see=_anyone,
    title=lambda one: str(one.title),
    address=lambda one: ("meetings.decision", {"id": one.id}),
    words=_decision_words,
    told=told.of_decision,
    followed=N_("We tell you when it gets a step further: in force, on hold, or carried out."),
    search=lambda one: SearchText(one.title, _decision_words(one)),
    all_ids=queries.all_decision_ids,
)
