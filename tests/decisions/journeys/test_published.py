"""The day on which a decision was published: written beside it, shown, put right, and never changed."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from decisions.journeys.models import Deadline, Move
from forum import clock
from forum.db import db
from tests.client import Client
from tests.decisions.journeys.test_happened import TOLD, Story
from tests.make import make_body, make_thread
from tests.packs import load_england
from tests.travel import record, start_journey


@pytest.fixture
def story(app: Flask) -> Story:
    return Story(app)


@pytest.fixture
def dev(story: Story) -> Client:
    return story.person("Dee", "facilitator")


def ago(days: int) -> date:
    return clock.today() - timedelta(days=days)


def told(story: Story, dev: Client, *, status: int = 303, **more: str) -> Any:
    given = {**TOLD, "stop": str(story.stops[3]), "happened_on": ago(5).isoformat(), **more}
    return dev.send(story.address, status=status, **given)


def test_it_stands_beside_the_decision(app: Flask, story: Story, dev: Client) -> None:
    told(story, dev, published_on=ago(3).isoformat())
    assert story.moves()[1].published_on == ago(3)
    page = dev.get(dev.get(f"/issues/{story.thread}", status=301).location)
    assert "Published on" in page.text
    told(story, dev, kind="noted", stop=str(story.stops[2]))
    assert story.moves()[2].published_on is None


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"published_on": 6}, "It can’t be published before it was decided."),
        ({"published_on": -1}, "That day is still to come."),
        ({"published_on": 3, "kind": "considered"}, "Only a decision has such a day"),
    ],
)
def test_what_can_not_be(story: Story, dev: Client, more: dict[str, Any], words: str) -> None:
    given = more | {"published_on": ago(more["published_on"]).isoformat()}
    page = told(story, dev, status=409, **given)
    assert words in page.text and given["published_on"] in page.source
    assert len(story.moves()) == 1


def test_a_member_is_not_asked_for_it(story: Story) -> None:
    assert "published_on" not in story.person("Amina").get(story.address).source


def test_it_is_put_right_by_a_new_entry(app: Flask, story: Story, dev: Client) -> None:
    told(story, dev, published_on=ago(3).isoformat())
    address = f"/moves/{story.moves()[1].id}/correct"
    assert ago(3).isoformat() in dev.get(address).source
    dev.send(address, plain="It was a day later.", published_on=ago(2).isoformat())
    first, later = story.moves()[1:]
    assert (first.published_on, later.published_on) == (ago(3), ago(2))


def test_the_database_holds_it(app: Flask, story: Story, dev: Client) -> None:
    told(story, dev, published_on=ago(3).isoformat())
    for day in (ago(2), ago(9)):  # it is never changed, and never before the decision
        with app.app_context(), pytest.raises(sa.exc.DBAPIError):
            db.session.execute(sa.update(Move).where(Move.number == 2).values(published_on=day))
            db.session.commit()
    assert story.moves()[1].published_on == ago(3)


def test_the_days_to_call_it_in_are_counted_from_it(app: Flask) -> None:
    load_england(app, governance="leader")
    thread = make_thread(app, "The centre may close")
    bodies = [make_body(app, name, joined=True) for name in ("Cabinet here", "Scrutiny here")]
    steps = {1: "decide", 2: "call-in"}
    stops = start_journey(
        app, thread, ("decide", bodies[0]), ("scrutinise", bodies[1]), usual="close-day-centre", steps=steps
    )
    record(app, thread, "agreed", stops[1], happened_on=ago(4), published_on=ago(1))
    with app.app_context():
        (row,) = db.session.scalars(db.select(Deadline).where(Deadline.rule == "call-in.window"))
        assert row.start == ago(1) and "We take the day of the decision" not in row.working


def test_a_day_before_which_nothing_may_happen_is_nobodys_debt(app: Flask) -> None:
    load_england(app, governance="leader")
    thread, surgery = make_thread(app, "The surgery may close"), make_body(app, "Surgery")
    stops = start_journey(app, thread, ("inform", surgery), usual="gp-surgery-closing", steps={1: "notice"})
    record(app, thread, "noted", stops[1], happened_on=ago(9))
    with app.app_context():
        (row,) = db.session.scalars(db.select(Deadline).where(Deadline.rule != ""))
        assert row.first_day and row.rule == "gp-contract.end" and "3 months" not in row.text
    client = Client(app)
    page = client.get(client.get(f"/issues/{thread}", status=301).location)
    assert "not before" in page.text and "late" not in page.text.partition("Dates that matter")[2][:300]
    assert "Notice that a doctors’ practice" not in client.get("/this-week").text
