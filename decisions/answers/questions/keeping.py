"""Keep where a question stands, so that lists can filter and page. Only this module writes those columns."""

from sqlalchemy import select

from decisions.answers.questions.models import Question, QuestionEvent
from decisions.answers.questions.states import Fact, Now, fold
from forum.db import db


def keep(of: Question) -> Now:
    """Fold a question anew and keep the result, in the transaction of what changed it. Returns what the fold made."""
    facts = facts_of(of.id)
    now = fold(facts)
    of.body_id, of.stage, of.due_on, of.basis = now.body_id, now.stage, now.due_on, now.basis
    of.to_send, of.last_number = now.to_send, facts[-1].number
    db.session.flush()
    db.session.expire(of, ["body"])
    return now


def now_of(of: Question) -> Now:
    """Return where a question stands, from what happened to it."""
    return fold(facts_of(of.id))


def facts_of(question_id: int) -> list[Fact]:
    """Return what happened to a question, in its order, as the fold takes it."""
    wanted = select(QuestionEvent).where(QuestionEvent.question_id == question_id).order_by(QuestionEvent.number)
    return [fact(one) for one in db.session.scalars(wanted)]


def fact(one: QuestionEvent) -> Fact:
    """Return one event as the fold takes it."""
    return Fact(
        kind=one.kind,
        number=one.number,
        happened_on=one.happened_on,
        body_id=one.body_id,
        joined=one.joined,
        due_on=one.due_on,
        basis=one.basis,
        rule=one.rule,
        word=one.word,
    )


def rebuild() -> int:
    """Fold every question anew. Returns how many there are."""
    every = list(db.session.scalars(select(Question).order_by(Question.id)))
    for one in every:
        keep(one)
    return len(every)
