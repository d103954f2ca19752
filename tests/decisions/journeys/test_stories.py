"""The demonstration's stories keep the rules: each move may be recorded when it was, by somebody who helps run it."""

from datetime import timedelta
from typing import Any

import pytest

from decisions.demo.files import issues
from decisions.journeys.doors import said, today_stops
from decisions.journeys.fold import fold
from decisions.journeys.kinds import Stage
from decisions.journeys.rules import may_record
from forum.access import Standing
from tests.decisions.journeys.stories import TODAY, steps, stops_of

HELPER = Standing(person_id=1, name="Dev", roles=frozenset({"facilitator"}))
STORIES = [one for one in issues() if "journey" in one]


@pytest.mark.parametrize("story", STORIES, ids=[one["title"] for one in STORIES])
def test_every_move_may_be_recorded(story: dict[str, Any]) -> None:
    for step in steps(story):
        refusal = may_record(HELPER, step.before, step.proposal, today=step.recorded_on)
        assert refusal is None, f"{step.number} {step.fact.kind}: {refusal and refusal.sentence.text}"


@pytest.mark.parametrize("story", STORIES, ids=[one["title"] for one in STORIES])
def test_every_door_has_words_on_every_day(story: dict[str, Any]) -> None:
    route, _ids = stops_of(story)
    now = fold(route, [step.fact for step in steps(story)])
    for days in (0, 1, 20, 60, 400):
        for one in today_stops(route, now, today=TODAY + timedelta(days=days)):
            assert None not in said(one).values.values(), said(one)


def test_the_stories_show_every_stage() -> None:
    found = {fold(stops_of(one)[0], [step.fact for step in steps(one)]).stage for one in STORIES}
    assert found == set(Stage)
