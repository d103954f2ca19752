"""Promises, what happened to each, the issues they belong to, and what the people affected say of them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from decisions.bodies.models import Body
from decisions.promises.kinds import CheckWord, Happening, Stage, Voice
from forum.access import Shown
from forum.db import Base, Moment
from forum.people.models import Byline


def _in(column: str, words: type[Stage] | type[Happening] | type[Voice] | type[CheckWord]) -> str:
    """The rule of a column that holds one of some words."""
    return f"{column} IN ({', '.join(repr(str(one)) for one in words)})"


class Promise(Base):
    """What a body said that it will do: the words, a post that answers for it (never a person), by when. `stage`,
    `due_on` and `last_number` are what the fold makes of the events, kept for lists; only the fold writes them."""

    __tablename__ = "promise"
    __table_args__ = (
        CheckConstraint(_in("stage", Stage), name="stage"),
        CheckConstraint("state IN ('shown', 'hidden')", name="state"),
        CheckConstraint("basis IN ('law', 'guidance', 'local', 'promise', 'typical')", name="basis"),
        CheckConstraint("length(words) > 0", name="words"),
        Index(None, "body_id", "stage"),
        Index(None, "stage", "due_on"),
        Index(None, "decision_id"),
        Index(None, "reply_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"))
    words: Mapped[str] = mapped_column(String(600))
    post: Mapped[str] = mapped_column(String(160), default="")
    made_on: Mapped[date]
    basis: Mapped[str] = mapped_column(String(10), default="promise")
    reply_id: Mapped[int | None] = mapped_column(ForeignKey("official_reply.post_id", ondelete="SET NULL"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id", ondelete="SET NULL"))
    source: Mapped[str] = mapped_column(String(500), default="")
    source_name: Mapped[str] = mapped_column(String(160), default="")
    byline_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))
    created_at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(10), default=Shown.SHOWN)  # hidden: a moderator hid its words
    stage: Mapped[str] = mapped_column(String(12))
    due_on: Mapped[date | None]
    last_number: Mapped[int] = mapped_column(default=0)
    body: Mapped[Body] = relationship(lazy="joined", innerjoin=True)
    byline: Mapped[Byline] = relationship(lazy="joined", innerjoin=True)


class PromiseIssue(Base):
    """An issue that a promise belongs to, and the entry in its story that says so."""

    __tablename__ = "promise_issue"
    __table_args__ = (Index(None, "thread_id"),)

    promise_id: Mapped[int] = mapped_column(ForeignKey("promise.id", ondelete="CASCADE"), primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True)
    move_id: Mapped[int | None] = mapped_column(ForeignKey("move.id", ondelete="SET NULL"))


class PromiseEvent(Base):
    """What happened to a promise. Added, never changed."""

    __tablename__ = "promise_event"
    __table_args__ = (
        UniqueConstraint("promise_id", "number"),
        CheckConstraint(_in("kind", Happening), name="kind"),
        CheckConstraint(_in("voice", Voice), name="voice"),
        CheckConstraint("length(plain) > 0", name="plain"),
        CheckConstraint("kind <> 'dropped' OR length(reason) > 0", name="reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    promise_id: Mapped[int] = mapped_column(ForeignKey("promise.id", ondelete="CASCADE"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))
    voice: Mapped[str] = mapped_column(String(12))
    happened_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(Moment)
    byline_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))
    plain: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(String(500), default="")
    source_name: Mapped[str] = mapped_column(String(160), default="")
    planned_on: Mapped[date | None]
    byline: Mapped[Byline] = relationship(lazy="joined", innerjoin=True)


class PromiseCheck(Base):
    """What one person affected, or who follows, says of a promise: once, and they can change it. Who said what is
    nobody's business: a check of somebody who left counts on, without words and without a person."""

    __tablename__ = "promise_check"
    __table_args__ = (
        UniqueConstraint("promise_id", "person_id"),
        UniqueConstraint("promise_id", "follow_id"),
        CheckConstraint("person_id IS NULL OR follow_id IS NULL", name="one_owner"),
        CheckConstraint(_in("word", CheckWord), name="word"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    promise_id: Mapped[int] = mapped_column(ForeignKey("promise.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    follow_id: Mapped[int | None] = mapped_column(ForeignKey("follow.id", ondelete="SET NULL"))
    word: Mapped[str] = mapped_column(String(12))
    words: Mapped[str] = mapped_column(String(400), default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)


class Unasked(Base):
    """Somebody does not want to be asked about an issue any more: neither what changed, nor if a promise was kept."""

    __tablename__ = "unasked"
    __table_args__ = (
        UniqueConstraint("thread_id", "person_id"),
        UniqueConstraint("thread_id", "follow_id"),
        CheckConstraint("(person_id IS NULL) <> (follow_id IS NULL)", name="one_owner"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    follow_id: Mapped[int | None] = mapped_column(ForeignKey("follow.id", ondelete="CASCADE"))
    created_at: Mapped[datetime] = mapped_column(Moment)
