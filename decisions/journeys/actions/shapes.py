"""What is handed to the verbs: a stop to be planned, a move to be recorded."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from decisions.journeys.kinds import Evidence, MoveKind, StopRole


@dataclass(frozen=True, slots=True)
class NewStop:
    """A stop to be added to a route."""

    role: StopRole
    title: str
    body_id: int | None = None
    about: str = ""
    opens_on: date | None = None
    planned_on: date | None = None
    writing_counts: str = ""
    official_way: str = ""
    step: str = ""  # the usual step that it stands for


@dataclass(frozen=True, slots=True)
class NewMove:
    """A move to be recorded. `corrects` is the number of the move that it puts right."""

    kind: MoveKind
    happened_on: date
    evidence: Evidence
    plain: str
    stop_id: int | None = None
    to_stop_id: int | None = None
    planned_on: date | None = None
    published_on: date | None = None
    source: str = ""
    source_name: str = ""
    official: str = ""
    reason: str = ""
    corrects: int | None = None
    becomes: str | None = None
    cites: Sequence[int] = field(default_factory=tuple)
