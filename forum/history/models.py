"""What was done, by whom, when, to what: rows are added and never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from forum.db import Base, Moment


class Event(Base):
    """One thing that was done. `values` holds ids and figures, never names: an erased name is gone everywhere."""

    __tablename__ = "event"
    __table_args__ = (Index(None, "kind", "subject_id"), Index(None, "verb", "at", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    verb: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(30))
    subject_id: Mapped[int]
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class Version(Base):
    """How often a thing has changed: the key of what is kept of its page. `site` 0 is settings and words."""

    __tablename__ = "version"

    kind: Mapped[str] = mapped_column(String(30), primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(default=1)
