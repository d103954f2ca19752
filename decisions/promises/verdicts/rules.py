"""When people are asked what changed, and how what they said is counted. Pure."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from decisions.journeys.fold import Now
from decisions.journeys.kinds import ENDED, VERDICT_WORDS, VerdictWord
from forum.access import SUSPENDED, Standing
from forum.refusal import Refusal
from forum.say import N_, NN_, Sentence

LATEST = timedelta(days=30)  # a round that could not begin in time (the site was down) begins up to so much later
FEWEST = 5  # answers; with fewer, what people said is not split by what they said


@dataclass(frozen=True, slots=True)
class Ending:
    """How an issue ended: the number of the entry that ended it, and its day."""

    number: int
    day: date


@dataclass(frozen=True, slots=True)
class Said:
    """What people said in one round: when they were asked, how many answered, and how many said each word."""

    months: int
    opens_on: date
    closes_on: date
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many answered."""
        return sum(self.counts.values())

    @property
    def split(self) -> bool:
        """Whether there are enough answers to say how many said what."""
        return self.total >= FEWEST


def ending_of(now: Now) -> Ending | None:
    """Return how an issue ended; none while it goes on."""
    move = now.closed or now.outcome_move
    return Ending(move.number, move.happened_on) if now.stage in ENDED and move is not None else None


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later; the last of the month when there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due(ended_on: date, wanted: Iterable[int], known: Iterable[int], *, today: date) -> int | None:
    """Return after how many months people are to be asked today, if any: the latest round whose day has come and that
    was not begun. Earlier ones that were missed are left out: nobody is asked twice at once."""
    begun = max(known, default=-1)
    come = [one for one in wanted if one > begun and add_months(ended_on, one) <= today]
    last = max(come, default=None)
    return last if last is not None and today <= add_months(ended_on, last) + LATEST else None


def may_answer(who: Standing, *, concerned: bool, is_open: bool) -> Refusal | None:
    """Whether this person may say what changed: somebody affected or who follows, while a round is open. Nobody needs
    an account for it."""
    if who.suspended:
        return Refusal(SUSPENDED)
    return may_say(concerned=concerned, is_open=is_open)


def may_say(*, concerned: bool, is_open: bool) -> Refusal | None:
    """The same for whoever has the link of a letter."""
    if not is_open:
        return Refusal(N_("Nobody is asked about this at the moment. You are asked again later."))
    if not concerned:
        return Refusal(N_("This is for people affected. Say on the issue’s page that it affects you too."))
    return None


def title(said: Said) -> Sentence:
    """Say when people were asked, and how many answered."""
    if said.months == 0:
        forms = NN_(
            "After it ended, %(num)s person said what changed.", "After it ended, %(num)s people said what changed."
        )
        return Sentence.counted(forms, said.total)
    forms = NN_("%(when)s: %(num)s person said what changed.", "%(when)s: %(num)s people said what changed.")
    when = Sentence.counted(NN_("%(num)s month later", "%(num)s months later"), said.months)
    return Sentence.counted(forms, said.total, {"when": when})


def lines(said: Said) -> list[Sentence]:
    """Say how many said what: each word that somebody said; nothing when too few answered."""
    if not said.split:
        return []
    text = "%(words)s: %(count)s"
    return [
        Sentence(text, {"words": Sentence(VERDICT_WORDS[word]), "count": said.counts[word]})
        for word in VerdictWord
        if said.counts.get(word)
    ]
