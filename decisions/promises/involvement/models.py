"""What a facilitator adds beside a heading of a record, each version kept."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from forum.db import Base, Moment
from forum.people.models import Byline


class Paragraph(Base):
    """A facilitator's own words beside one heading of a record: of a decision, of a step where people were asked, or
    of an area. The newest version is shown; an empty one takes it off."""

    __tablename__ = "paragraph"
    __table_args__ = (
        UniqueConstraint("about", "about_id", "heading", "number"),
        CheckConstraint("about IN ('decision', 'asking', 'area')", name="about"),
        CheckConstraint("heading IN ('asked', 'wanted', 'answered', 'changed', 'unchanged')", name="heading"),
        CheckConstraint("number > 0", name="number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    about: Mapped[str] = mapped_column(String(12))
    about_id: Mapped[int]
    heading: Mapped[str] = mapped_column(String(12))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text, default="")
    byline_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))
    created_at: Mapped[datetime] = mapped_column(Moment)
    byline: Mapped[Byline] = relationship(lazy="joined", innerjoin=True)
