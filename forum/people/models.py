"""Accounts, the roles they were given, the names they speak under, and their sessions."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from forum.db import Base, Moment


class Person(Base):
    """An account. The name may be a pseudonym; a person helped by phone or in person needs no e-mail address."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint("length(name) > 0", name="has_name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    name_key: Mapped[str] = mapped_column(String(120), unique=True)  # NFKC, casefolded, folded look-alikes
    email: Mapped[str | None] = mapped_column(String(254))
    email_key: Mapped[str | None] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    capacity: Mapped[str | None] = mapped_column(String(20))  # the one last picked, offered again
    employer: Mapped[str] = mapped_column(String(120), default="")  # of a facilitator: shown with the name
    created_at: Mapped[datetime] = mapped_column(Moment)
    trusted_at: Mapped[datetime | None] = mapped_column(Moment)  # since when posts no longer wait for a look
    suspended_at: Mapped[datetime | None] = mapped_column(Moment)
    looked_at: Mapped[datetime | None] = mapped_column(Moment)  # last time "since you were last here" was read
    erased_at: Mapped[datetime | None] = mapped_column(Moment)
    mail_moves: Mapped[bool] = mapped_column(default=True)  # an e-mail for each move on what they follow
    roles: Mapped[list["PersonRole"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", foreign_keys="PersonRole.person_id"
    )


class PersonRole(Base):
    """A role given to a person, when and by whom."""

    __tablename__ = "person_role"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True)
    given_at: Mapped[datetime] = mapped_column(Moment)
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class Byline(Base):
    """What stands in public beside words: a name, a capacity if wanted, the words signed with.

    Only `forum.people` joins a byline to its person: for its owner, and for a moderator with a logged reason.
    `thread_id` is set when the person uses another name on one issue.
    """

    __tablename__ = "byline"
    __table_args__ = (Index(None, "person_id", "thread_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    thread_id: Mapped[int | None]  # no foreign key: a thread points back here, and one of the two must come first
    name: Mapped[str] = mapped_column(String(80))
    capacity: Mapped[str | None] = mapped_column(String(20))
    signed: Mapped[str] = mapped_column(String(200), default="")  # "Head of Day Services, Marlbrook Council"


class SignInSession(Base):
    """A session that the server knows of. The cookie holds a random token; only its hash is kept."""

    __tablename__ = "sign_in_session"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)
    person: Mapped[Person] = relationship(lazy="joined")


class MailedLink(Base):
    """A link sent by e-mail: for one purpose, used once, for a short time. Only the token's hash is kept."""

    __tablename__ = "mailed_link"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    purpose: Mapped[str] = mapped_column(String(20))
    email: Mapped[str] = mapped_column(String(254))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)


class FormKey(Base):
    """A form that was sent: the second press of its button gets the first one's page."""

    __tablename__ = "form_key"
    __table_args__ = (UniqueConstraint("key", "owner"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(40))
    owner: Mapped[str] = mapped_column(String(60))
    address: Mapped[str] = mapped_column(String(500))
    created_at: Mapped[datetime] = mapped_column(Moment, index=True)
