"""A reply that came by e-mail, letter or phone: written down by one, looked at by another. Callers commit."""

from dataclasses import dataclass
from datetime import date, datetime

from decisions.answers.questions import rules
from decisions.answers.questions.kinds import Happening, Voice, Way
from decisions.answers.questions.looking import settled
from decisions.answers.questions.models import Question, QuestionEvent
from decisions.answers.questions.recording import New, add, hold
from decisions.journeys.signing import recorder
from decisions.journeys.sources import is_link
from forum import clock
from forum.access import Standing, is_facilitator
from forum.refusal import Refusal, raise_if
from forum.say import N_

H = Happening


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as it came: their words, how and when, and where somebody else can look at it."""

    words: str
    way: Way
    came_on: date
    source: str = ""
    source_name: str = ""


def record(of: Question, reply: Reply, *, by: Standing, on: datetime) -> QuestionEvent:
    """Write down a reply. It counts at once when who helps run this writes it down with a source; else once a second
    person has looked. Raises Refusal."""
    now = hold(of)
    raise_if(rules.may_record(by, now))
    if reply.came_on > clock.local_day(on):
        raise Refusal(N_("That day is still to come. Write the day on which it came."), field="came_on")
    if not (reply.source or reply.source_name):
        raise Refusal(N_("Say where somebody else can see it: a link, a letter, a meeting."), field="source_name")
    if reply.source and not is_link(reply.source):
        raise Refusal(N_("Copy the whole address. It starts with https://"), field="source")
    signed = recorder(by, thread_id=of.thread_id)
    helper = is_facilitator(by)
    new = New(
        H.SAID, Voice.HELPER if helper else Voice.MEMBER, signed=signed, words=reply.words, word=str(reply.way),
        source=reply.source, source_name=reply.source_name, happened_on=reply.came_on,
    )  # fmt: skip
    made = add(of, new, by=by, on=on)
    if helper:
        settled(of, made, New(H.CONFIRMED, Voice.HELPER, signed=signed, happened_on=reply.came_on), by, on)
    return made
