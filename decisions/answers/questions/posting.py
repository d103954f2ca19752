"""Letters to the public address of a body that has nobody here: one with all that waits, once a week at most."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select

from decisions.answers.questions import queries, rules, tokens
from decisions.answers.questions.due import due
from decisions.answers.questions.kinds import Happening, Voice
from decisions.answers.questions.models import LetterRhythm, Question, QuestionLetter
from decisions.answers.questions.recording import New, add, hold
from decisions.bodies.models import Body
from forum import clock
from forum.access import Shown
from forum.db import begin_write, db
from forum.history.actions import record
from forum.mail import Letter
from forum.outbox import actions as outbox
from forum.outbox.letters import compose
from forum.outbox.models import Delivery
from forum.threads.models import Thread

LETTER = "question_to_body"
USUAL_DAYS = 7
CHOICES = (0, 7, 28)  # days between two letters that a body can choose


def post(on: datetime) -> int:
    """Write the letters that are due, and note which of the earlier ones were taken. Returns how many were written.
    Owns its transactions."""
    note(on)
    bodies = list(db.session.scalars(_waiting().with_only_columns(Question.body_id).distinct()))
    db.session.rollback()
    return sum(_write(body_id, on) for body_id in sorted(bodies))


def note(on: datetime) -> None:
    """Look what became of the letters on their way: the time of a question runs from the day on which the mail server
    of its body took the letter. Owns its transactions."""
    ids = list(db.session.scalars(_on_their_way().order_by(QuestionLetter.id)))
    db.session.rollback()
    for letter_id in ids:
        begin_write()
        _note(letter_id, on)
        db.session.commit()


def still_wanted(row: Delivery) -> bool:
    """Whether any question of a letter still waits to be sent, and all can read it."""
    if row.values["preview"]:
        return True
    ids = [one[0] for one in row.values["answers_token"] or ()]
    wanted = _waiting(written=True).with_only_columns(Question.id).where(Question.id.in_(ids)).limit(1)
    return db.session.scalar(wanted) is not None


def preview(body: Body, thread: Thread, words: str, page: str, *, on: datetime) -> Letter:
    """Return the letter as it would go out for this question alone, for its asker to read first. Nothing is kept."""
    shown = {"words": words, "title": thread.title, "url": page}
    values = {"body": body.id, "answers_token": [], "rhythm_token": "", "preview": shown}
    return compose(Delivery(id=0, key="", template=LETTER, email=body.email, values=values, created_at=on, due_at=on))


def set_rhythm(body_id: int, days: int, *, on: datetime) -> None:
    """Keep how often a body wants our letters: at once, once a week, or every four weeks."""
    row = db.session.get(LetterRhythm, body_id) or LetterRhythm(body_id=body_id)
    row.days, row.changed_at = days, on
    db.session.add(row)
    db.session.flush()
    record("set_letter_rhythm", ("body", body_id), by=None, on=on, days=days)


def _waiting(*, written: bool = False) -> Select[Any]:
    here = select(Question).join(Thread, Thread.id == Question.thread_id)
    seen = here.where(Question.to_send, Question.state == Shown.SHOWN, Thread.state == Shown.SHOWN)
    return seen if written else seen.where(Question.letter_id.is_(None))


def _on_their_way() -> Select[Any]:
    ended = QuestionLetter.accepted_at.is_not(None) | QuestionLetter.failed_at.is_not(None)
    return select(QuestionLetter.id).where(~ended)


def _write(body_id: int, on: datetime) -> int:
    """Write one letter to a body with every question that waits for it, if it is time."""
    begin_write()
    body = db.session.scalar(select(Body).where(Body.id == body_id).with_for_update(of=Body))
    if body is None or not body.email or not _is_time(body_id, on) or queries.has_people(body_id, clock.local_day(on)):
        db.session.rollback()
        return 0
    found = list(db.session.scalars(_waiting().where(Question.body_id == body_id).order_by(Question.id)))
    if not found:
        db.session.rollback()
        return 0
    letter = QuestionLetter(body_id=body_id, email=body.email, created_at=on)
    db.session.add(letter)
    db.session.flush()
    for one in found:
        one.letter_id = letter.id
    each = [[one.id, one.thread_id, tokens.for_question(one)] for one in found]
    values: dict[str, Any] = {
        "body": body_id,
        "answers_token": each,
        "rhythm_token": tokens.for_rhythm(body_id, body.email),
    }
    outbox.put(LETTER, key=_key(letter.id), on=on, email=body.email, about=None, preview=None, **values)
    record("wrote_to_body", ("body", body_id), by=None, on=on, questions=len(found))
    db.session.commit()
    return 1


def _is_time(body_id: int, on: datetime) -> bool:
    """Whether a body may get a letter now: the last one is long enough ago."""
    last, days = queries.last_letter(body_id), queries.rhythm(body_id)
    return last is None or on - last.created_at >= timedelta(days=USUAL_DAYS if days is None else days)


def _note(letter_id: int, on: datetime) -> None:
    letter = db.session.get_one(QuestionLetter, letter_id, with_for_update=True)
    sent = db.session.scalar(select(Delivery).where(Delivery.key == _key(letter_id)))
    if letter.accepted_at or letter.failed_at or (sent is not None and sent.state == "waiting"):
        return
    if sent is not None and sent.sent_at is not None:
        letter.accepted_at = sent.sent_at
    else:
        letter.failed_at = on
    for of in db.session.scalars(select(Question).where(Question.letter_id == letter_id).order_by(Question.id)):
        now, news = hold(of), _news(of, letter, on)
        if now.to_send and rules.may_be(now, news.kind) is None:
            add(of, news, by=None, on=on)


def _news(of: Question, letter: QuestionLetter, on: datetime) -> New:
    if letter.accepted_at is None:
        return New(Happening.CAME_BACK, Voice.SITE)
    day = clock.local_day(letter.accepted_at)
    return New(Happening.ACCEPTED, Voice.SITE, happened_on=day, due=due(of.body, day))


def _key(letter_id: int) -> str:
    return f"{LETTER}:{letter_id}"
