"""Everything public as data: what each file holds, that nothing hidden is in one, and what repeating costs."""

import csv
import io
import json
import re
from datetime import date
from typing import Any

import pytest
from flask import Flask

from decisions.data_out.catalogue import FILES
from decisions.promises.models import PromiseEvent
from forum import clock
from forum.access import Shown
from forum.db import db
from forum.history.actions import record
from forum.moderation.models import Concern
from forum.spreadsheets import BEGIN
from tests import make
from tests.client import Client

SECRET = "the hidden word"


def items(client: Client, name: str) -> list[dict[str, Any]]:
    """All of a file for programs."""
    found: list[dict[str, Any]] = []
    address = f"/data/{name}.json"
    while address:
        answer = client.raw.get(address)
        assert answer.status_code == 200
        assert answer.json is not None
        found += answer.json["items"]
        address = answer.json["next"]
    return found


def table(client: Client, name: str) -> list[dict[str, str]]:
    """A file as a table."""
    text = client.raw.get(f"/data/{name}.csv").get_data(as_text=True)
    assert text.startswith(BEGIN)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BEGIN), newline="")))


def everything(client: Client) -> str:
    """Every file, as text."""
    addresses = ["/data/popolo.json", *(f"/data/{name}.{kind}" for name in FILES for kind in ("csv", "json"))]
    return "".join(client.raw.get(address).get_data(as_text=True) for address in addresses)


def fill(app: Flask, title: str = "The lift", *, state: str = Shown.SHOWN, words: str = "It was sent.") -> int:
    """An issue with a move, a promise and what became of it."""
    body = make.make_body(app, f"Cabinet of {title}")
    issue = make.make_thread(app, title, state=state, affected_count=3)
    journey = make.make_journey(app, issue)
    stop = make.make_stop(app, journey, body)
    make.make_move(app, journey, "sent", stop_id=stop, plain=words)
    make.make_promise(app, body, issue, words=f"We will mend it: {words}", then=("news",))
    return issue


def test_each_file_holds_what_is_public(app: Flask, client: Client) -> None:
    issue = fill(app)
    body = make.make_body(app, "Care committee")
    meeting = make.make_meeting(app, body, date(2026, 7, 1), status="confirmed")
    make.make_item(app, meeting, "=HYPERLINK(1)")
    make.make_decision(app, body, "Day services", meeting_id=meeting, decided_on=date(2026, 7, 1), votes_for=2)
    (one,) = items(client, "issues")
    assert (one["id"], one["stage"], one["affected"], one["area"]) == (issue, "sent", None, None)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", one["raised_at"])
    assert one["url"] == f"http://localhost/issues/{issue}-the-lift"
    (move,) = items(client, "moves")
    assert (move["issue"], move["kind"], move["body"], move["confirmed"]) == (
        issue,
        "sent",
        "cabinet-of-the-lift",
        False,
    )
    assert [(one["starts"], one["status"]) for one in items(client, "meetings")] == [
        ("2026-07-01T19:00:00+01:00", "confirmed")
    ]
    assert [(one["title"], one["votes_for"], one["votes_against"]) for one in items(client, "decisions")] == [
        ("Day services", 2, None)
    ]
    assert [one["issues"] for one in items(client, "promises")] == [[issue]]
    assert [one["kind"] for one in items(client, "promise-events")] == ["made", "news"]
    assert [row["Title"] for row in table(client, "items")] == ["'=HYPERLINK(1)"]
    assert [(row["Affected"], row["Replies"]) for row in table(client, "issues")] == [("", "0")]
    for name in FILES:
        assert len(table(client, name)) == len(items(client, name))


def test_the_head_says_what_it_is(client: Client) -> None:
    answer = client.raw.get("/data/moves.json")
    assert answer.json is not None
    assert answer.json["licence"]["name"] == "Ask the people who run this before you publish it again."
    assert answer.json["made_at"][-6] in "+-"
    assert (answer.json["next"], answer.json["items"]) == (None, [])
    assert json.loads(client.raw.get("/data/popolo.json").data)["meta"]["about"] == "http://localhost/data"
    assert client.raw.get("/data/moon.csv").status_code == 404
    assert client.raw.get("/data/moves.json?after=no").status_code == 200


@pytest.mark.parametrize("state", [Shown.HIDDEN, Shown.WAITING, Shown.WITHDRAWN])
def test_nothing_of_an_issue_that_is_not_shown(app: Flask, client: Client, state: str) -> None:
    issue = fill(app, f"Issue of {SECRET}"[:60], state=state, words=SECRET)
    other = fill(app)
    make.keep(app, Concern(words=SECRET, created_at=clock.now()))
    found = everything(client)
    assert found.count(SECRET) == found.count(f"Cabinet of Issue of {SECRET}")  # a body is nobody's secret
    assert [one["id"] for one in items(client, "issues")] == [other]
    assert issue not in [one["issue"] for one in items(client, "moves")]
    assert [one["issues"] for one in items(client, "promises")] == [[other]]


def test_nothing_of_hidden_words_and_of_what_nobody_checked(app: Flask, client: Client) -> None:
    issue = make.make_thread(app, joined_to_id=make.make_thread(app, "Another", state=Shown.HIDDEN))
    journey, body = make.make_journey(app, issue), make.make_body(app)
    make.make_post(app, issue, SECRET, number=2)
    wrong = make.make_move(app, journey, "sent", plain=SECRET, state=Shown.HIDDEN)
    make.make_move(app, journey, "corrected", number=2, corrects_id=wrong, plain="It was not sent.", becomes="sent")
    make.make_promise(app, body, issue, words=SECRET, state=Shown.HIDDEN)
    make.make_promise(app, body, issue, words=SECRET, stage="proposed")
    promise = make.make_promise(app, body, issue)
    line = make.make_byline(app, name=SECRET)
    said = {"kind": "news", "voice": "member", "happened_on": clock.today(), "recorded_at": clock.now()}
    make.keep(app, PromiseEvent(promise_id=promise, number=2, byline_id=line, plain=SECRET, **said))
    assert SECRET not in everything(client)
    (move,) = items(client, "moves")
    assert (move["number"], move["corrects"]) == (2, None)
    assert [one["joined_to"] for one in items(client, "issues")] == [None]


def test_few_people_are_not_counted(app: Flask, client: Client) -> None:
    for number in (0, 1, 4, 5, 12):
        make.make_thread(app, f"Issue {number}", affected_count=number)
    assert [one["affected"] for one in items(client, "issues")] == [0, None, None, 5, 12]
    assert [row["Affected"] for row in table(client, "issues")] == ["0", "", "", "5", "12"]


def test_asking_again_is_cheap_until_something_changes(app: Flask, client: Client) -> None:
    issue = fill(app)
    first = {one: client.raw.get(f"/data/{one}") for one in ("moves.json", "moves.csv", "popolo.json")}
    for name, answer in first.items():
        again = client.raw.get(f"/data/{name}", headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", answer.headers["ETag"])
    on = clock.now()
    with app.app_context():
        record("changed", ("thread", issue), by=None, on=on)
        db.session.commit()
    for name, answer in first.items():
        again = client.raw.get(f"/data/{name}", headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 200
        later = client.raw.get(f"/data/{name}", headers={"If-Modified-Since": again.headers["Last-Modified"]})
        assert later.status_code == 304
    app.config["DATA_LICENCE"] = "OGL https://example.org/"
    assert client.raw.get("/data/moves.json", headers={"If-None-Match": again.headers["ETag"]}).status_code == 200


def test_the_page_says_what_there_is(app: Flask, client: Client) -> None:
    page = client.get("/data")
    assert "Ask the people who run this before you publish it again." in page.text
    assert page.answer.text.count('rel="alternate"') == 2 * len(FILES) + 2
    app.config["DATA_LICENCE"] = "Ask us"
    assert "Ask us" in client.get("/data").text
    assert "/data" in client.get("/about").answer.text
