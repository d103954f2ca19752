"""No news for long: a few people are asked in turn, none of them often, and none after something happened."""

from datetime import date, timedelta

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from decisions.journeys.models import JourneyNow, Nudge
from decisions.journeys.nudging import asking, rules
from decisions.journeys.nudging.rules import Could, Silence
from forum import clock
from forum.db import db
from forum.notifications.models import Follow
from forum.outbox.letters import Undeliverable, compose
from forum.outbox.models import Delivery
from tests import make
from tests.decisions.journeys.story import Story

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("of", "asks"),
    [
        (Silence(ago(41)), False),
        (Silence(ago(42)), True),
        (Silence(ago(5), due_on=ago(2)), False),
        (Silence(ago(5), due_on=ago(3)), True),
        (Silence(ago(5), due_on=TODAY + timedelta(days=9)), False),
        (Silence(ago(60), asked=(ago(13),)), False),
        (Silence(ago(60), asked=(ago(14), ago(14))), True),
        (Silence(ago(99), asked=(ago(60), ago(45), ago(30))), False),
    ],
)
def test_when_people_are_asked(of: Silence, asks: bool) -> None:
    assert rules.is_time(of, TODAY) == asks


def test_who_waited_longest_is_asked_and_one_who_is_near() -> None:
    people = [Could(1, asked_on=ago(40)), Could(2), Could(3, near=True, asked_on=ago(30)), Could(4, asked_on=ago(50))]
    assert rules.turn(people, TODAY) == [3, 2, 4]


PEOPLE = st.builds(
    Could,
    person_id=st.integers(1, 9),
    near=st.booleans(),
    asked_on=st.none() | st.integers(0, 90).map(ago),
)


@given(st.lists(PEOPLE, unique_by=lambda one: one.person_id, max_size=9))
def test_nobody_is_asked_often_and_never_many(people: list[Could]) -> None:
    chosen = rules.turn(people, TODAY)
    asked = {one.person_id: one.asked_on for one in people}
    assert len(chosen) == len(set(chosen)) <= 3
    assert all((day := asked[one]) is None or (TODAY - day).days >= 28 for one in chosen)


@given(st.integers(1, 12), st.integers(4, 12))
def test_the_burden_is_shared(rounds: int, people: int) -> None:
    """Whoever follows is asked once before anyone is asked twice."""
    asked: dict[int, list[date]] = {one: [] for one in range(people)}
    for number in range(rounds):
        day = TODAY + timedelta(days=28 * number)
        could = [Could(one, asked_on=days[-1] if days else None, times=len(days)) for one, days in asked.items()]
        for one in rules.turn(could, day):
            asked[one].append(day)
    counts = [len(days) for days in asked.values()]
    assert max(counts) - min(counts) <= 1


def _follows(app: Flask, story: Story, name: str, **more: object) -> int:
    person = make.make_person(app, name=name, trusted_at=clock.now(), **more)
    on = clock.now()
    make.keep(app, Follow(kind="thread", subject_id=story.thread, person_id=person, created_at=on, confirmed_at=on))
    return person


def _silent(app: Flask, days: int = 50) -> None:
    with app.app_context():
        db.session.scalars(db.select(JourneyNow)).one().news_on = clock.today() - timedelta(days=days)
        db.session.commit()


def test_followers_are_asked_once_and_not_again_the_next_night(app: Flask, story: Story) -> None:
    people = {_follows(app, story, name) for name in ("Ada", "Bo", "Cy", "Di")}
    _follows(app, story, "No letters", mail_moves=False)
    _silent(app)
    with app.app_context():
        assert asking.ask(clock.now()) == 3
        assert asking.ask(clock.now()) == 0
        assert asking.ask(clock.now() + timedelta(days=14)) == 1
        asked = list(db.session.scalars(db.select(Nudge.person_id)))
        assert set(asked) == people
        assert len(asked) == 4


def test_nobody_is_asked_while_there_is_news(app: Flask, story: Story) -> None:
    _follows(app, story, "Ada")
    with app.app_context():
        assert asking.ask(clock.now()) == 0


def test_the_letter_leads_to_the_form_and_is_dropped_when_something_happened(app: Flask, story: Story) -> None:
    _follows(app, story, "Ada")
    _silent(app)
    with app.app_context():
        asking.ask(clock.now())
        row = db.session.scalars(db.select(Delivery).where(Delivery.template == "nudge")).one()
        letter = compose(row)
        assert f"/issues/{story.thread}/happened" in letter.body
        db.session.scalars(db.select(JourneyNow)).one().last_number += 1
        with pytest.raises(Undeliverable):
            compose(row)
