"""Meetings and decisions of the demonstration."""

from typing import Any

from sqlalchemy import select

from decisions.bodies.models import Body
from decisions.demo.files import Days, hour, read
from decisions.journeys.joining import suggesting
from decisions.journeys.joining.actions import new
from decisions.journeys.joining.drafting import redraft
from decisions.journeys.joining.kinds import State
from decisions.meetings import actions
from decisions.meetings.kinds import CallIn, Result, Status
from decisions.meetings.models import (
    AgendaItem,
    Attendance,
    Decision,
    Document,
    Meeting,
    RecordedVote,
    Series,
)
from decisions.meetings.series import WEEKLY, Every
from forum import clock
from forum.access import GUEST
from forum.db import db
from forum.history.actions import record
from forum.threads.models import Thread

TEXTS = ("title", "place", "watch", "attend", "about", "url", "why")
REASONS = ("official", "plain", "maker", "rests_on", "reason", "risk", "risk_owner", "for_a_yes", "url")


class Meetings:
    """Loads meetings with their agendas, decisions, and the issues that they are joined with."""

    def __init__(self, days: Days, bodies: dict[str, Body]) -> None:
        self.days, self.bodies = days, bodies
        self.meetings: dict[str, Meeting] = {}
        self.items: dict[str, AgendaItem] = {}

    def load(self) -> None:
        """Load the file."""
        written = read("meetings.toml")
        for row in written["series"]:
            self._series(row)
        for row in written["meeting"]:
            self.meetings[row["key"]] = self._meeting(row)
        for row in written["meeting"]:
            if "to" in row:
                self.meetings[row["key"]].moved_to_id = self.meetings[row["to"]].id
        db.session.flush()
        for row in written["decision"]:
            self._decision(row)
        for row in written["join"]:
            self._join(row)
        suggesting.work_through(clock.now())

    def _join(self, row: dict[str, Any]) -> None:
        """Join an item with an issue; what it says of it waits as a draft."""
        thread = db.session.scalars(select(Thread).where(Thread.title == row["issue"])).one()
        made = new(thread.id, self.items[row["item"]], State.JOINED, clock.now())
        record("loaded", ("joined", made.id), by=None, on=clock.now())
        redraft(made, clock.now())

    def _series(self, row: dict[str, Any]) -> None:
        made = Series(
            body_id=self.bodies[row["body"]].id,
            title=row["title"],
            every=Every(row["every"]["step"], row["every"]["day"].upper(), row["every"].get("nth", WEEKLY)).rule,
            from_on=self.days.day(row["from"]),
            starts=hour(row.get("starts")),
            ends=hour(row.get("ends")),
            place=row.get("place", ""),
            attend=row.get("attend", ""),
            zone=clock.zone().key,
        )
        db.session.add(made)
        db.session.flush()
        actions.lay_out(made, by=GUEST, on=clock.now())

    def _meeting(self, row: dict[str, Any]) -> Meeting:
        made = Meeting(
            body_id=self.bodies[row["body"]].id,
            day=self.days.day(row["on"]),
            starts=hour(row.get("starts")),
            ends=hour(row.get("ends")),
            status=row.get("status", Status.PLANNED),
            agenda_on=self.days.day(row.get("agenda")),
            minutes_on=self.days.day(row.get("minutes")),
            checked_on=self.days.ago(2),
            changed_at=clock.now(),
            zone=clock.zone().key,
            **{name: self.days.words(row.get(name, "")) for name in TEXTS},
        )
        db.session.add(made)
        db.session.flush()
        for place, one in enumerate(row.get("item", ()), 1):
            self._item(made, one, place)
        self._papers(made, None, row.get("paper", ()))
        db.session.add_all(Attendance(meeting_id=made.id, **one) for one in row.get("person", ()))
        record("loaded", ("meeting", made.id), by=None, on=clock.now())
        return made

    def _item(self, meeting: Meeting, row: dict[str, Any], place: int) -> None:
        given = {name: value for name, value in row.items() if name not in ("key", "paper")}
        made = AgendaItem(meeting_id=meeting.id, position=place, **given)
        db.session.add(made)
        db.session.flush()
        self.items[row.get("key", "")] = made
        self._papers(meeting, made, row.get("paper", ()))

    def _papers(self, meeting: Meeting, item: AgendaItem | None, rows: Any) -> None:
        for one in rows:
            given = {name: value for name, value in one.items() if name != "on"}
            place = {"meeting_id": meeting.id, "item_id": item.id if item else None}
            db.session.add(Document(published_on=self.days.day(one.get("on")), **place, **given))

    def _decision(self, row: dict[str, Any]) -> None:
        meeting, votes = self.meetings.get(row.get("meeting", "")), row.get("votes", (None, None, None))
        made = Decision(
            body_id=self.bodies[row["body"]].id,
            meeting_id=meeting.id if meeting else None,
            item_id=self.items[row["item"]].id if "item" in row else None,
            title=row["title"],
            result=row.get("result", Result.UNKNOWN),
            in_principle=row.get("in_principle", False),
            key=row.get("key"),
            call_in=row.get("call_in", CallIn.UNKNOWN),
            changed_at=clock.now(),
            **{f"{name}_on": self.days.day(row.get(name)) for name in ("decided", "published", "in_force")},
            carried_out_on=self.days.day(row.get("carried_out")),
            **dict(zip(("votes_for", "votes_against", "abstained"), votes, strict=True)),
            **{name: self.days.words(row.get(name, "")) for name in REASONS},
        )
        db.session.add(made)
        db.session.flush()
        db.session.add_all(RecordedVote(decision_id=made.id, **one) for one in row.get("vote", ()))
        record("loaded", ("decision", made.id), by=None, on=clock.now())
