"""Meetings that come again: plain choices, their days, laying out, ending."""

from datetime import date, time, timedelta

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from decisions.meetings import actions
from decisions.meetings.actions.repeating import GivenSeries
from decisions.meetings.jobs import every_night
from decisions.meetings.models import Meeting, Series
from decisions.meetings.series import DAYS, NTH_WORDS, WEEKLY, Every, a_year_on, days, read
from forum import clock
from forum.access import Role
from forum.db import db
from forum.refusal import Refusal
from forum.say import say
from tests.make import make_body, make_person, standing_of

FIRST_TUESDAY, TWO_WEEKS = Every(1, "TU", 1), Every(2, "WE")
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("every", "rule", "words"),
    [
        (FIRST_TUESDAY, "FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU", "Every month on the first Tuesday"),
        (Every(3, "FR", -1), "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "Every 3 months on the last Friday"),
        (TWO_WEEKS, "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "Every 2 weeks on a Wednesday"),
        (Every(1, "MO"), "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO", "Every Monday"),
    ],
)
def test_a_choice_its_rule_and_its_words(app: Flask, every: Every, rule: str, words: str) -> None:
    assert every.rule == rule and read(rule) == every
    with app.app_context():
        assert say(every.words) == words


@pytest.mark.parametrize("rule", ["", "FREQ=DAILY", "FREQ=MONTHLY;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=99;BYDAY=TU"])
def test_a_rule_from_elsewhere_is_no_choice_of_ours(rule: str) -> None:
    assert read(rule) is None


def test_days_of_a_series() -> None:
    found = days(FIRST_TUESDAY.rule, date(2026, 11, 1), date(2026, 11, 23), date(2027, 3, 31))
    assert found == [date(2026, 12, 1), date(2027, 1, 5), date(2027, 2, 2), date(2027, 3, 2)]
    found = days(TWO_WEEKS.rule, date(2026, 11, 4), date(2026, 11, 23), date(2026, 12, 31))
    assert found == [date(2026, 12, 2), date(2026, 12, 16), date(2026, 12, 30)]
    assert days(TWO_WEEKS.rule, date(2026, 11, 4), date(2026, 12, 2), date(2026, 12, 1)) == []


some = st.builds(Every, st.integers(1, 12), st.sampled_from(DAYS), st.sampled_from([WEEKLY, *NTH_WORDS]))


@given(some, st.dates(date(2025, 1, 1), date(2028, 12, 31)), st.integers(0, 500))
def test_every_day_is_the_one_that_was_chosen(every: Every, begin: date, span: int) -> None:
    last = begin + timedelta(days=span)
    found = days(every.rule, begin, begin, last)
    assert found == sorted(set(found)) and all(begin <= one <= last for one in found)
    assert {DAYS[one.weekday()] for one in found} <= {every.day}
    assert read(every.rule) == every
    middle = begin + timedelta(days=span // 2)  # counted from the middle, the days are the same
    assert days(every.rule, begin, middle, last) == [one for one in found if one >= middle]


def test_a_leap_day_has_a_year_on() -> None:
    assert a_year_on(date(2028, 2, 29)) == date(2029, 2, 28)


def series(app: Flask, **more: object) -> tuple[int, int]:
    """Make a series of the Cabinet from today. Returns its id and that of a facilitator."""
    body, person = make_body(app), make_person(app, role=Role.FACILITATOR)
    given = GivenSeries(
        body_id=body, title="Cabinet", from_on=clock.today(), until_on=None, starts=time(19), ends=time(21),
        place="Town Hall", watch="", attend="",
    )  # fmt: skip
    given.update(more)  # type: ignore[typeddict-item]
    who = standing_of(app, person)
    with app.app_context():
        made = actions.make_series(given, FIRST_TUESDAY, by=who, on=clock.now())
        db.session.commit()
        return made.id, person


def meetings(app: Flask) -> list[Meeting]:
    with app.app_context():
        return list(db.session.scalars(select(Meeting).order_by(Meeting.series_day)))


def again(app: Flask) -> int:
    with app.app_context():
        return every_night(clock.now())


def test_a_year_is_laid_out_once(app: Flask) -> None:
    series(app)
    first = meetings(app)
    assert len(first) in (12, 13)
    assert {(one.starts, one.zone, one.place) for one in first} == {(time(19), "Europe/London", "Town Hall")}
    assert again(app) == 0 and len(meetings(app)) == len(first)


def test_what_was_moved_or_cancelled_stays_so(app: Flask) -> None:
    _number, person = series(app)
    first, second, third, *_rest = meetings(app)
    who = standing_of(app, person)
    with app.app_context():
        moved, off, gone = (db.session.get_one(Meeting, one.id) for one in (first, second, third))
        moved.day += 2 * DAY
        actions.cancel(off, why="Snow.", seen=None, by=who, on=clock.now())
        to = actions.put_off(gone, why="No room.", to_day=gone.day + DAY, seen=None, by=who, on=clock.now())
        assert to is not None and to.series_id is None
        db.session.commit()
        count = db.session.scalar(select(func.count(Meeting.id)))
    assert again(app) == 0
    with app.app_context():
        assert db.session.scalar(select(func.count(Meeting.id))) == count
        assert db.session.get_one(Meeting, first.id).day == first.day + 2 * DAY
        assert db.session.get_one(Meeting, second.id).status == "cancelled"


def test_ending_cancels_none_that_was_confirmed(app: Flask) -> None:
    number, person = series(app)
    rows, who = meetings(app), standing_of(app, person)
    with app.app_context():
        actions.confirm(db.session.get_one(Meeting, rows[3].id), seen=None, by=who, on=clock.now())
        row = db.session.get_one(Series, number)
        ended = actions.end_series(row, day=rows[1].day, why="They meet less.", by=who, on=clock.now())
        db.session.commit()
    assert ended == len(rows) - 3
    found = {one.id: one for one in meetings(app)}
    assert [found[one.id].status for one in rows[:5]] == ["planned", "planned", "cancelled", "confirmed", "cancelled"]
    assert found[rows[2].id].why == "They meet less."
    assert again(app) == 0
    with app.app_context(), pytest.raises(Refusal):
        row = db.session.get_one(Series, number)
        actions.end_series(row, day=rows[1].day, why="Again.", by=who, on=clock.now())


def test_a_series_stops_on_its_last_day(app: Flask) -> None:
    last = clock.today() + timedelta(days=70)
    _number, person = series(app, until_on=last)
    assert 2 <= len(meetings(app)) <= 3 and max(one.day for one in meetings(app)) <= last
    given = dict.fromkeys(("title", "place", "watch", "attend"), "Cabinet") | dict.fromkeys(("starts", "ends"))
    given |= {"body_id": 1, "from_on": clock.today(), "until_on": clock.today() - DAY}
    with app.app_context(), pytest.raises(Refusal):
        actions.make_series(given, FIRST_TUESDAY, by=standing_of(app, person), on=clock.now())  # type: ignore[arg-type]
