"""Threads and posts in the index, through what moderators and writers do."""

import pytest
from flask import Flask

from forum import clock, subjects
from forum.db import begin_write, db
from tests.client import Client
from tests.make import make_post, make_thread


@pytest.fixture
def thread(app: Flask) -> int:
    """An issue with a reply, in the index."""
    made = make_thread(app, "The pharmacy is closing", text="There is a notice in the window.")
    make_post(app, made, "Ask the chemist about a zebra.", number=2)
    app.test_cli_runner().invoke(args=["forum", "reindex"])
    return made


def set_state(app: Flask, kind: str, subject_id: int, state: str) -> None:
    """Show or hide something, as a moderator's ruling does."""
    with app.app_context():
        begin_write()
        change = subjects.get(kind).set_state
        assert change is not None
        change(subject_id, state, by=None, on=clock.now())
        db.session.commit()


def results(client: Client, words: str) -> list[str]:
    """The titles of what is found."""
    page = client.get("/search", query_string={"q": words})
    return [" ".join("".join(one.itertext()).split()) for one in page.all(".//p[@class='result-title']/a")]


def test_an_issue_and_its_opening_are_one_result(client: Client, thread: int) -> None:
    assert results(client, "pharmacy") == ["The pharmacy is closing"]
    assert results(client, "notice window") == ["The pharmacy is closing"]
    assert results(client, "zebras") == ["Reply to “The pharmacy is closing”"]
    labels = [client.get("/search", query_string={"q": words}).text for words in ("notice window", "zebra")]
    assert "The pharmacy is closing Issue" in labels[0] and "closing” Reply" in labels[1]
    page = client.get("/search?q=zebra")
    assert page.links()["Reply to “The pharmacy is closing”"].endswith("#post-2")


def test_a_hidden_issue_is_found_nowhere_and_comes_back(app: Flask, client: Client, thread: int) -> None:
    set_state(app, "thread", thread, "hidden")
    assert results(client, "pharmacy") == results(client, "zebra") == []
    assert "pharmacy" not in client.get("/search?q=pharmcay").text
    set_state(app, "thread", thread, "shown")
    assert results(client, "pharmacy") and results(client, "zebra")


def test_a_hidden_reply_is_found_no_more(app: Flask, client: Client, thread: int) -> None:
    with app.app_context():
        reply = db.session.scalar(db.text("SELECT id FROM post WHERE number = 2"))
    set_state(app, "post", reply, "hidden")
    assert results(client, "zebra") == [] and results(client, "pharmacy")
    assert "Did you mean" not in client.get("/search?q=zebrra").text
