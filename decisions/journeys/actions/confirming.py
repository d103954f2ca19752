"""A second person says that what a member said happened is so."""

from datetime import datetime

from decisions.journeys import rules
from decisions.journeys.actions.changing import hold, parents
from decisions.journeys.clocks.keeping import reckon
from decisions.journeys.entries import entry_of
from decisions.journeys.keeping import keep
from decisions.journeys.models import Confirmation, Journey, Move
from decisions.journeys.queries import move_facts, route
from decisions.journeys.telling import tell_followers
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.queries import is_mine


def confirm(of: Journey, move: Move, *, by: Standing, signed: Byline, on: datetime) -> Confirmation:
    """Agree to an entry after a look at its source: then it counts. `signed` is the name that stands beside it.

    Raises Refusal for who said it, without a source, and when it counts already or was put right.
    """
    hold(of)
    entry = entry_of(move_facts(route(of).moves), move.number)
    if entry is None or entry.last != move.number:
        raise Refusal(N_("This was put right in the meantime. Look at the later entry."))
    has_source = bool(move.source or move.source_name)
    raise_if(rules.may_confirm(by, entry.fact, mine=is_mine(by, move.byline_id), has_source=has_source))
    made = Confirmation(move_id=move.id, byline_id=signed.id, confirmed_at=on)
    db.session.add(made)
    db.session.flush()
    db.session.expire(move)
    reckon(keep(of), on)
    who = by.person_id if signed.thread_id is None else None
    record("confirmed_move", ("move", move.id), by=who, on=on, parents=parents(of))
    tell_followers(of, move, f"confirmed:{move.id}", not_to=who, on=on)
    return made
