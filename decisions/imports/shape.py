"""Which fields a record of each kind has, and how long they may be (pure). Whatever a source sends passes here: text
is cleaned, what is too long is cut, and an address that is not one of the web is left out."""

import hashlib
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from decisions.imports.records import Fault, Record
from forum.markup import clean, clean_line
from forum.say import N_, Sentence


class As(StrEnum):
    """What a field holds."""

    LINE = "line"
    TEXT = "text"
    LINK = "link"
    PLAIN = "plain"  # a day, an hour, a flag, a number or a word of ours: readers make sure of these
    REF = "ref"  # the source's id of another record
    ASIDE = "aside"  # is remembered, and has no place of its own here


LONGEST_TEXT = 60_000
LONGEST_IDENT = 200
_P, _A = (As.PLAIN, 0), (As.ASIDE, 0)
_BODY, _MEETING = (As.REF, 0), (As.REF, 0)
_TITLE, _TEXT, _LINK = (As.LINE, 500), (As.TEXT, LONGEST_TEXT), (As.LINK, 500)

FIELDS: dict[str, dict[str, tuple[As, int]]] = {
    "body": {"name": (As.LINE, 200), "category": (As.LINE, 200), "ended": _P},
    "meeting": {
        "body": _BODY, "title": (As.LINE, 200), "day": _P, "starts": _P, "ends": _P, "zone": _P, "status": _P,
        "place": (As.LINE, 300), "watch": _LINK, "about": _TEXT, "url": _LINK, "sequence": _A,
    },
    "item": {
        "meeting": _MEETING, "position": _P, "number": (As.LINE, 20), "title": _TITLE, "heading": _P, "restricted": _P,
        "may_speak": _P, "agenda": _TEXT, "minutes": _TEXT,
    },
    "document": {
        "meeting": _MEETING, "item": (As.REF, 0), "kind": _P, "title": (As.LINE, 300), "url": _LINK,
        "published_on": _P, "restricted": _P,
    },
    "attendance": {
        "meeting": _MEETING, "name": (As.LINE, 160), "role": (As.LINE, 120), "party": (As.LINE, 120),
        "attended": _P, "url": _LINK,
    },
    "decision": {
        "body": _BODY, "title": _TITLE, "maker": (As.LINE, 160), "official": _TEXT, "result": _P, "decided_on": _P,
        "published_on": _P, "in_force_on": _P, "key": _P, "call_in": _P, "url": _LINK, "status": (As.ASIDE, 0),
    },
    "seat": {
        "body": _BODY, "holder": (As.LINE, 160), "role": (As.LINE, 160), "area": (As.LINE, 160), "from": _P, "to": _P,
        "party": (As.LINE, 120),
    },
}  # fmt: skip
KINDS = tuple(FIELDS)  # in the order in which they are kept: nothing comes before what it belongs to
NAMED_BY = {"body": "name", "attendance": "name", "seat": "holder"}


def title_of(kind: str, values: Any) -> str:
    """Return what a person would call a record."""
    return str(values.get(NAMED_BY.get(kind, "title")) or values.get("day") or "")


def fit(record: Record) -> Record | Fault:
    """Return a record whose values fit, or what is wrong with it."""
    fields = FIELDS[record.kind]
    values = {name: _fitted(value, *fields[name]) for name, value in record.values.items() if name in fields}
    if record.kind == "meeting" and not values.get("starts"):
        values.pop("ends", None)  # an end without a beginning says nothing
    ident = short_ident(record.ident)
    named = NAMED_BY.get(record.kind, "title")
    if not ident:
        return Fault(title_of(record.kind, values), Sentence(N_("It has no id at the source.")), record.kind)
    if named in values and not values[named]:
        return Fault(ident, Sentence(N_("It has no name or title.")), record.kind, ident)
    return Record(record.kind, ident, values, web_address(record.address))


def short_ident(given: str) -> str:
    """Return an id of the source so that it can be kept: a very long one ends in a digest of the whole."""
    line = clean_line(given)
    if len(line) <= LONGEST_IDENT:
        return line
    return f"{line[:150]}~{hashlib.sha256(line.encode()).hexdigest()[:32]}"


def web_address(given: str, most: int = 500) -> str:
    """Return an address of the web, or nothing: no other kind is ever shown as a link."""
    line = clean_line(str(given)) if given else ""
    try:
        parts = urlsplit(line)
    except ValueError:
        return ""
    right = parts.scheme in ("http", "https") and parts.netloc and " " not in line and len(line) <= most
    return line if right else ""


def _fitted(value: Any, holds: As, most: int) -> Any:
    if holds is As.LINE:
        return clean_line(str(value or ""))[:most].rstrip()
    if holds is As.TEXT:
        return clean(str(value or ""))[:most].rstrip()
    if holds is As.LINK:
        return web_address(str(value or ""), most)
    if holds is As.REF:
        return short_ident(str(value)) if value else value
    if isinstance(value, str):
        return clean_line(value)[:LONGEST_IDENT]
    return value
