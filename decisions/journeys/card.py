"""An issue in a few lines: what a list says of it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from decisions.journeys.kinds import ENDED


@dataclass(frozen=True, slots=True)
class Holder:
    """A body that has the issue now. `due_on` is the day planned there, perhaps past."""

    body: str
    slug: str
    role: str
    waiting: bool
    since: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Next:
    """The next day that matters: what is to happen then. `kind`: way, deadline or stop (then `role` says more)."""

    kind: str
    day: date
    what: str
    role: str = ""


@dataclass(slots=True)
class Card:
    """An issue in a few lines."""

    id: int
    slug: str
    title: str
    kind: str
    topic: str
    topic_slug: str
    area: str | None
    replies: int
    affected: int
    active_at: datetime
    journey_id: int | None
    home_id: int | None  # the issue that its first journey belongs to
    stage: str
    outcome: str | None
    news_on: date | None
    has_more: bool
    parts: int = 0  # how many journeys it has that go on, when it has several
    bodies: int = 0  # how many bodies decide in these
    home: str = ""  # what the issue is called that it is decided together with
    holders: list[Holder] = field(default_factory=list)
    next: Next | None = None
    late: Next | None = None

    @property
    def ended(self) -> bool:
        """Whether nobody has it any more."""
        return self.stage in ENDED


Moving = dict[int, list[Card]]  # by the journeys that go on
