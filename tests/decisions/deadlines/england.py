"""The England pack's clocks and calendars, as the tests ask for them."""

from datetime import date
from typing import Any

from decisions.deadlines.calendars import Calendar
from decisions.deadlines.counting import Pause
from decisions.deadlines.finding import calendar_for, find_rule
from decisions.deadlines.rules import Rule
from decisions.deadlines.work_out import Worked, before_day, from_day
from decisions.packs import files
from forum.say import Sentence, Strong

PACK = files.entries("england")
RULES, CALENDARS = PACK["rule"], PACK["calendar"]


def rule(given: str) -> Rule:
    """A rule by its id or its number."""
    return find_rule(given, RULES)


def calendar(given: Rule, other: str = "") -> Calendar:
    """The calendar that a rule counts by, or another."""
    return calendar_for(given, CALENDARS, other)


def worked(given: str, start: date | str, *, other: str = "", pauses: tuple[tuple[str, str], ...] = ()) -> Worked:
    """A date worked out from a day."""
    day = date.fromisoformat(start) if isinstance(start, str) else start
    still = [Pause(date.fromisoformat(a), date.fromisoformat(b)) for a, b in pauses]
    return from_day(rule(given), calendar(rule(given), other), day, pauses=still)


def due(given: str, start: str, **more: Any) -> str:
    """The day of a date worked out from a day."""
    return worked(given, start, **more).due.isoformat()


def latest(given: str, event: str) -> str:
    """The last day to give notice of an event."""
    return before_day(rule(given), calendar(rule(given)), date.fromisoformat(event)).due.isoformat()


def english(sentence: Sentence) -> str:
    """A sentence in English without an app: days as 2026-12-01."""
    text = sentence.text if sentence.num in (None, 1) or sentence.many is None else sentence.many
    values = {name: _english(value) for name, value in sentence.values.items()}
    return text % {"num": sentence.num, **values}


def _english(value: Any) -> str:
    match value:
        case Sentence():
            return english(value)
        case Strong():
            return _english(value.value)
        case date():
            return value.isoformat()
        case _:
            return str(value)
