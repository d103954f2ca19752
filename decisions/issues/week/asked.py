"""What a reader asks of the page: which days, and what about. Read from the address, which keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import select

from decisions.bodies.models import Body
from decisions.issues import choosing, filters
from decisions.issues.choosing import Choices, Chosen
from decisions.issues.week.things import KIND_WORDS, Wanted
from decisions.journeys.models import Journey, Stop
from forum.db import db
from forum.say import N_

PICKED = {"topic": N_("Topic"), "place": N_("Place"), "body": N_("Body"), "kind": N_("What")}
WEEK = timedelta(days=7)
AHEAD = timedelta(days=92)


class Span(StrEnum):
    """Which days."""

    WEEK = "week"
    NEXT = "next"
    ALL = "all"


SPAN_WORDS = {
    Span.WEEK: N_("This week"),
    Span.NEXT: N_("Next week"),
    Span.ALL: N_("The next three months"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: which days, and what was chosen."""

    span: Span
    chosen: Chosen
    known: Choices

    def days(self, today: date) -> tuple[date, date]:
        """Return the first and the last day. A week is today and the seven days after it."""
        if self.span is Span.NEXT:
            return today + WEEK + timedelta(days=1), today + 2 * WEEK
        return today, today + (WEEK if self.span is Span.WEEK else AHEAD)

    def address(self, span: Span | None = None) -> dict[str, str]:
        """Return what stands in the address of these days, or of others, with the same choice."""
        span = self.span if span is None else span
        return self.chosen.values | ({} if span is Span.WEEK else {"days": str(span)})


def read(args: Mapping[str, str]) -> Asked:
    """Read what is asked from the query string; what is none of ours is left out or named. One query."""
    every = filters.choices()
    known = {name: every[name] for name in PICKED if name != "kind"}
    known["kind"] = {str(kind): words for kind, words in KIND_WORDS.items()}
    span = next((one for one in Span if one == args.get("days")), Span.WEEK)
    return Asked(span, choosing.chosen(args, known), known)


def wanted(asked: Asked) -> Wanted:
    """Return what the things are narrowed to; one query when a body was chosen."""
    body = asked.chosen.values.get("body", "")
    return Wanted(**asked.chosen.values, of_body=_issues_of(body) if body else frozenset())


def _issues_of(slug: str) -> frozenset[int]:
    """The issues that have a step at a body."""
    joined = select(Journey.thread_id).join(Stop, Stop.journey_id == Journey.id).join(Body, Body.id == Stop.body_id)
    return frozenset(db.session.scalars(joined.where(Body.slug == slug)))
