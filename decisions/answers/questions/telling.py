"""Write to who asked: there is an answer, it was passed on, it can't be answered here."""

from datetime import datetime

from decisions.answers.questions.models import Question
from forum.db import db
from forum.outbox import actions as outbox
from forum.outbox.models import Delivery
from forum.people.models import Person
from forum.people.queries import owner_of

LETTER = "question_news"


def tell_asker(of: Question, what: str, *, on: datetime) -> None:
    """Put a letter to the asker into the outbox: `answered`, `passed-on` or `not-here`."""
    owner = owner_of(of.byline_id)
    if owner is not None:
        key = f"{LETTER}:{of.id}:{of.last_number}"
        outbox.put(LETTER, key=key, on=on, person_id=owner, about=("question", of.id), what=what)


def still_wanted(row: Delivery) -> bool:
    """Whether the asker wants letters. That it can't be answered here they are told anyhow: their words were hidden."""
    person = db.session.get(Person, row.person_id or 0)
    return person is not None and (person.mail_moves or row.values["what"] == "not-here")
