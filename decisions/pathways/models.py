"""The answer to "who decides this?" that an issue was raised from."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from forum.db import Base


class ThreadRoute(Base):
    """What an issue goes with: a usual route with its changes, or a thing that nobody has to decide. `topic` and
    `given` are the guided question and what was answered, empty when nothing was asked."""

    __tablename__ = "thread_route"

    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True)
    topic: Mapped[str] = mapped_column(String(80), default="")
    given: Mapped[str] = mapped_column(String(300), default="")
    pathway: Mapped[str] = mapped_column(String(80), default="")
    changes: Mapped[str] = mapped_column(String(400), default="")  # their ids with a space
    start_it: Mapped[str] = mapped_column(String(80), default="")
