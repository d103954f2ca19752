"""Read tables from a spreadsheet, saved as CSV (pure): meetings or decisions, with headings in plain words.

Letters and the sign between columns are found out. A row is known by its Id, or else by its body, day, time and title.
"""

import csv
import hashlib
import io
from collections.abc import Iterator
from typing import Any

from decisions.imports.readers import values
from decisions.imports.readers.letters import text_of
from decisions.imports.readers.values import BAD_DAY
from decisions.imports.records import Asked, Covered, Fault, Finds, Record, Unreadable
from decisions.meetings.kinds import RESULT_WORDS, STATUS_WORDS
from forum.markup import clean_line
from forum.say import N_, Sentence
from forum.spreadsheets import lines

MOST_ROWS = 50_000
SIGNS = ",;\t|"
MEETINGS = {
    "id": "id", "body": "body", "meeting": "title", "day": "day", "starts": "starts", "ends": "ends", "place": "place",
    "status": "status", "where to watch": "watch", "web address": "url",
}  # fmt: skip
DECISIONS = {
    "id": "id", "body": "body", "decision": "title", "decided on": "decided_on", "published on": "published_on",
    "in force from": "in_force_on", "made by": "maker", "result": "result", "official words": "official",
    "key decision": "key", "web address": "url",
}  # fmt: skip
SHEETS = {"meeting": MEETINGS, "decision": DECISIONS}
OTHER_WORDS = {"committee": "body", "date": "day", "time": "starts", "title": "meeting", "location": "place"}
OTHER_WORDS |= {"start": "starts", "end": "ends", "link": "web address", "url": "web address", "venue": "place"}
WORDS = {
    "status": {word.lower(): str(one) for one, said in STATUS_WORDS.items() for word in (one, said)},
    "result": {word.lower(): str(one) for one, said in RESULT_WORDS.items() for word in (one, said)},
    "key": {"yes": True, "no": False, "true": True, "false": False},
}  # fmt: skip
NO_WORD = N_("“%(given)s” in the column %(column)s is not a word that we know.")
EXAMPLES = {
    "meeting": ("", "Health scrutiny committee", "Health scrutiny committee", "10/02/2027", "10:00", "12:00",
                "Town Hall", "confirmed", "", "https://council.example.org/meetings/1"),
    "decision": ("", "Cabinet", "Day services", "10/02/2027", "12/02/2027", "19/02/2027", "", "agreed",
                 "The report was agreed.", "yes", "https://council.example.org/decisions/1"),
}  # fmt: skip


def template(kind: str) -> str:
    """Return an empty table to fill in, with one row as an example. `kind` is `meeting` or `decision`."""
    return "".join(lines([name.capitalize() for name in SHEETS[kind]], [EXAMPLES[kind]]))


def read(data: bytes, asked: Asked) -> Finds:
    """Read a table of meetings or of decisions. Raises Unreadable."""
    rows = _rows(text_of(data).lstrip("\ufeff"))
    try:
        kind, names = _headings(next(rows, []))
        yield from _read(rows, kind, names, asked)
    except csv.Error as fault:
        raise Unreadable(N_("This table is broken: a text begins with a quotation mark and does not end.")) from fault


def _read(rows: Iterator[list[str]], kind: str, names: list[str], asked: Asked) -> Finds:
    days: dict[str, list[str]] = {}
    said_bodies: set[str] = set()
    on = "day" if kind == "meeting" else "decided_on"
    for number, cells in enumerate(rows, 2):
        given = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name}
        if not any(given.values()):
            continue
        if number > MOST_ROWS:
            raise Unreadable(N_("The table has too many rows. Bring it in parts."))
        body = clean_line(given.get("body", ""))
        if body and body not in said_bodies:
            said_bodies.add(body)
            yield Record("body", body, {"name": body})
        for found in _row(kind, number, given, asked):
            if isinstance(found, Record) and found.values.get(on):
                days.setdefault(body, []).append(str(found.values[on]))
            yield found
    for body, seen in days.items():
        yield Covered(kind, {"body": body or None}, (on, min(seen), max(seen)))


def _rows(text: str) -> Iterator[list[str]]:
    first = text.partition("\n")[0]
    sign = max(SIGNS, key=first.count)
    csv.field_size_limit(200_000)
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)


def _headings(cells: list[str]) -> tuple[str, list[str]]:
    """Return which table this is, and the field of each column. Unknown columns are left out."""
    words = [" ".join(cell.lower().split()) for cell in cells]
    kind = "decision" if "decision" in words else "meeting"
    words = [OTHER_WORDS.get(word, word) if word not in SHEETS[kind] else word for word in words]
    names = [SHEETS[kind].get(word, "") for word in words]
    needed = {"meeting": ("title", "day"), "decision": ("title",)}[kind]
    for word, name in SHEETS[kind].items():
        if name in needed and name not in names:
            text = N_("The first line has to name the columns. There is none called “%(column)s”.")
            raise Unreadable(text, column=word.capitalize())
    return kind, names


def _row(kind: str, number: int, given: dict[str, str], asked: Asked) -> Finds:
    said: dict[str, Any] = {"body": clean_line(given.get("body", "")) or None}
    for name, text in given.items():
        if name in ("id", "body"):
            continue
        try:
            said[name] = _value(name, text)
        except ValueError:
            yield Fault(str(number), Sentence(BAD_DAY, {"given": text}), kind)
            return
        except KeyError:
            yield Fault(str(number), Sentence(NO_WORD, {"given": text, "column": name}), kind)
            return
    said = {name: value for name, value in said.items() if value != "" or name == "title"}
    day = values.day(said.get("day") or said.get("decided_on") or "")
    if kind == "meeting" and day is None:
        yield Fault(str(number), Sentence(N_("The row has no day.")), kind)
    elif day is not None and not asked.holds(day):
        yield Fault(str(number), Sentence(N_("%(day)s is outside the days that we asked for."), {"day": day}), kind)
    else:
        yield Record(kind, given.get("id") or _ident(said), said)


def _value(name: str, text: str) -> Any:
    if name in ("day", "decided_on", "published_on", "in_force_on"):
        return values.iso_day(text)
    if name in ("starts", "ends"):
        return values.hour(text)
    if name in WORDS:
        return WORDS[name][text.lower()] if text else ""  # type: ignore[index]
    return text


def _ident(said: dict[str, Any]) -> str:
    parts = [str(said.get(name) or "") for name in ("body", "title", "day", "starts", "decided_on")]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]
