"""Joins of issues with agenda items and decisions, drafts of moves, and records that nobody has compared yet."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from decisions.journeys.joining.kinds import Draft, State
from decisions.meetings.models import AgendaItem, Decision
from forum.db import Base, Moment
from forum.threads.models import Thread

IS_WAITING = text("state = 'waiting'")


class Joined(Base):
    """An issue with an agenda item, or with a decision: suggested, joined, or said to be something else."""

    __tablename__ = "joined_record"
    __table_args__ = (
        CheckConstraint("(item_id IS NULL) <> (decision_id IS NULL)", name="one_record"),
        CheckConstraint(f"state IN ({', '.join(repr(str(one)) for one in State)})", name="state"),
        UniqueConstraint("item_id", "thread_id"),
        UniqueConstraint("decision_id", "thread_id"),
        Index(None, "thread_id"),
        Index(None, "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id", ondelete="CASCADE"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(10))
    score: Mapped[int] = mapped_column(default=0)  # of a suggestion, of 100
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    thread: Mapped[Thread] = relationship(lazy="joined", innerjoin=True)
    item: Mapped[AgendaItem | None] = relationship(lazy="joined")
    decision: Mapped[Decision | None] = relationship(lazy="joined")


class DraftMove(Base):
    """A move that a joined record speaks of, in words that a person may change: nothing has happened until somebody
    approves it. `said` is what the record says, so that it is not asked twice."""

    __tablename__ = "draft_move"
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(repr(str(one)) for one in Draft)})", name="state"),
        CheckConstraint("move_id IS NULL OR state = 'approved'", name="approved"),
        CheckConstraint("length(plain) > 0", name="plain"),
        UniqueConstraint("move_id"),
        Index("ix_draft_move_waiting", "joined_id", unique=True, sqlite_where=IS_WAITING, postgresql_where=IS_WAITING),
        Index(None, "joined_id"),
        Index(None, "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    joined_id: Mapped[int] = mapped_column(ForeignKey("joined_record.id", ondelete="CASCADE"))
    journey_id: Mapped[int | None] = mapped_column(ForeignKey("journey.id", ondelete="CASCADE"))  # none started yet
    said: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(20))
    happened_on: Mapped[date]
    planned_on: Mapped[date | None]
    published_on: Mapped[date | None]
    plain: Mapped[str] = mapped_column(Text)
    official: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(String(500), default="")
    source_name: Mapped[str] = mapped_column(String(160), default="")
    state: Mapped[str] = mapped_column(String(10), default=Draft.WAITING)
    move_id: Mapped[int | None] = mapped_column(ForeignKey("move.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)


class Arrival(Base):
    """A meeting or a decision that came or changed, and was not yet compared with the issues."""

    __tablename__ = "arrival"

    kind: Mapped[str] = mapped_column(String(10), primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
