"""Words that people, or readers together, would like to have explained."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from forum.db import Base, Moment


class Suggestion(Base):
    """A word to explain. It waits until somebody who helps run the place added it, or said why not. `by_readers` when
    readers picked it often in official answers. `key` is the word in small letters: one of each may wait."""

    __tablename__ = "word_suggestion"
    __table_args__ = (
        CheckConstraint("length(word) > 0", name="word"),
        CheckConstraint("outcome IN ('', 'added', 'declined')", name="known_outcome"),
        CheckConstraint("(done_at IS NULL) = (outcome = '')", name="outcome"),
        CheckConstraint("outcome = '' OR length(reason) > 0", name="with_reason"),
        Index(
            "uq_word_suggestion_waiting",
            "key",
            unique=True,
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(String(80))
    key: Mapped[str] = mapped_column(String(80))
    plain: Mapped[str] = mapped_column(Text, default="")
    met: Mapped[str] = mapped_column(String(300), default="")  # where somebody came across it
    by_readers: Mapped[bool] = mapped_column(default=False)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    outcome: Mapped[str] = mapped_column(String(10), default="")
    reason: Mapped[str] = mapped_column(String(300), default="")
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id", ondelete="SET NULL"))
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
