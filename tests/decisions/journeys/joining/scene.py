"""A place with an issue, a body, its meeting and an item, and a facilitator."""

from datetime import timedelta
from typing import Any

from flask import Flask

from decisions.journeys.joining.models import DraftMove
from decisions.journeys.models import Move
from decisions.meetings import actions as meetings
from decisions.meetings.models import Meeting
from forum import clock
from forum.access import Standing
from forum.db import begin_write, db
from forum.people.models import Person
from tests import make
from tests.client import Client
from tests.travel import start_journey

TITLE = "Keep the Riverside day centre open on Fridays"


class Scene:
    """An issue, perhaps with a journey, and an item on the agenda of the Cabinet in eleven days."""

    def __init__(self, app: Flask, *, started: bool = True, days: int = 11, **item: Any) -> None:
        self.app = app
        self.day = clock.today() + timedelta(days=days)
        self.thread = make.make_thread(app, TITLE)
        self.body = make.make_body(app, "Cabinet", short="the Cabinet", kind="cabinet")
        self.stop = start_journey(app, self.thread, ("decide", self.body))[1] if started else None
        url = {"url": "https://council.example.org/cabinet"}
        self.meeting = make.make_meeting(app, self.body, self.day, **url)
        self.item = make.make_item(app, self.meeting, "Riverside Day Centre: Friday opening", number="6", **item)

    def facilitator(self) -> Client:
        """A browser of somebody who helps run the place."""
        return Client(self.app).sign_in(make.make_person(self.app, name="Fay", role="facilitator"))

    def index(self) -> None:
        """Let what was made without an action be found."""
        with self.app.app_context():
            begin_write()
            self.app.extensions["reindex"]()
            db.session.commit()

    def join(self, client: Client, **record: int) -> str:
        """Join the item, or another record, with the issue; return where that leads."""
        value = f"decision-{record['decision']}" if "decision" in record else f"item-{record.get('item', self.item)}"
        return client.post(f"/issues/{self.thread}/records", {"key": value, "record": value}).location

    def status(self, deed: str, **more: Any) -> None:
        """Say what becomes of the meeting: `cancel`, `put_off`, `confirm`."""
        person = make.make_person(self.app, name=f"Dev {deed} {len(self.rows(Person))}", role="facilitator")
        by = Standing(person_id=person, name="Dev", roles=frozenset({"facilitator"}))
        with self.app.app_context():
            begin_write()
            row = db.session.get_one(Meeting, self.meeting)
            getattr(meetings, deed)(row, seen=None, by=by, on=clock.now(), **more)
            db.session.commit()

    def rows(self, model: Any = DraftMove) -> list[Any]:
        """All rows of a table, by id."""
        with self.app.app_context():
            return list(db.session.scalars(db.select(model).order_by(*model.__table__.primary_key)))

    def drafts(self) -> list[tuple[str, str]]:
        """The drafts: the kind of each, and what became of it."""
        return [(one.kind, one.state) for one in self.rows()]

    def moves(self) -> list[Move]:
        """The moves, without the first."""
        return [one for one in self.rows(Move) if one.kind != "raised"]
