"""Keep the drafts of a join in step with what the record says. A draft waits; it never becomes a move by itself."""

from datetime import datetime

from sqlalchemy import select

from decisions.journeys.doors import today_stops
from decisions.journeys.joining import queries
from decisions.journeys.joining.kinds import Draft, State
from decisions.journeys.joining.models import DraftMove, Joined
from decisions.journeys.joining.published import Record, facts, known, record_of, told_by_item
from decisions.journeys.joining.rules import Saying, next_saying, sayings
from decisions.journeys.matching import stop_of
from decisions.journeys.queries import Route, stop_facts
from decisions.meetings.models import AgendaItem, Decision, Meeting
from forum import clock
from forum.db import db
from forum.history.actions import Thing, record
from forum.say import say

LONGEST_PLAIN, LONGEST_OFFICIAL = 1_000, 10_000


def redraft(joined: Joined, on: datetime) -> DraftMove | None:
    """Make, change or take away the draft that waits for a join, as its record stands now. Returns the one that waits.

    The first saying that nobody has dealt with is drafted; the next one once that is approved or dismissed.
    """
    hold(joined)
    waiting = queries.waiting(joined.id)
    about = record_of(joined)
    wanted = _next(about, on) if joined.state == State.JOINED else None
    if wanted is None:
        if waiting is not None:
            db.session.delete(waiting)
            _tell("dropped_draft", waiting, joined, on)
        return None
    fresh = waiting is None
    row = waiting or DraftMove(joined_id=joined.id, state=Draft.WAITING, made_at=on, said="")
    if _write(row, wanted, about, on):
        db.session.add(row)
        db.session.flush()
        _tell("made_draft" if fresh else "changed_draft", row, joined, on)
    return row


def hold(joined: Joined) -> None:
    """Keep others from changing a join until the transaction ends, and read anew what its record was known to say: an
    import writes rows past the session."""
    db.session.flush()
    for row in list(db.session):
        if isinstance(row, AgendaItem | Decision | Meeting):
            db.session.expire(row)
    db.session.refresh(joined, with_for_update={"of": Joined})


def best_route(about: Record, kind: str, today_is: datetime) -> tuple[Route | None, int | None]:
    """Return the journey and the step that something most likely happened at. The first journey when none has a step
    of the body; none at all before one is started."""
    today = clock.local_day(today_is)
    for one in about.routes:
        stops = today_stops(stop_facts(one.stops), one.now, today=today)
        if (stop := stop_of(stops, kind=kind, body_id=about.body_id)) is not None:
            return one, stop
    return next(iter(about.routes), None), None


def _next(about: Record, on: datetime) -> Saying | None:
    joined = about.joined
    if joined.decision is not None and told_by_item(joined, joined.decision):
        return None
    rows = queries.drafts_of(joined.id)
    approved = [one for one in rows if one.state == Draft.APPROVED]
    last = approved[-1] if approved else None
    no = [one for one in rows if one.state == Draft.DISMISSED]
    since = [one.said for one in no if last is None or one.changed_at >= last.changed_at]
    found = sayings(facts(about), clock.local_day(on))
    return next_saying(found, last.said if last else None, since, known(about))


def _write(row: DraftMove, new: Saying, about: Record, on: datetime) -> bool:
    """Write what a record says into a draft. Returns whether anything differs. The day on which we learned of it
    stays that day."""
    best, _stop = best_route(about, new.kind, on)
    words = " ".join([*(say(one) for one in new.plain), *([new.words] if new.words else [])])
    values = {
        "journey_id": best.journey.id if best else None,
        "kind": str(new.kind),
        "happened_on": new.happened_on if row.said != new.said else row.happened_on,
        "said": new.said,
        "planned_on": new.planned_on,
        "published_on": new.published_on,
        "plain": _cut(words, LONGEST_PLAIN),
        "official": _cut(new.official, LONGEST_OFFICIAL),
        "reason": _cut(say(new.reason), LONGEST_PLAIN),
        "source": about.source,
        "source_name": about.source_name,
    }
    if all(getattr(row, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(row, name, value)
    row.changed_at = on
    return True


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"


def _tell(verb: str, row: DraftMove, joined: Joined, on: datetime) -> None:
    record(verb, ("draft", row.id), by=None, on=on, parents=(("thread", joined.thread_id),))


def follow(thing: Thing) -> None:
    """Bring drafts into step with something that changed; called for each thing that history records."""
    kind, subject_id = thing
    if kind not in ("meeting", "decision", "journey", "move"):
        return
    for one in queries.joined_to(kind, subject_id):
        redraft(one, clock.now())


def redraft_all(on: datetime) -> int:
    """Bring all drafts into step: a day passes, and what was to come is over. Returns how many wait."""
    every = db.session.scalars(select(Joined).where(Joined.state == State.JOINED).order_by(Joined.id))
    return sum(redraft(one, on) is not None for one in every)
