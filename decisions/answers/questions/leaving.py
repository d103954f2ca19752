"""What somebody takes along, and what becomes of it when they leave."""

from typing import Any

from sqlalchemy import select, update

from decisions.answers.questions.models import Question, QuestionDraft, QuestionEvent
from forum.db import db
from forum.people.models import Byline


def export(person_id: int) -> list[dict[str, Any]]:
    """What a person asked and said of questions, and the answers that they are writing."""
    mine = select(Byline.id).where(Byline.person_id == person_id)
    asked = select(Question).where(Question.byline_id.in_(mine)).order_by(Question.id)
    said = select(QuestionEvent).where(QuestionEvent.byline_id.in_(mine)).order_by(QuestionEvent.id)
    drafts = select(QuestionDraft).where(QuestionDraft.person_id == person_id)
    return [
        *(
            {"question": one.words, "to": one.body.name, "at": one.created_at.isoformat()}
            for one in db.session.scalars(asked)
        ),
        *(
            {"said_of_question": one.question_id, "what": one.kind, "words": one.words,
             "at": one.recorded_at.isoformat()}
            for one in db.session.scalars(said)
        ),
        *({"writes_answer_to": one.question_id, "words": one.text} for one in db.session.scalars(drafts)),
    ]  # fmt: skip


def erase(person_id: int) -> None:
    """Whoever leaves has no answer in hand any more. What they wrote for the body so far stays with the body."""
    here = update(QuestionDraft).where(QuestionDraft.person_id == person_id)
    db.session.execute(here.values(person_id=None), execution_options={"synchronize_session": False})
