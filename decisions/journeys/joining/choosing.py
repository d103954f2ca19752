"""Look for what may be joined: issues for a record, records for an issue. By words, the likeliest first."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from decisions.journeys.joining.scoring import stems
from decisions.meetings.models import AgendaItem, Decision
from forum import subjects
from forum.access import Shown, Standing
from forum.db import db
from forum.search.queries import asked, find
from forum.threads.models import Thread

MOST, MEETINGS, ITEMS = 12, 12, 400


@dataclass(frozen=True, slots=True)
class Found:
    """An item or a decision that was found: what a form sends of it, what it is called, when and where."""

    value: str
    title: str
    body: str
    day: Any
    address: tuple[str, dict[str, Any]]


def issues(words: str, who: Standing) -> list[Thread]:
    """Return the issues that hold some of these words, the likeliest first, as far as this person may see them."""
    hits = find(asked(words), ["thread"], MOST, some=True)
    things = subjects.visible_many([(hit.kind, hit.id) for hit in hits], who)
    found = [things[hit.kind, hit.id] for hit in hits if (hit.kind, hit.id) in things]
    return [one for one in found if one.state == Shown.SHOWN and one.joined_to_id is None]


def records(words: str) -> list[Found]:
    """Return the items and decisions that hold some of these words: those that share most of them first, then the
    newest."""
    hits, wanted = find(asked(words), ["meeting", "decision"], 2 * MEETINGS, some=True), stems(words)
    meetings = [hit.id for hit in hits if hit.kind == "meeting"][:MEETINGS]
    decided = [hit.id for hit in hits if hit.kind == "decision"][:MEETINGS]
    scored = [(len(wanted & stems(f"{one.title} {one.plain}")), found(one)) for one in _rows(meetings, decided)]
    some = [pair for pair in scored if pair[0]]
    some.sort(key=lambda pair: (-pair[0], -(pair[1].day.toordinal() if pair[1].day else 0), pair[1].value))
    return [one for _much, one in some[:MOST]]


def _rows(meetings: list[int], decided: list[int]) -> list[AgendaItem | Decision]:
    items = select(AgendaItem).where(AgendaItem.meeting_id.in_(meetings), AgendaItem.heading.is_(False)).limit(ITEMS)
    decisions = select(Decision).where(Decision.id.in_(decided))
    return [*db.session.scalars(items), *db.session.scalars(decisions)]


def found(one: AgendaItem | Decision) -> Found:
    """Return an item or a decision as a list shows it."""
    if isinstance(one, AgendaItem):
        where = "meetings.short", {"id": one.meeting_id, "_anchor": f"item-{one.id}"}
        return Found(f"item-{one.id}", one.title, one.meeting.body.name, one.meeting.day, where)
    return Found(f"decision-{one.id}", one.title, one.body.name, one.decided_on, ("meetings.decision", {"id": one.id}))


def chosen(value: str) -> AgendaItem | Decision | None:
    """Return the item or the decision that a form names; none when it is not there, or nothing of ours."""
    kind, _sign, number = value.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) <= 9):
        return None
    model: Any = {"item": AgendaItem, "decision": Decision}.get(kind)
    return db.session.get(model, int(number)) if model is not None else None
