"""Tell those who speak for a body what it owes: in one letter, once a week at most. Through the outbox."""

from datetime import datetime

from sqlalchemy import ColumnElement, select

from decisions.answers.questions import queries
from decisions.answers.questions.kinds import OPEN
from decisions.answers.questions.models import Question
from forum import clock
from forum.access import Shown
from forum.db import begin_write, db
from forum.outbox import actions as outbox
from forum.outbox.models import Delivery
from forum.people.models import Person
from forum.threads.models import Thread

LETTER = "question_for_you"


def remind(on: datetime) -> int:
    """Write to those who speak for bodies that owe answers and return how many letters were written. Owns its
    transaction."""
    begin_write()
    bodies = db.session.scalars(select(Question.body_id).where(_owed()).distinct().order_by(Question.body_id))
    written = sum(tell_speakers(body_id, on=on) for body_id in list(bodies))
    db.session.commit()
    return written


def tell_speakers(body_id: int, *, on: datetime) -> int:
    """Put a letter to each who speaks for a body into the outbox, unless they had one this week. Callers commit."""
    today = clock.local_day(on)
    year, week, _day = today.isocalendar()
    rows = [
        outbox.put(LETTER, key=f"{LETTER}:{body_id}:{one}:{year}w{week}", on=on, person_id=one, body=body_id)
        for one in queries.speakers(body_id, today)
    ]
    return sum(one is not None for one in rows)


def still_wanted(row: Delivery) -> bool:
    """Whether the body still owes an answer, and this person wants letters and still speaks for it."""
    person, body_id = db.session.get(Person, row.person_id or 0), int(row.values["body"])
    owed = db.session.scalar(select(Question.id).where(_owed(), Question.body_id == body_id).limit(1))
    speaks = person is not None and person.id in queries.speakers(body_id, clock.today())
    return bool(speaks and person is not None and person.mail_moves and owed is not None)


def _owed() -> ColumnElement[bool]:
    seen = select(Thread.id).where(Thread.id == Question.thread_id, Thread.state == Shown.SHOWN).exists()
    return Question.stage.in_(OPEN) & (Question.state == Shown.SHOWN) & seen
