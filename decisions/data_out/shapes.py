"""The shapes of Popolo (popoloproject.com): bodies, posts, people in public office, seats, decisions and votes (pure).

People are known by their names alone, as the bodies publish them. The result of a decision is ours, never made to fit
"pass" or "fail".
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from decisions.meetings.kinds import Vote
from forum.threads.slugs import slug

Thing = dict[str, Any]
OPTIONS = {Vote.FOR: "yes", Vote.AGAINST: "no", Vote.ABSTAIN: "abstain", Vote.ABSENT: "absent"}


def body_id(name: str) -> str:
    """Return the id of a body, from the name in its address."""
    return f"body/{name}"


def person_id(name: str) -> str:
    """Return the id of somebody in public office. Two people of one name are one here: we know no more of them."""
    return f"person/{slug(name, 'person')[:60].strip('-')}-{_short(' '.join(name.split()).casefold())}"


def party_id(name: str) -> str:
    """Return the id of a party."""
    return f"party/{slug(name, 'party')[:60].strip('-')}-{_short(name.casefold())}"


def body(one: Any, *, above: str | None, after: str | None) -> Thing:
    """Return a body; `above` and `after` name the one that it answers to, and the one that came after it."""
    contacts = [{"type": kind, "value": value} for kind, value in (("email", one.email), ("voice", one.phone)) if value]
    return _there({
        "id": body_id(one.slug), "name": one.name, "classification": one.kind,
        "parent_id": body_id(above) if above else None,
        "successor_id": body_id(after) if after else None,
        "founding_date": one.valid_from, "dissolution_date": one.valid_to,
        "contact_details": contacts, "links": [{"url": one.web}] if one.web else [], "sources": _sources(one.source),
    })  # fmt: skip


def party(name: str) -> Thing:
    """Return a party."""
    return {"id": party_id(name), "name": name, "classification": "party"}


def person(name: str) -> Thing:
    """Return somebody in public office."""
    return {"id": person_id(name), "name": name}


def post(ident: str, seat: Mapping[str, Any]) -> Thing:
    """Return a seat as a post on a body, whoever holds it."""
    area = {"name": seat["area"]} if seat.get("area") else None
    return _there({
        "id": f"post/{ident}", "label": seat.get("role") or seat.get("name"), "role": seat.get("role"),
        "organization_id": body_id(seat["body"]), "area": area,
        "start_date": seat.get("valid_from"), "end_date": seat.get("valid_to"), "sources": _sources(seat.get("source")),
    })  # fmt: skip


def membership(ident: str, seat: Mapping[str, Any]) -> Thing:
    """Return who holds a seat, from when to when, and for which party."""
    return _there({
        "id": f"membership/{ident}", "person_id": person_id(seat["holder"]), "organization_id": body_id(seat["body"]),
        "post_id": f"post/{ident}", "role": seat.get("role"), "start_date": seat.get("from"),
        "end_date": seat.get("to"), "on_behalf_of_id": party_id(seat["party"]) if seat.get("party") else None,
    })  # fmt: skip


def motion(one: Any, address: str) -> Thing:
    """Return a decision; its result only where the record or a person said it."""
    return _there({
        "id": f"decision/{one.id}", "organization_id": body_id(one.body), "text": one.title,
        "classification": "decision", "date": one.decided_on, "result": None if one.result == "unknown" else one.result,
        "sources": [{"url": url} for url in (address, one.url) if url],
    })  # fmt: skip


def vote_event(one: Any, votes: list[Any]) -> Thing:
    """Return how a body voted on a decision: the numbers, and each member where that was recorded."""
    counted = (("yes", one.votes_for), ("no", one.votes_against), ("abstain", one.abstained))
    cast = [{"voter_id": person_id(each.name), "option": OPTIONS[Vote(each.vote)]} for each in votes]
    return _there({
        "id": f"vote/{one.id}", "motion_id": f"decision/{one.id}", "organization_id": body_id(one.body),
        "start_date": one.decided_on, "votes": cast,
        "counts": [{"option": option, "value": number} for option, number in counted if number is not None],
    })  # fmt: skip


def _there(thing: Thing) -> Thing:
    """Leave out what is not known; days as text."""
    known = {name: value for name, value in thing.items() if value not in (None, "", [])}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in known.items()}


def _sources(given: Any) -> list[Thing]:
    """Where something is known from: an address, or words."""
    text = str(given or "").strip()
    if not text:
        return []
    return [{"url": text} if text.startswith(("https://", "http://")) and " " not in text else {"note": text}]


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
