"""The blueprint, and how its pages load what they show."""

from flask import Blueprint, abort

from decisions.access import may_speak_for
from decisions.answers.actions import Signed
from decisions.answers.questions.models import Question, QuestionLetter
from decisions.answers.questions.rows import Row, row
from decisions.answers.signing import speaker
from decisions.bodies.models import Body
from forum import subjects, web
from forum.access import is_facilitator
from forum.db import db
from forum.web import stop_if

pages = Blueprint("questions", __name__)


def question_here(question_id: int) -> Question:
    """Return a question if this person may see it; else there is no such page."""
    found: Question | None = subjects.visible("question", question_id, web.standing())
    return found or abort(404)


def owed_here(question_id: int) -> Question:
    """Return a question to a body that this person speaks for; for anyone else there is nothing to do here."""
    of = question_here(question_id)
    stop_if(may_speak_for(web.standing(), of.body_id))
    return of


def row_of(of: Question) -> Row:
    """Return a question as lists have it."""
    return row(of, db.session.get(QuestionLetter, of.letter_id) if of.letter_id is not None else None)


def speaks(of: Question) -> bool:
    """Whether whoever looks speaks for the body."""
    return of.body_id in web.standing().speaks_for


def inside(of: Question) -> bool:
    """Whether whoever looks speaks for the body, or helps run this."""
    return speaks(of) or is_facilitator(web.standing())


def signed_by_me(body: Body, *, named: bool = False) -> Signed:
    """Return under which name whoever looks speaks for a body."""
    who = web.standing()
    return Signed(body, speaker(who, body, named=named), who)
