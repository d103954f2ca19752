"""What a clock is: a length, a unit, how days are counted and whose deadline it is. Read from a pack's entry."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Any

from forum.refusal import Refusal
from forum.say import N_


class Unit(StrEnum):
    """What a clock counts."""

    WORKING_DAYS = "working-days"
    CLEAR_WORKING_DAYS = "clear-working-days"
    CLEAR_DAYS = "clear-days"
    PARISH_CLEAR_DAYS = "parish-clear-days"
    CALENDAR_DAYS = "calendar-days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"
    SCHOOL_DAYS = "school-days"
    YEARLY = "yearly"  # the same day each year


class Mode(StrEnum):
    """Which days count. IN: the first day too. AFTER: from the day after. CLEAR: neither the first nor the last.
    BEFORE: the named day is too late."""

    IN = "in"
    AFTER = "after"
    CLEAR = "clear"
    BEFORE = "before"


class Whose(StrEnum):
    """Who has to keep a deadline."""

    YOU = "you"
    THEM = "them"
    OWNER = "owner"
    ANYONE = "anyone"


class Roll(StrEnum):
    """Where a last day moves that is no working day."""

    NONE = "none"
    NEXT = "next-working-day"
    PREVIOUS = "previous-working-day"


CLEAR_UNITS = (Unit.CLEAR_WORKING_DAYS, Unit.CLEAR_DAYS, Unit.PARISH_CLEAR_DAYS)
NEEDS_CALENDAR = (Unit.WORKING_DAYS, Unit.CLEAR_WORKING_DAYS, Unit.PARISH_CLEAR_DAYS, Unit.SCHOOL_DAYS)
LONGEST = {Unit.YEARS: 100, Unit.HOURS: 10_000}  # any other: a thousand
EVERYWHERE = "england-wales"  # the calendar of a rule that gives none and needs one
PARISH = "parish"


@dataclass(frozen=True, slots=True)
class Rule:
    """A clock as its pack has it.

    `length` counts `unit`s; `back` is true for a notice before an event. `starts` and `ends` name the first and the
    last day in plain words. `calendar` is an id, or empty when no calendar is needed. `cut_off` is the hour on the
    day by which a thing must be there. `most` is true when a court may want it sooner. `day` is month and day of a
    yearly date. `has_number` is false for a clock without a number.
    """

    ident: str
    name: str
    unit: Unit
    length: int
    mode: Mode
    starts: str
    ends: str
    calendar: str = ""
    back: bool = False
    whose: Whose = Whose.ANYONE
    roll: Roll = Roll.NONE
    cut_off: time | None = None
    pauses: tuple[str, ...] = ()
    day: tuple[int, int] | None = None
    most: bool = False
    has_number: bool = True
    fact: str = ""
    general: bool = False
    plain: str = ""
    source: str = ""
    basis: str = "typical"
    confidence: str = "medium"
    check_by: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    more: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def counts_working_days(self) -> bool:
        """Whether some days are left out for a calendar."""
        return self.unit in NEEDS_CALENDAR


def rule_of(data: Mapping[str, Any]) -> Rule:
    """Return the rule that an entry of a pack describes. Days may be dates or text as 2026-11-22.

    Where no mode is given: a deadline of yours counts the first day, so that nobody is late; a body's counts from
    the next, so that nobody is blamed a day early. Raises Refusal when the entry is no whole clock.
    """
    try:
        return _rule_of(data)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        text = N_("The rule “%(id)s” is not whole: %(why)s.")
        raise Refusal(text, id=str(data.get("id", "?")), why=str(error).rstrip(".")) from error


def _rule_of(data: Mapping[str, Any]) -> Rule:
    has_number = data.get("number", True) is not False
    unit = Unit(data["unit"]) if has_number else Unit(data.get("unit", Unit.CALENDAR_DAYS))
    whose = Whose(data.get("whose", Whose.ANYONE))
    mode = Mode(data["mode"]) if data.get("mode") else _mode_unless_given(unit, whose)
    back = data.get("counts", "back" if _is_notice(unit, mode) else "forward") == "back"
    if back and unit in (Unit.HOURS, Unit.YEARLY):
        raise ValueError(f"counts back in {unit}")
    return Rule(
        ident=str(data["id"]),
        name=str(data.get("name", data["id"])),
        unit=unit,
        length=_length(data, unit, has_number),
        mode=mode,
        starts=str(data.get("starts", "")),
        ends=str(data.get("ends", "")),
        calendar=str(data.get("calendar") or _calendar_unless_given(unit, data)),
        back=back,
        whose=whose,
        roll=Roll(data.get("roll") or Roll.NONE),
        cut_off=time.fromisoformat(data["cut_off"]) if data.get("cut_off") else None,
        pauses=tuple(data.get("pauses", ())),
        day=_fixed_day(data, unit) if has_number else None,
        most=data.get("max") is True,
        has_number=has_number,
        **_about(data),
    )


def _about(data: Mapping[str, Any]) -> dict[str, Any]:
    """What an entry says about itself."""
    texts = {key: str(data.get(key, "")) for key in ("fact", "plain", "source")}
    days = {key: _day(data.get(key)) for key in ("check_by", "valid_from", "valid_to")}
    basis = {"basis": str(data.get("basis") or "typical"), "confidence": str(data.get("confidence") or "medium")}
    return {**texts, **days, **basis, "general": data.get("general") is True, "more": data}


def _length(data: Mapping[str, Any], unit: Unit, has_number: bool) -> int:
    if not has_number or unit is Unit.YEARLY:
        return 0
    length = data["length"]
    if isinstance(length, bool) or not isinstance(length, int) or not 1 <= length <= LONGEST.get(unit, 1000):
        raise ValueError(f"length {length}")
    return length


def _mode_unless_given(unit: Unit, whose: Whose) -> Mode:
    if unit in CLEAR_UNITS:
        return Mode.CLEAR
    return Mode.IN if whose in (Whose.YOU, Whose.OWNER) else Mode.AFTER


def _is_notice(unit: Unit, mode: Mode) -> bool:
    return unit in CLEAR_UNITS or mode is Mode.CLEAR or (mode is Mode.BEFORE and unit is not Unit.YEARLY)


def _calendar_unless_given(unit: Unit, data: Mapping[str, Any]) -> str:
    if unit is Unit.PARISH_CLEAR_DAYS:
        return PARISH
    return EVERYWHERE if unit in NEEDS_CALENDAR or data.get("roll", Roll.NONE) != Roll.NONE else ""


def _fixed_day(data: Mapping[str, Any], unit: Unit) -> tuple[int, int] | None:
    if unit is not Unit.YEARLY:
        return None
    month, day = (int(part) for part in data["day"].split("-"))
    date(2024, month, day)  # a leap year: 29 February may be meant
    return month, day


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else value or None
