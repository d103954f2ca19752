"""Bodies and the people who speak for them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from forum.db import Base, Moment


class Body(Base):
    """Something that decides, advises or checks; a community group too. It need not have joined."""

    __tablename__ = "body"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to", name="dates"),
        CheckConstraint("successor_id IS NULL OR successor_id <> id", name="successor"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    short: Mapped[str] = mapped_column(String(80))  # in a sentence: "the Cabinet"
    kind: Mapped[str] = mapped_column(String(30))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("body.id", ondelete="SET NULL"))
    decides: Mapped[str] = mapped_column(Text, default="")
    advises: Mapped[str] = mapped_column(Text, default="")
    how: Mapped[str] = mapped_column(Text, default="")  # how to take part
    email: Mapped[str] = mapped_column(String(254), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    web: Mapped[str] = mapped_column(String(300), default="")
    joined: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str] = mapped_column(String(1000), default="")
    checked_on: Mapped[date | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("body.id", ondelete="SET NULL"), index=True)

    def has_ended(self, today: date) -> bool:
        """Whether it is no more on a day."""
        return self.valid_to is not None and self.valid_to < today


class Affiliation(Base):
    """A person speaks for a body, from when to when; counts only once somebody confirmed it."""

    __tablename__ = "affiliation"
    __table_args__ = (
        CheckConstraint("confirmed_at IS NULL OR refused_at IS NULL", name="one_answer"),
        CheckConstraint("refused_at IS NULL OR length(reason) > 0", name="refused_with_reason"),
        Index(None, "person_id"),
        Index(None, "body_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id", ondelete="CASCADE"))
    post: Mapped[str] = mapped_column(String(120))  # "Head of Day Services"
    councillor: Mapped[bool] = mapped_column(default=False)  # speaks as a councillor, never as the council
    asked_at: Mapped[datetime] = mapped_column(Moment)
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    refused_at: Mapped[datetime | None] = mapped_column(Moment)
    refused_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(String(300), default="")  # of a no, for who asked
    until: Mapped[date | None]  # the day on which it ended
    body: Mapped[Body] = relationship(lazy="joined", innerjoin=True)
