"""Somebody leaves and takes their words along: their questions, and what they said of answers. Callers commit."""

from datetime import datetime

from sqlalchemy import select, update

from decisions.answers.questions.keeping import now_of
from decisions.answers.questions.kinds import Happening, Voice
from decisions.answers.questions.models import Question, QuestionEvent
from decisions.answers.questions.recording import New, add, hold
from decisions.answers.questions.states import is_open
from forum.access import Shown
from forum.db import db
from forum.history.actions import record
from forum.people.models import Byline


def take_back(person_id: int, *, by: int, on: datetime) -> None:
    """Wipe the words of a person's questions and of what they said of others. That there was a question stays."""
    mine = select(Byline.id).where(Byline.person_id == person_id)
    for of in list(db.session.scalars(select(Question).where(Question.byline_id.in_(mine)).order_by(Question.id))):
        hold(of)
        if is_open(now_of(of).stage):
            add(of, New(Happening.TAKEN_BACK, Voice.ASKER), by=None, on=on)
        of.state, of.words = Shown.WITHDRAWN, ""
        db.session.flush()
        record("erased", ("question", of.id), by=by, on=on, parents=(("thread", of.thread_id),))
    said = update(QuestionEvent).where(QuestionEvent.byline_id.in_(mine), QuestionEvent.voice.in_(("asker", "member")))
    db.session.execute(said.values(words=""), execution_options={"synchronize_session": False})
