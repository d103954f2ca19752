"""Find questions: one, those of an issue, of a body; what happened to one; drafts and letters."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, or_, select

from decisions.answers.questions.kinds import Stage
from decisions.answers.questions.models import (
    LetterRhythm,
    Question,
    QuestionDraft,
    QuestionEvent,
    QuestionLetter,
    ReadyReply,
)
from decisions.bodies.models import Affiliation, Body
from forum.access import Shown
from forum.db import db
from forum.people.models import Byline, Person
from forum.threads.models import Thread

QUESTION, BODY, BYLINE = Question.__table__, Body.__table__, Byline.__table__
LETTER = QuestionLetter.__table__
# Rows of the questions that anyone may read, with their body and who asks: what lists show. Put together once.
LINES: Select[Any] = (
    select(QUESTION.c.id, QUESTION.c.words, QUESTION.c.created_at, QUESTION.c.stage, QUESTION.c.due_on)
    .add_columns(QUESTION.c.basis, QUESTION.c.to_send, QUESTION.c.thread_id, BYLINE.c.name.label("asked_by"))
    .add_columns(BODY.c.name.label("body_name"), BODY.c.short, BODY.c.slug.label("body_slug"), BODY.c.email)
    .add_columns(LETTER.c.accepted_at)
    .join(BODY, BODY.c.id == QUESTION.c.body_id)
    .join(BYLINE, BYLINE.c.id == QUESTION.c.byline_id)
    .outerjoin(LETTER, LETTER.c.id == QUESTION.c.letter_id)
    .where(QUESTION.c.state == Shown.SHOWN, QUESTION.c.stage != Stage.TAKEN_BACK)
    .order_by(QUESTION.c.created_at, QUESTION.c.id)
)
OF_ISSUE = LINES.where(QUESTION.c.thread_id == bindparam("thread_id"))


def load(ids: Iterable[int]) -> dict[int, Question]:
    """Return questions by id, in one query."""
    return {one.id: one for one in db.session.scalars(select(Question).where(Question.id.in_(list(ids))))}


def of_body(body_id: int) -> list[Any]:
    """Return the questions to a body that anyone may read: one query."""
    here = LINES.where(QUESTION.c.body_id == body_id)
    seen = here.join(Thread.__table__, Thread.id == QUESTION.c.thread_id).where(Thread.state == Shown.SHOWN)
    return list(db.session.execute(seen))


def open_for(thread_id: int, body_ids: Iterable[int], stages: Iterable[str]) -> list[Question]:
    """Return the questions on an issue that some bodies owe an answer to, the oldest first."""
    here = (Question.thread_id == thread_id) & Question.body_id.in_(list(body_ids))
    wanted = here & Question.stage.in_(list(stages)) & (Question.state == Shown.SHOWN)
    return list(db.session.scalars(select(Question).where(wanted).order_by(Question.id)))


def events(question_id: int) -> list[QuestionEvent]:
    """Return what happened to a question, the oldest first."""
    here = select(QuestionEvent).where(QuestionEvent.question_id == question_id)
    return list(db.session.scalars(here.order_by(QuestionEvent.number)))


def event(question_id: int, number: int | None) -> QuestionEvent | None:
    """Return one thing that happened to a question."""
    here = select(QuestionEvent).where(QuestionEvent.question_id == question_id, QuestionEvent.number == number)
    return db.session.scalar(here)


def draft(question_id: int) -> QuestionDraft | None:
    """Return the answer that is being written."""
    return db.session.get(QuestionDraft, question_id)


def ready_replies(body_ids: Iterable[int]) -> list[ReadyReply]:
    """Return the ready replies of bodies, by their titles."""
    here = ReadyReply.body_id.in_(list(body_ids)) & ReadyReply.dropped_at.is_(None)
    return list(db.session.scalars(select(ReadyReply).where(here).order_by(ReadyReply.title, ReadyReply.id)))


def rhythm(body_id: int) -> int | None:
    """Return how many days there are at least between two letters to a body, if it said so."""
    row = db.session.get(LetterRhythm, body_id)
    return row.days if row is not None else None


def last_letter(body_id: int) -> QuestionLetter | None:
    """Return the last letter to a body's public address."""
    here = select(QuestionLetter).where(QuestionLetter.body_id == body_id, QuestionLetter.failed_at.is_(None))
    return db.session.scalar(here.order_by(QuestionLetter.created_at.desc(), QuestionLetter.id.desc()).limit(1))


def speakers(body_id: int, today: date) -> list[int]:
    """Return the accounts of those who speak for a body on a day."""
    here = select(Affiliation.person_id).join(Person, Person.id == Affiliation.person_id)
    wanted = here.where(Affiliation.body_id == body_id, _holds(today), Person.erased_at.is_(None))
    return list(db.session.scalars(wanted.distinct().order_by(Affiliation.person_id)))


def has_people(body_id: int, today: date) -> bool:
    """Whether somebody here speaks for a body on a day: then it need not be written to."""
    return bool(speakers(body_id, today))


def _holds(today: date) -> ColumnElement[bool]:
    confirmed = Affiliation.confirmed_at.is_not(None) & Affiliation.refused_at.is_(None) & ~Affiliation.councillor
    return confirmed & or_(Affiliation.until.is_(None), Affiliation.until > today)
