"""The public log: the account read backwards, verb by verb, for any feature that makes its verbs public."""

from datetime import timedelta

import pytest
from flask import Flask

from forum import clock
from forum.db import db
from forum.history import public_log
from forum.history.actions import record
from forum.history.public_log import Entry
from forum.say import Sentence
from tests.client import Client
from tests.make import make_thread


def test_a_feature_makes_its_verbs_public(app: Flask, client: Client) -> None:
    def merged(events: object) -> dict[int, Entry]:
        shown = [one for one in events if one.values.get("why")]  # type: ignore[attr-defined]
        return {one.id: Entry(one.at, Sentence("Two issues became one."), Sentence(one.values["why"])) for one in shown}

    public_log.tell(app, merged, "merged")
    with pytest.raises(ValueError, match="told twice"):
        public_log.tell(app, merged, "merged")
    thread = make_thread(app)
    with app.app_context():
        now = clock.now()
        for days, why in ((1, "The second."), (3, "The first."), (0, "")):
            record("merged", ("thread", thread), by=None, on=now - timedelta(days=days), why=why)
        record("secret", ("thread", thread), by=None, on=now, why="Not public.")
        db.session.commit()
    text = client.get("/safety/log").text
    assert text.count("Two issues became one.") == 2  # what the teller leaves out is not shown
    assert text.index("The second.") < text.index("The first.")
    assert "Not public." not in text
