"""Journeys and entries on every channel: seen, found, told, exported, erased; and what waits for whom."""

from datetime import timedelta

import pytest
from flask import Flask

from decisions.journeys.models import Citation, Journey, JourneyNow, Verdict
from decisions.journeys.queues import queue, waiting
from forum import clock, subjects
from forum.access import GUEST, Standing
from forum.db import db
from forum.people.models import Person
from forum.say import say
from forum.subjects import ToDo
from forum.threads.models import Keeper, Thread
from tests.make import keep, make_body, make_byline, make_person, make_post, make_thread
from tests.travel import record, start_journey

HELPER = Standing(person_id=1, name="Dee", roles=frozenset({"facilitator"}))
MEMBER = Standing(person_id=2, name="Amina", trusted=True)


@pytest.fixture
def body(app: Flask) -> int:
    return make_body(app)


def looked_after(app: Flask, thread_id: int) -> None:
    keep(app, Keeper(thread_id=thread_id, byline_id=make_byline(app), since=clock.now()))


def words(app: Flask, one: ToDo) -> str:
    with app.app_context():
        return say(one.words)


def lists(app: Flask, who: Standing) -> list[ToDo]:
    with app.test_request_context():
        found = queue(who)
        asked = waiting(who)
        assert (db.session.scalar(db.select(asked)) or 0 if asked is not None else 0) == len(found)
        return found


def test_an_entry_is_seen_as_far_as_its_issue(app: Flask, body: int) -> None:
    thread = make_thread(app)
    steps = start_journey(app, thread, ("decide", body))
    move = record(app, thread, "agreed", steps[1], official="RESOLVED: as set out.")
    with app.test_request_context():
        for kind, number, anchor in (("move", move, "move-2"), ("journey", 1, "steps")):
            thing = subjects.visible(kind, number, GUEST)
            assert thing is not None
            assert subjects.address(kind, thing).endswith(f"-keep-the-day-centre-open#{anchor}")
        told = subjects.one("move", move)
        assert subjects.get("move").title(told) == "Agreed"
        found = subjects.get("move").search(told)  # type: ignore[misc]
        assert "RESOLVED: as set out." in found.text
        assert "It happened." in found.text
        db.session.get_one(Thread, thread).state = "hidden"
        db.session.commit()
        assert subjects.visible("move", move, GUEST) is None
        assert subjects.visible("journey", 1, GUEST) is None
        assert subjects.get("move").search(subjects.one("move", move)) is None  # type: ignore[misc]
        assert subjects.one("move", 404) is None


def test_a_correction_is_called_so(app: Flask, body: int) -> None:
    thread = make_thread(app)
    steps = start_journey(app, thread, ("decide", body))
    record(app, thread, "agreed", steps[1])
    titles = {"noted": "Put right: Noted", "nothing": "Put right: It did not happen"}
    number = 2
    for becomes, title in titles.items():
        move = record(app, thread, "corrected", corrects=number, becomes=becomes)
        number += 1
        with app.test_request_context():
            assert subjects.get("move").title(subjects.one("move", move)).startswith(title)


def test_what_a_person_said_is_exported_and_forgotten(app: Flask, body: int) -> None:
    thread, person = make_thread(app), make_person(app, name="Joan")
    post = make_post(app, thread, "I was there.", number=2, byline_id=make_byline(app, name="Joan", person_id=person))
    steps = start_journey(app, thread, ("decide", body))
    record(app, thread, "agreed", steps[1], cites=(post,))
    keep(app, Verdict(journey_id=1, person_id=person, word="partly", words="Joan’s words.", created_at=clock.now()))
    with app.test_request_context():
        journeys, moves = subjects.get("journey"), subjects.get("move")
        said = journeys.export_for(person)  # type: ignore[misc]
        assert [one["words"] for one in said] == ["Joan’s words."]
        dev = db.session.scalars(db.select(Person).where(Person.name == "Dev")).one()
        assert [one["kind"] for one in moves.export_for(dev.id)] == ["raised", "agreed"]  # type: ignore[misc]
        assert moves.export_for(person) == []  # type: ignore[misc]
        journeys.erase(person)  # type: ignore[misc]
        moves.erase(person)  # type: ignore[misc]
        db.session.commit()
        verdict = db.session.scalars(db.select(Verdict)).one()
        assert (verdict.word, verdict.words, verdict.person_id) == ("partly", "", None)
        assert db.session.scalars(db.select(Citation.title)).one() == "A person who left, Keep the day centre open"


def test_nothing_waits_for_people_without_a_part(app: Flask, body: int) -> None:
    start_journey(app, make_thread(app), ("decide", body), planned={1: clock.today() - timedelta(days=9)})
    for who in (GUEST, MEMBER, Standing(person_id=3, roles=frozenset({"facilitator"}), suspended=True)):
        assert lists(app, who) == []


def test_days_that_passed_wait_for_helpers_and_their_body(app: Flask, body: int) -> None:
    thread, other = make_thread(app), make_body(app, "Council")
    passed = clock.today() - timedelta(days=9)
    steps = start_journey(app, thread, ("scrutinise", body), ("decide", other), planned={1: passed})
    looked_after(app, thread)
    officer = Standing(person_id=3, name="Helen", speaks_for={body: "Head"})
    for who in (HELPER, officer):
        [one] = lists(app, who)
        assert words(app, one).startswith("We have not heard what happened on")
        assert one.address == f"/issues/{thread}/happened?stop={steps[1]}"
    assert lists(app, Standing(person_id=4, speaks_for={other: "Head"})) == []
    record(app, thread, "noted", steps[1])
    assert lists(app, HELPER) == []


def test_what_a_body_was_asked_waits_for_it(app: Flask, body: int) -> None:
    thread = make_thread(app)
    steps = start_journey(app, thread, ("reply", body))
    looked_after(app, thread)
    officer = Standing(person_id=3, name="Helen", speaks_for={body: "Head"})
    assert lists(app, officer) == []
    record(app, thread, "sent", steps[1])
    [one] = lists(app, officer)
    assert one.address == f"/issues/{thread}/answer"
    assert lists(app, HELPER) == []
    record(app, thread, "reply-received", steps[1])
    assert lists(app, officer) == []


def test_issues_that_nobody_looks_after(app: Flask, body: int) -> None:
    going, talk, old = make_thread(app, "Going on"), make_thread(app, "Talked about"), make_thread(app, "Long quiet")
    make_thread(app, "A story", kind="story")
    make_thread(app, "Hidden", state="hidden")
    start_journey(app, going, ("decide", body))
    ended = make_thread(app, "Ended")
    record(app, ended, "refused", start_journey(app, ended, ("decide", body))[1], reason="No money.")
    with app.app_context():
        db.session.get_one(Thread, old).last_post_at = clock.now() - timedelta(days=32)
        db.session.commit()
    assert [words(app, one) for one in lists(app, HELPER)] == [
        "Nobody looks after this: Going on",
        "Nobody looks after this: Talked about",
    ]
    looked_after(app, going)
    looked_after(app, talk)
    assert lists(app, HELPER) == []


def test_journeys_that_nobody_checked(app: Flask, body: int) -> None:
    thread = make_thread(app)
    start_journey(app, thread, ("decide", body))
    looked_after(app, thread)
    for days, expected in ((30, 0), (31, 1)):
        with app.app_context():
            db.session.scalars(db.select(Journey)).one().checked_on = clock.today() - timedelta(days=days)
            db.session.commit()
        assert len(lists(app, HELPER)) == expected
    [one] = lists(app, HELPER)
    assert one.address == f"/issues/{thread}/steps"
    with app.app_context():
        db.session.scalars(db.select(JourneyNow)).one().stage = "finished"
        db.session.commit()
    assert lists(app, HELPER) == []


def test_what_does_most_harm_comes_first(app: Flask, body: int) -> None:
    start_journey(app, make_thread(app), ("decide", body), planned={1: clock.today() - timedelta(days=9)})
    with app.app_context():
        db.session.scalars(db.select(Journey)).one().checked_on = clock.today() - timedelta(days=50)
        db.session.commit()
    found = lists(app, HELPER)
    assert [one.harm for one in found] == sorted(one.harm for one in found)
    assert len({one.harm for one in found}) == 3
