"""A place that is being set up, and local facts that were given to somebody to find out."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from forum.db import Base, Moment


class SetUp(Base):
    """What was typed so far by whoever sets this place up: one row. It waits until they are done.

    The code that opens it is kept as a hash, and so is the token of the one browser that it opened it for.
    """

    __tablename__ = "set_up"
    __table_args__ = (
        CheckConstraint("tries >= 0", name="tries"),
        CheckConstraint("used_at IS NULL OR length(holder_hash) > 0", name="used_by_somebody"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    until: Mapped[datetime] = mapped_column(Moment)  # how long the code can be used
    tries: Mapped[int] = mapped_column(default=0)  # wrong codes since this one was made
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    holder_hash: Mapped[str] = mapped_column(String(64), default="")
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    done_at: Mapped[datetime | None] = mapped_column(Moment)


class FactShare(Base):
    """A local fact that somebody was asked to find out, by e-mail or on a printed list."""

    __tablename__ = "fact_share"
    __table_args__ = (
        UniqueConstraint("ident", "name", "email"),
        CheckConstraint("length(name) > 0", name="named"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ident: Mapped[str] = mapped_column(String(80), index=True)  # of an entry of the kind "local"
    name: Mapped[str] = mapped_column(String(80))
    email: Mapped[str] = mapped_column(String(254), default="")  # none: on a printed list
    given_at: Mapped[datetime] = mapped_column(Moment)
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
