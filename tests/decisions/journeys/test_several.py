"""Several journeys of one issue: each decides a part, and has its own steps, stage and dates on the issue's page."""

from datetime import timedelta

import pytest
from flask import Flask

from decisions.journeys import parts
from decisions.journeys.models import Journey, JourneyIssue, JourneyNow
from forum import clock
from forum.db import db
from tests import make, travel
from tests.client import Client
from tests.decisions.journeys.story import Story


@pytest.fixture
def trust(story: Story) -> int:
    """Another body that decides a part."""
    return make.make_body(story.app, "Hospital Trust")


def second(story: Story, trust: int) -> list[int]:
    """The steps of a second journey."""
    names = {"part": "The stop at the hospital", "first": "The bus route"}
    return travel.start_journey(story.app, story.thread, ("decide", trust), **names)


def numbers(app: Flask) -> list[tuple[int, str]]:
    with app.app_context():
        return [(one.number, one.part) for one in db.session.scalars(db.select(Journey).order_by(Journey.number))]


@pytest.mark.parametrize(
    ("taken", "part", "first", "field"),
    [
        ([], "", "", "-"),
        ([""], "", "The route", None),
        ([""], "The stop", "", "first"),
        ([""], "The stop", "The route", "-"),
        ([""], "the ROUTE", "The route", "part"),
        (["The route"], "The stop", "", "-"),
        (["The route", "The stop"], "The stop", "", "part"),
        (["The route", "The stop"], "The fare", "", "-"),
    ],
)
def test_a_part_has_a_name_of_its_own(taken: list[str], part: str, first: str, field: str | None) -> None:
    refusal = parts.may_start(taken, part=part, first=first)
    assert (refusal.field if refusal else "-") == field


def test_an_entry_keeps_its_place_on_the_page() -> None:
    assert (parts.anchor(5), parts.anchor(5, 1), parts.anchor(5, 2)) == ("move-5", "move-5", "move-2-5")


def test_another_body_decides_a_part(story: Story, dev: Client, trust: int) -> None:
    page = dev.get(dev.get(f"/issues/{story.thread}", status=301).location)
    address = f"/issues/{story.thread}/steps/start?another=1"
    assert address in page.source.replace("&amp;", "&") and "Other parts" not in page.text
    rows = {"step_1-body": str(trust), "step_1-role": "decide"}
    refused = dev.send(address, status=409, **rows)
    assert "Write in a few words what this body decides." in refused.text
    refused = dev.send(address, status=409, **rows, part="The stop at the hospital")
    assert "Write what is left for the first body to decide." in refused.text
    sent = dev.send(address, **rows, part="The stop at the hospital", first="The bus route")
    assert sent.location == f"/issues/{story.thread}/steps?part=2"
    assert numbers(story.app) == [(1, "The bus route"), (2, "The stop at the hospital")]
    third = dev.get(address)
    assert "These parts are there already: The bus route, The stop at the hospital." in third.text
    assert "What is left" not in third.text
    assert dev.get(f"/issues/{story.thread}/steps/start", status=302).location == f"/issues/{story.thread}/steps"


def test_the_page_shows_each_part(story: Story, client: Client, trust: int) -> None:
    _here, decides = second(story, trust)
    travel.record(story.app, story.thread, "sent", story.stops[1])
    travel.record(story.app, story.thread, "on-agenda", decides, planned_on=clock.today() + timedelta(days=9))
    address = client.get(f"/issues/{story.thread}", status=301).location
    page = client.get(address)
    assert "Where this is now: The bus route" in page.text and "Other parts, decided elsewhere" in page.text
    card = page.text.partition("Other parts, decided elsewhere")[2]
    assert "The stop at the hospital" in card and "The Hospital Trust decides, planned for" in card
    assert 'id="move-2"' in page.source and 'id="move-2-2"' in page.source
    assert "Sent to them · The bus route" in page.text.replace("\xa0", " ")
    assert "On a meeting agenda · The stop at the hospital" in page.text.replace("\xa0", " ")
    other = client.get(f"{address}?part=2")
    assert "Where this is now: The stop at the hospital" in other.text
    assert 'id="move-2-2"' in other.source and f'href="{address}"' in other.source
    client.get(f"{address}?part=3", status=404)


def test_each_part_is_planned_and_told_apart(story: Story, dev: Client, trust: int) -> None:
    _here, decides = second(story, trust)
    plan = dev.get(f"/issues/{story.thread}/steps?part=2")
    assert "Step 1: decide" in plan.text and "Step 1: reply" not in plan.text
    assert plan.source.count("part=2") > 4
    sent = dev.send(
        f"/issues/{story.thread}/happened?stop={decides}",
        kind="acknowledged",
        plain="They wrote back.",
        evidence="their-reply",
    )
    assert sent.location.endswith("#move-2-2")
    assert dev.get(f"/issues/{story.thread}/steps/{decides}").text.count("decide")
    with story.app.app_context():
        stages = list(db.session.scalars(db.select(JourneyNow.stage).order_by(JourneyNow.journey_id)))
    assert stages == ["talking", "waiting"]
    moved = dev.get(f"/moves/{story.moves()[-1].id}", status=302).location
    assert moved.endswith("#move-2-2")


def test_a_list_says_that_two_bodies_decide(story: Story, client: Client, trust: int) -> None:
    assert "deciding parts" not in client.get("/issues").text
    _here, decides = second(story, trust)
    travel.record(story.app, story.thread, "sent", story.stops[1])
    travel.record(story.app, story.thread, "acknowledged", decides)
    page = client.get("/issues")
    assert "2 bodies are deciding parts of this." in page.text
    assert "The Council was asked today." in page.text and "The Hospital Trust was asked today." in page.text
    assert page.source.count(">Keep the day centre open<") == 1
    for wanted, there in (("body=hospital-trust", True), ("stage=waiting", True), ("stage=decided", False)):
        assert (">Keep the day centre open<" in client.get(f"/issues?{wanted}").source) is there
    assert "Keep the day centre open" in client.get("/bodies/hospital-trust").text


def test_one_part_ends_and_the_other_goes_on(story: Story, client: Client, trust: int) -> None:
    _here, decides = second(story, trust)
    travel.record(story.app, story.thread, "sent", story.stops[1])
    travel.record(story.app, story.thread, "refused", decides, reason="No money.")
    page = client.get("/issues")
    assert "bodies are deciding" not in page.text and "Sent to people who can act" in page.text
    assert ">Keep the day centre open<" in client.get("/issues?stage=not-taken").source
    card = client.get(client.get(f"/issues/{story.thread}", status=301).location).text
    assert "The Hospital Trust said no on" in card and "Nothing is decided yet." in card


def test_the_places_on_a_page_have_no_gap(story: Story, trust: int) -> None:
    second(story, trust)
    with story.app.app_context():
        rows = db.session.execute(db.select(JourneyIssue.thread_id, JourneyIssue.place).order_by(JourneyIssue.place))
        assert rows.all() == [(story.thread, 1), (story.thread, 2)]
