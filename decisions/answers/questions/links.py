"""Our letters and their links, by hand: a letter came back, is sent again, its link is ended. Callers commit."""

from datetime import datetime

from decisions.answers.questions.kinds import Happening, Voice
from decisions.answers.questions.models import Question, QuestionEvent
from decisions.answers.questions.recording import New, add, hold
from forum.access import Standing
from forum.db import db


def do(of: Question, kind: Happening, *, by: Standing, on: datetime) -> QuestionEvent:
    """Note one of these. Whichever it is, the link that went out opens nothing any more. Raises Refusal."""
    hold(of)
    made = add(of, New(kind, Voice.HELPER), by=by, on=on)
    of.link += 1
    db.session.flush()
    return made
