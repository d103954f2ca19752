"""What is kept of the fold, so that lists can filter: never other than what happened says."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.exc import DatabaseError

from decisions.demo import loading, quiet
from decisions.journeys.cards import cards, shown
from decisions.journeys.doors import due, since
from decisions.journeys.models import Journey, JourneyNow, Move, StopNow
from decisions.who_decides.queries import before_now
from forum import clock
from forum.db import db
from tests.decisions.journeys.told import CABINET, CONSULT, DOING, REPLY, SCRUTINY, day, now, stops
from tests.make import make_body, make_thread
from tests.travel import record, start_journey


def kept(app: Flask) -> list[str]:
    """Every row that the fold keeps, in words that can be compared."""
    with app.app_context():
        return sorted(
            f"{model.__tablename__}: {[getattr(row, column.key) for column in model.__table__.columns]}"
            for model in (JourneyNow, StopNow)
            for row in db.session.scalars(db.select(model))
        )


def test_rebuilding_changes_no_row(app: Flask) -> None:
    body, other = make_body(app, "Council"), make_body(app, "Cabinet")
    passed = {2: clock.today() - timedelta(days=2)}
    thread = make_thread(app)
    steps = start_journey(app, thread, ("reply", body), ("scrutinise", other), ("decide", other), planned=passed)
    record(app, thread, "sent", steps[1])
    record(app, thread, "agreed", steps[3])
    record(app, thread, "noted", steps[2], evidence="member-says")
    ended = make_thread(app, "Ended")
    record(app, ended, "refused", start_journey(app, ended, ("decide", other))[1], reason="No money.")
    before = kept(app)
    result = app.test_cli_runner().invoke(args=["decisions", "rebuild"])
    assert result.output == "2 journeys are computed anew.\n"
    assert kept(app) == before
    assert len(before) == 3


def test_rebuilding_mends_what_was_spoilt(app: Flask) -> None:
    thread, body = make_thread(app), make_body(app)
    steps = start_journey(app, thread, ("reply", body))
    record(app, thread, "sent", steps[1])
    before = kept(app)
    with app.app_context():
        row = db.session.scalars(db.select(JourneyNow)).one()
        row.stage, row.news_on, row.due_stop_id = "finished", clock.today() + timedelta(days=9), steps[1]
        db.session.execute(db.delete(StopNow))
        db.session.commit()
    assert kept(app) != before
    app.test_cli_runner().invoke(args=["decisions", "rebuild"])
    assert kept(app) == before


def test_the_demonstration_is_kept_as_it_folds(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quiet, "compose", lambda *_: 0)  # talk without a journey
    app.config["DEMO"] = True
    with app.app_context():
        loading.load(lambda _words: None)
        assert db.session.scalars(db.select(Journey)).first() is not None
    before = kept(app)
    app.test_cli_runner().invoke(args=["decisions", "rebuild"])
    assert kept(app) == before


def test_an_entry_is_never_changed(app: Flask) -> None:
    thread, body = make_thread(app), make_body(app)
    record(app, thread, "agreed", start_journey(app, thread, ("decide", body))[1])
    with app.app_context():
        move = db.session.scalars(db.select(Move).where(Move.number == 2)).one()
        move.kind = "refused"
        with pytest.raises(DatabaseError):
            db.session.commit()
        db.session.rollback()


def test_the_next_day_to_ask_about() -> None:
    route = stops(SCRUTINY, CABINET, planned={SCRUTINY: 9, CABINET: 20})
    assert due(route, now(route)) == (SCRUTINY, day(9))
    assert due(route, now(route, "9 noted scrutiny")) == (CABINET, day(20))
    assert due(route, now(route, "9 noted scrutiny, a member says")) == (SCRUTINY, day(9))
    assert due(route, now(route, "20 agreed cabinet")) is None
    assert due(route, now(route, "5 deferred scrutiny until 30")) == (CABINET, day(20))
    assert due(route, now(route, "3 closed")) is None
    waiting = stops(REPLY, CONSULT, planned={REPLY: 5, CONSULT: 9}, opens={CONSULT: 2})
    assert due(waiting, now(waiting, "2 sent reply")) is None
    doing = stops(DOING, planned={DOING: 40})
    assert due(doing, now(doing, "9 promise-made doing")) == (DOING, day(40))


def test_what_is_only_on_a_list_has_it_once_it_is_its_turn() -> None:
    route = stops(REPLY, SCRUTINY, CABINET)
    listed = ("2 sent reply", "3 forward-plan cabinet until 30")
    assert since(route, now(route, *listed)) == {REPLY: day(2), CABINET: day(31)}
    assert since(route, now(route, *listed, "5 reply-received reply")) == {CABINET: day(3)}
    assert since(route, now(route, *listed, "4 on-agenda cabinet until 30"))[CABINET] == day(3)
    assert since(route, now(route, "2 sent reply", "3 forward-plan cabinet")) == {REPLY: day(2)}


def test_what_is_only_on_a_list_waits_for_a_consultation_that_ends_by_itself() -> None:
    route = stops(CONSULT, CABINET, opens={CONSULT: 5}, planned={CONSULT: 15})
    assert since(route, now(route, "3 forward-plan cabinet until 30")) == {CONSULT: day(5), CABINET: day(16)}
    assert since(route, now(route, "18 forward-plan cabinet until 30"))[CABINET] == day(18)


def test_a_list_of_issues_names_who_has_it_and_not_who_will(app: Flask) -> None:
    thread, asked, cabinet = make_thread(app), make_body(app, "Council"), make_body(app, "Cabinet")
    steps = start_journey(app, thread, ("reply", asked), ("decide", cabinet))
    record(app, thread, "sent", steps[1])
    planned = clock.today() + timedelta(days=20)
    record(app, thread, "forward-plan", steps[2], planned_on=planned)
    today = clock.today()
    with app.app_context():
        (card,) = cards(shown(), today=today)
        assert [one.body for one in card.holders] == ["the Council"]
        assert card.next is not None and card.next.day == planned
        assert cards(before_now(cabinet, today, 9), today=today) == []
        assert len(cards(before_now(asked, today, 9), today=today)) == 1
        (later,) = cards(shown(), today=planned + timedelta(days=1))
        assert [one.body for one in later.holders] == ["the Council", "the Cabinet"]
    record(app, thread, "reply-received", steps[1])
    with app.app_context():
        assert len(cards(before_now(cabinet, today, 9), today=today)) == 1
