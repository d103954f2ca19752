"""Several issues with one journey: each keeps its page, its talk and its followers, and the steps come from one."""

import pytest
from flask import Flask
from sqlalchemy import update

from decisions.journeys.models import JourneyIssue
from decisions.journeys.together.rules import may_go_along, may_take_out
from forum import clock
from forum.access import GUEST, Shown, Standing
from forum.db import db
from forum.notifications.models import Follow
from forum.threads.models import Thread
from tests import make, travel
from tests.client import Client
from tests.decisions.journeys.story import Story
from tests.letters import do_jobs, letters, send_due

HELPER = Standing(person_id=1, roles=frozenset({"facilitator"}))


@pytest.fixture
def other(story: Story) -> int:
    """Another issue, without steps."""
    return make.make_thread(story.app, "A lift at the day centre")


def join(dev: Client, other: int, story: Story) -> None:
    found = dev.send(f"/issues/{other}/along", to=f"/issues/{story.thread}-keep")
    dev.send(found.location, reason="One item of one agenda.")


def page(client: Client, thread: int) -> str:
    return client.get(client.get(f"/issues/{thread}", status=301).location).text


@pytest.mark.parametrize(
    ("who", "facts", "field"),
    [
        (HELPER, {}, "-"),
        (GUEST, {}, None),
        (HELPER, {"same": True}, "to"),
        (HELPER, {"has_steps": False}, "to"),
        (HELPER, {"there": True}, "to"),
    ],
)
def test_who_may_say_so_and_of_what(who: Standing, facts: dict[str, bool], field: str | None) -> None:
    refusal = may_go_along(who, **{"same": False, "has_steps": True, "there": False, **facts})
    assert (refusal.field if refusal else "-") == field


def test_only_what_goes_along_can_be_taken_out() -> None:
    assert may_take_out(HELPER, along=True) is None
    assert may_take_out(HELPER, along=False) is not None and may_take_out(GUEST, along=True) is not None


def test_two_issues_show_the_same_steps(story: Story, dev: Client, client: Client, other: int) -> None:
    travel.record(story.app, story.thread, "sent", story.stops[1])
    assert "The Council was asked" not in page(client, other)
    join(dev, other, story)
    text = page(client, other)
    assert "This is decided together with another issue: Keep the day centre open" in text
    assert "The Council was asked" in text and "A lift at the day centre" in text
    assert "Decided together with this A lift at the day centre" in page(client, story.thread)
    listed = client.get("/issues").text
    assert "Decided together with: Keep the day centre open" in listed and listed.count("The Council was asked") == 2
    log = client.get("/safety/log").text
    assert "“A lift at the day centre” is decided together with another issue: Keep the day centre open" in log
    assert "One item of one agenda." in log


def test_it_can_be_taken_out_again(story: Story, dev: Client, client: Client, other: int) -> None:
    travel.record(story.app, story.thread, "sent", story.stops[1])
    join(dev, other, story)
    leave = dev.get(dev.get(f"/issues/{other}", status=301).location).links()["Take it out again"]
    assert "Write why" in dev.send(leave, status=400).text
    dev.send(leave, reason="They became two items.")
    assert "The Council was asked" not in page(client, other) and "The Council was asked" in page(client, story.thread)
    assert "is not decided together with this one any more" in client.get("/safety/log").text
    dev.get(leave, status=404)
    with story.app.app_context():
        assert list(db.session.scalars(db.select(JourneyIssue.thread_id))) == [story.thread]


def test_what_can_not_go_along(story: Story, dev: Client, other: int) -> None:
    address = f"/issues/{story.thread}/along"
    assert "no issue with that address" in dev.send(address, status=409, to="99999").text
    assert "That issue has no steps of its own yet." in dev.send(address, status=409, to=str(other)).text
    assert "same issue" in dev.send(address, status=409, to=str(story.thread)).text
    join(dev, other, story)
    assert "already" in dev.send(f"/issues/{other}/along", status=409, to=str(story.thread)).text


def test_who_follows_both_hears_of_a_move_once(story: Story, dev: Client, other: int) -> None:
    join(dev, other, story)
    people = {name: make.make_trusted(story.app, name) for name in ("Bo", "Cy", "Di")}
    on = clock.now()
    for name, threads in {"Bo": (story.thread, other), "Cy": (other,), "Di": (story.thread,)}.items():
        for thread in threads:
            row = Follow(kind="thread", subject_id=thread, person_id=people[name], created_at=on, confirmed_at=on)
            make.keep(story.app, row)
    travel.record(story.app, story.thread, "sent", story.stops[1])
    do_jobs(story.app)
    send_due(story.app)
    sent = sorted(one.to[0] for one in letters(story.app))
    assert sent == ["bo@example.org", "cy@example.org", "di@example.org"]
    bo = Client(story.app).sign_in(people["Bo"])
    assert bo.get("/me").text.count("Sent to them") == 1


def test_its_own_steps_come_first(story: Story, dev: Client, client: Client, other: int) -> None:
    join(dev, other, story)
    trust = make.make_body(story.app, "Hospital Trust")
    rows = {"step_1-body": str(trust), "step_1-role": "decide"}
    dev.send(f"/issues/{other}/steps/start", **rows)
    text = page(client, other)
    assert "Where this is now: The rest of this issue" in text
    cards = text.partition("Other parts, decided elsewhere")[2]
    assert "Decided together with this issue: Keep the day centre open" in cards
    links = dev.get(dev.get(f"/issues/{other}", status=301).location).links()
    assert "/apart/" in links["Take it out again"] and "Another body decides a part of this" in links
    with story.app.app_context():
        rows = db.select(JourneyIssue.place).where(JourneyIssue.thread_id == other).order_by(JourneyIssue.journey_id)
        assert list(db.session.scalars(rows)) == [2, 1]


def test_steps_of_a_hidden_issue_are_not_shown(story: Story, dev: Client, client: Client, other: int) -> None:
    travel.record(story.app, story.thread, "sent", story.stops[1])
    join(dev, other, story)
    with story.app.app_context():
        db.session.execute(update(Thread).where(Thread.id == story.thread).values(state=Shown.HIDDEN))
        db.session.commit()
    text = page(client, other)
    assert "Keep the day centre open" not in text and "The Council was asked" not in text
    listed = client.get("/issues").source
    assert ">Keep the day centre open<" not in listed and "The Council was asked" not in listed


def test_members_may_not(app: Flask, story: Story, client: Client, other: int) -> None:
    client.get(f"/issues/{other}/along", status=302)
    Client(app).sign_in(make.make_trusted(app, "Bo")).get(f"/issues/{other}/along", status=403)
