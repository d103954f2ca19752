"""Questions, what happened to each, drafts of answers, letters to bodies, and a body's own ready replies."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from decisions.answers.questions.kinds import Happening, Stage, Voice
from decisions.bodies.models import Body
from forum.access import Shown
from forum.db import Base, Moment
from forum.people.models import Byline
from forum.threads.models import Thread


def _in(column: str, words: type[Stage] | type[Happening] | type[Voice]) -> str:
    """The rule of a column that holds one of some words."""
    return f"{column} IN ({', '.join(repr(str(one)) for one in words)})"


class Question(Base):
    """What somebody asks a body, on an issue. `body_id`, `stage`, `due_on`, `basis`, `to_send` and `last_number` are
    what the fold makes of the events, kept for lists; only the fold writes them. `link`: how often the private link
    was made anew; a link of an earlier number opens nothing."""

    __tablename__ = "question"
    __table_args__ = (
        CheckConstraint(_in("stage", Stage), name="stage"),
        CheckConstraint("state IN ('shown', 'hidden', 'withdrawn')", name="state"),
        CheckConstraint("length(words) > 0 OR state = 'withdrawn'", name="words"),
        Index(None, "body_id", "stage"),
        Index(None, "thread_id"),
        Index(None, "byline_id"),
        Index(None, "letter_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"))
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"))
    byline_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))
    words: Mapped[str] = mapped_column(String(600))
    created_at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(10), default=Shown.SHOWN)
    stage: Mapped[str] = mapped_column(String(12))
    due_on: Mapped[date | None]
    basis: Mapped[str] = mapped_column(String(10), default="")
    to_send: Mapped[bool] = mapped_column(default=False)
    last_number: Mapped[int] = mapped_column(default=0)
    link: Mapped[int] = mapped_column(default=0)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("question_letter.id", ondelete="SET NULL"))
    body: Mapped[Body] = relationship(lazy="joined", innerjoin=True)
    byline: Mapped[Byline] = relationship(lazy="joined", innerjoin=True)
    thread: Mapped[Thread] = relationship(lazy="joined", innerjoin=True)


class QuestionEvent(Base):
    """What happened to a question. Added, never changed. Without a byline when this site did it, or when who did it
    for a body is nobody else's business."""

    __tablename__ = "question_event"
    __table_args__ = (
        UniqueConstraint("question_id", "number"),
        CheckConstraint(_in("kind", Happening), name="kind"),
        CheckConstraint(_in("voice", Voice), name="voice"),
        Index(None, "reply_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))
    voice: Mapped[str] = mapped_column(String(10))
    happened_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(Moment)
    byline_id: Mapped[int | None] = mapped_column(ForeignKey("byline.id"))
    words: Mapped[str] = mapped_column(Text, default="")
    word: Mapped[str] = mapped_column(String(10), default="")  # of a rating, or how a reply came
    body_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"))
    joined: Mapped[bool] = mapped_column(default=False)
    reply_id: Mapped[int | None] = mapped_column(ForeignKey("official_reply.post_id", ondelete="SET NULL"))
    source: Mapped[str] = mapped_column(String(500), default="")
    source_name: Mapped[str] = mapped_column(String(160), default="")
    due_on: Mapped[date | None]
    basis: Mapped[str] = mapped_column(String(10), default="")
    rule: Mapped[str] = mapped_column(String(80), default="")
    byline: Mapped[Byline | None] = relationship(lazy="joined")
    body: Mapped[Body | None] = relationship(lazy="joined")


class QuestionDraft(Base):
    """An answer that is being written: only those who speak for the body see it, and who has it in hand."""

    __tablename__ = "question_draft"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"), primary_key=True)
    text: Mapped[str] = mapped_column(Text, default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    changed_at: Mapped[datetime] = mapped_column(Moment)


class QuestionLetter(Base):
    """A letter to the public address of a body, with all questions that waited for it."""

    __tablename__ = "question_letter"
    __table_args__ = (
        CheckConstraint("accepted_at IS NULL OR failed_at IS NULL", name="one_end"),
        Index(None, "body_id", "created_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"))
    email: Mapped[str] = mapped_column(String(254))
    created_at: Mapped[datetime] = mapped_column(Moment)
    accepted_at: Mapped[datetime | None] = mapped_column(Moment)
    failed_at: Mapped[datetime | None] = mapped_column(Moment)


class LetterRhythm(Base):
    """How often a body wants our letters, as somebody at its public address said; once a week when nobody did."""

    __tablename__ = "letter_rhythm"
    __table_args__ = (CheckConstraint("days >= 0 AND days <= 28", name="days"),)

    body_id: Mapped[int] = mapped_column(ForeignKey("body.id", ondelete="CASCADE"), primary_key=True)
    days: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(Moment)


class ReadyReply(Base):
    """Words that a body often needs, with [gaps] to be filled before they are published."""

    __tablename__ = "ready_reply"
    __table_args__ = (CheckConstraint("length(text) > 0", name="text"), Index(None, "body_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(120))
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Moment)
    dropped_at: Mapped[datetime | None] = mapped_column(Moment)
