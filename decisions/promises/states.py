"""Where a promise stands: computed from what happened to it and from what the people affected say. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from decisions.promises.kinds import CheckWord, Happening, Stage, Voice

H, S = Happening, Stage
ENOUGH = 3  # so many people have to agree before their word is taken for what happened
DATED = (H.PROPOSED, H.MADE, H.NEW_DATE, H.AGAIN)  # they may name the day by which it is to be done
FEWEST = 5  # below this, what people said is not split by what they said

# What can happen where, and where it leads. What is not in here can't happen.
MOVES: Mapping[Stage | None, Mapping[Happening, Stage]] = {
    None: {H.PROPOSED: S.PROPOSED, H.MADE: S.UNDER_WAY},
    S.PROPOSED: {H.MADE: S.UNDER_WAY, H.TURNED_DOWN: S.TURNED_DOWN},
    S.TURNED_DOWN: {},
    S.UNDER_WAY: {
        H.NEWS: S.UNDER_WAY,
        H.NEW_DATE: S.UNDER_WAY,
        H.SAYS_DONE: S.SAYS_DONE,
        H.NOT_DONE: S.NOT_DONE,
        H.DROPPED: S.DROPPED,
    },
    S.SAYS_DONE: {H.NEWS: S.SAYS_DONE, H.NOT_DONE: S.NOT_DONE, H.AGAIN: S.UNDER_WAY},
    S.CONFIRMED: {H.NEWS: S.CONFIRMED, H.NOT_DONE: S.NOT_DONE, H.AGAIN: S.UNDER_WAY},
    S.NOT_DONE: {
        H.NEWS: S.NOT_DONE,
        H.NEW_DATE: S.UNDER_WAY,
        H.SAYS_DONE: S.SAYS_DONE,
        H.DROPPED: S.DROPPED,
    },
    S.DROPPED: {H.NEWS: S.DROPPED, H.AGAIN: S.UNDER_WAY},
}


@dataclass(frozen=True, slots=True)
class EventFact:
    """One thing that happened to a promise. `planned_on`: the day that it names, if it names one."""

    kind: str
    recorded_at: datetime
    planned_on: date | None = None
    voice: str = Voice.FACILITATOR


@dataclass(frozen=True, slots=True)
class Now:
    """Where a promise stands. `said`: by what happened alone; `stage`: with what the people affected say.
    `claimed_at`: since when the body says that it is done; only checks since then count."""

    stage: Stage
    said: Stage
    due_on: date | None
    claimed_at: datetime | None


def step(said: Stage | None, kind: str) -> Stage | None:
    """Return where something leads from what was said so far, or none when it can't happen there. Of a promise that
    the body says is done, people affected may say that it is not: what can happen then can happen too."""
    happening = Happening(kind)
    found = MOVES[said].get(happening)
    return MOVES[S.NOT_DONE].get(happening) if found is None and said == S.SAYS_DONE else found


def fold(events: Iterable[EventFact], checks: Mapping[str, int] | None = None) -> Now:
    """Compute where a promise stands.

    Arguments: what happened, in its order; how many people affected said each word since the body said that it is
    done. What the table does not allow changes nothing, and news of a member never changes anything.
    """
    said: Stage | None = None
    due_on: date | None = None
    claimed_at: datetime | None = None
    for one in events:
        after = step(said, one.kind)
        if after is None:
            continue
        if one.planned_on is not None and one.kind in DATED:
            due_on = one.planned_on
        claimed_at = one.recorded_at if one.kind == H.SAYS_DONE else claimed_at
        said = after
    if said is None:
        raise ValueError("a promise begins with a proposal or with the promise itself")
    return Now(_with_people(said, checks or {}), said, due_on, claimed_at if said == S.SAYS_DONE else None)


def _with_people(said: Stage, checks: Mapping[str, int]) -> Stage:
    """What the people affected make of a promise that the body says is done."""
    if said != S.SAYS_DONE:
        return said
    kept, not_kept = checks.get(CheckWord.KEPT, 0), checks.get(CheckWord.NOT_KEPT, 0)
    know = kept + not_kept + checks.get(CheckWord.PARTLY, 0)
    if kept >= ENOUGH and 2 * kept > know:
        return S.CONFIRMED
    if not_kept >= ENOUGH and 2 * not_kept > know:
        return S.NOT_DONE
    return said


def is_late(stage: str, due_on: date | None, *, basis: str, joined: bool, today: date) -> bool:
    """Whether a body is late: its own day passed, and it did not say that it is done. Never for a day that is only
    usual, and never of a body that has not joined: it may not have had our message."""
    waits = stage in (S.UNDER_WAY, S.NOT_DONE)
    return waits and joined and basis != "typical" and due_on is not None and due_on < today


def has_passed(stage: str, due_on: date | None, *, today: date) -> bool:
    """Whether the day passed and nobody has said what became of it."""
    return stage == S.UNDER_WAY and due_on is not None and due_on < today


def can_check(stage: str, due_on: date | None, *, today: date) -> bool:
    """Whether people affected are asked if it was done: the body says so, or its day passed."""
    return stage in (S.SAYS_DONE, S.CONFIRMED) or has_passed(stage, due_on, today=today) or stage == S.NOT_DONE


ORDER = (S.CONFIRMED, S.SAYS_DONE, S.NOT_DONE, S.UNDER_WAY, S.DROPPED, S.PROPOSED, S.TURNED_DOWN)


def rank(stage: str, *, late: bool) -> int:
    """Return where a promise stands in a list: kept ones first, then late ones, then the others."""
    if stage in (S.CONFIRMED, S.SAYS_DONE):
        return ORDER.index(Stage(stage))
    return 2 if late else 3 + ORDER.index(Stage(stage))
