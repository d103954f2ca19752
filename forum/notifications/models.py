"""Who follows what, and what they are to hear of."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from forum.db import Base, Moment


class Follow(Base):
    """Somebody follows something: an account, or an e-mail address alone once it is confirmed."""

    __tablename__ = "follow"
    __table_args__ = (
        UniqueConstraint("kind", "subject_id", "person_id"),
        UniqueConstraint("kind", "subject_id", "email_key"),
        CheckConstraint("(person_id IS NULL) <> (email_key IS NULL)", name="one_owner"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    email: Mapped[str | None] = mapped_column(String(254))
    email_key: Mapped[str | None] = mapped_column(String(254), index=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)


class Notice(Base):
    """Something happened that followers of a thing are to hear of. Written in the transaction of the act itself."""

    __tablename__ = "notice"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(60), unique=True)  # "move:12": told once, whatever runs twice
    kind: Mapped[str] = mapped_column(String(30))  # the thing that is followed
    subject_id: Mapped[int]
    about_kind: Mapped[str] = mapped_column(String(30))  # the thing that is told
    about_id: Mapped[int]
    not_to_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))  # who did it
    created_at: Mapped[datetime] = mapped_column(Moment)
    fanned_at: Mapped[datetime | None] = mapped_column(Moment, index=True)
