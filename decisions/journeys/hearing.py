"""What somebody who was there says of a planned day that passed: kept as "a member says", in words of our own."""

from datetime import date, datetime

from decisions.journeys.actions import NewMove, record_move
from decisions.journeys.actions.changing import hold
from decisions.journeys.doors import today_stops
from decisions.journeys.kinds import Door, Evidence, MoveKind
from decisions.journeys.models import Journey, Move
from decisions.journeys.queries import Route, route, stop_facts
from decisions.journeys.signing import recorder
from forum import clock
from forum.access import Standing
from forum.people import queries as people
from forum.refusal import Refusal
from forum.say import N_, _

WORDS = {
    MoveKind.CONSIDERED: N_("Someone who was there says that it was talked about."),
    MoveKind.DEFERRED: N_("Someone who was there says that it was put off."),
}
NO_REASON = N_("They have not said.")


def say(of: Journey, stop_id: int, kind: str, *, by: Standing, on: datetime) -> Move | None:
    """Keep that a step was talked about or put off, as a member says: it changes nothing until a source is added.

    Arguments: the journey, the step's id, `considered` or `deferred`. Returns `None` when this person said so before.
    Raises Refusal when we know by now what happened there.
    """
    if kind not in WORDS:
        raise Refusal(N_("Choose one: it was talked about, or it was put off."))
    hold(of)
    found, today = route(of), clock.local_day(on)
    planned = _unheard(found, stop_id, today)
    if _said_before(found, stop_id, kind, planned, by):
        return None
    what = MoveKind(kind)
    new = NewMove(
        kind=what,
        happened_on=planned,
        evidence=Evidence.MEMBER_SAYS,
        plain=_(WORDS[what]),
        stop_id=stop_id,
        reason=_(NO_REASON) if what == MoveKind.DEFERRED else "",
    )
    signed = recorder(by, thread_id=of.thread_id)
    return record_move(of, new, seen=None, by=by, signed=signed, on=on)


def _unheard(found: Route, stop_id: int, today: date) -> date:
    """The planned day of a step that passed without news. Raises Refusal for any other step."""
    for one in today_stops(stop_facts(found.stops), found.now, today=today):
        if one.fact.id == stop_id and one.door == Door.UNHEARD and one.state.planned_on is not None:
            return one.state.planned_on
    raise Refusal(N_("We know by now what happened at this step. Look at the page again."))


def _said_before(found: Route, stop_id: int, kind: str, planned: date, by: Standing) -> bool:
    mine = set(people.my_bylines(by.person_id)) if by.person_id is not None else set()
    return any(
        (one.stop_id, one.kind, one.happened_on) == (stop_id, kind, planned) and one.byline_id in mine
        for one in found.moves
    )
