"""Plain summaries: offered by people, one picked with a public reason, taken back, never an official answer."""

import pytest
from flask import Flask
from sqlalchemy import select

from decisions.summaries.models import Summary
from decisions.summaries.rules import may_offer
from forum import clock
from forum.access import GUEST, Standing
from forum.db import db
from tests import make
from tests.client import Client

MEMBER = Standing(person_id=1, name="Iris")


def long_thread(app: Flask, **more: object) -> int:
    return make.make_thread(app, "Bus 42", post_count=19, **more)


def person(app: Flask, name: str, role: str | None = None) -> Client:
    return Client(app).sign_in(make.make_trusted(app, name, role=role))


def choose(client: Client, number: int, do: str = "pick", *, reason: str = "It is fair.", status: int = 303) -> str:
    page = client.post(
        f"/summaries/{number}/choose", {"key": f"{do}{number}", "do": do, "reason": reason}, status=status
    )
    return page.location if status == 303 else page.text


def test_offered_then_picked_it_stands_on_top_with_its_writer(app: Flask, client: Client) -> None:
    thread, iris, dev = long_thread(app), person(app, "Iris"), person(app, "Dev", "facilitator")
    assert "Could you write a plain summary?" in client.get(f"/issues/{thread}-bus-42").text
    iris.send(f"/summaries/issue/{thread}/write", text="People want the bus at nine.")
    assert "at nine" not in client.get(f"/issues/{thread}-bus-42").text
    assert "at nine" not in client.get(f"/summaries/issue/{thread}").text
    assert "at nine" in iris.get(f"/summaries/issue/{thread}").text
    assert "Somebody wrote a plain summary of the talk: Bus 42" in dev.get("/to-do").text
    choose(dev, 1)
    page = client.get(f"/issues/{thread}-bus-42")
    assert "People want the bus at nine. A plain summary, written by a person: Iris" in page.text
    assert "Bus 42" not in dev.get("/to-do").text
    log = client.get("/safety/log").text
    assert "We chose which plain summary stands on top: Bus 42 Why: It is fair." in log and "Iris" not in log


def test_one_at_a_time_with_its_history_and_a_way_back(app: Flask, client: Client) -> None:
    thread, dev = long_thread(app), person(app, "Dev", "facilitator")
    first, second = make.make_summary(app, thread, "First."), make.make_summary(app, thread, "Second.")
    for number in (first, second):
        choose(dev, number)
    page = client.get(f"/summaries/issue/{thread}")
    assert page.text.index("Second.") < page.text.index("First.") and "It stood on top from" in page.text
    choose(dev, first, reason="The other one left out carers.")
    assert "First." in client.get(f"/issues/{thread}-bus-42").text
    choose(dev, first, "drop")
    assert "First." not in client.get(f"/issues/{thread}-bus-42").text
    with app.app_context():
        assert all(one.dropped_at for one in db.session.scalars(select(Summary)))
    assert "Write why." in choose(dev, second, reason="", status=400)


def test_its_writer_takes_it_back_and_only_they(app: Flask, client: Client) -> None:
    thread, iris = long_thread(app), make.make_trusted(app, "Iris")
    line = make.make_byline(app, name="Iris", person_id=iris)
    number = make.make_summary(app, thread, "Secret words.", byline_id=line, picked_at=clock.now())
    person(app, "Bo").post(f"/summaries/{number}/take-back", {"key": "a"}, status=403)
    Client(app).sign_in(iris).send(f"/summaries/issue/{thread}")
    assert "Secret words." not in client.get(f"/issues/{thread}-bus-42").text
    with app.app_context():
        assert db.session.get_one(Summary, number).text == ""


def test_a_paper_can_have_one(app: Flask, client: Client) -> None:
    meeting = make.make_meeting(app, make.make_body(app), clock.today())
    paper, secret = make.make_paper(app, meeting), make.make_paper(app, meeting, restricted=True)
    number = make.make_summary(app, None, "It says: close it.", document_id=paper)
    choose(person(app, "Dev", "facilitator"), number)
    page = client.get(client.get(f"/meetings/{meeting}", status=301).location)
    assert "In short: The report" in page.text and "It says: close it." in page.text
    client.get(f"/summaries/paper/{secret}", status=404)


def test_a_hidden_one_is_not_on_top(app: Flask, client: Client) -> None:
    thread = long_thread(app)
    make.make_summary(app, thread, "Unkind words.", picked_at=clock.now(), state="hidden")
    assert "Unkind words." not in client.get(f"/issues/{thread}-bus-42").text
    assert "Unkind words." not in client.get(f"/summaries/issue/{thread}").text


def test_offering_again_and_again_ends(app: Flask) -> None:
    thread, iris = long_thread(app), person(app, "Iris")
    for number in range(3):
        iris.send(f"/summaries/issue/{thread}/write", text=f"Words {number}.")
    page = iris.send(f"/summaries/issue/{thread}/write", text="Words again.", status=409)
    assert "Enough summaries wait here." in page.text and "Words again." in page.source


@pytest.mark.parametrize(
    ("who", "posts", "waiting", "mine", "may"),
    [
        (MEMBER, 20, 0, 0, True),
        (MEMBER, None, 9, 2, True),
        (MEMBER, 19, 0, 0, False),
        (MEMBER, 20, 10, 0, False),
        (MEMBER, 20, 3, 3, False),
        (Standing(person_id=1, suspended=True), 20, 0, 0, False),
        (GUEST, 20, 0, 0, False),
    ],
)
def test_who_may_offer(who: Standing, posts: int | None, waiting: int, mine: int, may: bool) -> None:
    assert (may_offer(who, posts=posts, waiting=waiting, mine=mine) is None) is may
