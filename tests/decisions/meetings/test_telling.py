"""Those who follow a body are told of its meetings, and those who follow a decision of its steps: each once."""

from datetime import date, timedelta

import pytest
from flask import Flask

from decisions.meetings import actions
from decisions.meetings.models import Decision, Meeting
from decisions.meetings.telling import MOST_A_DAY, AsItStands, chosen, tell_of_meetings
from decisions.who_decides.meetings.stages import tell_of_decisions
from forum import clock
from forum.db import db
from forum.notifications.models import Follow, Notice
from tests.client import Client
from tests.letters import addresses_in, do_jobs, letters
from tests.make import keep, make_body, make_decision, make_meeting, make_paper, make_person, standing_of

TODAY = clock.today()
DAY = timedelta(days=1)


def follow(app: Flask, kind: str, number: int, email: str = "joan@example.org") -> None:
    """Let an address follow a thing."""
    on = clock.now()
    keep(app, Follow(kind=kind, subject_id=number, email=email, email_key=email, created_at=on, confirmed_at=on))


def told(app: Flask, after: timedelta = timedelta()) -> int:
    """The minute's work: of how many meetings people were told."""
    with app.app_context():
        return tell_of_meetings(clock.now() + after)


def change(app: Flask, model: type[Meeting] | type[Decision], number: int, **values: object) -> None:
    """Change a row, as an import would."""
    with app.app_context():
        row = db.session.get_one(model, number)
        for name, value in values.items():
            setattr(row, name, value)
        db.session.commit()


def test_nobody_is_told_of_what_nobody_follows(app: Flask) -> None:
    body = make_body(app)
    make_meeting(app, body, TODAY + 3 * DAY)
    assert told(app) == 0
    follow(app, "body", make_body(app, "Board"))
    assert told(app) == 0


def test_each_standing_of_a_meeting_is_told_once(app: Flask) -> None:
    body = make_body(app)
    meeting = make_meeting(app, body, TODAY + 3 * DAY)
    make_meeting(app, body, TODAY + 300 * DAY, title="Far off")
    make_meeting(app, body, TODAY - DAY, title="Over")
    make_meeting(app, body, TODAY + DAY, title="Gone", gone_on=TODAY)
    follow(app, "body", body)
    assert (told(app), told(app)) == (1, 0)
    change(app, Meeting, meeting, about="In plain words.")
    assert told(app) == 0
    make_paper(app, meeting)
    assert (told(app), told(app)) == (1, 0)
    change(app, Meeting, meeting, day=TODAY + 90 * DAY, sequence=1, changed_at=clock.now())
    assert (told(app), told(app)) == (1, 0)
    change(app, Meeting, meeting, status="cancelled", why="Snow.", sequence=2, changed_at=clock.now())
    assert (told(app), told(app)) == (1, 0)


def test_a_letter_says_how_the_meeting_stands(app: Flask) -> None:
    body = make_body(app)
    meeting = make_meeting(app, body, TODAY + 3 * DAY, place="Town Hall", agenda_on=TODAY)
    client, helper = Client(app), make_person(app, name="Hana", role="facilitator")
    page = client.send(f"/follow/body/{body}", email="joan@example.org")
    assert page.location == f"/follow/body/{body}/sent"
    do_jobs(app)
    (confirming,) = (one for one in addresses_in(letters(app)[-1]) if one.startswith("/follow/confirm/"))
    done = client.send(confirming, button="Yes, follow this")
    assert "plans, moves or calls off a meeting" in client.get(done.location).text
    do_jobs(app)
    do_jobs(app)
    first = letters(app)[1]
    assert first.subject.startswith("Cabinet, ") and "Planned. Nobody has confirmed it yet" in first.body
    assert "7 pm" in first.body and "Town Hall" in first.body and "What it talks about came out" in first.body
    assert f"/meetings/{meeting}-cabinet" in first.body and "Marlbrook Cabinet" in first.body
    with app.test_request_context():
        row, by = db.session.get_one(Meeting, meeting), standing_of(app, helper)
        actions.put_off(row, why="The room is shut.", to_day=TODAY + 9 * DAY, seen=None, by=by, on=clock.now())
        db.session.commit()
    do_jobs(app)
    do_jobs(app)
    news = [one.body for one in letters(app)[2:]]
    assert len(news) == 2  # what was put off, and the new day
    assert any("Put off. The new day is" in one and "The room is shut." in one for one in news)


def test_with_an_account_it_stands_on_ones_own_page(app: Flask) -> None:
    body = make_body(app)
    client = Client(app).sign_in(make_person(app, name="Joan"))
    client.send(f"/follow/body/{body}")
    make_meeting(app, body, TODAY + 3 * DAY)
    told(app, timedelta(seconds=1))
    page = client.get("/me").text
    assert "Marlbrook Cabinet" in page and "Cabinet, " in page
    client.post(f"/follow/body/{body}/stop", {})
    assert "Find something to follow" in client.get("/me").text


@pytest.mark.parametrize("address", ["/follow/meeting/1", "/follow/post/1", "/follow/nonsense/1", "/follow/body/99"])
def test_only_what_is_told_of_can_be_followed(app: Flask, client: Client, address: str) -> None:
    make_meeting(app, make_body(app), TODAY)
    client.get(address, status=404)


def standing(number: int, days: int, status: str = "planned", body: int = 1) -> AsItStands:
    return AsItStands(number, body, date(2026, 11, 23) + timedelta(days=days), status, 0, papers=False)


def test_a_whole_year_brought_in_at_once_is_no_flood() -> None:
    many = [standing(n, n) for n in range(20)]
    assert [one.id for one in chosen(many, {})] == list(range(MOST_A_DAY))
    assert chosen(many, {1: MOST_A_DAY}) == []
    assert len(chosen(many, {2: MOST_A_DAY})) == MOST_A_DAY
    off = [standing(n, n, "cancelled") for n in range(20, 30)]
    assert chosen([*many, *off], {1: MOST_A_DAY}) == off


def steps(app: Flask) -> int:
    """The minute's work: of how many decisions people were told."""
    with app.app_context():
        return tell_of_decisions(clock.now())


def test_a_followed_decision_is_told_step_by_step(app: Flask) -> None:
    body = make_body(app)
    number = make_decision(app, body, result="agreed", decided_on=TODAY - DAY, plain="Yes to Fridays.")
    assert steps(app) == 0
    follow(app, "decision", number)
    assert (steps(app), steps(app)) == (0, 0)  # how far it had come is no news
    with app.app_context():
        assert db.session.scalars(db.select(Notice.fanned_at)).one() is not None
    change(app, Decision, number, in_force_on=TODAY)
    assert (steps(app), steps(app)) == (1, 0)
    change(app, Decision, number, carried_out_on=TODAY)
    assert steps(app) == 1
    change(app, Decision, number, carried_out_on=None)  # it was a mistake: that is told too
    assert (steps(app), steps(app)) == (1, 0)
    do_jobs(app)
    do_jobs(app)
    bodies = [one.body for one in letters(app)]
    assert len(bodies) == 3 and "In force since" in bodies[0] and "Yes to Fridays." in bodies[0]
    page = Client(app).get(f"/decisions/{number}")
    assert page.links()["Tell me what becomes of it"] == f"/follow/decision/{number}"
