"""Answer for a body: the words, the card they stand in, and the entry that says they came. Callers commit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from decisions.access import may_speak_for
from decisions.answers.models import OfficialReply
from decisions.answers.signing import speaker
from decisions.bodies.models import Body
from decisions.journeys import queries
from decisions.journeys.actions import NewMove, record_move
from decisions.journeys.actions.changing import hold
from decisions.journeys.kinds import Evidence, MoveKind
from decisions.journeys.models import Journey, Move
from decisions.journeys.queries import Route
from forum import clock, subjects
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_, _
from forum.threads import actions as threads
from forum.threads.models import Post, Thread


@dataclass(frozen=True, slots=True)
class Signed:
    """For which body an answer stands, under which name, and who they are to the rules."""

    body: Body
    byline: Byline
    by: Standing


def answer(
    thread: Thread,
    *,
    body_id: int,
    text: str,
    replaces_id: int | None = None,
    named: bool = True,
    by: Standing,
    on: datetime,
) -> OfficialReply:
    """Answer for a body that somebody speaks for. It stands in a card of its own, and can't be changed afterwards.

    Arguments: `replaces_id`, the id of an earlier answer's post of the same body that this one puts right; `named`,
    whether the person's own name stands beside their post. If the body has the issue now, the answer is recorded as
    the entry "They replied". Raises Refusal.
    """
    raise_if(may_speak_for(by, body_id))
    body = db.session.get_one(Body, body_id)
    return publish(thread, text, Signed(body, speaker(by, body, named=named), by), replaces_id=replaces_id, on=on)


def publish(
    thread: Thread, text: str, signed: Signed, *, replaces_id: int | None = None, on: datetime
) -> OfficialReply:
    """Put what a body says on an issue, under a name that was made for it. Raises Refusal."""
    if replaces_id is not None and not _is_answer(replaces_id, thread.id, signed.body.id):
        raise Refusal(N_("That answer is not one of yours here."), field="replaces")
    journeys = queries.shown_with(thread.id)
    for one in sorted(journeys, key=lambda journey: journey.id):
        hold(one)  # before the issue, as everybody does: else two who write would wait for each other
    post = threads.answer(thread, byline=signed.byline, text=text, reply_to_id=replaces_id, on=on)
    made = OfficialReply(
        post_id=post.id, thread_id=thread.id, body_id=signed.body.id, signed=signed.byline.signed, created_at=on
    )
    db.session.add(made)
    db.session.flush()
    record("answered", ("post", post.id), by=None, on=on, parents=(("thread", thread.id),), body=signed.body.id)
    if (move := _recorded(journeys, made, post, signed, on)) is not None:
        made.move_id = move.id
        db.session.flush()
    return made


def _is_answer(post_id: int, thread_id: int, body_id: int) -> bool:
    same = (OfficialReply.post_id == post_id) & (OfficialReply.thread_id == thread_id)
    return db.session.scalar(select(OfficialReply.post_id).where(same, OfficialReply.body_id == body_id)) is not None


def _recorded(
    journeys: Iterable[Journey], made: OfficialReply, post: Post, signed: Signed, on: datetime
) -> Move | None:
    """Record that the reply came, at the step where this body has the issue now: of several journeys in the one that
    waits for it, else the first. None has it, nothing is recorded."""
    found = []
    for journey in journeys:
        route = queries.route(journey)
        if (stop_id := answered_stop(route, made.body_id)) is not None:
            found.append((not route.now.stops[stop_id].waiting, journey.number, journey.id, stop_id, journey))
    if not found:
        return None
    *_order, stop_id, journey = min(found)
    return _move(journey, stop_id, post, signed, on)


def answered_stop(found: Route, body_id: int) -> int | None:
    """Return the step of a body that waits for an answer, else one that is open; the first on the route."""
    own = [stop.id for stop in found.stops if stop.body_id == body_id]
    waiting = [one for one in own if found.now.stops[one].waiting]
    opened = [one for one in own if found.now.stops[one].open]
    ends: Sequence[int] = waiting or opened
    return next(iter(ends), None)


def _move(journey: Journey, stop_id: int, post: Post, signed: Signed, on: datetime) -> Move:
    body = signed.body
    new = NewMove(
        kind=MoveKind.REPLY_RECEIVED,
        happened_on=clock.local_day(on),
        evidence=Evidence.THEIR_REPLY,
        plain=_("%(body)s answered here.", body=body.short[:1].upper() + body.short[1:]),
        stop_id=stop_id,
        source=subjects.address("post", post),
        source_name=_("Their answer on this page"),
        cites=(post.id,),
    )
    return record_move(journey, new, seen=None, by=signed.by, signed=signed.byline, on=on)
