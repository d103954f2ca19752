"""Hide the words of an entry, and show them again: what a moderator decides. What happened stays, and still counts."""

from datetime import datetime

from decisions.journeys.actions.changing import parents
from decisions.journeys.models import Journey, Move
from forum.access import Shown
from forum.db import db
from forum.history.actions import record


def set_state(move_id: int, state: str, *, by: int | None, on: datetime) -> None:
    """Show or hide the words of an entry. `by` is the moderator's id."""
    move = db.session.get_one(Move, move_id, with_for_update={"of": Move, "key_share": True}, populate_existing=True)
    move.state = Shown(state)
    db.session.flush()
    of = db.session.get_one(Journey, move.journey_id)
    record("set_state", ("move", move.id), by=by, on=on, parents=parents(of), state=str(state))
