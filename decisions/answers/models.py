"""What a body says. In this first form an answer is a post that a confirmed person marks "for the organisation"."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from decisions.bodies.models import Body
from forum.db import Base, Moment


class OfficialReply(Base):
    """A post that speaks for a body, with the words it was signed with, and the move that it recorded."""

    __tablename__ = "official_reply"

    post_id: Mapped[int] = mapped_column(ForeignKey("post.id", ondelete="CASCADE"), primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"), index=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"), index=True)
    signed: Mapped[str] = mapped_column(String(200))
    move_id: Mapped[int | None] = mapped_column(ForeignKey("move.id"))
    created_at: Mapped[datetime] = mapped_column(Moment)
    body: Mapped[Body] = relationship(lazy="joined", innerjoin=True)
