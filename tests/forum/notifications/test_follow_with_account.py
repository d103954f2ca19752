"""Following with an account: one button, undo, and what is new on one's own page."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from forum import clock, subjects
from forum.access import Standing
from forum.db import begin_write, db
from forum.history.models import Event
from forum.notifications import actions
from forum.notifications.models import Follow
from forum.people.models import Person
from forum.threads.models import Thread
from tests.client import Client
from tests.letters import do_jobs, hide, letters
from tests.make import make_byline, make_person, make_post, make_thread


@pytest.fixture
def thread_id(app: Flask) -> int:
    """A thread to follow."""
    return make_thread(app)


def tell(app: Flask, thread_id: int, key: str = "move:1", not_to: int | None = None) -> None:
    """Tell the followers of a thread that something happened."""
    with app.app_context():
        begin_write()
        thing = ("thread", thread_id)
        actions.tell(followed=thing, about=thing, not_to=not_to, key=key, on=clock.now())
        db.session.commit()


def test_one_button_and_back(app: Flask, client: Client, thread_id: int) -> None:
    client.sign_in(make_person(app, name="Joan"))
    address = f"/follow/thread/{thread_id}"
    done = client.send(address, button="Follow")
    assert done.location == f"/issues/{thread_id}-keep-the-day-centre-open"
    assert "You follow this" in client.get(address).text
    with app.app_context():
        assert db.session.get_one(Thread, thread_id).follow_count == 1
    client.send(address, button="Stop following")
    with app.app_context():
        assert db.session.get_one(Thread, thread_id).follow_count == 0
        assert db.session.scalars(select(Follow)).all() == []


def test_pressing_twice_follows_once(app: Flask, client: Client, thread_id: int) -> None:
    client.sign_in(make_person(app, name="Joan"))
    for _ in range(2):
        client.post(f"/follow/thread/{thread_id}", {})
    with app.app_context():
        assert db.session.get_one(Thread, thread_id).follow_count == 1
    for _ in range(2):
        client.post(f"/follow/thread/{thread_id}/stop", {})
    with app.app_context():
        assert db.session.get_one(Thread, thread_id).follow_count == 0


def test_who_follows_stays_private(app: Flask, client: Client, thread_id: int) -> None:
    """The account of what was done says that somebody followed, not who."""
    joan = make_person(app, name="Joan")
    client.sign_in(joan).send(f"/follow/thread/{thread_id}")
    with app.app_context():
        event = db.session.scalars(select(Event).where(Event.verb == "followed")).one()
        assert (event.by_id, event.values) == (None, {})


def test_stopping_needs_an_account(client: Client, thread_id: int) -> None:
    client.post(f"/follow/thread/{thread_id}/stop", {}, status=403)
    client.post("/me/seen", {}, status=403)


@pytest.mark.parametrize(("wants", "count"), [(True, 1), (False, 0)])
def test_letters_are_a_choice(app: Flask, client: Client, thread_id: int, wants: bool, count: int) -> None:
    client.sign_in(make_person(app, name="Joan", mail_moves=wants)).send(f"/follow/thread/{thread_id}")
    tell(app, thread_id)
    do_jobs(app)
    assert len(letters(app)) == count


def test_a_choice_holds_for_letters_that_wait(app: Flask, client: Client, thread_id: int) -> None:
    from forum.notifications.fan_out import fan_out

    joan = make_person(app, name="Joan")
    client.sign_in(joan).send(f"/follow/thread/{thread_id}")
    tell(app, thread_id)
    with app.app_context():
        assert fan_out(clock.now()) == 1
        db.session.get_one(Person, joan).mail_moves = False
        db.session.commit()
    do_jobs(app)
    assert letters(app) == []


def test_since_you_were_last_here(app: Flask, client: Client, thread_id: int) -> None:
    joan = make_person(app, name="Joan", created_at=clock.now() - timedelta(days=2))
    assert "Nothing new" in client.sign_in(joan).get("/me").text
    client.send(f"/follow/thread/{thread_id}")
    tell(app, thread_id)
    make_post(app, thread_id, "I agree.", number=2)
    make_post(app, thread_id, "So do I.", number=3)
    make_post(app, thread_id, "Me too.", number=4, byline_id=make_byline(app, name="Joan", person_id=joan))
    page = client.get("/me")
    assert "2 new replies: Keep the day centre open" in page.text
    assert page.links()["Keep the day centre open"] == f"/issues/{thread_id}-keep-the-day-centre-open"
    client.post("/me/seen", {"until": page.form(button="I have seen this")[1]["until"]})
    assert "Nothing new" in client.get("/me").text


def test_what_came_after_the_page_was_made_stays_new(app: Flask, client: Client, thread_id: int) -> None:
    joan = make_person(app, name="Joan", created_at=clock.now() - timedelta(days=2))
    client.sign_in(joan).send(f"/follow/thread/{thread_id}")
    tell(app, thread_id)
    until = client.get("/me").form(button="I have seen this")[1]["until"]
    make_post(app, thread_id, "While you were reading.", number=2)
    client.post("/me/seen", {"until": until})
    assert "1 new reply" in client.get("/me").text


@pytest.mark.parametrize("until", ["", "soon", "9" * 40, "-1", "99999999999999999"])
def test_a_strange_moment_does_no_harm(app: Flask, client: Client, until: str) -> None:
    joan = make_person(app, name="Joan")
    client.sign_in(joan).post("/me/seen", {"until": until})
    with app.app_context():
        looked = db.session.get_one(Person, joan).looked_at
        assert looked is None or looked <= clock.now()


def test_looking_changes_nothing(app: Flask, client: Client) -> None:
    joan = make_person(app, name="Joan")
    client.sign_in(joan).get("/me")
    with app.app_context():
        assert db.session.get_one(Person, joan).looked_at is None


def test_what_was_hidden_is_no_news(app: Flask, client: Client, thread_id: int) -> None:
    joan = make_person(app, name="Joan", created_at=clock.now() - timedelta(days=2))
    client.sign_in(joan).send(f"/follow/thread/{thread_id}")
    tell(app, thread_id)
    make_post(app, thread_id, "I agree.", number=2)
    hide(app, thread_id)
    assert "Keep the day centre open" not in client.get("/me").text
    mine = client.get("/me")
    assert "Keep the day centre open" not in mine.text
    assert "Something that is not shown any more" in mine.text
    client.post(mine.form(button="Stop following")[0], {})
    assert "What you follow will stand here" in client.get("/me").text


def test_what_i_did_is_no_news_to_me(app: Flask, client: Client, thread_id: int) -> None:
    joan = make_person(app, name="Joan", created_at=clock.now() - timedelta(days=2))
    client.sign_in(joan).send(f"/follow/thread/{thread_id}")
    tell(app, thread_id, not_to=joan)
    assert "Nothing new" in client.get("/me").text
    do_jobs(app)
    assert letters(app) == []


def test_export_and_erasing(app: Flask, client: Client, thread_id: int) -> None:
    joan, dev = make_person(app, name="Joan"), make_person(app, name="Dev")
    client.sign_in(joan).send(f"/follow/thread/{thread_id}")
    with app.app_context():
        actions.follow(("thread", thread_id), by=dev, on=clock.now())
        db.session.commit()
    with app.app_context():
        entry = subjects.get("follow")
        assert [one["id"] for one in entry.export_for(joan)] == [thread_id]  # type: ignore[misc]
        begin_write()
        entry.erase(joan)  # type: ignore[misc]
        db.session.commit()
        assert entry.export_for(joan) == []  # type: ignore[misc]
        assert db.session.get_one(Thread, thread_id).follow_count == 1
        (left,) = entry.load([1, 2]).values()
        assert entry.may_see(Standing(person_id=dev), left) is None
        assert entry.may_see(Standing(person_id=joan), left) is not None
