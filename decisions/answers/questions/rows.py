"""One question as lists have it: the columns of `queries.LINES`."""

from dataclasses import dataclass
from datetime import date, datetime

from decisions.answers.questions.models import Question, QuestionLetter


@dataclass(frozen=True, slots=True)
class Row:
    """The columns of a list, of one question."""

    id: int
    words: str
    created_at: datetime
    stage: str
    due_on: date | None
    basis: str
    to_send: bool
    thread_id: int
    asked_by: str
    body_name: str
    short: str
    body_slug: str
    email: str
    accepted_at: datetime | None


def row(of: Question, letter: QuestionLetter | None) -> Row:
    """Return a question as lists have it."""
    body = of.body
    return Row(
        of.id, of.words, of.created_at, of.stage, of.due_on, of.basis, of.to_send, of.thread_id, of.byline.name,
        body.name, body.short, body.slug, body.email, letter.accepted_at if letter is not None else None,
    )  # fmt: skip
