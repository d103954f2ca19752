"""Meetings, agenda items, papers and decisions. A day and an hour are those on the wall of the room, with their zone:
so a meeting planned for 7 pm stays at 7 pm when the clocks change."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from decisions.bodies.models import Body
from decisions.meetings import kinds
from forum.clock import DEFAULT_ZONE
from forum.db import Base, Moment


def _in(column: str, words: Iterable[str]) -> str:
    """The rule of a column that holds one of some words."""
    return f"{column} IN ({', '.join(repr(str(one)) for one in words)})"


class Series(Base):
    """Meetings that a body holds again and again. `every` is a rule of RFC 5545, as in `FREQ=MONTHLY;BYDAY=1TU`."""

    __tablename__ = "series"
    __table_args__ = (
        CheckConstraint("until_on IS NULL OR from_on <= until_on", name="dates"),
        CheckConstraint("length(every) > 0", name="every"),
        Index(None, "body_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"))
    title: Mapped[str] = mapped_column(String(200))
    every: Mapped[str] = mapped_column(String(200))
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    zone: Mapped[str] = mapped_column(String(40), default=DEFAULT_ZONE)
    place: Mapped[str] = mapped_column(String(300), default="")
    watch: Mapped[str] = mapped_column(String(500), default="")
    attend: Mapped[str] = mapped_column(Text, default="")
    ended_at: Mapped[datetime | None] = mapped_column(Moment)  # nothing more is laid out from it
    body: Mapped[Body] = relationship(lazy="joined", innerjoin=True)


class Meeting(Base):
    """One meeting of a body. What its own record no longer shows is marked with a day, and stays."""

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint(_in("status", kinds.Status), name="status"),
        CheckConstraint("length(title) > 0", name="title"),
        CheckConstraint("starts IS NOT NULL OR ends IS NULL", name="hours"),
        CheckConstraint("moved_to_id IS NULL OR status = 'put-off'", name="moved"),
        CheckConstraint("(series_id IS NULL) = (series_day IS NULL)", name="series"),
        UniqueConstraint("series_id", "series_day"),
        Index(None, "body_id", "day"),
        Index(None, "day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"))
    series_id: Mapped[int | None] = mapped_column(ForeignKey("series.id", ondelete="SET NULL"))
    series_day: Mapped[date | None]  # the day that the series gave it, wherever it was moved to
    title: Mapped[str] = mapped_column(String(200))
    day: Mapped[date]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    zone: Mapped[str] = mapped_column(String(40), default=DEFAULT_ZONE)
    status: Mapped[str] = mapped_column(String(12), default=kinds.Status.PLANNED)
    moved_to_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id", ondelete="SET NULL"))
    why: Mapped[str] = mapped_column(String(300), default="")  # it was cancelled or put off
    place: Mapped[str] = mapped_column(String(300), default="")
    watch: Mapped[str] = mapped_column(String(500), default="")  # where it is shown or recorded
    attend: Mapped[str] = mapped_column(Text, default="")  # how to come, and what helps
    about: Mapped[str] = mapped_column(Text, default="")  # in plain words: what is at stake
    url: Mapped[str] = mapped_column(String(500), default="")  # its page with the body
    agenda_on: Mapped[date | None]  # the day its agenda was published
    minutes_on: Mapped[date | None]
    sequence: Mapped[int] = mapped_column(default=0)  # calendars take a change when this has grown
    changed_at: Mapped[datetime] = mapped_column(Moment)
    checked_on: Mapped[date | None]
    gone_on: Mapped[date | None]
    body: Mapped[Body] = relationship(lazy="joined", innerjoin=True)


class AgendaItem(Base):
    """One item of a meeting: a heading, something to talk about, or something to decide. Official words stay as they
    came; plain ones are a person's."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        CheckConstraint("length(title) > 0", name="title"),
        Index(None, "meeting_id", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    position: Mapped[int]  # sorts
    number: Mapped[str] = mapped_column(String(20), default="")  # is shown
    title: Mapped[str] = mapped_column(String(500))
    heading: Mapped[bool] = mapped_column(default=False)
    restricted: Mapped[bool] = mapped_column(default=False)  # talked about without the public
    may_speak: Mapped[bool] = mapped_column(default=False)
    agenda: Mapped[str] = mapped_column(Text, default="")  # the body's words before the meeting
    minutes: Mapped[str] = mapped_column(Text, default="")  # the body's words after it
    plain: Mapped[str] = mapped_column(Text, default="")
    gone_on: Mapped[date | None]
    meeting: Mapped[Meeting] = relationship(lazy="joined", innerjoin=True)


class Document(Base):
    """A paper: where it is with the body, never a copy."""

    __tablename__ = "document"
    __table_args__ = (
        CheckConstraint(_in("kind", kinds.Paper), name="kind"),
        CheckConstraint("length(title) > 0", name="title"),
        Index(None, "meeting_id"),
        Index(None, "item_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(12), default=kinds.Paper.OTHER)
    title: Mapped[str] = mapped_column(String(300))
    url: Mapped[str] = mapped_column(String(500), default="")
    published_on: Mapped[date | None]
    restricted: Mapped[bool] = mapped_column(default=False)
    gone_on: Mapped[date | None]


class Attendance(Base):
    """Who was to be at a meeting in public office, and was."""

    __tablename__ = "attendance"
    __table_args__ = (
        CheckConstraint(_in("attended", kinds.Attended), name="attended"),
        UniqueConstraint("meeting_id", "name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(160))
    role: Mapped[str] = mapped_column(String(120), default="")
    party: Mapped[str] = mapped_column(String(120), default="")
    attended: Mapped[str] = mapped_column(String(10), default=kinds.Attended.EXPECTED)
    url: Mapped[str] = mapped_column(String(500), default="")
    gone_on: Mapped[date | None]


class Decision(Base):
    """What a body decided, in its own words and in plain ones. `maker` is a post when one person decides for the
    body. What it owes with a no stays empty until somebody says it: it is shown as "they have not said"."""

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint(_in("result", kinds.Result), name="result"),
        CheckConstraint(_in("call_in", kinds.CallIn), name="call_in"),
        CheckConstraint("length(title) > 0", name="title"),
        CheckConstraint(
            "coalesce(votes_for, 0) >= 0 AND coalesce(votes_against, 0) >= 0 AND coalesce(abstained, 0) >= 0",
            name="votes",
        ),
        Index(None, "body_id", "decided_on"),
        Index(None, "meeting_id"),
        Index(None, "item_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id", ondelete="SET NULL"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id", ondelete="SET NULL"))
    title: Mapped[str] = mapped_column(String(500))
    maker: Mapped[str] = mapped_column(String(160), default="")
    official: Mapped[str] = mapped_column(Text, default="")
    plain: Mapped[str] = mapped_column(Text, default="")
    result: Mapped[str] = mapped_column(String(16), default=kinds.Result.UNKNOWN)
    in_principle: Mapped[bool] = mapped_column(default=False)  # agreed, and to be decided formally later
    decided_on: Mapped[date | None]
    published_on: Mapped[date | None]
    in_force_on: Mapped[date | None]
    carried_out_on: Mapped[date | None]  # somebody told us that it was done
    key: Mapped[bool | None]  # a key decision; nothing: we do not know
    call_in: Mapped[str] = mapped_column(String(16), default=kinds.CallIn.UNKNOWN)
    call_in_until: Mapped[date | None]  # what the record says; else it is worked out from the body's clock
    votes_for: Mapped[int | None]
    votes_against: Mapped[int | None]
    abstained: Mapped[int | None]
    rests_on: Mapped[str] = mapped_column(Text, default="")  # the rule that a no rests on
    reason: Mapped[str] = mapped_column(Text, default="")
    risk: Mapped[str] = mapped_column(Text, default="")  # what is feared
    risk_owner: Mapped[str] = mapped_column(String(160), default="")  # a post
    for_a_yes: Mapped[str] = mapped_column(Text, default="")  # what would have to be true
    url: Mapped[str] = mapped_column(String(500), default="")
    changed_at: Mapped[datetime] = mapped_column(Moment)
    gone_on: Mapped[date | None]
    body: Mapped[Body] = relationship(lazy="joined", innerjoin=True)


class DecisionVersion(Base):
    """What a decision's page said before its words were changed: `said` by the names of the columns."""

    __tablename__ = "decision_version"
    __table_args__ = (UniqueConstraint("decision_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id", ondelete="CASCADE"))
    number: Mapped[int]
    said: Mapped[dict[str, Any]] = mapped_column(JSON)
    why: Mapped[str] = mapped_column(String(300), default="")
    until: Mapped[datetime] = mapped_column(Moment)


class RecordedVote(Base):
    """How one member voted on a decision, where the record says so."""

    __tablename__ = "recorded_vote"
    __table_args__ = (
        CheckConstraint(_in("vote", kinds.Vote), name="vote"),
        UniqueConstraint("decision_id", "name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(160))
    vote: Mapped[str] = mapped_column(String(10))
