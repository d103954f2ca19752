"""Where records come from, each time they were fetched, and what of ours each of them became."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from decisions.bodies.models import Body
from forum.db import Base, Moment

READERS = ("moderngov", "moderngov-decisions", "icalendar", "popolo", "csv", "text")


class Source(Base):
    """A place from which records come: an address, or files that somebody brings. `body_id` when all that comes from
    it belongs to one body."""

    __tablename__ = "source"
    __table_args__ = (
        CheckConstraint(f"reader IN {READERS!r}", name="reader"),
        CheckConstraint("every IN ('', 'day', 'week')", name="every"),
        CheckConstraint("every = '' OR length(address) > 0", name="address"),
        UniqueConstraint("reader", "name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reader: Mapped[str] = mapped_column(String(24))
    name: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(500), default="")
    body_id: Mapped[int | None] = mapped_column(ForeignKey("body.id", ondelete="SET NULL"))
    every: Mapped[str] = mapped_column(String(8), default="")  # how often it is fetched by itself
    made_at: Mapped[datetime] = mapped_column(Moment)
    asked_at: Mapped[datetime | None] = mapped_column(Moment)  # somebody wants it read now
    paused_at: Mapped[datetime | None] = mapped_column(Moment)  # it is not read until somebody lets it go on
    ended_at: Mapped[datetime | None] = mapped_column(Moment)  # nothing more is brought in; what it brought stays
    body: Mapped[Body | None] = relationship(lazy="joined")

    @property
    def stopped(self) -> bool:
        """Whether nothing is read from it at present."""
        return self.paused_at is not None or self.ended_at is not None


class Run(Base):
    """One time that a source was read. A run that was killed stays open, and the next one says so."""

    __tablename__ = "run"
    __table_args__ = (
        CheckConstraint("outcome IN ('', 'done', 'failed', 'stopped')", name="outcome"),
        CheckConstraint("(ended_at IS NULL) = (outcome = '')", name="ended"),
        Index(None, "source_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    started_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))  # none: by itself
    outcome: Mapped[str] = mapped_column(String(8), default="")
    counts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # added, changed, same, gone, kept, bad
    faults: Mapped[list[Any]] = mapped_column(JSON, default=list)  # [where, sentence, values]: bad records
    why: Mapped[str] = mapped_column(Text, default="")  # it failed


class Origin(Base):
    """What a record of a source became here. `said` is what the source said last: what differs from it here was
    written by a person, and is never overwritten."""

    __tablename__ = "origin"
    __table_args__ = (
        UniqueConstraint("source_id", "kind", "ident"),
        Index(None, "kind", "subject_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))  # body meeting item document attendance decision seat vote
    ident: Mapped[str] = mapped_column(String(200))  # its id at the source
    subject_id: Mapped[int | None]  # none: a body of theirs, and nobody has said yet which of ours it is
    left_out: Mapped[bool] = mapped_column(default=False)  # a body of theirs that is none of ours
    address: Mapped[str] = mapped_column(String(500), default="")
    fetched_at: Mapped[datetime] = mapped_column(Moment)
    said: Mapped[dict[str, Any]] = mapped_column(JSON)
    gone_on: Mapped[date | None]


class Brought(Base):
    """A file or a pasted text that somebody brought. Nothing of it is kept until a person looked at what it would
    change and said yes; then, or when they say no, it is deleted."""

    __tablename__ = "brought"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="name"),
        Index(None, "source_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    name: Mapped[str] = mapped_column(String(200))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))  # of a pasted text
    minutes: Mapped[bool] = mapped_column(default=False)  # the text is what was said, not what is to come
    made_at: Mapped[datetime] = mapped_column(Moment)
    source: Mapped[Source] = relationship(lazy="joined", innerjoin=True)
