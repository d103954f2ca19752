"""Joins: by hand from either side, suggested and answered once, taken apart, shown where they matter."""

import re
from datetime import timedelta

from flask import Flask

from decisions.journeys.joining import suggesting
from decisions.journeys.joining.models import Arrival, Joined
from decisions.meetings.models import AgendaItem, Decision, Meeting
from decisions.promises.involvement.scope import issues_of_decision
from forum import clock
from forum.db import db
from tests import make
from tests.client import Client
from tests.decisions.imports.bringing import bring, make_source
from tests.decisions.journeys.joining.scene import TITLE, Scene


def states(scene: Scene) -> list[str]:
    return [one.state for one in scene.rows(Joined)]


def look(app: Flask) -> int:
    """What the next minute does."""
    with app.app_context():
        return suggesting.each_minute(clock.now())


def bring_agenda(client: Client, scene: Scene, text: str) -> None:
    """Bring in an agenda as text, the way a facilitator does on the site."""
    source = make_source(scene.app, "text", "Agendas")
    client.send(f"/sources/{source}", meeting=str(scene.meeting), text=text)
    client.send("/brought/1")


def test_from_an_imported_meeting_to_a_move_in_three_clicks(app: Flask, client: Client) -> None:
    """The whole way as a facilitator goes it, without scripts: three presses from what waits for them to the move."""
    scene = Scene(app)
    fay = scene.facilitator()
    bring_agenda(fay, scene, "1. Apologies\n\n2. The day centre at Riverside on Fridays\nTo consider a report.")
    assert look(app) == 2
    wanted = re.findall(r'href="(/joins/\d+)">Look at both', fay.get("/to-do").source)
    clicks = [wanted[0]]
    fay.get(clicks[-1])
    draft = fay.send(clicks[-1]).location
    clicks.append(draft)
    page = fay.get(draft)
    assert "It is on the agenda of the Cabinet for" in page.source
    assert "So says the record of the Cabinet." in page.source
    clicks.append(fay.send(draft).location)
    assert len(clicks) == 3
    (move,) = scene.moves()
    assert move.kind == "on-agenda"
    assert move.plain.startswith("It is on the agenda of the Cabinet for")
    assert "So says the record of the Cabinet." in client.get(clicks[-1].partition("#")[0]).text


def test_a_new_day_at_the_source_changes_the_draft(app: Flask) -> None:
    scene = Scene(app)
    source = make_source(app, "csv", "Council")
    days = [scene.day + timedelta(days=more) for more in (1, 2)]
    sheets = [f"Id,Body,Meeting,Day\r\n7,Cabinet,Cabinet at noon,{day:%d/%m/%Y}\r\n".encode() for day in days]
    bring(app, source, sheets[0])
    new = scene.rows(Meeting)[-1].id
    fay = scene.facilitator()
    scene.join(fay, item=make.make_item(app, new, "The day centre on Fridays"))
    bring(app, source, sheets[1])
    assert [(one.kind, one.planned_on) for one in scene.rows()] == [("on-agenda", days[1])]
    fay.send("/drafts/1")
    bring(app, source, sheets[0])
    assert [(one.state, one.planned_on) for one in scene.rows()] == [("approved", days[1]), ("waiting", days[0])]
    fay.send("/drafts/2")
    bring(app, source, sheets[0])
    assert [one.planned_on for one in scene.moves()] == [days[1], days[0]]
    assert [one.state for one in scene.rows()] == ["approved", "approved"]


def test_by_hand_from_the_side_of_the_item(app: Flask) -> None:
    scene = Scene(app)
    make.make_thread(app, "Bus 42 no longer stops at the surgery")
    scene.index()
    fay = scene.facilitator()
    meeting = fay.get(fay.get(f"/meetings/{scene.meeting}", status=301).location)
    address = f"/meetings/{scene.meeting}/items/{scene.item}/join"
    assert f'href="{address}"' in meeting.source
    page = fay.get(address)
    assert TITLE in page.text
    assert "Bus 42" not in page.text
    assert "Bus 42" in fay.get(f"{address}?q=bus").text
    assert "We found no issue." in fay.get(f"{address}?q=elephants").text
    action, values = page.form(0)
    assert fay.post(action or "", values).location == "/drafts/1"
    shown = fay.get(fay.get(f"/meetings/{scene.meeting}", status=301).location)
    assert "From our issues: Keep the Riverside" in shown.text
    assert "Joined already" in fay.get(address).text


def test_by_hand_from_the_side_of_the_issue(app: Flask) -> None:
    scene = Scene(app)
    scene.index()
    fay = scene.facilitator()
    address = f"/issues/{scene.thread}/records"
    page = fay.get(address)
    assert "Riverside Day Centre: Friday opening" in page.text
    assert "We found none." in fay.get(f"{address}?q=elephants").text
    action, values = page.form(0)
    assert fay.post(action or "", values).location == "/drafts/1"
    assert "See what the record says" in fay.get(address).text
    for nonsense in ("", "item-999", "elephant-1", "item-x"):
        fay.post(address, {"key": f"k{nonsense}", "record": nonsense}, status=409 if nonsense else 400)
    heading = make.make_item(app, scene.meeting, "Part one", position=2, heading=True)
    refused = fay.post(address, {"key": "h", "record": f"item-{heading}"}, status=409)
    assert "This is a heading of the agenda." in refused.text


def test_a_decision_shows_its_issue_and_the_record_of_it_counts_on_it(app: Flask, client: Client) -> None:
    scene = Scene(app, days=-9)
    decision = make.make_decision(app, scene.body, result="agreed", decided_on=scene.day)
    scene.index()
    fay = scene.facilitator()
    page = fay.get(f"/decisions/{decision}")
    assert f'href="/decisions/{decision}/join"' in page.source
    assert TITLE in fay.get(f"/decisions/{decision}/join?q=riverside").text
    scene.join(fay, decision=decision)
    shown = client.get(f"/decisions/{decision}")
    assert TITLE in shown.text
    assert "Join this to an issue" not in shown.text
    with app.app_context():
        assert issues_of_decision(db.session.get_one(Decision, decision)) == [scene.thread]


def test_an_item_joined_counts_for_its_decision(app: Flask) -> None:
    scene = Scene(app, days=-9)
    decision = make.make_decision(app, scene.body, item_id=scene.item, meeting_id=scene.meeting)
    scene.join(scene.facilitator())
    with app.app_context():
        assert issues_of_decision(db.session.get_one(Decision, decision)) == [scene.thread]


def test_no_is_remembered(app: Flask) -> None:
    scene = Scene(app)
    fay = scene.facilitator()
    scene.status("confirm")
    assert look(app) == 1
    assert "Is this about the same? Riverside Day Centre: Friday opening." in fay.get("/to-do").text
    assert "Is this about the same as our issue?" in fay.get(fay.get("/meetings/1", status=301).location).text
    fay.send("/joins/1", form=1)
    assert states(scene) == ["not-same"]
    scene.status("cancel", why="Snow.")
    with app.app_context():
        suggesting.every_night(clock.now())
    assert look(app) == 0
    assert states(scene) == ["not-same"]
    assert "That is all for now" in fay.get("/to-do").text
    fay.send("/joins/1")
    assert states(scene) == ["joined"]


def test_suggestions_are_for_those_who_may_act(app: Flask, client: Client) -> None:
    scene = Scene(app)
    scene.status("confirm")
    look(app)
    for reader in (client, Client(app).sign_in(make.make_trusted(app))):
        assert "Is this about the same" not in reader.get(reader.get("/meetings/1", status=301).location).text
    assert client.get("/joins/1", status=302).location.startswith("/sign-in")


def test_taken_apart_what_waits_goes_and_what_was_approved_stays(app: Flask, client: Client) -> None:
    scene = Scene(app)
    fay = scene.facilitator()
    fay.send(scene.join(fay))
    scene.status("cancel", why="Snow.")
    assert [one.state for one in scene.rows()] == ["approved", "waiting"]
    fay.send("/joins/1", form=0)
    assert states(scene) == ["parted"]
    assert [one.state for one in scene.rows()] == ["approved"]
    assert len(scene.moves()) == 1
    log = client.get("/safety/log").text
    assert f"We joined “{TITLE}” with what a body published" in log
    assert f"We took “{TITLE}” and what a body published apart" in log
    assert "What bodies published" not in client.get(client.get("/issues/1", status=301).location).text


def test_one_issue_with_many_records_and_a_record_with_many_issues(app: Flask) -> None:
    scene = Scene(app)
    other = make.make_thread(app, "Lunch at the centre")
    item = make.make_item(app, scene.meeting, "Lunch", position=2)
    fay = scene.facilitator()
    scene.join(fay)
    scene.join(fay, item=item)
    fay.post(f"/issues/{other}/records", {"key": "o", "record": f"item-{item}"})
    assert [(one.thread_id, one.item_id) for one in scene.rows(Joined)] == [
        (scene.thread, scene.item),
        (scene.thread, item),
        (other, item),
    ]
    page = fay.get(fay.get(f"/meetings/{scene.meeting}", status=301).location)
    assert page.text.count("Lunch at the centre") >= 2


def test_what_is_gone_leaves_nothing_waiting(app: Flask) -> None:
    scene = Scene(app)
    fay = scene.facilitator()
    scene.join(fay)
    fay.send(f"/meetings/{scene.meeting}/items/{scene.item}", form=1)
    assert scene.rows(AgendaItem) == scene.rows(Joined) == scene.rows() == []
    assert "That is all for now" in fay.get("/to-do").text


def test_what_arrives_is_looked_at_once(app: Flask) -> None:
    scene = Scene(app)
    scene.status("confirm")
    scene.status("cancel", why="Snow.")
    assert [(one.kind, one.subject_id) for one in scene.rows(Arrival)] == [("meeting", scene.meeting)]
    look(app)
    assert scene.rows(Arrival) == []
