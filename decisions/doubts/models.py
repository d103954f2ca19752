"""What people say is wrong in what the site says."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from forum.db import Base, Moment


class Doubt(Base):
    """Somebody says that a thing here is wrong. Open until a person has looked and said what came of it."""

    __tablename__ = "doubt"
    __table_args__ = (
        CheckConstraint("length(words) > 0", name="words"),
        CheckConstraint("(done_at IS NULL) = (outcome = '')", name="outcome"),
        CheckConstraint("outcome IN ('', 'mended', 'right')", name="known_outcome"),
        Index(None, "done_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    about: Mapped[str] = mapped_column(String(200))  # the address of the page, from its first slash
    title: Mapped[str] = mapped_column(String(200))  # what the thing was called when it was said
    words: Mapped[str] = mapped_column(Text)
    contact: Mapped[str] = mapped_column(String(254), default="")  # forgotten once it is done
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    outcome: Mapped[str] = mapped_column(String(10), default="")
    note: Mapped[str] = mapped_column(Text, default="")
