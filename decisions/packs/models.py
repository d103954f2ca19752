"""What is kept of packs: one row for each entry, and its earlier versions."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from decisions.packs import schema
from decisions.packs.kept import from_json
from decisions.packs.merge import Document
from forum.db import Base, Moment

WORDS_OF_KINDS = ", ".join(f"'{name}'" for name in sorted({*schema.KINDS, *schema.SINGLE}))


class Entry(Base):
    """One thing that a pack says, as this place has it. `data` is what readers see; people change it on the site.
    `loaded` is what packs said last, nothing when it was written here; `below`, what those below the place's own pack
    say as they write it, so that the place's pack can be given back. It is ended, never deleted."""

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("kind", "ident"),
        CheckConstraint(f"kind IN ({WORDS_OF_KINDS})", name="kind"),
        CheckConstraint("valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to", name="dates"),
        CheckConstraint("number >= 1", name="numbered"),
        CheckConstraint("length(ident) > 0", name="named"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    ident: Mapped[str] = mapped_column(String(80))
    pack: Mapped[str] = mapped_column(String(80))  # the last pack that says something of it; the place's when made here
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    loaded: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    below: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    check_by: Mapped[date | None] = mapped_column(index=True)
    number: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime] = mapped_column(Moment)

    @property
    def document(self) -> Document:
        """What it says, with dates as dates."""
        return from_json(self.kind, self.data)

    @property
    def title(self) -> str:
        """What people call it."""
        return str(self.data.get("name") or self.data.get("ask") or self.ident)


class EntryVersion(Base):
    """What an entry said from a moment on, who changed it and why. Rows are added and never changed."""

    __tablename__ = "entry_version"
    __table_args__ = (
        UniqueConstraint("entry_id", "number"),
        CheckConstraint("number >= 1", name="numbered"),
        CheckConstraint("verb IN ('loaded', 'edited', 'taken', 'ended', 'checked', 'added')", name="verb"),
        CheckConstraint("verb IN ('loaded', 'checked') OR length(reason) > 0", name="with_reason"),
        Index(None, "byline_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"))
    number: Mapped[int]
    verb: Mapped[str] = mapped_column(String(10))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(String(300), default="")
    byline_id: Mapped[int | None] = mapped_column(ForeignKey("byline.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(Moment)
