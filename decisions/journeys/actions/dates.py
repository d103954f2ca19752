"""Dates that matter, what can't change, and "I looked today"."""

from datetime import date, datetime, time

from decisions.access import may_run_journey
from decisions.journeys.actions.changing import changed, hold
from decisions.journeys.counting import may_send_in
from decisions.journeys.kinds import Basis
from decisions.journeys.models import Deadline, Journey, Move, Stop
from forum import clock
from forum.access import Standing
from forum.db import db
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_


def add_deadline(
    of: Journey,
    *,
    text: str,
    due_on: date,
    basis: str,
    at: time | None = None,
    body_id: int | None = None,
    source: str = "",
    working: str = "",
    signed: Byline | None = None,
    by: Standing,
    on: datetime,
) -> Deadline:
    """Type a date that matters, with the authority it stands on; `signed` is the byline of who types it, so that a
    second person can check it. Raises Refusal."""
    raise_if(may_run_journey(by))
    if basis != Basis.TYPICAL and not source.strip():
        raise Refusal(N_("Say where this date comes from: a link, or the law."), field="source")
    hold(of)
    made = Deadline(
        journey_id=of.id, text=text, due_on=due_on, at=at, basis=basis, body_id=body_id, source=source, working=working
    )
    made.typed_by_id = signed.id if signed is not None else None
    db.session.add(made)
    changed("added_deadline", of, by, on)
    return made


def meet_deadline(deadline: Deadline, move: Move | None, *, reason: str = "", by: Standing, on: datetime) -> None:
    """Say that a date was met by a move, or, with no move, that it does not apply any more: then with a reason, which
    everyone can read. Raises Refusal."""
    raise_if(may_run_journey(by))
    if move is None and not reason.strip():
        raise Refusal(N_("Write why it does not apply. Everyone can read the reason."), field="reason")
    of = db.session.get_one(Journey, deadline.journey_id)
    hold(of)
    db.session.refresh(deadline)
    if deadline.met_by_id is not None or deadline.dropped_at is not None:
        raise Refusal(N_("Somebody has said already what became of this date."))
    if move is not None:
        deadline.met_by_id = move.id
    else:
        deadline.dropped_at = on
    if move is not None:
        changed("met_deadline", of, by, on, deadline=deadline.id)
    else:
        changed("dropped_deadline", of, by, on, deadline=deadline.id, reason=reason.strip())


def check_date(deadline: Deadline, *, by: Standing, signed: Byline, on: datetime) -> None:
    """Say "I looked: this date is right", as a second person. Raises Refusal for who typed it themselves."""
    raise_if(may_run_journey(by))
    of = db.session.get_one(Journey, deadline.journey_id)
    hold(of)
    db.session.refresh(deadline)
    typist = db.session.get(Byline, deadline.typed_by_id) if deadline.typed_by_id is not None else None
    if typist is not None and typist.person_id == by.person_id:
        raise Refusal(N_("You typed this date. Ask somebody else to look at it too."))
    deadline.checked_on, deadline.checked_by_id = clock.local_day(on), signed.id
    changed("checked_deadline", of, by, on, deadline=deadline.id)


def send_in(stop: Stop, *, sent: date | None, received: date | None, by: Standing, on: datetime) -> None:
    """Say when what was written here was sent to a body, and when it said that it has it. Raises Refusal."""
    raise_if(may_run_journey(by))
    of = db.session.get_one(Journey, stop.journey_id)
    hold(of)
    raise_if(may_send_in(stop, sent, received, clock.local_day(on)))
    stop.sent_in_on, stop.received_on = sent, received
    changed("sent_in", of, by, on, stop=stop.id)


def say_limits(of: Journey, limits: str, *, by: Standing, on: datetime) -> None:
    """Say what can't change, and why."""
    raise_if(may_run_journey(by))
    hold(of)
    of.limits = limits
    changed("said_limits", of, by, on)


def check(of: Journey, *, by: Standing, signed: Byline, on: datetime) -> None:
    """Say "I looked: this is right today"."""
    raise_if(may_run_journey(by))
    hold(of)
    of.checked_on, of.checked_by_id = clock.local_day(on), signed.id
    changed("checked", of, by, on)
