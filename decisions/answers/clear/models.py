"""What readers say of an official answer. No name is ever shown of it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from forum.db import Base, Moment


class ClearMark(Base):
    """One "was this clear?": once a person, or once a browser when signed out. `part`: not all of it was."""

    __tablename__ = "clear_mark"
    __table_args__ = (
        UniqueConstraint("post_id", "person_id"),
        UniqueConstraint("post_id", "browser"),
        CheckConstraint("(person_id IS NULL) <> (browser IS NULL)", name="one_owner"),
        CheckConstraint("said IN ('yes', 'part')", name="said"),
        Index(None, "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id", ondelete="CASCADE"))
    said: Mapped[str] = mapped_column(String(4))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    browser: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(Moment)


class Unclear(Base):
    """What was not clear: a sentence by its number, the whole of it or some words of it. `key` is the words in small
    letters, empty for the whole sentence."""

    __tablename__ = "unclear"
    __table_args__ = (
        UniqueConstraint("mark_id", "sentence", "key"),
        CheckConstraint("sentence >= 1", name="sentence"),
        Index(None, "key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    mark_id: Mapped[int] = mapped_column(ForeignKey("clear_mark.id", ondelete="CASCADE"))
    sentence: Mapped[int]
    words: Mapped[str] = mapped_column(String(80), default="")
    key: Mapped[str] = mapped_column(String(80), default="")
