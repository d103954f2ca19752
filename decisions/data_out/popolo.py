"""Write one file of Popolo, list after list and piece after piece, so that its size does not matter."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from flask import url_for
from sqlalchemy import Select, or_, select

from decisions.bodies.models import Body
from decisions.data_out import shapes
from decisions.data_out.file import PIECE
from decisions.data_out.shapes import Thing
from decisions.meetings.models import Decision, RecordedVote
from decisions.packs.models import Entry
from forum.db import db

BODY, DECISION, VOTE, ENTRY = Body.__table__, Decision.__table__, RecordedVote.__table__, Entry.__table__
MOTIONS = select(DECISION, BODY.c.slug.label("body")).join(BODY, BODY.c.id == DECISION.c.body_id)
VOTED = or_(
    DECISION.c.votes_for.is_not(None),
    DECISION.c.votes_against.is_not(None),
    DECISION.c.abstained.is_not(None),
    select(VOTE.c.id).where(VOTE.c.decision_id == DECISION.c.id).exists(),
)


def pieces(head: str) -> Iterator[str]:
    """Yield the file. `head` is what stands at its top, as JSON."""
    bodies = db.session.connection().execute(select(BODY).order_by(BODY.c.id)).all()
    names = {one.id: one.slug for one in bodies}
    seats = _seats(set(names.values()))
    held = [(ident, seat) for ident, seat in seats if seat.get("holder")]
    voters = db.session.scalars(select(VOTE.c.name).distinct()).all()
    people = {shapes.person_id(name): name for name in [*(seat["holder"] for _ident, seat in held), *voters]}
    parties = sorted({seat["party"] for _ident, seat in held if seat.get("party")})
    lists: dict[str, Iterable[Thing]] = {
        "organizations": [
            *(shapes.body(one, above=names.get(one.parent_id), after=names.get(one.successor_id)) for one in bodies),
            *(shapes.party(name) for name in parties),
        ],
        "persons": (shapes.person(name) for _id, name in sorted(people.items())),
        "posts": (shapes.post(ident, seat) for ident, seat in seats),
        "memberships": (shapes.membership(ident, seat) for ident, seat in held),
        "motions": _motions(),
        "vote_events": _vote_events(),
    }
    yield f'{{"meta": {head}'
    for name, things in lists.items():
        yield f',\n"{name}": ['
        yield from _joined(things)
        yield "]"
    yield "}\n"


def _joined(things: Iterable[Thing]) -> Iterator[str]:
    for number, one in enumerate(things):
        yield ("," if number else "") + "\n" + json.dumps(one, ensure_ascii=False)


def _seats(bodies: set[str]) -> list[tuple[str, dict[str, Any]]]:
    """The seats on bodies of this place, with the ids that they keep."""
    rows = select(ENTRY.c.ident, ENTRY.c.data).where(ENTRY.c.kind == "seat").order_by(ENTRY.c.ident)
    return [(one.ident, one.data) for one in db.session.execute(rows) if one.data.get("body") in bodies]


def _motions() -> Iterator[Thing]:
    for some in _pieces(MOTIONS):
        for one in some:
            yield shapes.motion(one, url_for("meetings.decision", id=one.id, _external=True))


def _vote_events() -> Iterator[Thing]:
    for some in _pieces(MOTIONS.where(VOTED)):
        votes: dict[int, list[Any]] = {}
        wanted = select(VOTE).where(VOTE.c.decision_id.in_([one.id for one in some])).order_by(VOTE.c.id)
        for each in db.session.execute(wanted):
            votes.setdefault(each.decision_id, []).append(each)
        yield from (shapes.vote_event(one, votes.get(one.id, [])) for one in some)


def _pieces(statement: Select[Any]) -> Iterator[list[Any]]:
    """Yield decisions, some at a time."""
    after: int | None = 0
    while after is not None:
        rows = statement.where(DECISION.c.id > after).order_by(DECISION.c.id).limit(PIECE)
        some = list(db.session.connection().execute(rows).all())
        yield some
        after = some[-1].id if len(some) == PIECE else None
