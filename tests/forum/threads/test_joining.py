"""Join issues that say the same, and take them apart: nothing is lost, and each person counts once."""

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from forum import clock
from forum.access import GUEST, Role, Shown, Standing
from forum.db import db
from forum.notifications.models import Follow
from forum.threads import rules
from forum.threads.models import Affected, Thread
from tests import make
from tests.client import Client


def _facilitator(app: Flask) -> Client:
    return Client(app).sign_in(make.make_person(app, name="Dev", role=Role.FACILITATOR, employer="Marlbrook Voices"))


def _two(app: Flask) -> tuple[int, int]:
    one, other = make.make_thread(app, "Keep our club"), make.make_thread(app, "Save the day centre")
    return one, other


def _join(client: Client, one: int, other: int, reason: str = "They say the same.") -> None:
    found = client.send(f"/issues/{one}/join", to=f"http://localhost/issues/{other}-save-the-day-centre")
    client.send(str(found.location), reason=reason)


def _thread(app: Flask, ident: int) -> Thread:
    with app.app_context():
        return db.session.get_one(Thread, ident)


def test_an_issue_leads_to_the_other_and_keeps_its_words(app: Flask, client: Client) -> None:
    one, other = _two(app)
    _join(_facilitator(app), one, other)
    page = client.get(f"/issues/{one}-keep-our-club")
    assert "It closes on Fridays." in page.text
    assert "Save the day centre" in page.text
    assert "Write a reply" not in page.text
    assert [line for line in page.answer.text.splitlines() if f"/issues/{one}/reply" in line] == []
    there = client.get(f"/issues/{other}-save-the-day-centre")
    assert "Also raised here" in there.text
    assert "Keep our club" in there.text


def test_a_list_shows_the_two_as_one(app: Flask, client: Client) -> None:
    one, other = _two(app)
    assert f"/issues/{one}-" in client.get("/issues").answer.text
    _join(_facilitator(app), one, other)
    listed = client.get("/issues").answer.text
    assert f"/issues/{one}-" not in listed
    assert f"/issues/{other}-" in listed


def test_a_person_counts_once_and_each_keeps_a_vote_when_they_are_taken_apart(app: Flask) -> None:
    one, other = _two(app)
    facilitator, on = _facilitator(app), clock.now()
    ada, bo = make.make_person(app, name="Ada"), make.make_person(app, name="Bo")
    for thread, person in ((one, ada), (other, ada), (one, bo)):
        make.keep(app, Affected(thread_id=thread, person_id=person, created_at=on))
    _join(facilitator, one, other)
    assert _thread(app, other).affected_count == 2
    Client(app).sign_in(bo).send(f"/issues/{one}/affects-me", button="Take this back")
    assert _thread(app, other).affected_count == 1
    facilitator.send(f"/issues/{one}/take-apart", reason="They ask for other things.")
    assert _thread(app, other).affected_count == 1
    assert _thread(app, one).joined_to_id is None


def test_who_is_affected_by_one_is_counted_where_the_talk_goes_on(app: Flask) -> None:
    one, other = _two(app)
    _join(_facilitator(app), one, other)
    ada = Client(app).sign_in(make.make_person(app, name="Ada"))
    ada.send(f"/issues/{one}/affects-me")
    assert _thread(app, other).affected_count == 1
    assert "You are one of them." in ada.get(f"/issues/{one}/affects-me").text


def test_who_follows_one_follows_both_and_nobody_twice(app: Flask) -> None:
    one, other = _two(app)
    ada, on = make.make_person(app, name="Ada"), clock.now()
    by = {"kind": "thread", "created_at": on, "confirmed_at": on}
    make.keep(app, Follow(subject_id=one, person_id=ada, **by))
    make.keep(app, Follow(subject_id=other, person_id=ada, **by))
    make.keep(app, Follow(subject_id=one, email="b@example.org", email_key="b@example.org", **by))
    asked = {**by, "confirmed_at": None}
    make.keep(app, Follow(subject_id=one, email="c@example.org", email_key="c@example.org", **asked))
    _join(_facilitator(app), one, other)
    with app.app_context():
        rows = db.session.scalars(select(Follow).where(Follow.subject_id == other).order_by(Follow.id))
        assert [(row.person_id, row.email_key) for row in rows] == [(ada, None), (None, "b@example.org")]


def test_the_reason_stands_in_the_public_log(app: Flask, client: Client) -> None:
    one, other = _two(app)
    facilitator = _facilitator(app)
    page = facilitator.send(f"/issues/{one}/join?to={other}", reason="", status=400)
    assert "Everyone can read the reason." in page.text
    _join(facilitator, one, other, reason="Both ask for the club.")
    text = client.get("/safety/log").text
    assert "Both ask for the club." in text
    facilitator.send(f"/issues/{one}/take-apart", reason="Two places.")
    assert "Two places." in client.get("/safety/log").text


def test_what_cannot_be_joined_is_said_in_a_sentence(app: Flask) -> None:
    one, other = _two(app)
    third, facilitator = make.make_thread(app, "A third"), _facilitator(app)
    cases = (
        ("no such thing", "We found no issue with that address"),
        ("999999", "We found no issue with that address"),
        (str(one), "That is this same issue."),
        ("", "Write the address or the number"),
    )
    for typed, said in cases:
        status = 400 if not typed else 409
        assert said in facilitator.send(f"/issues/{one}/join", to=typed, status=status).text
    _join(facilitator, one, other)
    assert "joined with another issue" in facilitator.send(f"/issues/{third}/join", to=str(one), status=409).text
    assert "Other issues were joined" in facilitator.send(f"/issues/{other}/join", to=str(third), status=409).text
    assert facilitator.raw.get(f"/issues/{one}/join").location.endswith("/take-apart")


def test_nobody_writes_in_an_issue_that_was_joined(app: Flask) -> None:
    one, other = _two(app)
    _join(_facilitator(app), one, other)
    ada = Client(app).sign_in(make.make_person(app, name="Ada"))
    assert "Please write there." in ada.get(f"/issues/{one}/reply", status=403).text
    assert ada.get(f"/issues/{other}/reply")


def test_a_hidden_issue_is_not_named(app: Flask, client: Client) -> None:
    one, other = _two(app)
    _join(_facilitator(app), one, other)
    with app.app_context():
        db.session.get_one(Thread, other).state = Shown.HIDDEN
        db.session.commit()
    assert "Save the day centre" not in client.get(f"/issues/{one}-keep-our-club").text


FACTS = st.fixed_dictionaries({name: st.booleans() for name in ("same", "is_joined", "leads_on", "has_others")})


@given(FACTS)
def test_only_helpers_join_and_only_what_stands_alone(facts: dict[str, bool]) -> None:
    helper = Standing(person_id=1, roles=frozenset({Role.FACILITATOR}))
    assert rules.may_join(GUEST, **facts) is not None
    assert (rules.may_join(helper, **facts) is None) == (not any(facts.values()))
