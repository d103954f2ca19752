"""Read a source once: what it gives is gathered first, without holding the database, then compared and kept in one
transaction. The run is on record before that, so that one which was killed is seen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from flask import current_app
from sqlalchemy import select

from decisions.imports import keeping
from decisions.imports.comparing import Gathered, Plan, gather
from decisions.imports.desk import look
from decisions.imports.models import Run, Source
from decisions.imports.placing import Waiting
from decisions.imports.records import Fault, Found
from forum import clock
from forum.db import begin_write, db
from forum.refusal import Refusal
from forum.say import N_, Sentence, say

MOST_FAULTS = 100  # are kept of one run; their number is told whole
PATIENCE = timedelta(hours=2)  # a run that is still open after that was killed
NOT_READ = N_("Somebody stopped this source, so nothing is read from it. Its page says how it goes on.")
BUSY = N_("It is being read just now. Look again in a few minutes.")
BROKE = N_("Something went wrong on our side. Nothing was changed.")
STOPPED = N_("It was stopped before its end. Nothing was changed.")
Give = Callable[[], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Result:
    """What a reading came to, or would come to."""

    plan: Plan
    waiting: list[Waiting]


def try_out(source: Source, found: Iterable[Found]) -> Result:
    """Return what bringing something in would do. Nothing is changed. Raises Unreadable."""
    return Result(*look(source, gather(found)))


def bring(source_id: int, give: Give, *, by: int | None, on: datetime, anew: bool = False) -> Result:
    """Bring in what `give` gives, and commit. Raises Refusal when it can't be read: the run says so too.

    Arguments: the source; a function that reads, called outside of any transaction; the person's id, or none for the
    site itself; the moment; `anew` when whoever asks knows that no other reading goes on, as after a kill.
    """
    run_id = _start(source_id, by=by, on=on, anew=anew)
    try:
        gathered = gather(give())
        return _keep(source_id, run_id, gathered, on)
    except Refusal as refusal:
        _end(run_id, "failed", say(refusal.sentence))
        raise
    except Exception as fault:
        current_app.logger.error("a source could not be brought in: %s", source_id, exc_info=fault)
        _end(run_id, "failed", say(Sentence(BROKE)))
        raise Refusal(BROKE) from fault


def bring_now(source: Source, gathered: Gathered, *, by: int | None, on: datetime) -> Result:
    """Bring in what somebody looked at and said yes to, in the transaction that is open. Callers commit."""
    run = Run(source_id=source.id, started_at=on, by_id=by)
    db.session.add(run)
    return _carry_out(source, run, gathered, on)


def _start(source_id: int, *, by: int | None, on: datetime, anew: bool) -> int:
    begin_write()
    source = db.session.get_one(Source, source_id)
    if source.stopped:
        db.session.rollback()
        raise Refusal(NOT_READ)
    for open_one in db.session.scalars(select(Run).where(Run.source_id == source_id, Run.outcome == "")):
        if on - open_one.started_at < PATIENCE and not anew:
            db.session.rollback()
            raise Refusal(BUSY)
        open_one.outcome, open_one.ended_at, open_one.why = "stopped", on, say(Sentence(STOPPED))
    source.asked_at = None
    run = Run(source_id=source_id, started_at=on, by_id=by)
    db.session.add(run)
    db.session.flush()
    run_id = run.id
    db.session.commit()
    return run_id


def _keep(source_id: int, run_id: int, gathered: Gathered, on: datetime) -> Result:
    begin_write()
    result = _carry_out(db.session.get_one(Source, source_id), db.session.get_one(Run, run_id), gathered, on)
    db.session.commit()
    return result


def _carry_out(source: Source, run: Run, gathered: Gathered, on: datetime) -> Result:
    """Keep what was gathered, and write down what came of it."""
    plan, waiting = keeping.keep(source, gathered, on=on)
    run.outcome, run.ended_at = "done", clock.now()
    run.counts = {**plan.counts, "waiting": len(waiting)}
    run.faults = [kept_fault(one) for one in plan.faults[:MOST_FAULTS]]
    db.session.flush()
    return Result(plan, waiting)


def _end(run_id: int, outcome: str, why: str) -> None:
    begin_write()
    run = db.session.get_one(Run, run_id)
    run.outcome, run.ended_at, run.why = outcome, clock.now(), why
    db.session.commit()


def kept_fault(one: Fault) -> list[Any]:
    """Return a bad record as it is kept: where, the sentence, and its values as plain data."""
    values = {
        name: {"day": value.isoformat()} if isinstance(value, date) else value
        for name, value in one.sentence.values.items()
    }
    return [one.where, one.sentence.text, values]


def read_fault(kept: list[Any]) -> tuple[str, Sentence]:
    """Return where a bad record is and what is wrong with it, from how it is kept."""
    where, text, values = kept
    found = {
        name: date.fromisoformat(value["day"]) if isinstance(value, dict) else value for name, value in values.items()
    }
    return where, Sentence(text, found)
