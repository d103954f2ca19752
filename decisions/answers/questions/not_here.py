"""A question about one person's care: it is hidden at once, its asker is told where to go, a moderator looks at it."""

from datetime import datetime

from decisions.answers.actions import Signed
from decisions.answers.questions.kinds import Happening, Voice
from decisions.answers.questions.models import Question, QuestionEvent
from decisions.answers.questions.recording import New, add, hold
from decisions.answers.questions.telling import tell_asker
from forum.access import Shown
from forum.db import db
from forum.history.actions import record
from forum.moderation import actions as moderation
from forum.moderation.reasons import Reason
from forum.say import _


def close(of: Question, signed: Signed, *, on: datetime) -> QuestionEvent:
    """Say that a body can't talk about one person's care here. The words are hidden from all but the asker and
    moderators, who look if that was right; the asker hears how to go on. Raises Refusal."""
    hold(of)
    made = add(of, New(Happening.NOT_HERE, Voice.BODY, signed=signed.byline), by=signed.by, on=on)
    set_state(of.id, Shown.HIDDEN, by=None, on=on)
    said = _("The body says that this is about one person’s care, so we hid it. Is that right?")
    moderation.report("question", of.id, reason=Reason.PERSONAL, words=said, email=None, by=signed.by, on=on)
    tell_asker(of, "not-here", on=on)
    return made


def set_state(question_id: int, state: str, *, by: int | None, on: datetime) -> None:
    """Show or hide the words of a question. `by` is the moderator's id."""
    of = db.session.get_one(Question, question_id, with_for_update={"of": Question, "key_share": True})
    of.state = Shown(state)
    db.session.flush()
    parents = (("thread", of.thread_id), ("body", of.body_id))
    record("set_state", ("question", of.id), by=by, on=on, parents=parents, state=str(state))
