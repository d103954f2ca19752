"""Editions, and the files of those that have one: kept apart, so that a list does not carry them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from forum.access import Shown
from forum.db import Base, Moment
from forum.people.models import Byline
from forum.threads.models import Post, Thread


class Edition(Base):
    """One edition of an issue or, with `post_id`, of an official answer on it. A file has `media` and `size`; a signed
    video has `url`, and in `words` what it says."""

    __tablename__ = "edition"
    __table_args__ = (
        CheckConstraint("sort IN ('easy-read', 'translation', 'signed')", name="sort"),
        CheckConstraint("media IN ('', 'application/pdf', 'text/plain')", name="media"),
        CheckConstraint("(sort = 'signed') = (media = '')", name="file_or_video"),
        CheckConstraint("state IN ('shown', 'hidden', 'withdrawn')", name="state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"), index=True)
    post_id: Mapped[int | None] = mapped_column(ForeignKey("post.id", ondelete="CASCADE"), index=True)
    sort: Mapped[str] = mapped_column(String(12))
    language: Mapped[str] = mapped_column(String(40), default="")  # typed, when it is none of those we know
    lang: Mapped[str] = mapped_column(String(12), default="")  # its code
    made_by: Mapped[str] = mapped_column(String(160))
    media: Mapped[str] = mapped_column(String(20), default="")
    size: Mapped[int] = mapped_column(default=0)  # bytes
    url: Mapped[str] = mapped_column(String(500), default="")
    words: Mapped[str] = mapped_column(Text, default="")
    byline_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))  # who put it here
    created_at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(10), default=Shown.SHOWN)

    thread: Mapped[Thread] = relationship(lazy="joined", innerjoin=True)
    post: Mapped[Post | None] = relationship(lazy="select")
    byline: Mapped[Byline] = relationship(lazy="joined", innerjoin=True, foreign_keys=[byline_id])


class EditionFile(Base):
    """The file of an edition."""

    __tablename__ = "edition_file"

    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id", ondelete="CASCADE"), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
