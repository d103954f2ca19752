"""The last day to answer, and what it rests on: the body's own promise, a law, or what is usual."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from decisions.answers.questions.states import TYPICAL
from decisions.bodies.models import Body
from decisions.deadlines.basis import basis_on, may_drive_a_date
from decisions.deadlines.finding import calendar_for
from decisions.deadlines.local import here, settings
from decisions.deadlines.rules import Rule, rule_of
from decisions.deadlines.work_out import from_day
from decisions.packs import queries as packs
from decisions.packs.merge import Documents
from forum.refusal import Refusal

REQUEST = "foi.reply"  # the clock of a request for information
KINDS = ("rule", "local", "calendar")
# No law says how soon a question has to be answered. This is the time that the law gives for a request for information
# (Freedom of Information Act 2000, section 10), taken as what is usual: never shown as a right, nobody is late by it.
USUAL = rule_of({"id": "usual", "name": "", "length": 20, "unit": "working-days", "mode": "after", "whose": "them",
                 "basis": TYPICAL, "confidence": "medium"})  # fmt: skip
USUAL_DAYS = timedelta(days=28)  # where no calendar is known


@dataclass(frozen=True, slots=True)
class Due:
    """The last day to answer. `rule`: the id of the clock that it comes from, empty for what is usual."""

    due_on: date
    basis: str
    rule: str = ""


def due(body: Body, start: date, *, ident: str = "") -> Due:
    """Return by when a body has to answer what it got on a day: by its own clock, or by the one named."""
    found = packs.there_of((*KINDS, "body"), start)
    own = str(found["body"].get(body.slug, {}).get("answers_within") or "")
    return worked(found, ident or own, start)


def worked(found: Documents, ident: str, start: date) -> Due:
    """Return the last day by a clock of a pack (pure); by what is usual when it gives none, or is not sure enough."""
    said = found.get("rule", {}).get(ident)
    rule = here(rule_of(said), settings(found, start)).rule if said else None
    if rule is not None and may_drive_a_date(rule) is None:
        day = _day(rule, found.get("calendar", {}), start)
        if day is not None:
            return Due(day, basis_on(rule, start), ident)
    return Due(_day(USUAL, found.get("calendar", {}), start) or start + USUAL_DAYS, TYPICAL)


def _day(rule: Rule, calendars: Mapping[str, Mapping[str, Any]], start: date) -> date | None:
    try:
        return from_day(rule, calendar_for(rule, calendars), start).day
    except Refusal:
        return None
