"""Read the values of the real services: days, hours, yes and no, counts, titles (pure)."""

import re
from datetime import date, datetime, time

from decisions.imports.readers.pages import plain
from forum.markup import clean_line
from forum.say import N_

BAD_DAY = N_("“%(given)s” is not a day that we can read.")
BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
HOUR = re.compile(r"(\d{1,2})(?:[.:](\d{2})(?::\d{2})?)?\s*([ap])?\.?m?\.?$", re.IGNORECASE)
FILE_SIZE = re.compile(r"\s*\(?\b(?:PDF|DOCX?|XLSX?|PPTX?|HTML|RTF)[\s,]+\d[\d.,]*\s*[KMG]?B\)?\s*$", re.IGNORECASE)
HIDDEN_REF = re.compile(r"\s*\bref:\s*[\w/-]+\s*$", re.IGNORECASE)
NOON = {"noon": time(12), "midday": time(12), "12 noon": time(12), "midnight": time(0)}


def day(text: str) -> date | None:
    """Read a day: `10/02/2026` as the services write it (the day first), or `2026-02-10`. Nothing for nothing.

    Raises ValueError for anything else, also for a day that is not in the calendar.
    """
    line = text.strip()
    if not line:
        return None
    if found := BRITISH.match(line):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := ISO.match(line):
        return date(int(found[1]), int(found[2]), int(found[3]))
    raise ValueError(line)


def asked_for(day: date) -> str:
    """Write a day as ModernGov reads it: another way is ignored, and everything comes back."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def iso_day(text: str) -> str | None:
    """Read a day and return it as it is kept. Raises ValueError."""
    found = day(text)
    return found.isoformat() if found else None


def hour(text: str) -> str | None:
    """Read a time of day: `10.00 am`, `2 pm`, `14:30`, `noon`. Nothing for nothing. Raises ValueError."""
    line = " ".join(text.lower().split())
    if not line:
        return None
    if line in NOON:
        return kept_hour(NOON[line])
    found = HOUR.match(line)
    if found is None or (found[2] is None and found[3] is None):
        raise ValueError(line)
    hours, half = int(found[1]), found[3]
    if half:
        if not 1 <= hours <= 12:
            raise ValueError(line)
        hours = hours % 12 + (12 if half == "p" else 0)
    return kept_hour(time(hours, int(found[2] or 0)))


def kept_hour(given: time | datetime) -> str:
    """Return a time of day as it is kept."""
    return given.strftime("%H:%M")


def is_true(text: str) -> bool:
    """Read `True` and `False`."""
    return text.strip().lower() in ("true", "yes", "1")


def count(text: str) -> int | None:
    """Read a whole number; the services put a space before it. Nothing when it is none."""
    line = text.strip()
    return int(line) if re.fullmatch(r"-?\d{1,9}", line, re.ASCII) else None


def title(text: str) -> str:
    """Read a title: encoded twice, and without the notes for machines and the size of a file at its end."""
    line = clean_line(plain(text))
    return HIDDEN_REF.sub("", FILE_SIZE.sub("", HIDDEN_REF.sub("", line))).strip()
