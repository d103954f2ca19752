"""A round of asking what changed: after an ending, and again some months later."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from forum.db import Base, Moment


class VerdictRound(Base):
    """People are asked what changed, so many months after an issue ended. `ending` is the number of the entry that
    ended it: an issue that was opened again and ended anew is asked about anew. What each said is a `Verdict`."""

    __tablename__ = "verdict_round"
    __table_args__ = (
        UniqueConstraint("journey_id", "ending", "months"),
        CheckConstraint("months >= 0", name="months"),
        CheckConstraint("opens_on <= closes_on", name="days"),
        Index(None, "closes_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    journey_id: Mapped[int] = mapped_column(ForeignKey("journey.id", ondelete="CASCADE"))
    ending: Mapped[int]
    months: Mapped[int]
    ended_on: Mapped[date]
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(Moment)
    asked_at: Mapped[datetime | None] = mapped_column(Moment)  # when the messages were put into the outbox
