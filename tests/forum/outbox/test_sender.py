"""The outbox: each message goes out once, to someone who may still read it, or is dropped with a reason."""

import smtplib
import threading
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from forum import clock, mail
from forum.db import begin_write, db
from forum.outbox import actions, sender
from forum.outbox.models import Delivery
from tests.letters import headers, hide, letters, send_due
from tests.make import make_person, make_thread


def put(app: Flask, key: str = "one", **values: Any) -> int:
    """Put a message into the outbox and commit."""
    with app.app_context():
        begin_write()
        values.setdefault("token", "opens-a-door")
        values.setdefault("already", False)
        if "person_id" not in values:
            values.setdefault("email", "nora@example.org")
        on = values.pop("on", clock.now())
        row = actions.put(values.pop("template", "follow_confirm"), key=key, on=on, **values)
        db.session.commit()
        return row.id if row else 0


def row(app: Flask, row_id: int) -> Delivery:
    """The message as it stands."""
    with app.app_context():
        found = db.session.get_one(Delivery, row_id)
        db.session.expunge(found)
        return found


def test_a_message_is_sent_once(app: Flask) -> None:
    thread_id = make_thread(app)
    row_id = put(app, about=("thread", thread_id))
    assert send_due(app) == 1
    assert send_due(app, timedelta(hours=1)) == 0
    letter = letters(app)[0]
    assert letter.to == ["nora@example.org"]
    assert letter.subject == "Please confirm: follow “Keep the day centre open”"
    sent = row(app, row_id)
    assert (sent.state, sent.tries, sent.values["token"]) == ("sent", 1, "")


def test_the_same_key_tells_once(app: Flask) -> None:
    thread_id = make_thread(app)
    assert put(app, about=("thread", thread_id))
    assert not put(app, about=("thread", thread_id))
    assert send_due(app) == 1


def test_no_message_without_the_act(app: Flask) -> None:
    """The message is in the act's transaction: when the act fails, nobody is told."""
    with app.app_context():
        begin_write()
        actions.put("follow_confirm", key="never", on=clock.now(), email="nora@example.org")
        db.session.rollback()
        assert db.session.scalar(select(Delivery.id)) is None


def test_an_account_is_written_to_where_it_is_now(app: Flask) -> None:
    thread_id, person_id = make_thread(app), make_person(app, name="Joan")
    put(app, person_id=person_id, about=("thread", thread_id))
    with app.app_context():
        from forum.people.models import Person

        db.session.get_one(Person, person_id).email = "joan.new@example.org"
        db.session.commit()
    send_due(app)
    assert letters(app)[0].to == ["joan.new@example.org"]


def test_someone_without_an_address_is_not_written_to(app: Flask) -> None:
    thread_id, person_id = make_thread(app), make_person(app, name="Bill", email=None)
    row_id = put(app, person_id=person_id, about=("thread", thread_id))
    assert send_due(app) == 0
    assert (row(app, row_id).state, row(app, row_id).fault) == ("dropped", "no address")


@pytest.mark.parametrize("how", ["hidden", "gone"])
def test_what_may_not_be_seen_any_more_is_not_told(app: Flask, how: str) -> None:
    thread_id = make_thread(app)
    row_id = put(app, about=("thread", thread_id if how == "hidden" else 999))
    hide(app, thread_id)
    assert send_due(app) == 0
    dropped = row(app, row_id)
    assert (dropped.state, dropped.fault) == ("dropped", "not to be seen any more")
    assert dropped.values["token"] == ""
    assert letters(app) == []


def test_old_messages_are_dropped(app: Flask) -> None:
    thread_id = make_thread(app)
    row_id = put(app, about=("thread", thread_id))
    assert send_due(app, timedelta(days=3, minutes=1)) == 0
    assert row(app, row_id).fault == "too old"


def test_a_title_adds_no_header(app: Flask) -> None:
    thread_id = make_thread(app, "Hello\r\nBcc: everyone@example.org\r\n\r\nBuy this")
    put(app, about=("thread", thread_id))
    assert send_due(app) == 1
    letter = letters(app)[0]
    assert "\n" not in letter.subject
    assert "Bcc" not in headers(app, letter)
    assert letter.recipients() == ["nora@example.org"]


def test_an_address_adds_no_header(app: Flask) -> None:
    thread_id = make_thread(app)
    row_id = put(app, about=("thread", thread_id), email="nora@example.org\r\nBcc: everyone@example.org")
    assert send_due(app) == 0
    assert letters(app) == []
    assert row(app, row_id).state == "waiting"


def test_the_text_is_plain(app: Flask) -> None:
    thread_id = make_thread(app, "Tea & <b>cake</b> at Amina’s")
    put(app, about=("thread", thread_id))
    send_due(app)
    assert "Tea & <b>cake</b> at Amina’s" in letters(app)[0].body


def test_a_letter_that_fails_is_tried_again_with_growing_waits(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    thread_id, on = make_thread(app), clock.now()
    row_id = put(app, about=("thread", thread_id), on=on)

    def refuse(*_args: Any) -> None:
        raise smtplib.SMTPDataError(451, b"later")

    monkeypatch.setattr(mail.Carrier, "send", refuse)
    moment, waits = on, []
    while row(app, row_id).state == "waiting":
        send_due(app, at=moment)
        due = row(app, row_id).due_at
        waits.append(due - moment)
        moment = due
    assert [round(one.total_seconds() / 60) for one in waits[:-1]] == [1, 5, 15, 30, 60, 120, 240, 360, 360, 360, 360]
    ended = row(app, row_id)
    assert (ended.state, ended.tries) == ("dropped", sender.TRIES)
    assert ended.fault.startswith("SMTPDataError: (451")


def test_a_broken_template_holds_nobody_up(app: Flask) -> None:
    thread_id = make_thread(app)
    bad = put(app, key="bad", template="no_such_template")
    good = put(app, key="good", about=("thread", thread_id))
    assert send_due(app) == 1
    assert (row(app, bad).state, row(app, good).state) == ("waiting", "sent")


def test_two_sweeps_at_once_send_each_message_once(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    thread_id = make_thread(app)
    for number in range(20):
        put(app, key=str(number), about=("thread", thread_id), email=f"p{number}@example.org")
    sent: list[str] = []
    both = threading.Barrier(2)
    monkeypatch.setattr(mail.Carrier, "send", lambda _self, letter, _sender: sent.append(letter.message_id))

    def sweep() -> None:
        both.wait()
        send_due(app)

    threads = [threading.Thread(target=sweep) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(sent) == len(set(sent)) == 20


def test_killed_between_the_yes_and_the_mark(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """At most one copy more, under the same Message-ID."""
    thread_id = make_thread(app)
    row_id = put(app, about=("thread", thread_id))

    def die(*_args: Any) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sender, "_end", die)
        with pytest.raises(KeyboardInterrupt):
            send_due(app)
    assert send_due(app, timedelta(minutes=1)) == 0, "the claim still holds"
    assert send_due(app, timedelta(minutes=11)) == 1
    first, second = (headers(app, one)["Message-ID"] for one in letters(app))
    assert first == second
    assert row(app, row_id).state == "sent"


def test_old_rows_go_with_the_addresses_in_them(app: Flask) -> None:
    thread_id = make_thread(app)
    put(app, about=("thread", thread_id))
    send_due(app)
    with app.app_context():
        assert sender.prune(clock.now() + timedelta(days=29)) == 0
        assert sender.prune(clock.now() + timedelta(days=31)) == 1
