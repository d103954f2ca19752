"""A simple model of a journey, written apart from the fold: what one would note on paper, entry by entry.

It is told what happened in the order of days and says where the issue is and who has it. It shares no code with the
fold, so that the two can be held against each other.
"""

from dataclasses import dataclass, field
from datetime import date

YES = ("agreed", "agreed-changed")
STEPS_BACK = ("withdrawn", "outside-power")
ENDS = (*YES, *STEPS_BACK, "refused")
SHUTS = (
    "raised", "considered", "noted", "referred", "recommended", "recommended-against", "takes-effect", "check-answered",
    *ENDS,
)  # fmt: skip
OURS = ("raised", "sent", "check-answered", "reopened", "closed")


@dataclass
class Note:
    """What is noted of one step."""

    role: str
    planned: date | None
    is_open: bool = False
    is_off: bool = False
    happened: bool = False  # anything was noted of it
    begun: bool = False  # somebody had it, or put it off
    since: date | None = None
    waits: bool = False
    says_they_have_it: bool = False
    on_a_list: bool = False
    passed_here: bool = False


@dataclass
class Paper:
    """The sheet of paper of one issue."""

    steps: dict[int, Note]
    outcome: str = ""
    by: int | None = None
    promised: bool = False
    over: bool = False

    def note(self, kind: str, step: int | None, to: int | None, day: date, planned: date | None) -> None:
        """Note what happened."""
        here = self.steps.get(step or 0)
        self._whole(kind, step, here)
        if here is None:
            return
        here.happened, here.passed_here = True, False
        self._here(kind, here, day, planned)
        if kind in ("referred", "called-in") and to in self.steps:
            there = self.steps[to]
            there.since = there.since if there.is_open else day
            there.is_open, there.is_off, there.happened, there.begun = True, False, True, True
            there.passed_here = kind == "referred"
            there.on_a_list = kind == "called-in" or there.planned is not None

    def _whole(self, kind: str, step: int | None, here: Note | None) -> None:
        if kind in ENDS and ((here is not None and here.role == "decide") or self.outcome not in YES):
            self.outcome, self.by = kind, step
        if kind == "promise-made":
            self.promised = True
        if kind == "closed":
            self.over = True
        if kind == "reopened":
            self.outcome, self.by, self.over = "", None, False

    def _here(self, kind: str, here: Note, day: date, planned: date | None) -> None:
        if kind in ("sent", "acknowledged"):
            self._open(here, day)
            here.waits, here.says_they_have_it = True, kind == "acknowledged"
        elif kind in ("forward-plan", "on-agenda"):
            self._open(here, day)
            here.on_a_list, here.planned = True, planned or here.planned
        elif kind == "deferred":
            here.is_open, here.is_off, here.begun, here.planned = False, True, True, planned
            here.waits = here.says_they_have_it = False
            here.on_a_list = planned is not None
        elif kind == "reply-received" and here.role not in ("reply", "inform"):
            here.waits = here.says_they_have_it = False
        elif kind in ("promise-made", "promise-update") and here.role == "carry-out":
            self._open(here, day)
        elif kind in SHUTS or kind == "reply-received" or (kind.startswith("promise") and here.waits):
            here.is_open = here.is_off = here.waits = here.says_they_have_it = here.on_a_list = False
            here.begun = True

    @staticmethod
    def _open(here: Note, day: date) -> None:
        here.since = here.since if here.is_open else day
        here.is_open, here.is_off, here.begun = True, False, True

    def holders(self) -> dict[int, date | None]:
        """Who has it, by step, and since when."""
        return {number: step.since for number, step in self.steps.items() if step.is_open}

    def stage(self) -> str:
        """Where it is."""
        rows = list(self.steps.values())
        working = [one for one in rows if one.is_open and one.role != "carry-out"]
        off = [one for one in rows if one.is_off]
        bad = self.outcome in ("refused", *STEPS_BACK)
        if self.over:
            return "finished" if not bad and (self.promised or self.outcome in YES) else "not-taken"
        if any(one.on_a_list for one in working) or any(one.planned for one in off):
            return "agenda"
        if working:
            return "waiting" if any(one.says_they_have_it for one in working) else "sent"
        if off:
            return "paused"
        more = self._more_to_come()
        if bad and not (self.outcome in STEPS_BACK and more):
            return "not-taken"
        if any(one.is_open for one in rows) or (self.promised and not more):
            return "promise"
        if self.outcome in YES:
            return "decided"
        had = any(one.happened and one.role not in ("here", "inform") for one in rows)  # told is not sent
        return "sent" if had and any(self._ahead(one) for one in rows) else "talking"

    def _more_to_come(self) -> bool:
        rows = list(self.steps.values())
        last = max((place for place, one in enumerate(rows) if one.happened), default=-1)
        return any(self._ahead(one) for one in rows[last + 1 :])

    @staticmethod
    def _ahead(one: Note) -> bool:
        return not one.begun and one.role != "carry-out"


@dataclass
class Said:
    """An entry as it was recorded."""

    number: int
    kind: str
    day: date
    step: int | None
    to: int | None
    planned: date | None
    sure: bool  # more than one member's word
    corrects: int | None = None
    becomes: str | None = None
    puts_right: list[int] = field(default_factory=list)


def paper_of(steps: dict[int, tuple[str, date | None]], entries: list[Said]) -> Paper:
    """Return the sheet of paper after some entries: sorted by day, each as its last correction left it."""
    paper = Paper({number: Note(role, planned) for number, (role, planned) in steps.items()})
    stands: dict[int, Said] = {}
    belongs: dict[int, int] = {}
    for one in sorted(entries, key=lambda entry: entry.number):
        first = belongs.get(one.corrects or 0, one.number)
        belongs[one.number] = first
        old = stands.get(first)
        if old is None:
            stands[first] = one
        else:
            kind = one.becomes or old.kind
            step, to = one.step or old.step, one.to or old.to
            stands[first] = Said(first, kind, one.day, step, to, one.planned, one.sure)
    for one in sorted(stands.values(), key=lambda entry: (entry.day, entry.number)):
        if one.kind != "nothing" and (one.sure or one.kind in OURS):
            paper.note(one.kind, one.step, one.to, one.day, one.planned)
    return paper
