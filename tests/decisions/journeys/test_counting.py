"""Does writing here count? No, with the official way; yes, with who said so; or we send it in: a file and a receipt."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask

from decisions.journeys.counting import counts, may_count, may_send_in
from decisions.journeys.doors import today_stops
from decisions.journeys.models import Stop
from forum import clock
from forum.db import db
from tests import make, travel
from tests.client import Client
from tests.decisions.journeys.told import CABINET, CONSULT, day, now, stops

TODAY = date(2026, 11, 10)


def row(counted: str, **more: Any) -> Any:
    values = {"writing_counts": counted, "official_way": "By letter.", "sent_in_on": None, "received_on": None}
    return SimpleNamespace(**(values | more))


@pytest.mark.parametrize(
    ("counted", "more", "says", "count"),
    [
        ("", {}, None, 0),
        ("perhaps", {}, None, 0),
        ("no", {"sent_in_on": day(2)}, "does not count", 1),
        ("yes", {}, "counts for", 1),
        ("we-send", {}, "We send", 1),
        ("we-send", {"sent_in_on": day(2)}, "We send", 2),
        ("we-send", {"sent_in_on": day(2), "received_on": day(3)}, "We send", 3),
    ],
)
def test_what_is_said(counted: str, more: dict[str, Any], says: str | None, count: int) -> None:
    route = stops(CONSULT, opens={CONSULT: 1}, planned={CONSULT: 20})
    today = today_stops(route, now(route), today=day(10))
    found = counts(today, {one.id: row(counted, **more) for one in route}, {CONSULT: "the cabinet"})
    assert len(found) == (says is not None)
    for one in found:
        assert says is not None and says in one.says.text and one.how == "By letter." and len(one.more) == count


def test_only_those_who_have_it_now_are_named() -> None:
    route = stops(CABINET, planned={CABINET: 20})
    today = today_stops(route, now(route), today=day(10))
    assert counts(today, {one.id: row("no") for one in route}, {CABINET: "the cabinet"}) == []
    talked = today_stops(route, now(route, "2 on-agenda cabinet until 20"), today=day(10))
    (one,) = counts(talked, {one.id: row("no") for one in route}, {CABINET: "the cabinet"})
    assert "does not go to" in one.says.text and one.more == ()


@pytest.mark.parametrize(
    ("counted", "way", "fine"),
    [("yes", "", False), ("yes", " ", False), ("yes", "The chair said so.", True), ("no", "", True), ("", "", True)],
)
def test_that_it_counts_needs_who_said_so(counted: str, way: str, fine: bool) -> None:
    assert (may_count(counted, way) is None) is fine


@pytest.mark.parametrize(
    ("counted", "sent", "received", "fine"),
    [
        ("we-send", day(9), None, True),
        ("we-send", day(9), day(9), True),
        ("we-send", day(10), day(10), True),
        ("we-send", None, None, False),
        ("we-send", day(11), None, False),
        ("we-send", day(9), day(8), False),
        ("we-send", day(9), day(11), False),
        ("no", day(9), None, False),
    ],
)
def test_when_it_was_sent(counted: str, sent: date | None, received: date | None, fine: bool) -> None:
    assert (may_send_in(row(counted), sent, received, TODAY) is None) is fine


def plan(app: Flask, thread: int, stop: int, **values: Any) -> None:
    travel.record(app, thread, "on-agenda", stop, planned_on=clock.today() + timedelta(days=9))
    with app.app_context():
        found = db.session.get_one(Stop, stop)
        for name, value in values.items():
            setattr(found, name, value)
        db.session.commit()


@pytest.fixture
def issue(app: Flask) -> tuple[int, int]:
    thread = make.make_thread(app, "Keep the hall open")
    return thread, travel.start_journey(app, thread, ("decide", make.make_body(app, "Cabinet")))[1]


@pytest.fixture
def sam(app: Flask) -> Client:
    return Client(app).sign_in(make.make_person(app, name="Sam", role="facilitator"))


def test_it_stands_above_the_reply_box(app: Flask, client: Client, issue: tuple[int, int]) -> None:
    thread, stop = issue
    assert "go to the Cabinet" not in client.get(f"/issues/{thread}/reply").text
    plan(app, thread, stop, writing_counts="no", official_way="Write to the clerk <b>.")
    reply = client.get(f"/issues/{thread}/reply")
    assert "What you write here does not go to the Cabinet by itself." in reply.text
    assert "Write to the clerk &lt;b&gt;." in reply.source
    page = client.get(client.get(f"/issues/{thread}", status=301).location)
    assert page.text.count("does not go to the Cabinet by itself") == 2  # in the panel, and above the reply box


def test_one_file_holds_all_that_everyone_can_read(app: Flask, sam: Client, issue: tuple[int, int]) -> None:
    thread, stop = issue
    make.make_post(app, thread, "Keep it open.", number=2, byline_id=make.make_byline(app, name="Joan"))
    make.make_post(app, thread, "Something unkind.", number=3, state="hidden")
    plan(app, thread, stop, writing_counts="we-send", official_way="By e-mail to the clerk.")
    assert "Send in what was written here" in sam.get(f"/issues/{thread}/steps").text
    answer = sam.raw.get(f"/issues/{thread}/steps/{stop}/replies.txt")
    text = answer.get_data(as_text=True)
    assert answer.mimetype == "text/plain" and "attachment" in answer.headers["Content-Disposition"]
    assert "Keep the hall open" in text and "2. Joan," in text and "Keep it open." in text
    assert "unkind" not in text and "How many replies: 2" in text
    Client(app).get(f"/issues/{thread}/steps/{stop}/replies.txt", status=302)


def test_the_receipt_is_shown(app: Flask, client: Client, sam: Client, issue: tuple[int, int]) -> None:
    thread, stop = issue
    address = f"/issues/{thread}/steps/{stop}/send-in"
    today = clock.today()
    refused = sam.send(address, status=409, sent_in_on=today.isoformat())
    assert "Say first, at this step" in refused.text
    plan(app, thread, stop, writing_counts="we-send")
    sam.send(address, status=400, sent_in_on="soon")
    later = (today + timedelta(days=1)).isoformat()
    again = sam.send(address, status=409, sent_in_on=today.isoformat(), received_on=later)
    assert again.form()[1]["sent_in_on"] == today.isoformat()
    sam.send(address, sent_in_on=today.isoformat(), received_on=today.isoformat())
    text = client.get(f"/issues/{thread}/reply").text
    assert "We send what is written here to the Cabinet." in text and "that they have it." in text
    member = Client(app).sign_in(make.make_person(app, name="Amina"))
    member.get(address, status=403)
