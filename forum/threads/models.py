"""Threads and what belongs to them. A post that was taken back stays as a tombstone, so nothing cites a hole."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from forum.access import Shown
from forum.db import Base, Moment
from forum.people.models import Byline
from forum.threads.kinds import Kind

SHOWN_CHECK = "state IN ('shown', 'waiting', 'hidden', 'withdrawn')"


class Topic(Base):
    """What a thread is about, in the place's own words."""

    __tablename__ = "topic"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    position: Mapped[int] = mapped_column(default=0)


class Area(Base):
    """A part of the place."""

    __tablename__ = "area"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(80))


class Community(Base):
    """People who share something: Deaf people, Somali carers."""

    __tablename__ = "community"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(80))


class Thread(Base):
    """An issue, question, idea, story or offer. Its first post is number 1. One that says the same as another may be
    joined with it: it keeps all that is its own, and the talk goes on there."""

    __tablename__ = "thread"
    __table_args__ = (
        CheckConstraint(SHOWN_CHECK, name="state"),
        CheckConstraint("length(title) > 0", name="has_title"),
        CheckConstraint("joined_to_id IS NULL OR joined_to_id <> id", name="joined_to_another"),
        Index(None, "state", "last_post_at", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10), default=Kind.ISSUE)
    title: Mapped[str] = mapped_column(String(120))
    slug: Mapped[str] = mapped_column(String(80))
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), index=True)
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    community_id: Mapped[int | None] = mapped_column(ForeignKey("community.id"), index=True)
    byline_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))
    state: Mapped[str] = mapped_column(String(10), default=Shown.SHOWN)
    joined_to_id: Mapped[int | None] = mapped_column(ForeignKey("thread.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    last_post_at: Mapped[datetime] = mapped_column(Moment)
    post_count: Mapped[int] = mapped_column(default=0)  # shown posts after the opening one
    affected_count: Mapped[int] = mapped_column(default=0)
    follow_count: Mapped[int] = mapped_column(default=0)

    topic: Mapped[Topic] = relationship(lazy="joined", innerjoin=True)
    area: Mapped[Area | None] = relationship(lazy="joined")
    community: Mapped[Community | None] = relationship(lazy="joined")
    byline: Mapped[Byline] = relationship(lazy="joined", innerjoin=True, foreign_keys=[byline_id])


class Post(Base):
    """Words in a thread. `html` is made once, when the words are written."""

    __tablename__ = "post"
    __table_args__ = (
        UniqueConstraint("thread_id", "number"),
        CheckConstraint(SHOWN_CHECK, name="state"),
        CheckConstraint("came_by IS NULL OR consent", name="typed_in_with_consent"),
        Index(None, "state", "created_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"))
    number: Mapped[int]
    byline_id: Mapped[int] = mapped_column(ForeignKey("byline.id"), index=True)
    reply_to_id: Mapped[int | None] = mapped_column(ForeignKey("post.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), default=Shown.SHOWN)
    created_at: Mapped[datetime] = mapped_column(Moment)
    edited_at: Mapped[datetime | None] = mapped_column(Moment)
    came_by: Mapped[str | None] = mapped_column(String(10))
    consent: Mapped[bool] = mapped_column(default=False)
    typed_by_id: Mapped[int | None] = mapped_column(ForeignKey("byline.id"))

    thread: Mapped[Thread] = relationship()
    byline: Mapped[Byline] = relationship(lazy="joined", innerjoin=True, foreign_keys=[byline_id])
    typed_by: Mapped[Byline | None] = relationship(lazy="joined", foreign_keys=[typed_by_id])


class PostVersion(Base):
    """What a post said before it was edited."""

    __tablename__ = "post_version"
    __table_args__ = (UniqueConstraint("post_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id", ondelete="CASCADE"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    until: Mapped[datetime] = mapped_column(Moment)


class Ask(Base):
    """What people are asking for: each version a row, with who agreed it and views that differ."""

    __tablename__ = "ask"
    __table_args__ = (UniqueConstraint("thread_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(String(600))
    agreed_by: Mapped[str] = mapped_column(String(200))
    agreed_on: Mapped[date]
    differing: Mapped[str] = mapped_column(String(600), default="")
    written_by_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))
    created_at: Mapped[datetime] = mapped_column(Moment)


class Affected(Base):
    """One "this affects me too": once a person, or once a browser when signed out."""

    __tablename__ = "affected"
    __table_args__ = (
        UniqueConstraint("thread_id", "person_id"),
        UniqueConstraint("thread_id", "browser"),
        CheckConstraint("(person_id IS NULL) <> (browser IS NULL)", name="one_owner"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    browser: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(Moment)


class Keeper(Base):
    """Who looks after an issue, from when to when. One at a time."""

    __tablename__ = "keeper"
    __table_args__ = (
        Index(
            "uq_keeper_thread_now",
            "thread_id",
            unique=True,
            sqlite_where=text("until IS NULL"),
            postgresql_where=text("until IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    byline_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))
    since: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime | None] = mapped_column(Moment)
    byline: Mapped[Byline] = relationship(lazy="joined")  # not an inner join: a page joins a keeper that may be none


class Draft(Base):
    """What somebody began to write, kept for a browser and then for its person, so that signing up loses nothing."""

    __tablename__ = "draft"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime] = mapped_column(Moment, index=True)
