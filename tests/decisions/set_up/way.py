"""The way through the set-up, for tests: a code, a browser that it opened it for, all pages but the last."""

from typing import Any

from flask import Flask

from decisions.set_up import opening
from forum import clock
from forum.db import begin_write, db
from tests.client import Client

WHO = {"place": "Leedham", "run_by": "Leedham Voices, a charity", "paid_by": "The charity"}
KIND = {"council_type": "metropolitan", "governance": "leader"}
REACH = {"phone": "01632 960 000", "phone_hours": "Monday to Friday, 9 to 5", "email": "hello@example.org"}
SAFETY = {"council_care_phone": "01632 960 111", "safeguarding_lead": "Ada Lowe, Leedham Voices"}
ACCOUNT = {"name": "Ada Lowe", "email": "ada@example.org", "password": "kettle orbit lantern"}


def code(app: Flask) -> str:
    """A new code, as the server prints it."""
    with app.app_context():
        begin_write()
        made = opening.make_code(on=clock.now())
        db.session.commit()
        return made


def opened(app: Flask) -> Client:
    """A browser for which the code opened the set-up."""
    client = Client(app)
    client.send("/set-up", code=code(app))
    return client


def filled(app: Flask, **other: dict[str, Any]) -> Client:
    """A browser that has filled in all but the last step."""
    client = opened(app)
    client.send("/set-up/who", **other.get("who", WHO))
    client.send("/set-up/council?q=leeds", **other.get("council", {"code": "LDS"}))
    client.send("/set-up/kind", **other.get("kind", KIND))
    client.send("/set-up/reach", **REACH)
    client.send("/set-up/safety", **SAFETY)
    return client
