"""The private links in our letters to bodies: each signed for one question, or for how often we write to one body."""

from datetime import timedelta

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from decisions.answers.questions.models import Question
from forum import signed
from forum.db import db

ANSWER, RHYTHM = "answer-a-question", "how-often"
LASTS = timedelta(days=366)


def for_question(of: Question) -> str:
    """Make the token that answers one question. Its body and the number of its link are in it: once the question is
    passed on, or the link is ended, it opens nothing."""
    return _signer(ANSWER).dumps([of.id, of.body_id, of.link])


def question(token: str) -> Question | None:
    """Return the question that a token answers; `None` when it is not ours, too old or was ended."""
    numbers = _read(ANSWER, token, 3)
    of = db.session.get(Question, numbers[0]) if numbers else None
    if of is None or [of.id, of.body_id, of.link] != numbers:
        return None
    return of


def for_rhythm(body_id: int, email: str) -> str:
    """Make the token by which somebody at a body's public address says how often we write."""
    return _signer(RHYTHM).dumps([body_id, email])


def rhythm(token: str) -> tuple[int, str] | None:
    """Return the body and the address that a token stands for."""
    try:
        body_id, email = signed.read(_signer(RHYTHM), token, lasts=LASTS)
        return int(body_id), str(email)
    except (BadData, TypeError, ValueError):
        return None


def _read(purpose: str, token: str, count: int) -> list[int]:
    try:
        numbers = [int(one) for one in signed.read(_signer(purpose), token, lasts=LASTS)]
    except (BadData, TypeError, ValueError):
        return []
    return numbers if len(numbers) == count else []


def _signer(purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=purpose)
