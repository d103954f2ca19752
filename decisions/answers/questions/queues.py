"""What of questions waits for somebody: answers that are owed, due soon, late or in hand; letters that did not arrive;
replies to look at; answers that the asker has not looked at."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from flask import url_for
from sqlalchemy import ScalarSelect, Select, and_, func, or_, select, union_all

from decisions.answers.questions import shown
from decisions.answers.questions.kinds import OPEN, Happening, Stage
from decisions.answers.questions.models import Question, QuestionDraft, QuestionEvent
from decisions.answers.questions.states import TYPICAL, is_late, is_soon
from decisions.bodies.models import Body
from forum import clock
from forum.access import Shown, Standing, is_facilitator
from forum.db import db
from forum.people.models import Byline
from forum.say import N_, Sentence
from forum.subjects import Harm, ToDo
from forum.threads.models import Thread

MOST = 50
SOON, OWED = Harm.DATE_PASSED + 1, Harm.LOOSE_END + 1


def queue(who: Standing) -> list[ToDo]:
    """Return what waits for this person: for a body what it owes, for who helps run this what is stuck, for who asked
    the answers to look at."""
    if not who.signed_in or who.suspended:
        return []
    found = owed(who, clock.today()) if who.speaks_for else []
    if is_facilitator(who):
        found += [*stuck(), *to_confirm(), *late(clock.today())]
    return [*found, *answered(who.person_id or 0)]


def waiting(who: Standing) -> ScalarSelect[int] | None:
    """Return a subquery that counts what `queue` lists for this person; `None` when nothing can wait for them."""
    if not who.signed_in or who.suspended:
        return None
    number = func.count()
    parts = [_answered(who.person_id or 0, number)]
    if who.speaks_for:
        parts.append(_owed(who.speaks_for, number))
    if is_facilitator(who):
        parts += [_stuck(number), _to_confirm(number), _late(clock.today(), number)]
    every = union_all(*parts).subquery()
    return select(func.sum(every.c[0])).scalar_subquery()


def owed(who: Standing, today: date) -> list[ToDo]:
    """Return the questions that bodies owe an answer to, with how near the day is, and which are in one's own hands."""
    columns = (Question, QuestionDraft.person_id)
    here = _owed(who.speaks_for, *columns).order_by(Question.due_on, Question.id).limit(MOST)
    return [_to_do(of, holder, who, today) for of, holder in db.session.execute(here)]


def _to_do(of: Question, holder: int | None, who: Standing, today: date) -> ToDo:
    text = N_("%(how)s: %(words)s")
    if holder is not None:
        text = N_("Yours. %(how)s: %(words)s") if holder == who.person_id else N_("In hand. %(how)s: %(words)s")
    late = is_late(of.stage, of.due_on, basis=of.basis, today=today)
    soon = is_soon(of.stage, of.due_on, today=today)
    return ToDo(
        Harm.SOMEONE_WAITS if late else SOON if soon else OWED,
        Sentence(text, {"how": shown.due_words(of, today), "words": of.words}),
        url_for("questions.answer", id=of.id),
        of.created_at,
        Sentence(N_("Answer")),
    )


def stuck() -> list[ToDo]:
    """Return the questions that could not be sent: no address, or our letter did not reach it."""
    rows = db.session.scalars(_stuck(Question).order_by(Question.id).limit(MOST))
    text = N_("A question to %(body)s could not be sent: %(words)s")
    return [_about(Harm.SOMEONE_WAITS, text, of, "questions.sending", N_("See what to do")) for of in rows]


def to_confirm() -> list[ToDo]:
    """Return the replies that a member wrote down and nobody has looked at."""
    rows = db.session.scalars(_to_confirm(Question).order_by(Question.id).limit(MOST))
    text = N_("A member says that %(body)s replied. Is it so? %(words)s")
    return [_about(Harm.DATE_PASSED, text, of, "questions.confirm", N_("Look at the reply")) for of in rows]


def late(today: date) -> list[ToDo]:
    """Return the questions whose last day passed without an answer, the longest first."""
    rows = db.session.scalars(_late(today, Question).order_by(Question.due_on, Question.id).limit(MOST))
    text = N_("%(body)s is late with an answer: %(words)s")
    return [_about(Harm.LOOSE_END, text, of, "questions.page", N_("Look")) for of in rows]


def answered(person_id: int) -> list[ToDo]:
    """Return the answers to one's own questions, until one has said if they answer them."""
    rows = db.session.scalars(_answered(person_id, Question).order_by(Question.id).limit(MOST))
    text = N_("%(body)s answered you. Does it answer your question? %(words)s")
    return [_about(OWED, text, of, "questions.rate", N_("Say if it does")) for of in rows]


def _about(harm: int, text: str, of: Question, endpoint: str, button: str) -> ToDo:
    since = clock.at(of.due_on, time()) if endpoint == "questions.page" and of.due_on else of.created_at
    values = {"body": of.body.name, "words": of.words}
    return ToDo(harm, Sentence(text, values), url_for(endpoint, id=of.id), since, Sentence(button))


def _owed(body_ids: Iterable[int], *columns: Any) -> Select[Any]:
    drafts = _seen(*columns).outerjoin(QuestionDraft, QuestionDraft.question_id == Question.id)
    return drafts.where(Question.body_id.in_(list(body_ids)), Question.stage.in_(OPEN))


def _stuck(*columns: Any) -> Select[Any]:
    no_way = or_(Body.email == "", ~Question.to_send)
    return _seen(*columns).where(Question.stage == Stage.NOT_SENT, no_way)


def _to_confirm(*columns: Any) -> Select[Any]:
    said, settled = (QuestionEvent.__table__.alias() for _each in range(2))
    mine = and_(said.c.question_id == Question.id, said.c.kind == Happening.SAID)
    ends = settled.c.kind.in_((Happening.TURNED_DOWN, Happening.CONFIRMED))
    later = and_(settled.c.question_id == Question.id, ends, settled.c.number > said.c.number)
    waits = select(said.c.id).where(mine, ~select(settled.c.id).where(later).exists()).correlate(Question.__table__)
    return _seen(*columns).where(Question.stage.in_(OPEN), waits.exists())


def _late(today: date, *columns: Any) -> Select[Any]:
    owes = Question.stage.in_(OPEN) & (Question.basis != TYPICAL)
    return _seen(*columns).where(owes, Question.due_on < today)


def _answered(person_id: int, *columns: Any) -> Select[Any]:
    mine = Question.byline_id.in_(select(Byline.id).where(Byline.person_id == person_id))
    of_it = (QuestionEvent.question_id == Question.id) & QuestionEvent.kind.in_((Happening.RATED, Happening.THANKED))
    said = select(QuestionEvent.id).where(of_it).correlate(Question).exists()
    return _seen(*columns).where(mine, Question.stage == Stage.ANSWERED, ~said)


def _seen(*columns: Any) -> Select[Any]:
    """Choose among the questions that all can read, on issues that all can see."""
    here = select(*columns).select_from(Question).join(Body, Body.id == Question.body_id)
    there = here.join(Thread, Thread.id == Question.thread_id)
    return there.where(Question.state == Shown.SHOWN, Thread.state == Shown.SHOWN)
