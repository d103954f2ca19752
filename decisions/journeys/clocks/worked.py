"""The dates that the clocks of a journey give: each with its basis, where it says so, and its working (pure)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from decisions.deadlines.basis import is_past_check, may_drive_a_date
from decisions.deadlines.calendars import calendar_of
from decisions.deadlines.local import Local, here, settings
from decisions.deadlines.rules import EVERYWHERE, Whose, rule_of
from decisions.deadlines.work_out import Means, Worked, before_day, from_day
from decisions.journeys.clocks.starts import CONSULT, Around, Start, start_of
from decisions.journeys.clocks.table import ONE_HOLDS, STARTS, StartsOn, law_of, notice_of
from decisions.journeys.fold import MoveFact, Now, StopFact
from decisions.journeys.kinds import Basis
from decisions.packs.merge import Documents
from decisions.pathways.shapes import Step
from forum.refusal import Refusal
from forum.say import N_, Sentence

OTHERWISE = N_("%(what)s: %(day)s.")


@dataclass(frozen=True, slots=True)
class Given:
    """A date that a clock gives at a stop. `for_people`: it is their last day, not a body's. `first_day`: it is the day
    before which something may not happen. `general`: of several clocks of one law, the one that holds mostly."""

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
    fact: str = ""
    first_day: bool = False
    general: bool = False


def given(
    steps: Mapping[int, Step],
    stops: Sequence[StopFact],
    now: Now,
    moves: Sequence[MoveFact],
    found: Documents,
    today: date,
    *,
    usual: Sequence[Step] = (),
    holding: Collection[str] = (),
) -> list[Given]:
    """Return every date that can be worked out now.

    Arguments: the usual step that each stop stands for, by the stop's id; the stops; what the fold made of them; the
    moves; the documents of the kinds rule, local and calendar; the day; all usual steps; the clocks that hold here
    where only one of several does.
    """
    around = _around(steps, found, usual)
    closes: dict[int, date] = {}
    dates: list[Given] = []
    for stop in stops:
        here = []
        for ident in rules_of(steps.get(stop.id)):
            if ident in found.get("rule", {}):
                one = _one(ident, stop, stops, now, moves, found, today, replace(around, closes=closes))
                here += [one] if one is not None else []
        if stop.role == CONSULT and (last := _last_day(stop, here)) is not None:
            closes[stop.id] = last
        dates += _one_of_each(here, holding)
    return dates


def _around(steps: Mapping[int, Step], found: Documents, usual: Sequence[Step]) -> Around:
    """At which stop each shared notice is given, and which is the last that shows its clocks."""
    stop_of = {step.id: stop_id for stop_id, step in steps.items()}
    gives: dict[str, int] = {}
    shows: dict[str, int] = {}
    for step in usual or steps.values():
        for fact in (str(found["rule"][one].get("fact", "")) for one in rules_of(step) if one in found.get("rule", {})):
            gives.setdefault(notice_of(fact), stop_of.get(step.id, 0))
            shows[fact] = stop_of.get(step.id, shows.get(fact, 0))
    return Around(gives, shows)


def _last_day(stop: StopFact, here: Iterable[Given]) -> date | None:
    """The last day of asking people: as planned, else as the clock of it gives."""
    opened = (one.day for one in here if STARTS.get(one.fact) is StartsOn.OPENED)
    return stop.planned_on or next(opened, None)


def _one_of_each(here: list[Given], holding: Collection[str]) -> list[Given]:
    """Leave one of several clocks of which only one can hold: the one that was chosen, else the general one. The others
    stand in its working, so that whoever knows better can say so."""
    chosen: list[Given] = []
    for one in here:
        same = [other for other in here if law_of(other.fact) == law_of(one.fact)] if _is_choice(one) else [one]
        best = next((other for other in same if other.rule in holding), None)
        best = best or next((other for other in same if other.general), same[0])
        if best is not one:
            continue
        others = () if one.rule in holding else tuple(_otherwise(other) for other in same if other is not one)
        chosen.append(replace(one, working=(*one.working, *others)))
    return chosen


def _is_choice(one: Given) -> bool:
    return law_of(one.fact) in ONE_HOLDS


def _otherwise(one: Given) -> Sentence:
    return Sentence(OTHERWISE, {"what": one.name, "day": one.day})


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
    around: Around,
) -> Given | None:
    local = here(rule_of(found["rule"][ident]), settings(found, today))
    start = start_of(local.rule.fact, stop, stops, now, moves, around)
    worked = work_out(local, start, found.get("calendar", {}), today) if start is not None else None
    if start is None or worked is None:
        return None
    rule = local.rule
    return Given(
        stop_id=stop.id,
        rule=ident,
        name=rule.name,
        start=start,
        day=worked.day,
        at=worked.due.time() if isinstance(worked.due, datetime) else None,
        basis=rule.basis if rule.basis in set(Basis) else Basis.TYPICAL,
        source=local.link or rule.source,
        working=(*worked.working, *(Sentence(one) for one in start.caveats)),
        for_people=rule.whose is not Whose.THEM,
        holds_until=local.holds_until,
        fact=rule.fact,
        first_day=worked.means is Means.FIRST_DAY,
        general=rule.general,
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
