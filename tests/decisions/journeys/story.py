"""An issue whose steps are laid out, and the people who tell what happens on it."""

from flask import Flask

from decisions.journeys.models import JourneyNow, Move
from forum import clock
from forum.db import db
from tests.client import Client
from tests.make import make_body, make_person, make_thread
from tests.travel import start_journey


class Story:
    """An issue with a council that is asked, a committee that checks and a cabinet that decides."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.thread = make_thread(app)
        self.council, self.scrutiny, self.cabinet = (
            make_body(app, name) for name in ("Council", "Scrutiny", "Cabinet")
        )
        self.stops = start_journey(
            app, self.thread, ("reply", self.council), ("scrutinise", self.scrutiny), ("decide", self.cabinet)
        )
        self.address = f"/issues/{self.thread}/happened"

    def person(self, name: str, role: str | None = None, **more: object) -> Client:
        more.setdefault("trusted_at", clock.now())
        return Client(self.app).sign_in(make_person(self.app, name=name, role=role, **more))

    def moves(self) -> list[Move]:
        with self.app.app_context():
            return list(db.session.scalars(db.select(Move).order_by(Move.number)))

    def stage(self) -> str:
        with self.app.app_context():
            return db.session.scalars(db.select(JourneyNow.stage)).one()
