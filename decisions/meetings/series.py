"""Meetings that come again and again: the plain choices, the rule of RFC 5545 behind them, and its days (pure).

Nobody types such a rule: people choose "every 2 months on the first Tuesday". The count of days is dateutil's.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice, takewhile

from dateutil.rrule import rrulestr

from forum.say import N_, NN_, Sentence

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY_WORDS = {
    "MO": N_("Monday"),
    "TU": N_("Tuesday"),
    "WE": N_("Wednesday"),
    "TH": N_("Thursday"),
    "FR": N_("Friday"),
    "SA": N_("Saturday"),
    "SU": N_("Sunday"),
}
WEEKLY = 0
NTH_WORDS = {
    1: N_("first"),
    2: N_("second"),
    3: N_("third"),
    4: N_("fourth"),
    -1: N_("last"),
}
MONTHS_AHEAD = 12
LONGEST_GAP = 12
MOST = 400  # days of a series at once: a year of every day, and some
WEEKS = NN_("Every %(day)s", "Every %(num)s weeks on a %(day)s")
MONTHS = NN_("Every month on the %(nth)s %(day)s", "Every %(num)s months on the %(nth)s %(day)s")


@dataclass(frozen=True, slots=True)
class Every:
    """How often: every `step` weeks on a weekday, or (`nth` not 0) every `step` months on its first, second … one."""

    step: int
    day: str
    nth: int = WEEKLY

    @property
    def rule(self) -> str:
        """The rule of RFC 5545."""
        if self.nth == WEEKLY:
            return f"FREQ=WEEKLY;INTERVAL={self.step};BYDAY={self.day}"
        return f"FREQ=MONTHLY;INTERVAL={self.step};BYDAY={self.nth}{self.day}"

    @property
    def words(self) -> Sentence:
        """The same in words."""
        values: dict[str, object] = {"day": Sentence(DAY_WORDS[self.day])}
        if self.nth == WEEKLY:
            return Sentence.counted(WEEKS, self.step, values)
        return Sentence.counted(MONTHS, self.step, values | {"nth": Sentence(NTH_WORDS[self.nth])})


def read(rule: str) -> Every | None:
    """Return the plain choice behind a rule of ours, or `None` for one that came from elsewhere."""
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    step, on = parts.get("INTERVAL", "1"), parts.get("BYDAY", "")
    day, nth = on[-2:], on[:-2]
    if day not in DAYS or not step.isdecimal() or int(step) not in range(1, LONGEST_GAP + 1):
        return None
    if parts.get("FREQ") == "WEEKLY" and not nth:
        return Every(int(step), day)
    known = {str(one): one for one in NTH_WORDS}
    return Every(int(step), day, known[nth]) if parts.get("FREQ") == "MONTHLY" and nth in known else None


def days(rule: str, from_on: date, first: date, last: date) -> list[date]:
    """Return the days of a series between two days, both included.

    Arguments: the rule; the day from which it counts; the first and the last day wanted. An hour plays no part: so
    nothing moves when the clocks change. Raises ValueError for a rule that can't be read.
    """
    if last < first:
        return []
    begin, end = (datetime.combine(day, time()) for day in (first, last))
    counted = rrulestr(rule, dtstart=datetime.combine(from_on, time()))
    coming = counted.xafter(begin, inc=True)
    return [one.date() for one in islice(takewhile(lambda one: one <= end, coming), MOST)]


def a_year_on(today: date) -> date:
    """Return the last day up to which a series is laid out: twelve months ahead."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:  # 29 February
        return today.replace(year=today.year + 1, day=28)
