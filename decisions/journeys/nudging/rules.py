"""Who is asked whether they know more, and when (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

MOST_AT_ONCE = 3  # people, for one issue
MOST_ROUNDS = 3  # for one silence: then it is for those who help run the place
BETWEEN_ROUNDS = timedelta(days=14)
BETWEEN_LETTERS = timedelta(days=28)  # to one person, whatever the issue
AFTER_A_DAY = timedelta(days=3)  # since a planned day that passed
AFTER_NEWS = timedelta(days=42)


@dataclass(frozen=True, slots=True)
class Silence:
    """What is known of an issue: its last news, a planned day that may have passed, the days on which we asked since
    the last news."""

    news_on: date
    due_on: date | None = None
    asked: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Could:
    """Somebody who could know: whether they look after the issue or speak for the body that has it, when we asked them
    last, about anything, and how often."""

    person_id: int
    near: bool = False
    asked_on: date | None = None
    times: int = 0


def is_time(of: Silence, today: date) -> bool:
    """Whether people are to be asked today."""
    if len(set(of.asked)) >= MOST_ROUNDS or any(today - day < BETWEEN_ROUNDS for day in of.asked):
        return False
    passed = of.due_on is not None and today - of.due_on >= AFTER_A_DAY
    return passed or today - of.news_on >= AFTER_NEWS


def turn(people: Iterable[Could], today: date) -> list[int]:
    """Return whom to ask: at most three, one of those who are near to it, and who was not asked for longest first."""
    free = [one for one in people if one.asked_on is None or today - one.asked_on >= BETWEEN_LETTERS]
    waited = sorted(free, key=lambda one: (one.asked_on or date.min, one.times, one.person_id))
    near = [one for one in waited if one.near][:1]
    others = [one for one in waited if one not in near]
    return [one.person_id for one in (near + others)[:MOST_AT_ONCE]]
