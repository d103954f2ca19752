"""What a place has set for itself: how many days before a meeting a question must be there, and such (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from decisions.deadlines.rules import EVERYWHERE, NEEDS_CALENDAR, Rule, Unit
from decisions.packs.merge import Documents

COUNTED = frozenset(Unit) - {Unit.YEARLY, Unit.HOURS}
OPEN_TO_PLACES = ("local", "typical")  # what is law is law, whatever a place writes


@dataclass(frozen=True, slots=True)
class Local:
    """A rule as it is here. `link` is the body's own page that says so, empty when nobody gave it."""

    rule: Rule
    link: str = ""
    check_by: date | None = None

    @property
    def holds_until(self) -> date | None:
        """The day up to which it was checked, if there is one."""
        return min((one for one in (self.rule.check_by, self.check_by) if one is not None), default=None)


def here(rule: Rule, settings: Mapping[str, Mapping[str, Any]]) -> Local:
    """Return a clock as a place has it: with the place's own number where the clock leaves it to places.

    `settings` are the entries of the kind `local`, by id. A setting with no number, or of a clock that is law, changes
    nothing.
    """
    for one in settings.values():
        if rule.ident in one.get("drives", ()) and (mine := _own(rule, one)) is not None:
            return Local(mine, str(one.get("link") or ""), day_of(one.get("check_by")))
    return Local(rule)


def _own(rule: Rule, setting: Mapping[str, Any]) -> Rule | None:
    length, unit = setting.get("value"), str(setting.get("unit") or "")
    whole = isinstance(length, int) and not isinstance(length, bool) and 1 <= length <= 1000
    if rule.basis not in OPEN_TO_PLACES or unit not in set(COUNTED) or not whole:
        return None
    kind = Unit(unit)
    return replace(
        rule,
        length=int(length or 0),
        unit=kind,
        calendar=rule.calendar or (EVERYWHERE if kind in NEEDS_CALENDAR else ""),
        has_number=True,
        basis="local",
        source=str(setting.get("link") or setting.get("source") or rule.source),
        confidence=str(setting.get("confidence") or rule.confidence),
    )


def day_of(value: Any) -> date | None:
    """Return a day as a pack or the database holds it."""
    return date.fromisoformat(value) if isinstance(value, str) and value else value or None


def settings(found: Documents, today: date) -> dict[str, dict[str, Any]]:
    """Return what the place has set for itself, without what should have been checked again by now."""
    return {
        ident: one
        for ident, one in found.get("local", {}).items()
        if (day := day_of(one.get("check_by"))) is None or day >= today
    }
