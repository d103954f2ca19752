"""The dates that the clocks of a journey give: each with its basis, where it says so, and its working (pure)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from decisions.deadlines.basis import is_past_check, may_drive_a_date
from decisions.deadlines.calendars import calendar_of
from decisions.deadlines.local import Local, here, settings
from decisions.deadlines.rules import EVERYWHERE, Whose, rule_of
from decisions.deadlines.work_out import Worked, before_day, from_day
from decisions.journeys.clocks.starts import TAKEN_AS_PUBLISHED, Start, StartsOn, start_of
from decisions.journeys.fold import MoveFact, Now, StopFact
from decisions.journeys.kinds import Basis
from decisions.packs.merge import Documents
from decisions.pathways.shapes import Step
from forum.refusal import Refusal
from forum.say import Sentence


@dataclass(frozen=True, slots=True)
class Given:
    """A date that a clock gives at a stop. `for_people`: it is their last day, not a body's."""

    stop_id: int
    rule: str
    name: str
    start: Start
    day: date
    at: time | None
    basis: str
    source: str
    working: tuple[Sentence, ...]
    for_people: bool
    holds_until: date | None


def given(
    steps: Mapping[int, Step],
    stops: Sequence[StopFact],
    now: Now,
    moves: Sequence[MoveFact],
    found: Documents,
    today: date,
) -> list[Given]:
    """Return every date that can be worked out now.

    Arguments: the usual step that each stop stands for, by the stop's id; the stops; what the fold made of them; the
    moves; the documents of the kinds rule, local and calendar; the day.
    """
    dates = []
    for stop in stops:
        for ident in rules_of(steps.get(stop.id)):
            if ident in found.get("rule", {}):
                one = _one(ident, stop, stops, now, moves, found, today)
                dates += [one] if one is not None else []
    return dates


def rules_of(step: Step | None) -> list[str]:
    """Return the clocks that run at a step, and those that say until when people can do something there."""
    if step is None:
        return []
    return list(dict.fromkeys((*step.rules, *(one.until for one in step.say if one.until))))


def all_rules(steps: Iterable[Step]) -> set[str]:
    """Return the clocks of some steps."""
    return {rule for step in steps for rule in rules_of(step)}


def _one(
    ident: str,
    stop: StopFact,
    stops: Sequence[StopFact],
    now: Now,
    moves: Sequence[MoveFact],
    found: Documents,
    today: date,
) -> Given | None:
    local = here(rule_of(found["rule"][ident]), settings(found, today))
    start = start_of(local.rule.fact, stop, stops, now, moves)
    worked = work_out(local, start, found.get("calendar", {}), today) if start is not None else None
    if start is None or worked is None:
        return None
    rule = local.rule
    caveat = (Sentence(TAKEN_AS_PUBLISHED),) if start.by is StartsOn.DECIDED else ()
    return Given(
        stop_id=stop.id,
        rule=ident,
        name=rule.name,
        start=start,
        day=worked.day,
        at=worked.due.time() if isinstance(worked.due, datetime) else None,
        basis=rule.basis if rule.basis in set(Basis) else Basis.TYPICAL,
        source=local.link or rule.source,
        working=(*worked.working, *caveat),
        for_people=rule.whose is not Whose.THEM,
        holds_until=local.holds_until,
    )


def work_out(local: Local, start: Start, calendars: Mapping[str, Mapping[str, Any]], today: date) -> Worked | None:
    """Return the date that a clock gives from a start; `None` for one that we are not sure of, whose check is overdue,
    or that can't be worked out."""
    rule = local.rule
    if may_drive_a_date(rule) is not None or is_past_check(rule, today):
        return None
    try:
        calendar = calendar_of(rule.calendar or EVERYWHERE, calendars)
        back = start.by is StartsOn.MEETING
        return before_day(rule, calendar, start.day) if back else from_day(rule, calendar, start.day)
    except Refusal:
        return None
