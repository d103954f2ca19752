"""The place's own settings: who runs it, who pays, phone, post, drop-in, and what a facilitator may change."""

from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from forum.db import Base


class Setting(Base):
    """One setting of the place, by its name in `forum.about.site`."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)
