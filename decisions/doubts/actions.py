"""Say that something is wrong, and say what came of it. Callers commit."""

from datetime import datetime

from sqlalchemy import delete

from decisions.access import may_confirm
from decisions.doubts.models import Doubt
from forum.access import Standing
from forum.db import db
from forum.history.actions import record
from forum.refusal import Refusal, raise_if
from forum.say import N_

OUTCOMES = {"mended": N_("It was wrong. It is mended"), "right": N_("It is right as it is")}


def say(*, about: str, title: str, words: str, contact: str, by: Standing, on: datetime) -> Doubt:
    """Say that something is wrong. Arguments: the address of its page, what it is called, what is wrong, how to reach
    who says so (may be empty), who says so (may be signed out), the moment."""
    made = Doubt(about=about[:200], title=title[:200], words=words, contact=contact, created_at=on)
    made.person_id = by.person_id
    db.session.add(made)
    db.session.flush()
    record("doubted", ("doubt", made.id), by=by.person_id, on=on)
    return made


def close(doubt: Doubt, *, outcome: str, note: str, by: Standing, on: datetime) -> None:
    """Say what came of it; how to reach who said so is forgotten. Raises Refusal."""
    raise_if(may_confirm(by))
    if doubt.done_at is not None:
        raise Refusal(N_("Somebody answered this already."))
    if outcome not in OUTCOMES:
        raise Refusal(N_("Choose one."), field="outcome")
    doubt.outcome, doubt.note, doubt.contact = outcome, note, ""
    doubt.done_at, doubt.done_by_id = on, by.person_id
    record("answered_doubt", ("doubt", doubt.id), by=by.person_id, on=on, outcome=outcome)


def erase(person_id: int) -> None:
    """Take a person out of this: their words go."""
    db.session.execute(delete(Doubt).where(Doubt.person_id == person_id))
    db.session.flush()
