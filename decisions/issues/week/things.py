"""One thing that people can do: what, by when, where, and which issue and body it has to do with. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from decisions.meetings.calendars import Entry
from forum.say import N_, Sentence


class Kind(StrEnum):
    """What kind of thing it is."""

    MEETING = "meeting"
    LAST_DAY = "last-day"
    ASKED = "asked"
    PROMISE = "promise"
    CHANGED = "changed"


KIND_WORDS = {
    Kind.MEETING: N_("A meeting to watch or go to"),
    Kind.LAST_DAY: N_("A last day to ask, speak or act"),
    Kind.ASKED: N_("A body asks what you think"),
    Kind.PROMISE: N_("A promise to check"),
    Kind.CHANGED: N_("Say what changed"),
}


@dataclass(frozen=True, slots=True)
class About:
    """An issue that a thing has to do with."""

    id: int
    slug: str
    title: str
    topic: str = ""
    area: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing that people can do.

    `page`: an endpoint and its arguments. `day`: on which day it is, or the last one; none when there is no last day.
    `now`: it can be done on any day from today on. `hour`: when it begins, or is over. `when` says the hour in words.
    `off`: it does not take place. `line` gives its line in a calendar; none when it has no place there.
    """

    kind: Kind
    what: Sentence | str
    page: tuple[str, dict[str, Any]]
    day: date | None = None
    now: bool = False
    hour: time | None = None
    when: Sentence | str = ""
    where: str = ""
    about: tuple[About, ...] = ()
    body: str = ""
    body_slug: str = ""
    off: bool = False
    line: Callable[[], Entry] | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader wants to see: by the names in addresses. `of_body`: the issues that have a step at the body."""

    topic: str = ""
    place: str = ""
    body: str = ""
    kind: str = ""
    of_body: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Day:
    """A day, and what can be done on it or until it."""

    day: date
    things: list[Thing]


def is_wanted(one: Thing, wanted: Wanted) -> bool:
    """Whether a thing is among those that a reader wants to see. A thing without a body of its own belongs to the
    bodies that its issue goes to."""
    kind_fits = wanted.kind in ("", one.kind)
    return kind_fits and _is_of_body(one, wanted) and (not (wanted.topic or wanted.place) or _is_about(one, wanted))


def _is_of_body(one: Thing, wanted: Wanted) -> bool:
    if not wanted.body or one.body_slug == wanted.body:
        return True
    return not one.body_slug and any(issue.id in wanted.of_body for issue in one.about)


def _is_about(one: Thing, wanted: Wanted) -> bool:
    """Whether one and the same issue fits the topic and the place."""
    return any(wanted.topic in ("", it.topic) and wanted.place in ("", it.area) for it in one.about)


def by_day(things: Iterable[Thing], first: date, last: date) -> list[Day]:
    """Return what can be done between two days, both included, day by day: what has an hour first, by its hour."""
    days: dict[date, list[Thing]] = {}
    for one in things:
        if one.day is not None and first <= one.day <= last:
            days.setdefault(one.day, []).append(one)
    return [Day(day, sorted(days[day], key=_hour)) for day in sorted(days)]


def any_day(things: Iterable[Thing], last: date) -> list[Thing]:
    """Return what can be done on any day now, and ends after a day or has no end: what ends sooner first."""
    found = [one for one in things if one.now and (one.day is None or one.day > last)]
    return sorted(found, key=lambda one: one.day or date.max)


def next_day(things: Iterable[Thing], after: date) -> date | None:
    """Return the first day after another on which something can be done."""
    return min((one.day for one in things if one.day is not None and one.day > after), default=None)


def _hour(one: Thing) -> tuple[time, bool]:
    return one.hour or time.max, one.off
