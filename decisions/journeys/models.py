"""A journey: the stops it is planned to make, and the moves it made. Moves are added and never changed."""

from datetime import date, datetime, time
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, exists
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from decisions.bodies.models import Body
from forum.access import Shown
from forum.db import Base, Moment
from forum.people.models import Byline


class Journey(Base):
    """The actual route of an issue, or of one `part` of it. Has a title of its own, so that it outlives a deleted post.
    It belongs to the issue where it began (docs/decisions/0014-several-journeys.md)."""

    __tablename__ = "journey"
    __table_args__ = (UniqueConstraint("thread_id", "number"), CheckConstraint("number > 0", name="number"))

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id"))
    number: Mapped[int] = mapped_column(default=1)  # which of the journeys of its issue it is
    part: Mapped[str] = mapped_column(String(60), default="")  # what it decides, when another decides the rest
    title: Mapped[str] = mapped_column(String(120))
    limits: Mapped[str] = mapped_column(String(600), default="")  # what can't change, and why
    started_at: Mapped[datetime] = mapped_column(Moment)
    started_by_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))
    checked_on: Mapped[date | None]
    checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("byline.id"))
    pathway: Mapped[str] = mapped_column(String(80), default="")  # the usual steps that it was started from
    changes: Mapped[str] = mapped_column(String(400), default="")  # which changes to them, their ids with a space


class JourneyIssue(Base):
    """An issue on whose page a journey stands: the one that it belongs to, or one that is decided together with it.
    The first in `place` is shown in full; an issue's own journeys come before those that it goes along with."""

    __tablename__ = "journey_issue"
    __table_args__ = (UniqueConstraint("thread_id", "place"), CheckConstraint("place > 0", name="place"))

    journey_id: Mapped[int] = mapped_column(ForeignKey("journey.id", ondelete="CASCADE"), primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(default=1)


class Stop(Base):
    """One planned step: a body, its role, a planned day. What became of it is computed from the moves."""

    __tablename__ = "stop"
    __table_args__ = (
        CheckConstraint("opens_on IS NULL OR planned_on IS NULL OR opens_on <= planned_on", name="dates"),
        CheckConstraint("role = 'here' OR body_id IS NOT NULL", name="has_body"),
        CheckConstraint(
            "received_on IS NULL OR (sent_in_on IS NOT NULL AND sent_in_on <= received_on)", name="received"
        ),
        Index(None, "journey_id", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    journey_id: Mapped[int] = mapped_column(ForeignKey("journey.id", ondelete="CASCADE"))
    position: Mapped[int]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"), index=True)
    role: Mapped[str] = mapped_column(String(12))
    title: Mapped[str] = mapped_column(String(80))
    about: Mapped[str] = mapped_column(String(200), default="")
    opens_on: Mapped[date | None]
    planned_on: Mapped[date | None]
    writing_counts: Mapped[str] = mapped_column(String(10), default="")  # no, yes, we-send
    official_way: Mapped[str] = mapped_column(String(300), default="")
    step: Mapped[str] = mapped_column(String(80), default="")  # the usual step that it stands for
    sent_in_on: Mapped[date | None]  # when we sent in what was written here
    received_on: Mapped[date | None]  # when they say that they have it
    body: Mapped[Body | None] = relationship(lazy="joined")


class Way(Base):
    """One thing that an ordinary person can do at a stop, and until when."""

    __tablename__ = "way"

    id: Mapped[int] = mapped_column(primary_key=True)
    stop_id: Mapped[int] = mapped_column(ForeignKey("stop.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(String(160))
    detail: Mapped[str] = mapped_column(String(300), default="")
    url: Mapped[str] = mapped_column(String(500), default="")
    until: Mapped[date | None] = mapped_column(index=True)
    at: Mapped[time | None]
    speaking: Mapped[bool] = mapped_column(default=False)


class Move(Base):
    """What happened. Numbered within its journey; a `corrected` move supersedes an earlier one, and both stay."""

    __tablename__ = "move"
    __table_args__ = (
        UniqueConstraint("journey_id", "number"),
        UniqueConstraint("corrects_id"),
        CheckConstraint("(kind = 'corrected') = (corrects_id IS NOT NULL)", name="corrects"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("length(plain) > 0", name="plain"),
        CheckConstraint("state IN ('shown', 'hidden')", name="state"),
        CheckConstraint("published_on IS NULL OR published_on >= happened_on", name="published"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    journey_id: Mapped[int] = mapped_column(ForeignKey("journey.id", ondelete="CASCADE"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    stop_id: Mapped[int | None] = mapped_column(ForeignKey("stop.id"))
    to_stop_id: Mapped[int | None] = mapped_column(ForeignKey("stop.id"))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("move.id"))
    becomes: Mapped[str | None] = mapped_column(String(20))
    happened_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(Moment)
    byline_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))
    evidence: Mapped[str] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(String(500), default="")
    source_name: Mapped[str] = mapped_column(String(160), default="")
    official: Mapped[str] = mapped_column(Text, default="")
    plain: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
    planned_on: Mapped[date | None]
    published_on: Mapped[date | None]  # of a decision: the day from which it can be read
    state: Mapped[str] = mapped_column(String(10), default=Shown.SHOWN)  # hidden: its words are, what happened is not
    byline: Mapped[Byline] = relationship(lazy="joined", innerjoin=True)
    confirmed: ClassVar[Any]  # whether a second person agrees: set below


class Confirmation(Base):
    """A second person looked at the source of what a member says happened, and agrees. Added, never changed."""

    __tablename__ = "confirmation"

    id: Mapped[int] = mapped_column(primary_key=True)
    move_id: Mapped[int] = mapped_column(ForeignKey("move.id", ondelete="CASCADE"), unique=True)
    byline_id: Mapped[int] = mapped_column(ForeignKey("byline.id"))
    confirmed_at: Mapped[datetime] = mapped_column(Moment)
    byline: Mapped[Byline] = relationship(lazy="joined", innerjoin=True)


Move.confirmed = column_property(exists().where(Confirmation.move_id == Move.id))


class Citation(Base):
    """A post that a move rests on. Title and day are its own: the post may become a tombstone."""

    __tablename__ = "citation"
    __table_args__ = (UniqueConstraint("move_id", "post_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    move_id: Mapped[int] = mapped_column(ForeignKey("move.id", ondelete="CASCADE"))
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id"))
    title: Mapped[str] = mapped_column(String(160))
    day: Mapped[date]


class Deadline(Base):
    """A date that matters, with its stated basis: typed by a facilitator, or worked out from a clock (`rule`) that
    started on a day at a stop. Lateness is computed, never kept."""

    __tablename__ = "deadline"
    __table_args__ = (
        CheckConstraint("basis IN ('law', 'guidance', 'local', 'promise', 'typical')", name="basis"),
        CheckConstraint("basis = 'typical' OR length(source) > 0", name="source"),
        CheckConstraint("(rule = '') = (start IS NULL) AND (rule = '' OR stop_id IS NOT NULL)", name="clock"),
        UniqueConstraint("stop_id", "rule"),
        Index(None, "journey_id"),
        Index(None, "due_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    journey_id: Mapped[int] = mapped_column(ForeignKey("journey.id", ondelete="CASCADE"))
    body_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"))  # who must act; none: a date for people
    text: Mapped[str] = mapped_column(String(160))
    due_on: Mapped[date]
    at: Mapped[time | None]
    basis: Mapped[str] = mapped_column(String(10))
    source: Mapped[str] = mapped_column(String(500), default="")
    working: Mapped[str] = mapped_column(Text, default="")
    met_by_id: Mapped[int | None] = mapped_column(ForeignKey("move.id"))
    dropped_at: Mapped[datetime | None] = mapped_column(Moment)
    stop_id: Mapped[int | None] = mapped_column(ForeignKey("stop.id", ondelete="CASCADE"))
    rule: Mapped[str] = mapped_column(String(80), default="")  # the clock that it was worked out from
    start: Mapped[date | None]  # the day that the clock was counted from
    reckoned: Mapped[date | None]  # what the clock gave when it was last worked out
    watched: Mapped[bool] = mapped_column(default=True)  # we would hear of it: only then is a body called late
    first_day: Mapped[bool] = mapped_column(default=False)  # nothing may happen before it: nobody owes anything by it
    moved: Mapped[str] = mapped_column(String(400), default="")  # why it moved by itself: a bank holiday came
    holds_until: Mapped[date | None]  # after this day the clock should have been checked again: it is only usual
    typed_by_id: Mapped[int | None] = mapped_column(ForeignKey("byline.id"))
    checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("byline.id"))  # a second person, who looked
    checked_on: Mapped[date | None]
    body: Mapped[Body | None] = relationship(lazy="joined")


class JourneyNow(Base):
    """What the fold computed for a whole journey, kept so that lists can filter. Only the fold writes it."""

    __tablename__ = "journey_now"
    __table_args__ = (Index(None, "stage"), Index(None, "due_on"))

    journey_id: Mapped[int] = mapped_column(ForeignKey("journey.id", ondelete="CASCADE"), primary_key=True)
    stage: Mapped[str] = mapped_column(String(12))
    outcome: Mapped[str] = mapped_column(String(20))
    last_number: Mapped[int]
    news_on: Mapped[date]  # the day of the last move that happened
    moved_at: Mapped[datetime] = mapped_column(Moment)  # when the last move was recorded: lists order by it
    due_on: Mapped[date | None]  # the first planned day that readers will be asked about once it has passed
    due_stop_id: Mapped[int | None] = mapped_column(ForeignKey("stop.id", ondelete="SET NULL"))


class StopNow(Base):
    """What the fold computed for one open stop: who has it, since when, and the next day. Only the fold writes it."""

    __tablename__ = "stop_now"

    stop_id: Mapped[int] = mapped_column(ForeignKey("stop.id", ondelete="CASCADE"), primary_key=True)
    journey_id: Mapped[int] = mapped_column(ForeignKey("journey.id", ondelete="CASCADE"), index=True)
    body_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"), index=True)
    waiting: Mapped[bool]  # a reply is awaited
    since: Mapped[date]
    due_on: Mapped[date | None]


class Nudge(Base):
    """Somebody was asked on a day whether they know more of an issue. Nobody is asked often."""

    __tablename__ = "nudge"
    __table_args__ = (UniqueConstraint("journey_id", "person_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    journey_id: Mapped[int] = mapped_column(ForeignKey("journey.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    day: Mapped[date]


class Verdict(Base):
    """What one person affected, or who follows, says came of it: once in each round of asking. Without a round: said
    before there were rounds. Who said what is nobody's business; how many said what is everybody's."""

    __tablename__ = "verdict"
    __table_args__ = (
        UniqueConstraint("journey_id", "round_id", "person_id"),
        UniqueConstraint("journey_id", "round_id", "browser"),
        UniqueConstraint("round_id", "follow_id"),
        CheckConstraint("word IN ('changed', 'partly', 'not-changed', 'dont-know')", name="word"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    journey_id: Mapped[int] = mapped_column(ForeignKey("journey.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    browser: Mapped[str | None] = mapped_column(String(64))
    word: Mapped[str] = mapped_column(String(12))
    words: Mapped[str] = mapped_column(String(400), default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime | None] = mapped_column(Moment)
    round_id: Mapped[int | None] = mapped_column(ForeignKey("verdict_round.id", ondelete="CASCADE"), index=True)
    follow_id: Mapped[int | None] = mapped_column(ForeignKey("follow.id", ondelete="SET NULL"))  # by e-mail alone
