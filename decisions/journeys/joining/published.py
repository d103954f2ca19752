"""What is known of a joined record, for the rules: its meeting, its minutes, what was decided, what is planned."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, or_, select

from decisions.journeys.entries import effective
from decisions.journeys.joining.models import Joined
from decisions.journeys.joining.rules import Published, in_short
from decisions.journeys.kinds import MoveKind, StopRole
from decisions.journeys.models import Stop
from decisions.journeys.queries import Route, move_facts, route, shown_with
from decisions.meetings.kinds import Result
from decisions.meetings.models import AgendaItem, Decision, Meeting
from forum.db import db
from forum.history.models import Event
from forum.say import _, say_day

K = MoveKind
PLANNING = (K.ON_AGENDA, K.FORWARD_PLAN, K.DEFERRED)
IMPORTED = "imported"  # the verb with which the account tells that something was brought in
LONGEST_NAME = 160


@dataclass(slots=True)
class Record:
    """A joined record with all that belongs to it, and the journeys of its issue."""

    joined: Joined
    meeting: Meeting | None
    item: AgendaItem | None
    decision: Decision | None
    routes: list[Route]

    @property
    def body_id(self) -> int:
        """The body that it is of."""
        return self.decision.body_id if self.decision is not None else self.meeting.body_id  # type: ignore[union-attr]

    @property
    def source(self) -> str:
        """Where it says so: the address of the body's own page, if there is one."""
        urls = [self.decision.url if self.decision else "", self.meeting.url if self.meeting else ""]
        return next((one for one in urls if one), "")

    @property
    def source_name(self) -> str:
        """What the source is called: the meeting with its day and the item's number, or the decision."""
        if self.meeting is None:
            return self.decision.title[:LONGEST_NAME] if self.decision else ""
        title, day = self.meeting.title, say_day(self.meeting.day, date.min)  # with its year: it is kept
        if self.item is not None and self.item.number:
            named = _("%(title)s, %(day)s, item %(number)s", title=title, day=day, number=self.item.number)
        else:
            named = _("%(title)s, %(day)s", title=title, day=day)
        return named[:LONGEST_NAME]

    def stops(self) -> list[tuple[Route, Stop]]:
        """The steps of its body, on all journeys of the issue."""
        return [(one, stop) for one in self.routes for stop in one.stops if stop.body_id == self.body_id]


def record_of(joined: Joined) -> Record:
    """Load what belongs to a join."""
    item, decision = joined.item, joined.decision
    if item is not None:
        decided = select(Decision).where(Decision.item_id == item.id, Decision.result != Result.UNKNOWN)
        decision = db.session.scalar(decided.order_by(Decision.id.desc()).limit(1))
    elif decision is not None and decision.item_id is not None:
        item = db.session.get(AgendaItem, decision.item_id)
    meeting_id = decision.meeting_id if decision is not None else None
    meeting = item.meeting if item is not None else db.session.get(Meeting, meeting_id) if meeting_id else None
    return Record(joined, meeting, item, decision, [route(one) for one in shown_with(joined.thread_id)])


def told_by_item(joined: Joined, decision: Decision) -> bool:
    """Whether the item of a decision is joined with the same issue: then the item speaks for both."""
    if decision.item_id is None:
        return False
    same = (Joined.thread_id == joined.thread_id) & (Joined.item_id == decision.item_id) & (Joined.state == "joined")
    return db.session.scalar(select(Joined.id).where(same)) is not None


def facts(record: Record) -> Published:
    """Return what the rules want to know of a record."""
    meeting, item, decision = record.meeting, record.item, record.decision
    body = decision.body if decision is not None else meeting.body if meeting is not None else None
    moved = db.session.get(Meeting, meeting.moved_to_id) if meeting is not None and meeting.moved_to_id else None
    given: dict[str, Any] = {} if meeting is None else _of_meeting(meeting, moved, planned=_planned(record))
    if item is not None:
        given |= {"minutes": item.minutes, "gone": item.gone_on is not None}
    if decision is not None:
        names = ("result", "decided_on", "published_on", "in_force_on", "official", "plain", "reason")
        given |= {name: getattr(decision, name) for name in names}
    roles = [stop.role for _route, stop in record.stops()]
    role = StopRole.DECIDE if StopRole.DECIDE in roles else next(iter(roles), None)
    return Published(body=body.short if body else "", role=role, imported=_is_imported(record), **given)


def _of_meeting(meeting: Meeting, moved: Meeting | None, *, planned: bool) -> dict[str, Any]:
    names = ("day", "status", "why", "agenda_on")
    given = {name: getattr(meeting, name) for name in names}
    return given | {"moved_to": moved.day if moved is not None else None, "planned": planned}


def _planned(record: Record) -> bool:
    """Whether a journey counts on the day of the meeting at a step of its body."""
    day = record.meeting.day if record.meeting is not None else None
    return any(one.now.stops[stop.id].planned_on == day for one, stop in record.stops())


def _is_imported(record: Record) -> bool:
    here = []
    if record.decision is not None:
        here.append(and_(Event.kind == "decision", Event.subject_id == record.decision.id))
    if record.meeting is not None:
        here.append(and_(Event.kind == "meeting", Event.subject_id == record.meeting.id))
    found = select(Event.id).where(Event.verb == IMPORTED, or_(*here)).limit(1)
    return bool(here) and db.session.scalar(found) is not None


def known(record: Record) -> list[str]:
    """Return what stands in the journeys already at steps of the body, written as `Saying.said` writes it."""
    mine = {stop.id for _route, stop in record.stops()}
    every = [move for one in record.routes for move in effective(move_facts(one.moves)) if move.stop_id in mine]
    agenda = {move.stop_id: move for move in every if move.kind in PLANNING}  # the last one at each step holds
    held = [move for move in every if move.kind not in PLANNING or agenda[move.stop_id] is move]
    return [in_short(move.kind, move.happened_on, move.planned_on) for move in held]
