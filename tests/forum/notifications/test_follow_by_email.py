"""Following with an e-mail address alone: a letter, a page with a button, news, a page to stop."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from forum import clock
from forum.db import begin_write, db
from forum.limits import limiter
from forum.notifications import actions
from forum.notifications.models import Follow
from forum.outbox.models import Delivery
from forum.threads.models import Thread
from tests import databases
from tests.client import Client
from tests.conftest import SETTINGS
from tests.letters import addresses_in, do_jobs, headers, hide, letters
from tests.make import make_person, make_thread
from wsgi import create_app


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


def follows(app: Flask) -> list[tuple[str | None, bool]]:
    """Who follows, and whether they confirmed."""
    with app.app_context():
        return [(row.email_key, row.confirmed_at is not None) for row in db.session.scalars(select(Follow))]


def follow_count(app: Flask, thread_id: int) -> int:
    """How many follow, as the page says it."""
    with app.app_context():
        return db.session.get_one(Thread, thread_id).follow_count


def asked(app: Flask, client: Client, thread_id: int, email: str = "Nora@Example.org") -> str:
    """Ask to follow; return the address of the confirming page, from the letter."""
    page = client.send(f"/follow/thread/{thread_id}", email=email)
    assert page.location == f"/follow/thread/{thread_id}/sent"
    client.get(page.location)
    do_jobs(app)
    return next(one for one in addresses_in(letters(app)[-1]) if one.startswith("/follow/confirm/"))


def test_from_a_field_to_the_news_and_out_again(app: Flask, client: Client, thread_id: int) -> None:
    confirming = asked(app, client, thread_id)
    assert follow_count(app, thread_id) == 0
    done = client.send(confirming, button="Yes, follow this")
    assert "You follow this now" in client.get(done.location).text
    assert follow_count(app, thread_id) == 1
    tell(app, thread_id)
    do_jobs(app)
    do_jobs(app)
    assert len(letters(app)) == 2, "a job that runs twice tells once"
    news = letters(app)[1]
    assert news.subject == "News: Keep the day centre open"
    assert "It closes on Fridays." in news.body
    (stopping,) = (one for one in addresses_in(news) if one.startswith("/follow/stop/"))
    assert headers(app, news)["List-Unsubscribe"].endswith(f"{stopping}>")
    done = client.send(stopping, button="Stop")
    assert "You have stopped" in client.get(done.location).text
    assert follow_count(app, thread_id) == 0
    tell(app, thread_id, "move:2")
    do_jobs(app)
    assert len(letters(app)) == 2


def test_a_mail_program_stops_the_letters_with_one_press(app: Flask, client: Client, thread_id: int) -> None:
    """RFC 8058: no cookie, no word of where it comes from, no redirect. Only the link that stops is open to it."""
    confirming = asked(app, client, thread_id)
    one_click = {"List-Unsubscribe": "One-Click"}
    assert app.test_client().post(confirming, data=one_click).status_code == 400
    client.send(confirming)
    tell(app, thread_id)
    do_jobs(app)
    (stopping,) = (one for one in addresses_in(letters(app)[-1]) if "/stop/" in one)
    other_site = {"Sec-Fetch-Site": "cross-site"}
    assert app.test_client().post(stopping, data=one_click, headers=other_site).status_code == 400
    assert app.test_client().post(f"{stopping}x", data=one_click).status_code == 404
    assert follows(app) == [("nora@example.org", True)]
    done = app.test_client().post(stopping, data=one_click)
    assert (done.status_code, done.headers.get("Set-Cookie")) == (200, None)
    assert follows(app) == []
    assert follow_count(app, thread_id) == 0


def test_a_letter_says_that_one_press_stops_it(app: Flask, client: Client, thread_id: int) -> None:
    client.send(asked(app, client, thread_id))
    tell(app, thread_id)
    do_jobs(app)
    assert headers(app, letters(app)[-1])["List-Unsubscribe-Post"] is None, "not without https"
    app.config["SITE_URL"] = "https://doorway.example.org"
    tell(app, thread_id, "move:2")
    do_jobs(app)
    last = headers(app, letters(app)[-1])
    assert last["List-Unsubscribe"].startswith("<https://doorway.example.org/follow/stop/")
    assert last["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_opening_a_link_changes_nothing(app: Flask, client: Client, thread_id: int) -> None:
    """Mail programs open links by themselves, with GET and with HEAD."""
    confirming = asked(app, client, thread_id)
    client.get(confirming)
    client.raw.head(confirming)
    assert follows(app) == [("nora@example.org", False)]
    client.send(confirming)
    tell(app, thread_id)
    do_jobs(app)
    (stopping,) = (one for one in addresses_in(letters(app)[-1]) if "/stop/" in one)
    client.get(stopping)
    client.raw.head(stopping)
    assert follows(app) == [("nora@example.org", True)]


def test_nothing_is_told_before_the_button(app: Flask, client: Client, thread_id: int) -> None:
    asked(app, client, thread_id)
    tell(app, thread_id)
    do_jobs(app)
    assert len(letters(app)) == 1


def test_the_answer_is_the_same_for_who_follows_already(app: Flask, client: Client, thread_id: int) -> None:
    client.send(asked(app, client, thread_id))
    first = client.send(f"/follow/thread/{thread_id}", email="someone.new@example.org")
    again = client.send(f"/follow/thread/{thread_id}", email="nora@example.org")
    assert first.location == again.location
    assert client.get(first.location).text == client.get(again.location).text
    assert follow_count(app, thread_id) == 1


def test_who_follows_already_is_told_so_by_letter_alone(app: Flask, client: Client, thread_id: int) -> None:
    client.send(asked(app, client, thread_id))
    with app.app_context():  # the letter of this hour has been sent; the next is for the next hour
        actions.ask_by_email(("thread", thread_id), email="nora@example.org", on=clock.now() + timedelta(hours=2))
        db.session.commit()
    do_jobs(app, timedelta(hours=3))
    assert letters(app)[-1].subject == "You follow this already: Keep the day centre open"


def test_pressing_twice_sends_one_letter(app: Flask, client: Client, thread_id: int) -> None:
    address = f"/follow/thread/{thread_id}"
    _action, values = client.get(address).form()
    values["email"] = "nora@example.org"
    first, second = client.post(address, values), client.post(address, values)
    assert first.location == second.location
    client.send(address, email="nora@example.org")
    do_jobs(app)
    assert len(letters(app)) == 1


def test_an_address_can_not_be_flooded(app: Flask, client: Client, thread_id: int) -> None:
    for number in range(15):
        other = make_thread(app, f"Another thing {number}")
        client.send(f"/follow/thread/{other}", email="nora@example.org")
    do_jobs(app)
    assert len(letters(app)) == actions.LETTERS_A_DAY


@pytest.mark.parametrize(
    "typed", ["", "nobody", "a@b", "a@example.org\r\nBcc: b@example.org", "ü@example.org", "x" * 300]
)
def test_what_is_no_address_is_asked_again(client: Client, app: Flask, thread_id: int, typed: str) -> None:
    page = client.send(f"/follow/thread/{thread_id}", email=typed, status=400)
    assert "e-mail address" in page.text or "characters or fewer" in page.text
    assert follows(app) == []


def test_a_form_without_its_field_says_one_thing(app: Flask, client: Client, thread_id: int) -> None:
    for typed in ({}, {"email": ""}):
        page = client.post(f"/follow/thread/{thread_id}", {**typed, "key": "k"}, status=400)
        assert "Write your e-mail address." in page.text and "like name@example.org" not in page.text
    assert follows(app) == []


def test_a_link_that_is_over_says_what_to_do(app: Flask, client: Client, thread_id: int) -> None:
    client.get("/follow/confirm/nonsense", status=404)
    client.get("/follow/stop/nonsense", status=404)
    client.post("/follow/confirm/nonsense", {}, status=404)
    client.post("/follow/stop/nonsense", {}, status=404)


def test_a_link_opens_nothing_but_its_own_door(app: Flask, client: Client, thread_id: int) -> None:
    confirming = asked(app, client, thread_id)
    token = confirming.rsplit("/", 1)[1]
    client.get(f"/follow/stop/{token}", status=404)
    client.send(confirming)
    tell(app, thread_id)
    do_jobs(app)
    (stopping,) = (one for one in addresses_in(letters(app)[-1]) if "/stop/" in one)
    client.get(stopping.replace("/stop/", "/confirm/"), status=404)
    client.get(confirming.replace(token, token[:-2] + "xx"), status=404)


def test_a_link_to_confirm_works_for_a_week(app: Flask, client: Client, thread_id: int) -> None:
    confirming = asked(app, client, thread_id)
    with time_machine.travel(clock.now() + timedelta(days=6)):
        client.get(confirming)
    with time_machine.travel(clock.now() + timedelta(days=8)):
        assert "7 days" in client.get(confirming, status=404).text


def test_an_old_link_does_not_stop_somebody_else(app: Flask, client: Client, thread_id: int) -> None:
    """Ids are given out again: the link of a follow that is gone must not fit the next one."""
    confirming = asked(app, client, thread_id)
    client.send(confirming)
    tell(app, thread_id)
    do_jobs(app)
    (stopping,) = (one for one in addresses_in(letters(app)[-1]) if "/stop/" in one)
    client.send(stopping)
    with app.app_context():
        on = clock.now()
        more = {"kind": "thread", "subject_id": thread_id, "created_at": on, "confirmed_at": on}
        db.session.add(Follow(id=1, email="joan@example.org", email_key="joan@example.org", **more))
        db.session.commit()
    client.get(stopping, status=404)
    client.get(confirming, status=404)
    assert follows(app) == [("joan@example.org", True)]


def test_hidden_before_it_is_sent(app: Flask, client: Client, thread_id: int) -> None:
    client.send(asked(app, client, thread_id))
    tell(app, thread_id)
    hide(app, thread_id)
    do_jobs(app)
    assert len(letters(app)) == 1
    with app.app_context():
        row = db.session.scalars(select(Delivery).where(Delivery.template == "news")).one()
        assert (row.state, row.fault) == ("dropped", "not to be seen any more")


def test_stopped_before_it_is_sent(app: Flask, client: Client, thread_id: int) -> None:
    from forum.notifications.fan_out import fan_out

    client.send(asked(app, client, thread_id))
    tell(app, thread_id)
    with app.app_context():
        assert fan_out(clock.now()) == 1
        stop = db.session.scalars(select(Delivery).where(Delivery.template == "news")).one().values["stop_token"]
    client.send(f"/follow/stop/{stop}")
    do_jobs(app)
    assert len(letters(app)) == 1


def test_what_can_not_be_seen_can_not_be_followed(app: Flask, client: Client, thread_id: int) -> None:
    hide(app, thread_id)
    client.get(f"/follow/thread/{thread_id}", status=404)
    client.post(f"/follow/thread/{thread_id}", {"email": "nora@example.org"}, status=404)
    client.get("/follow/thread/999", status=404)
    client.get(f"/follow/person/{make_person(app)}", status=404)
    client.get("/follow/nonsense/1", status=404)


def test_nobody_is_told_twice(app: Flask, client: Client, thread_id: int) -> None:
    """One address, by account and alone; and nobody hears of what they did themselves."""
    nora, dev = make_person(app, name="Nora"), make_person(app, name="Dev")
    client.send(asked(app, client, thread_id, "nora@example.org"))
    client.send(asked(app, client, thread_id, "dev@example.org"))
    before = len(letters(app))
    with app.app_context():
        actions.follow(("thread", thread_id), by=nora, on=clock.now())
        actions.follow(("thread", thread_id), by=dev, on=clock.now())
        db.session.commit()
    tell(app, thread_id, not_to=dev)
    do_jobs(app)
    assert [one.to for one in letters(app)[before:]] == [["nora@example.org"]]


def test_addresses_that_nobody_confirmed_are_forgotten(app: Flask, client: Client, thread_id: int) -> None:
    asked(app, client, thread_id)
    with app.app_context():
        actions.prune(clock.now() + timedelta(days=13))
    assert len(follows(app)) == 1
    with app.app_context():
        actions.prune(clock.now() + timedelta(days=15))
    assert follows(app) == []


def test_many_followers(app: Flask, thread_id: int) -> None:
    from forum.notifications import fan_out

    with app.app_context():
        on = clock.now()
        for number in range(fan_out.AT_ONCE * 2 + 3):
            key = f"p{number}@example.org"
            more = {"kind": "thread", "subject_id": thread_id, "created_at": on, "confirmed_at": on}
            db.session.add(Follow(email=key, email_key=key, **more))
        db.session.commit()
    tell(app, thread_id)
    with app.app_context():
        assert fan_out.fan_out(clock.now()) == fan_out.AT_ONCE * 2 + 3
        assert fan_out.fan_out(clock.now()) == 0


def test_asking_too_often_has_to_wait(filled: databases.Templates, tmp_path: Path) -> None:
    with filled.copy("sqlite", tmp_path) as url:
        app = create_app(**{**SETTINGS, "RATE_LIMITS": "1"}, DATABASE_URL=url, INSTANCE=tmp_path)
        limiter.reset()
        browser, thread_id = Client(app), make_thread(app)
        for number in range(20):
            browser.post(f"/follow/thread/{thread_id}", {"email": f"p{number}@example.org"})
        page = browser.post(f"/follow/thread/{thread_id}", {"email": "one.more@example.org"}, status=429)
        assert "Nothing is lost" in page.text
        limiter.reset()
        with app.app_context():
            db.engine.dispose()
