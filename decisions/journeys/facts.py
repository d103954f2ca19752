"""What the fold takes and what it gives: plain facts of stops and moves, and the state of stops and of a journey."""

from dataclasses import dataclass, field
from datetime import date

from decisions.journeys.kinds import Door, Evidence, MoveKind, Stage

K = MoveKind
AGREED = frozenset({K.AGREED, K.AGREED_CHANGED})


@dataclass(frozen=True, slots=True)
class StopFact:
    """What is planned: an id, its place in the route, the body, its role, and days."""

    id: int
    role: str
    body_id: int | None = None
    opens_on: date | None = None
    planned_on: date | None = None


@dataclass(frozen=True, slots=True)
class MoveFact:
    """What happened: its number, kind, stop, day, evidence, and where it leads."""

    number: int
    kind: str
    happened_on: date
    stop_id: int | None = None
    to_stop_id: int | None = None
    planned_on: date | None = None
    evidence: str = Evidence.OFFICIAL_RECORD
    corrects: int | None = None
    becomes: str | None = None
    published_on: date | None = None  # of a decision
    confirmed: bool = False  # a second person looked at the source and agrees


@dataclass(slots=True)
class StopState:
    """What became of a stop. `listed`: a meeting has it. `waiting`: an answer is awaited."""

    door: Door = Door.AHEAD
    since: date | None = None
    ended_on: date | None = None
    planned_on: date | None = None
    waiting: bool = False
    acknowledged: bool = False
    listed: bool = False
    on_agenda: bool = False
    sent_on: date | None = None
    last: MoveFact | None = None
    ended_by: str = ""  # the kind of the move that closed it

    @property
    def open(self) -> bool:
        """Whether somebody has the issue at this stop now."""
        return self.door == Door.NOW

    @property
    def touched(self) -> bool:
        """Whether anything happened here."""
        return self.last is not None

    @property
    def sent_back(self) -> bool:
        """Whether the last thing that happened was that another body passed it here."""
        return self.last is not None and self.last.kind == K.REFERRED


@dataclass(slots=True)
class Now:
    """Where an issue is: the stage, the outcome and who decided it, each stop's state, the last news."""

    stops: dict[int, StopState]
    stage: Stage = Stage.TALKING
    outcome: str = ""
    outcome_move: MoveFact | None = None
    called_in: bool = False
    called_to: int | None = None  # the stop that looks at the decision again
    in_force_on: date | None = None
    promised: bool = False
    closed: MoveFact | None = None
    reopened: MoveFact | None = None  # and nothing ended it since
    news_on: date | None = None
    last_number: int = 0
    order: list[int] = field(default_factory=list)
    stops_body: dict[int, int] = field(default_factory=dict)

    @property
    def in_principle(self) -> bool:
        """Whether it was agreed while a later decision is still to come."""
        return self.outcome in AGREED and self._later_decision

    _later_decision: bool = False
