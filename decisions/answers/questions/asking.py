"""What the asker does: ask, take it back, say if it was answered, ask once more, say thank you. Callers commit."""

from datetime import datetime

from decisions.answers.questions import queries, rules
from decisions.answers.questions.due import Due, due
from decisions.answers.questions.kinds import Happening, Rating, Stage, Voice
from decisions.answers.questions.models import Question, QuestionEvent
from decisions.answers.questions.recording import New, add, hold
from decisions.bodies.models import Body
from decisions.journeys.signing import recorder
from forum import clock
from forum.access import Shown, Standing
from forum.db import db
from forum.notifications.actions import follow
from forum.people.models import Byline
from forum.refusal import Refusal, raise_if
from forum.say import N_
from forum.threads.models import Thread
from forum.threads.place import place
from forum.threads.signing import person_id

MOST_OPEN = 5  # questions of one person that wait for an answer of one body


def ask(thread: Thread, body: Body, words: str, *, by: Standing, on: datetime) -> Question:
    """Put a question to a body. Where somebody here speaks for it, its time runs from now; else from the day on which
    its mail server took our letter. Who asks follows the issue from then on. Raises Refusal."""
    raise_if(rules.may_ask(by, first_posts_wait=place().first_posts_wait))
    raise_if(_may_here(thread, body, on))
    signed = recorder(by, thread_id=thread.id)
    if _waiting(signed, body) >= MOST_OPEN:
        raise Refusal(N_("Five of your questions wait for this body. Wait for its answers first."))
    made = Question(
        thread_id=thread.id, body_id=body.id, byline_id=signed.id, words=words, created_at=on, stage=Stage.NOT_SENT,
        last_number=0,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    joined, first = begins(body, on)
    add(made, New(Happening.ASKED, Voice.ASKER, signed=signed, body_id=body.id, joined=joined, due=first), by=by, on=on)
    if signed.thread_id is None:  # else the account's own follow would tell who it is
        follow(("thread", thread.id), by=person_id(by), on=on)
    return made


def begins(body: Body, on: datetime) -> tuple[bool, Due | None]:
    """Return whether a body has people here and, if so, by when it has to answer what it gets now."""
    today = clock.local_day(on)
    joined = queries.has_people(body.id, today)
    return joined, due(body, today) if joined else None


def take_back(of: Question, *, by: Standing, on: datetime) -> QuestionEvent:
    """Take a question back while nobody has answered it. Raises Refusal."""
    hold(of)
    return add(of, New(Happening.TAKEN_BACK, Voice.ASKER, signed=of.byline), by=by, on=on)


def rate(of: Question, rating: Rating, words: str = "", *, by: Standing, on: datetime) -> QuestionEvent:
    """Say if an answer answers; said again, the last one counts. Raises Refusal."""
    hold(of)
    new = New(Happening.RATED, Voice.ASKER, signed=of.byline, word=str(rating), words=words)
    return add(of, new, by=by, on=on)


def ask_again(of: Question, words: str, *, by: Standing, on: datetime) -> QuestionEvent:
    """Ask once more, and say what is missing; a question can be asked once more once. Raises Refusal."""
    hold(of)
    joined, again = begins(of.body, on)
    new = New(Happening.AGAIN, Voice.ASKER, signed=of.byline, words=words, body_id=of.body_id, joined=joined, due=again)
    return add(of, new, by=by, on=on)


def thank(of: Question, words: str = "", *, by: Standing, on: datetime) -> QuestionEvent:
    """Say thank you for an answer, once. Raises Refusal."""
    hold(of)
    return add(of, New(Happening.THANKED, Voice.ASKER, signed=of.byline, words=words), by=by, on=on)


def _may_here(thread: Thread, body: Body, on: datetime) -> Refusal | None:
    if thread.state != Shown.SHOWN:
        return Refusal(N_("Questions can be asked once all can see the issue."))
    if thread.joined_to_id is not None:
        return Refusal(N_("This was joined with another issue. Please ask there."))
    if body.has_ended(clock.local_day(on)):
        return Refusal(N_("This body has ended. Choose the one that took over."), field="body")
    return None


def _waiting(signed: Byline, body: Body) -> int:
    here = (Question.byline_id == signed.id) & (Question.body_id == body.id)
    still = Question.stage.not_in((Stage.ANSWERED, Stage.NOT_HERE, Stage.TAKEN_BACK))
    return db.session.query(Question).filter(here, still).count()
