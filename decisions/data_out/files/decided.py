"""Decisions, in the words of the body and in plain ones."""

from flask import url_for
from sqlalchemy import select

from decisions.bodies.models import Body
from decisions.data_out.file import File, Piece, read
from decisions.meetings.models import Decision
from forum.say import N_

DECISION, BODY = Decision.__table__, Body.__table__
SAME = (
    "title", "maker", "result", "in_principle", "decided_on", "published_on", "in_force_on", "carried_out_on", "key",
    "call_in", "call_in_until", "votes_for", "votes_against", "abstained", "plain", "official", "rests_on", "reason",
    "risk", "risk_owner", "for_a_yes", "changed_at", "gone_on",
)  # fmt: skip
COLUMNS = ("id", "url", "body", "body_name", "meeting", "item", *SAME, "official_page")
ROWS = select(DECISION, BODY.c.slug.label("body"), BODY.c.name.label("body_name")).join(
    BODY, BODY.c.id == DECISION.c.body_id
)


def piece(after: int, most: int) -> Piece:
    """Return some decisions after an id. Votes are those of people in public office, as the record has them."""
    return read(
        ROWS.where(DECISION.c.id > after).order_by(DECISION.c.id),
        most,
        lambda one: {
            "id": one.id,
            "url": url_for("meetings.decision", id=one.id, _external=True),
            "body": one.body,
            "body_name": one.body_name,
            "meeting": one.meeting_id,
            "item": one.item_id,
            **{name: getattr(one, name) for name in SAME},
            "official_page": one.url,
        },
    )


HOLDS = N_("Each decision: who made it, on which day, the result, the votes, and the reason where they gave one.")
FILE = File("decisions", N_("Decisions"), HOLDS, COLUMNS, piece)
