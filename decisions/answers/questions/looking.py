"""A second person looks at a reply that was written down. Callers commit."""

from datetime import datetime

from decisions.answers.questions import queries, rules
from decisions.answers.questions.entries import entry
from decisions.answers.questions.kinds import Happening, Voice
from decisions.answers.questions.models import Question, QuestionEvent
from decisions.answers.questions.recording import New, add, hold
from decisions.answers.questions.telling import tell_asker
from decisions.journeys.signing import recorder
from forum.access import Standing, is_facilitator
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.queries import is_mine

H = Happening


def confirm(of: Question, number: int | None, *, by: Standing, on: datetime) -> QuestionEvent:
    """Say that a reply which a member wrote down is theirs, after a look at where it stands. Raises Refusal."""
    now = hold(of)
    said = _said(of, now.said, number)
    raise_if(rules.may_confirm(by, now, mine=is_mine(by, said.byline_id or 0)))
    voice = Voice.HELPER if is_facilitator(by) else Voice.MEMBER
    signed = recorder(by, thread_id=of.thread_id)
    return settled(of, said, New(H.CONFIRMED, voice, signed=signed, happened_on=said.happened_on), by, on)


def turn_down(of: Question, number: int | None, reason: str, *, by: Standing, on: datetime) -> QuestionEvent:
    """Say that what a member wrote down is not a reply of theirs. Raises Refusal."""
    now = hold(of)
    _said(of, now.said, number)
    signed = recorder(by, thread_id=of.thread_id)
    return add(of, New(H.TURNED_DOWN, Voice.HELPER, signed=signed, words=reason), by=by, on=on)


def _said(of: Question, waits: int | None, number: int | None) -> QuestionEvent:
    found = queries.event(of.id, number)
    if found is None or waits != number:
        raise Refusal(N_("Somebody looked at this already. Look at the page again."))
    return found


def settled(of: Question, said: QuestionEvent, new: New, by: Standing, on: datetime) -> QuestionEvent:
    """Take a reply as theirs, and let the asker know."""
    made = add(of, new, by=by, on=on)
    entry(of, said, signed=new.signed, by=by, on=on)
    tell_asker(of, "answered", on=on)
    return made
