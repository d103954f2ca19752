"""Read Popolo (pure): people, organisations, posts and memberships become bodies, and seats on them.

Popolo is read as it is met in the wild: the people stand under `persons` or `people`, or all stands in one list; ids
hold slashes and apostrophes; a party is an organisation on whose behalf somebody sits, and no body of ours.
"""

import json
from collections.abc import Iterator
from typing import Any

from decisions.imports.readers import values
from decisions.imports.readers.letters import text_of
from decisions.imports.records import Asked, Covered, Fault, Finds, Record, Unreadable
from forum.markup import clean_line
from forum.say import N_, Sentence

Thing = dict[str, Any]
LISTS = {"persons": "persons", "people": "persons", "organizations": "organizations", "posts": "posts"}
LISTS |= {"memberships": "memberships", "areas": "areas"}
NOT_POPOLO = N_("This holds no people, organisations or memberships that we can find.")
PARTIES = ("party", "political party", "faction")


def read(data: bytes, _asked: Asked) -> Finds:
    """Read a file of Popolo. Raises Unreadable."""
    try:
        whole = json.loads(text_of(data).removeprefix("\ufeff"))
    except (ValueError, RecursionError) as fault:
        raise Unreadable(N_("We can’t read this: it is broken, or breaks off.")) from fault
    lists = _lists(whole)
    if not any(lists.values()):
        raise Unreadable(NOT_POPOLO)
    by_id = {name: {_text(one, "id"): one for one in found} for name, found in lists.items()}
    bodies = [one for one in lists["organizations"] if _text(one, "classification").lower() not in PARTIES]
    sat_on = {_text(one, "organization_id") for one in _memberships(lists)}
    bodies += [one for one in lists["organizations"] if one not in bodies and _text(one, "id") in sat_on]
    for body in bodies:
        said = {"name": _text(body, "name"), "category": _text(body, "classification")}
        yield Record("body", _text(body, "id"), said)
    seen: set[str] = set()
    for number, one in enumerate(_memberships(lists), 1):
        for found in _seat(one, number, by_id):
            if isinstance(found, Record):
                if found.ident in seen:
                    continue
                seen.add(found.ident)
            yield found
    for body in bodies:
        yield Covered("seat", {"body": _text(body, "id")})


def _lists(whole: Any) -> dict[str, list[Thing]]:
    """Return each kind of thing as a list, whatever way the file is put together."""
    found: dict[str, list[Thing]] = {name: [] for name in dict.fromkeys(LISTS.values())}
    if isinstance(whole, dict):
        for key, name in LISTS.items():
            inside = whole.get(key)
            items = inside.values() if isinstance(inside, dict) else inside if isinstance(inside, list) else []
            found[name] += [one for one in items if isinstance(one, dict)]
    elif isinstance(whole, list):
        for one in whole:
            if isinstance(one, dict):
                found[_kind(one)].append(one)
    return found


def _kind(one: Thing) -> str:
    if "person_id" in one or "member_id" in one:
        return "memberships"
    if "classification" in one:
        return "organizations"
    return "posts" if "organization_id" in one and "label" in one else "persons"


def _memberships(lists: dict[str, list[Thing]]) -> Iterator[Thing]:
    """Yield memberships: those listed, and those that stand inside a person or an organisation."""
    yield from lists["memberships"]
    for key, name in (("person_id", "persons"), ("organization_id", "organizations")):
        for one in lists[name]:
            inside = one.get("memberships")
            for each in inside if isinstance(inside, list) else []:
                if isinstance(each, dict):
                    yield {key: _text(one, "id"), **each}


def _seat(one: Thing, number: int, by_id: dict[str, dict[str, Thing]]) -> Finds:
    person = by_id["persons"].get(_text(one, "person_id")) or by_id["persons"].get(_text(one, "member_id"))
    post = by_id["posts"].get(_text(one, "post_id"), {})
    body = _text(one, "organization_id") or _text(post, "organization_id")
    where = _text(one, "id") or str(number)
    if person is None or not _text(person, "name"):
        yield Fault(where, Sentence(N_("Nobody of this membership’s id is in the file.")), "seat")
        return
    if body not in by_id["organizations"]:
        yield Fault(where, Sentence(N_("The body of this membership is not in the file.")), "seat")
        return
    said: Thing = {"body": body, "holder": _text(person, "name")}
    said["role"] = _text(one, "role") or _text(one, "label") or _text(post, "role") or _text(post, "label")
    area = by_id["areas"].get(_text(one, "area_id") or _text(post, "area_id"), {})
    said["area"] = _text(area, "name") or _name(one.get("area")) or _name(post.get("area"))
    said["party"] = _text(by_id["organizations"].get(_text(one, "on_behalf_of_id"), {}), "name")
    said |= {"from": _day(one, "start_date"), "to": _day(one, "end_date")}
    parts = (_text(person, "id"), body, _text(one, "post_id"), _text(one, "role"), _text(one, "start_date"))
    yield Record("seat", _text(one, "id") or "|".join(parts), said)


def _day(one: Thing, key: str) -> str | None:
    """A whole day. Popolo may give only a year or a month; that is not made into a day."""
    try:
        return values.iso_day(_text(one, key))
    except ValueError:
        return None


def _name(given: Any) -> str:
    return _text(given, "name") if isinstance(given, dict) else ""


def _text(one: Thing, key: str) -> str:
    value = one.get(key)
    return clean_line(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else ""
