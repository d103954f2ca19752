"""The settings of this feature, read from text. What can't be read stops the start, with a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import current_app

MOST_MONTHS, MOST_DAYS = 120, 365
MOST_BEFORE = 28  # messages that were sent are remembered for 30 days: so nobody gets one twice


@dataclass(frozen=True, slots=True)
class Times:
    """When people are asked. `months`: after an ending; the rest are days."""

    months: tuple[int, ...]
    open_days: int
    before_days: int
    after_days: int


def read(values: Mapping[str, Any]) -> Times:
    """Read the settings. Raises ValueError that says which one is wrong, and how it is written (pure)."""
    months = [one for one in str(values["ASK_WHAT_CHANGED_AFTER"]).split(",") if one.strip()]
    return Times(
        months=tuple(sorted({_number(one, "ASK_WHAT_CHANGED_AFTER", 0, MOST_MONTHS) for one in months})),
        open_days=_number(values["ASK_WHAT_CHANGED_FOR_DAYS"], "ASK_WHAT_CHANGED_FOR_DAYS", 1, MOST_DAYS),
        before_days=_number(values["REMIND_BEFORE_DAYS"], "REMIND_BEFORE_DAYS", 1, MOST_BEFORE),
        after_days=_number(values["REMIND_AFTER_DAYS"], "REMIND_AFTER_DAYS", 1, MOST_BEFORE),
    )


def times() -> Times:
    """Return the settings of this app."""
    return read(current_app.config)


def _number(text: Any, name: str, least: int, most: int) -> int:
    typed = str(text).strip()
    if not (typed.isascii() and typed.isdigit()) or not least <= int(typed) <= most:
        raise ValueError(f"{name}: write whole numbers from {least} to {most}, not {typed!r}.")
    return int(typed)
