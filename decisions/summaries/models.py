"""A plain summary that somebody wrote of an issue's talk or of a paper. Of each thing one is picked at a time."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from decisions.meetings.models import Document
from forum.access import Shown
from forum.db import Base, Moment
from forum.people.models import Byline
from forum.threads.models import Thread

NOW = text("picked_at IS NOT NULL AND dropped_at IS NULL")


class Summary(Base):
    """One summary. Offered: neither picked nor dropped. Shown on top: picked, and not dropped since. Not taken:
    dropped and never picked. `state` says if its words may be read."""

    __tablename__ = "summary"
    __table_args__ = (
        CheckConstraint("(thread_id IS NULL) <> (document_id IS NULL)", name="of_one_thing"),
        CheckConstraint("state IN ('shown', 'hidden', 'withdrawn')", name="state"),
        *(
            Index(f"uq_summary_{column}_now", column, unique=True, sqlite_where=NOW, postgresql_where=NOW)
            for column in ("thread_id", "document_id")
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"), index=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    byline_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))
    created_at: Mapped[datetime] = mapped_column(Moment)
    picked_at: Mapped[datetime | None] = mapped_column(Moment)
    dropped_at: Mapped[datetime | None] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(10), default=Shown.SHOWN)

    byline: Mapped[Byline] = relationship(lazy="joined", innerjoin=True)
    thread: Mapped[Thread | None] = relationship(lazy="joined")
    document: Mapped[Document | None] = relationship(lazy="joined")

    @property
    def shown(self) -> bool:
        """Whether it is the one that stands on top."""
        return self.picked_at is not None and self.dropped_at is None and self.state == Shown.SHOWN

    @property
    def offered(self) -> bool:
        """Whether it waits for a facilitator's word."""
        return self.picked_at is None and self.dropped_at is None and self.state == Shown.SHOWN
