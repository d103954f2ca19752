"""The dates around a meeting: until when people can ask, speak or hand something in, and what a body must publish.

Each is counted back from the day of the meeting by a clock of the body, with the place's own number where it has one
(pure). A clock that we are not sure of gives no date: then it is said what to do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from decisions.deadlines.basis import basis_on, is_past_check, may_drive_a_date
from decisions.deadlines.calendars import calendar_of
from decisions.deadlines.local import Local, here, settings
from decisions.deadlines.rules import EVERYWHERE, Rule, Whose, rule_of
from decisions.deadlines.work_out import Worked, before_day, from_day
from decisions.packs.merge import Documents
from forum.refusal import Refusal
from forum.say import Sentence

QUESTION, SPEAK, PETITION = "K71.question", "K71.deputation", "K71.petition"
FOR_PEOPLE = (QUESTION, SPEAK, PETITION)  # a body that takes questions may take these too: its rules say
FOR_BODIES = ("K03", "K06", "K08", "K19")  # when the papers or the notice must be there
CALL_IN = "K12"
MORE = ("deputation", "petition")  # the ids of the two that go with questions
OWN_WORDS = {
    QUESTION: ("question-rules",),
    SPEAK: ("deputation-rules", "speaking-rules"),
    PETITION: ("petition-rules",),
}


@dataclass(frozen=True, slots=True)
class Dated:
    """A clock at a meeting or a decision. `worked` is the date that it gives; without one, `why` says why there is
    none. `own_words` is what the place wrote about it."""

    rule: Rule
    worked: Worked | None
    why: Sentence | None
    basis: str
    link: str
    own_words: tuple[str, ...] = ()

    @property
    def for_people(self) -> bool:
        """Whether it is people's last day, not a duty of the body."""
        return self.rule.whose is not Whose.THEM

    @property
    def day(self) -> date:
        """Its day; the furthest one when there is none, so that it comes last."""
        return self.worked.day if self.worked else date.max

    @property
    def at(self) -> time | None:
        """Its hour, if it has one."""
        due = self.worked.due if self.worked else None
        return due.time() if isinstance(due, datetime) else None

    @property
    def check_this(self) -> bool:
        """Whether we are not sure enough: no date could be worked out."""
        return self.worked is None


def of_meeting(
    day: date, idents: Iterable[str], found: Documents, today: date, *, zone: str = "Europe/London"
) -> list[Dated]:
    """Return the dates before a meeting, soonest first.

    Arguments: its day; the ids of the body's clocks; the documents of the kinds rule, local and calendar; the day it
    is now; the zone of the meeting.
    """
    rules = {one.fact: one for one in _rules(idents, found)}
    wanted = [rules[fact] for fact in (*FOR_PEOPLE, *FOR_BODIES) if fact in rules]
    if QUESTION in rules:
        more = {one.fact: one for one in _rules(found.get("rule", {}), found) if one.fact in FOR_PEOPLE}
        wanted += [one for fact, one in more.items() if fact not in rules]
    dated = [_dated(one, day, found, today, ZoneInfo(zone)) for one in wanted if one.back]
    return sorted(dated, key=lambda one: (one.day, one.rule.name))


def of_decision(published: date | None, idents: Iterable[str], found: Documents, today: date) -> Dated | None:
    """Return until when other councillors can ask for another look, by the body's clock: it runs from the day on which
    the decision was published. `None` for a body that has no such clock."""
    rule = next((one for one in _rules(idents, found) if one.fact == CALL_IN), None)
    return None if rule is None else _dated(rule, published, found, today, ZoneInfo("Europe/London"))


def _rules(idents: Iterable[str], found: Documents) -> list[Rule]:
    """The clocks that can be read; a broken one gives no date, and no page is lost."""
    rules = []
    for ident in idents:
        try:
            rules += [rule_of(found["rule"][ident])] if ident in found.get("rule", {}) else []
        except Refusal:
            continue
    return rules


def _dated(rule: Rule, day: date | None, found: Documents, today: date, zone: ZoneInfo) -> Dated:
    mine = here(rule, settings(found, today))
    worked, why = _worked(mine, day, found.get("calendar", {}), today, zone)
    local = found.get("local", {})
    own = tuple(str(local[one]["value"]) for one in OWN_WORDS.get(rule.fact, ()) if _is_words(local.get(one)))
    return Dated(mine.rule, worked, why, basis_on(mine.rule, today), mine.link or str(rule.more.get("link") or ""), own)


def _worked(
    mine: Local, day: date | None, calendars: Mapping[str, Any], today: date, zone: ZoneInfo
) -> tuple[Worked | None, Sentence | None]:
    rule = mine.rule
    refused = may_drive_a_date(rule)
    if refused is not None or day is None or is_past_check(rule, today):
        return None, refused.sentence if refused else None
    try:
        calendar = calendar_of(rule.calendar or EVERYWHERE, calendars)
        worked = before_day(rule, calendar, day, zone=zone) if rule.back else from_day(rule, calendar, day, zone=zone)
        return worked, None
    except Refusal as refusal:
        return None, refusal.sentence


def _is_words(one: Mapping[str, Any] | None) -> bool:
    return one is not None and isinstance(one.get("value"), str) and bool(one["value"])
