"""Moves: what happened is recorded, and put right by a later entry; nothing is ever changed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from decisions.journeys import rules
from decisions.journeys.actions.changing import hold, parents
from decisions.journeys.actions.shapes import NewMove
from decisions.journeys.clocks.keeping import reckon
from decisions.journeys.entries import entry_of
from decisions.journeys.fold import MoveFact
from decisions.journeys.keeping import keep
from decisions.journeys.kinds import MoveKind, StopRole
from decisions.journeys.models import Citation, Journey, Move
from decisions.journeys.queries import Route, issues_of, move_facts, route
from decisions.journeys.sources import is_link
from decisions.journeys.telling import told
from forum import clock
from forum.access import Shown, Standing
from forum.db import db
from forum.history.actions import record
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.models import Post

CHANGED = N_("Somebody recorded something while you were writing. Look at what is new, then send yours again.")
LONGEST_TITLE = 160


def record_move(of: Journey, new: NewMove, *, seen: int | None, by: Standing, signed: Byline, on: datetime) -> Move:
    """Record what happened. `seen` is the number of the last move that the form showed; `None` asks no such thing.

    Raises Refusal when the table of moves does not allow it, or when somebody recorded a move in the meantime.
    """
    hold(of)
    found = route(of)
    if seen is not None and seen != found.now.last_number:
        raise Refusal(CHANGED)
    _ours(found, new)
    if new.source and not is_link(new.source):
        raise Refusal(N_("Copy the whole address. It starts with https://"), field="source")
    raise_if(rules.may_record(by, found.now, _proposal(found, new), today=clock.local_day(on)))
    made = add(of, new, number=found.now.last_number + 1, signed=signed, on=on, found=found)
    reckon(keep(of), on)
    who = by.person_id if signed.thread_id is None else None  # another name on this issue is theirs alone
    verb = "put_right" if new.kind == MoveKind.CORRECTED else "moved"
    record(verb, ("move", made.id), by=who, on=on, parents=parents(of))
    told(of, made, by=by, signed=signed, on=on)
    return made


def add(of: Journey, new: NewMove, *, number: int, signed: Byline, on: datetime, found: Route | None = None) -> Move:
    """Add a move that may be, with what it cites."""
    wrong = found.move(new.corrects) if found and new.corrects else None
    made = Move(
        journey_id=of.id,
        number=number,
        kind=new.kind,
        stop_id=new.stop_id,
        to_stop_id=new.to_stop_id,
        corrects_id=wrong.id if wrong else None,
        becomes=new.becomes,
        happened_on=new.happened_on,
        recorded_at=on,
        byline_id=signed.id,
        evidence=new.evidence,
        source=new.source,
        source_name=new.source_name,
        official=new.official,
        plain=new.plain,
        reason=new.reason,
        planned_on=new.planned_on,
        published_on=new.published_on,
    )
    db.session.add(made)
    db.session.flush()
    _cite(made, of, new.cites)
    return made


def _ours(found: Route, new: NewMove) -> None:
    """Raise Refusal for a step of another issue."""
    if new.stop_id is not None and found.stop(new.stop_id) is None:
        raise Refusal(N_("That step is not part of this issue."), field="stop")
    if new.to_stop_id is not None and found.stop(new.to_stop_id) is None:
        raise Refusal(N_("That step is not part of this issue."), field="to")


def _proposal(found: Route, new: NewMove) -> rules.Proposal:
    """What the rules ask about. A correction that names no step is about the step of the entry that it puts right."""
    wrong = _corrected(found, new)
    stop = found.stop(new.stop_id) or (found.stop(wrong.stop_id) if wrong else None)
    target = found.stop(new.to_stop_id) or (found.stop(wrong.to_stop_id) if wrong else None)
    return rules.Proposal(
        kind=new.kind,
        happened_on=new.happened_on,
        evidence=new.evidence,
        plain=new.plain,
        stop_role=StopRole(stop.role) if stop else None,
        to_role=StopRole(target.role) if target else None,
        stop=found.now.stops.get(stop.id) if stop else None,
        body_id=stop.body_id if stop else None,
        source=new.source,
        source_name=new.source_name,
        cites=bool(new.cites),
        reason=new.reason,
        planned_on=new.planned_on,
        published_on=new.published_on,
        becomes=new.becomes,
        corrects=wrong,
    )


def _corrected(found: Route, new: NewMove) -> MoveFact | None:
    """The entry that is put right, as it stands now; none when it was put right before (then that correction is)."""
    entry = entry_of(move_facts(found.moves), new.corrects)
    return entry.fact if entry is not None and entry.last == new.corrects else None


def _cite(move: Move, of: Journey, post_ids: Sequence[int]) -> None:
    """Keep a title and a day of our own beside each post cited: the post may go, the record stays."""
    wanted = Post.thread_id.in_(issues_of(of.id)) & (Post.state == Shown.SHOWN)
    for post in db.session.scalars(select(Post).where(Post.id.in_(post_ids), wanted).order_by(Post.number)):
        title = f"{post.byline.name}, {of.title}"[:LONGEST_TITLE]
        db.session.add(Citation(move_id=move.id, post_id=post.id, title=title, day=clock.local_day(post.created_at)))
    db.session.flush()
