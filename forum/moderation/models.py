"""Reports, what we did about them, and worries about someone. Rulings are added and never changed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from forum.db import Base, Moment


class Flag(Base):
    """A report. `ruling_id` is set when a moderator acted on it."""

    __tablename__ = "flag"
    __table_args__ = (Index(None, "ruling_id", "kind", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    receipt: Mapped[str] = mapped_column(String(12), unique=True)
    kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int]
    reason: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(Text, default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    email: Mapped[str | None] = mapped_column(String(254))  # to say what came of it
    created_at: Mapped[datetime] = mapped_column(Moment)
    ruling_id: Mapped[int | None] = mapped_column(ForeignKey("ruling.id"))


class Ruling(Base):
    """What a moderator did, why, and when: shown in the public log without the name of the author."""

    __tablename__ = "ruling"
    __table_args__ = (Index(None, "kind", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int]
    deed: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(Text, default="")
    public: Mapped[bool] = mapped_column(default=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(Moment, index=True)


class Appeal(Base):
    """ "Ask again": the author asks for a second look; another moderator answers."""

    __tablename__ = "appeal"

    id: Mapped[int] = mapped_column(primary_key=True)
    ruling_id: Mapped[int] = mapped_column(ForeignKey("ruling.id"), unique=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    words: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Moment)
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("ruling.id"))


class Concern(Base):
    """A worry about someone's safety: read by safeguarding leads only, each reading recorded."""

    __tablename__ = "concern"
    __table_args__ = (CheckConstraint("length(words) > 0", name="has_words"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(Text)
    contact: Mapped[str] = mapped_column(String(254), default="")
    kind: Mapped[str | None] = mapped_column(String(30))  # the thing that raised the worry, if any
    subject_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    outcome: Mapped[str] = mapped_column(Text, default="")


class ConcernRead(Base):
    """Who read a worry, and when."""

    __tablename__ = "concern_read"

    id: Mapped[int] = mapped_column(primary_key=True)
    concern_id: Mapped[int] = mapped_column(ForeignKey("concern.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(Moment)
