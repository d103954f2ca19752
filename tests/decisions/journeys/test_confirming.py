"""What a member says happened counts once a second person has looked at the source and agrees."""

from typing import Any

import pytest
from flask import Flask

from decisions.journeys import rules
from decisions.journeys.facts import MoveFact
from decisions.journeys.fold import counts
from decisions.journeys.kinds import Evidence, MoveKind
from decisions.journeys.models import Confirmation
from forum.access import GUEST, Role, Standing
from forum.db import db
from tests.client import Client
from tests.decisions.journeys.story import Story
from tests.decisions.journeys.told import day


def _says(story: Story, **more: Any) -> Client:
    """A member says that the Cabinet refused."""
    typed = {"kind": "refused", "stop": str(story.stops[3]), "plain": "They said no.", "reason": "No money."}
    amina = story.person("Amina")
    amina.send(story.address, **typed | {"source": "https://example.org/minutes", "source_name": "Minutes"} | more)
    return amina


def _address(story: Story) -> str:
    return f"/moves/{story.moves()[-1].id}/confirm"


def test_it_counts_once_a_second_person_agrees(story: Story, client: Client) -> None:
    _says(story)
    assert story.stage() == "talking"
    bo = story.person("Bo")
    page = bo.get(_address(story))
    assert "They said no." in page.text
    assert "https://example.org/minutes" in page.answer.text
    bo.send(_address(story))
    assert story.stage() == "not-taken"
    shown = client.get(client.get(f"/issues/{story.thread}", status=301).location)
    assert "Bo looked at the source and agrees." in shown.text
    assert "A member says." in shown.text


def test_who_said_it_cannot_confirm_it(story: Story) -> None:
    amina = _says(story)
    assert "Another person has to confirm it." in amina.send(_address(story), status=409).text
    assert story.stage() == "talking"


def test_without_a_source_there_is_nothing_to_look_at(story: Story) -> None:
    _says(story, source="", source_name="")
    assert "no source that you could look at" in story.person("Bo").send(_address(story), status=409).text
    assert "Confirm it" not in story.person("Cy").get(f"/issues/{story.thread}-x", status=301).text


def test_it_is_confirmed_once(story: Story, app: Flask) -> None:
    _says(story)
    story.person("Bo").send(_address(story))
    assert "counts already" in story.person("Cy").send(_address(story), status=409).text
    with app.app_context():
        assert db.session.query(Confirmation).count() == 1


def test_what_was_put_right_is_not_confirmed(story: Story, dev: Client) -> None:
    _says(story)
    address = _address(story)
    move = story.moves()[-1]
    dev.send(f"/moves/{move.id}/correct", becomes="nothing", plain="It was another meeting.", reason="A mix-up.")
    assert "put right in the meantime" in story.person("Bo").send(address, status=409).text


def test_it_waits_for_who_helps_run_this(story: Story, dev: Client) -> None:
    _says(story)
    assert "Somebody says that something happened." in dev.get("/to-do").text
    assert "Look at the source" in dev.get("/to-do").text
    dev.send(_address(story))
    assert "Somebody says that something happened." not in dev.get("/to-do").text


FACT = MoveFact(2, MoveKind.REFUSED, day(3), evidence=Evidence.MEMBER_SAYS)
MEMBER = Standing(person_id=2, trusted=True)


@pytest.mark.parametrize(
    ("who", "fact", "mine", "has_source", "may"),
    [
        (MEMBER, FACT, False, True, True),
        (Standing(person_id=3, roles=frozenset({Role.FACILITATOR})), FACT, False, True, True),
        (GUEST, FACT, False, True, False),
        (Standing(person_id=2, trusted=True, suspended=True), FACT, False, True, False),
        (Standing(person_id=2), FACT, False, True, False),
        (MEMBER, FACT, True, True, False),
        (MEMBER, FACT, False, False, False),
        (MEMBER, MoveFact(2, MoveKind.REFUSED, day(3)), False, True, False),
    ],
)
def test_who_may_confirm(who: Standing, fact: MoveFact, mine: bool, has_source: bool, may: bool) -> None:
    assert (rules.may_confirm(who, fact, mine=mine, has_source=has_source) is None) == may


def test_what_is_confirmed_counts() -> None:
    assert not counts(FACT)
    assert counts(MoveFact(2, MoveKind.REFUSED, day(3), evidence=Evidence.MEMBER_SAYS, confirmed=True))
