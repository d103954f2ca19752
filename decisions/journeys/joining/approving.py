"""Make an ordinary move of a draft, or dismiss it. Callers commit."""

from dataclasses import replace
from datetime import datetime

from decisions.access import may_approve_drafts
from decisions.bodies.models import Body
from decisions.journeys import actions as journeys
from decisions.journeys.actions import NewMove, NewStop
from decisions.journeys.joining.drafting import redraft
from decisions.journeys.joining.holding import hold
from decisions.journeys.joining.kinds import Draft
from decisions.journeys.joining.models import DraftMove, Joined
from decisions.journeys.joining.published import record_of
from decisions.journeys.kinds import StopRole
from decisions.journeys.models import Journey, Move
from decisions.journeys.planning import LONGEST_TITLE, suggested_title
from decisions.journeys.queries import route
from decisions.journeys.signing import recorder
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.refusal import Refusal, raise_if
from forum.say import N_, say

DONE = N_("Somebody dealt with this draft already. Nothing was recorded twice.")
CHANGED = N_("The record changed while you were reading. Look at what it says now.")


def approve(
    draft: DraftMove,
    new: NewMove,
    *,
    of: Journey | None,
    role: StopRole,
    stamp: str | None,
    seen: int | None,
    by: Standing,
    on: datetime,
) -> Move:
    """Record what a draft says, as a person left it: one ordinary move.

    Arguments: the draft; the move; its journey, or none when it is started by this; what the body does, where a step
    has to be made first; the draft's stamp and the number of the last entry that the form showed; who; when.
    Raises Refusal when somebody dealt with it, when it changed, and as `record_move` does.
    """
    raise_if(may_approve_drafts(by))
    joined = _held(draft)
    if stamp is not None and stamp != draft.changed_at.isoformat():
        raise Refusal(CHANGED)
    draft.state, draft.changed_at = Draft.APPROVED, on
    db.session.flush()  # from here on nothing drafts it anew
    signed = recorder(by, thread_id=joined.thread_id)
    if new.stop_id is None:
        body = db.session.get_one(Body, record_of(joined).body_id)
        step = NewStop(role, say(suggested_title(role, body.short))[:LONGEST_TITLE], body.id)
        if of is None:
            of = journeys.start(joined.thread, stops=[step], by=by, signed=signed, on=on)
            new, seen = replace(new, stop_id=_last_stop(of)), None
        else:
            new = replace(new, stop_id=journeys.add_stop(of, step, by=by, on=on).id)
    if of is None:
        raise Refusal(N_("Say which step this is about."), field="stop")
    made = journeys.record_move(of, new, seen=seen, by=by, signed=signed, on=on)
    draft.journey_id, draft.move_id, draft.kind = of.id, made.id, str(new.kind)
    db.session.flush()
    record("approved_draft", ("draft", draft.id), by=by.person_id, on=on, parents=(("thread", joined.thread_id),))
    redraft(joined, on)
    return made


def dismiss(draft: DraftMove, *, by: Standing, on: datetime) -> None:
    """Say that nothing is to be recorded. It comes back only when the record says something else. Raises Refusal."""
    raise_if(may_approve_drafts(by))
    joined = _held(draft)
    draft.state, draft.changed_at = Draft.DISMISSED, on
    db.session.flush()
    record("dismissed_draft", ("draft", draft.id), by=by.person_id, on=on, parents=(("thread", joined.thread_id),))
    redraft(joined, on)


def _held(draft: DraftMove) -> Joined:
    """Hold the join of a draft that still waits; nobody else deals with it meanwhile."""
    joined = db.session.get_one(Joined, draft.joined_id)
    hold(joined)
    db.session.refresh(draft)
    if draft.state != Draft.WAITING:
        raise Refusal(DONE)
    return joined


def _last_stop(of: Journey) -> int:
    return route(of).stops[-1].id
