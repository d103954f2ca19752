"""Joined records make drafts; a person approves one, and it is an ordinary move. Nothing happens by itself."""

from datetime import timedelta

from flask import Flask

from decisions.journeys.models import Journey, JourneyNow, Stop
from forum import clock
from tests import make
from tests.client import Client
from tests.decisions.journeys.joining.scene import Scene


def test_an_item_becomes_a_move_with_its_source(app: Flask, client: Client) -> None:
    scene = Scene(app)
    fay = scene.facilitator()
    draft = scene.join(fay)
    assert draft == "/drafts/1"
    page = fay.get(draft)
    assert "It is on the agenda of the Cabinet for" in page.source
    assert "A record has news. On a meeting agenda: Keep the Riverside" in fay.get("/to-do").text
    assert scene.moves() == []
    fay.send(draft)
    (move,) = scene.moves()
    assert (move.kind, move.stop_id, move.planned_on) == ("on-agenda", scene.stop, scene.day)
    assert (move.evidence, move.source) == ("official-record", "https://council.example.org/cabinet")
    assert move.source_name.startswith("Cabinet, ")
    assert move.source_name.endswith(", item 6")
    assert scene.drafts() == [("on-agenda", "approved")]
    assert scene.rows(JourneyNow)[0].stage == "agenda"
    assert "That is all for now" in fay.get("/to-do").text
    issue = client.get(client.get(f"/issues/{scene.thread}", status=301).location)
    assert "What bodies published about this" in issue.text
    assert "Riverside Day Centre: Friday opening" in issue.text


def test_approved_twice_is_one_move(app: Flask) -> None:
    scene = Scene(app)
    fay, bo = scene.facilitator(), Client(app).sign_in(make.make_person(app, name="Bo", role="facilitator"))
    draft = scene.join(fay)
    action, values = bo.get(draft).form()
    fay.send(draft)
    page = bo.post(action or draft, values, status=409)
    assert "Somebody dealt with this draft already. Nothing was recorded twice." in page.text
    assert len(scene.moves()) == 1
    assert "This is on the record of the issue already." in bo.get(draft).text


def test_words_may_be_changed_before(app: Flask) -> None:
    scene = Scene(app)
    fay = scene.facilitator()
    draft = scene.join(fay)
    page = fay.send(draft, plain="", status=400)
    assert "Say in plain words what happened." in page.text
    fay.send(draft, plain="The Cabinet talks about Fridays next month.")
    assert scene.moves()[0].plain == "The Cabinet talks about Fridays next month."


def test_dismissed_it_stays_away_until_the_record_says_something_else(app: Flask) -> None:
    scene = Scene(app)
    fay = scene.facilitator()
    fay.send(scene.join(fay), form=1)
    assert scene.drafts() == [("on-agenda", "dismissed")]
    scene.status("confirm")
    assert scene.drafts() == [("on-agenda", "dismissed")]
    decided = {"item_id": scene.item, "meeting_id": scene.meeting, "result": "agreed"}
    make.make_decision(app, scene.body, decided_on=clock.today(), **decided)
    scene.status("cancel", why="Snow.")
    assert scene.drafts() == [("on-agenda", "dismissed"), ("agreed", "waiting")]


def test_a_waiting_draft_follows_its_record(app: Flask) -> None:
    """Cancelled before anybody counted on it: nothing to say. Counted on: the planned day is withdrawn."""
    scene = Scene(app)
    fay = scene.facilitator()
    draft = scene.join(fay)
    scene.status("cancel", why="Snow.")
    assert scene.drafts() == []
    scene.status("confirm")
    draft = f"/drafts/{scene.rows()[0].id}"
    fay.send(draft)
    scene.status("cancel", why="Too much snow.")
    assert scene.drafts() == [("on-agenda", "approved"), ("deferred", "waiting")]
    fay.send(f"/drafts/{scene.rows()[1].id}")
    off = scene.moves()[1]
    assert (off.kind, off.planned_on, off.reason) == ("deferred", None, "Too much snow.")
    assert scene.rows(JourneyNow)[0].due_on is None


def test_a_meeting_put_off_names_the_new_day(app: Flask) -> None:
    scene = Scene(app)
    fay = scene.facilitator()
    fay.send(scene.join(fay))
    new = scene.day + timedelta(days=30)
    scene.status("put_off", why="The chair is ill.", to_day=new)
    fay.send(f"/drafts/{scene.rows()[1].id}")
    assert [(one.kind, one.planned_on) for one in scene.moves()] == [("on-agenda", scene.day), ("deferred", new)]


def test_a_decision_in_force_is_two_drafts_one_after_the_other(app: Flask) -> None:
    scene = Scene(app, days=-9)
    decided = {"result": "agreed", "decided_on": scene.day, "in_force_on": clock.today(), "official": "RESOLVED: yes."}
    decision = make.make_decision(app, scene.body, plain="It stays open.", **decided)
    fay = scene.facilitator()
    fay.send(scene.join(fay, decision=decision))
    assert scene.drafts() == [("agreed", "approved"), ("takes-effect", "waiting")]
    move = scene.moves()[0]
    assert move.plain.endswith("It stays open.")
    assert (move.official, move.happened_on) == ("RESOLVED: yes.", scene.day)
    fay.send(f"/drafts/{scene.rows()[1].id}")
    assert [one.kind for one in scene.moves()] == ["agreed", "takes-effect"]
    assert {one.stop_id for one in scene.moves()} == {scene.stop}


def test_a_no_asks_for_no_reason_that_nobody_gave(app: Flask) -> None:
    scene = Scene(app, days=-9)
    decision = make.make_decision(app, scene.body, result="refused", decided_on=scene.day)
    fay = scene.facilitator()
    fay.send(scene.join(fay, decision=decision))
    assert [(one.kind, one.reason) for one in scene.moves()] == [("refused", "They have not said.")]


def test_an_item_and_its_decision_speak_once(app: Flask) -> None:
    scene = Scene(app, days=-9, minutes="Resolved.")
    decided = {"item_id": scene.item, "meeting_id": scene.meeting, "result": "noted", "decided_on": scene.day}
    decision = make.make_decision(app, scene.body, **decided)
    fay = scene.facilitator()
    scene.join(fay)
    scene.join(fay, decision=decision)
    assert scene.drafts() == [("noted", "waiting")]


def test_what_somebody_wrote_down_by_hand_is_not_drafted(app: Flask) -> None:
    scene = Scene(app, days=-9, minutes="They talked.")
    fay = scene.facilitator()
    scene.join(fay)
    assert scene.drafts() == [("considered", "waiting")]
    told = {"kind": "considered", "stop": str(scene.stop), "happened_on": scene.day.isoformat()}
    known = {"plain": "They talked.", "evidence": "heard-at-meeting"}
    fay.send(f"/issues/{scene.thread}/happened", **told, **known)
    assert scene.drafts() == []


def test_an_issue_without_steps_starts_with_the_body(app: Flask) -> None:
    scene = Scene(app, started=False)
    fay = scene.facilitator()
    page = fay.get(scene.join(fay))
    assert "This issue has no steps yet." in page.text
    assert "Start following this at the Cabinet" in page.text
    fay.send("/drafts/1")
    assert [(one.role, one.body_id) for one in scene.rows(Stop)] == [("here", None), ("decide", scene.body)]
    assert [one.kind for one in scene.moves()] == ["on-agenda"]
    assert len(scene.rows(Journey)) == 1


def test_a_body_without_a_step_gets_one(app: Flask) -> None:
    scene = Scene(app)
    scrutiny = make.make_body(app, "Scrutiny", short="Scrutiny", kind="scrutiny")
    item = make.make_item(app, make.make_meeting(app, scrutiny, scene.day), "Fridays")
    fay = scene.facilitator()
    assert "This body has no step here yet." in fay.get(scene.join(fay, item=item)).text
    fay.send("/drafts/1")
    assert [one.role for one in scene.rows(Stop)] == ["here", "decide", "scrutinise"]


def test_a_form_that_is_older_than_the_record_shows_what_is_new(app: Flask) -> None:
    scene = Scene(app)
    fay = scene.facilitator()
    draft = scene.join(fay)
    action, values = fay.get(draft).form()
    make.make_decision(app, scene.body, item_id=scene.item, result="noted", decided_on=clock.today())
    scene.status("confirm")
    page = fay.post(action or draft, values, status=409)
    assert "The record changed while you were reading." in page.text
    assert scene.moves() == []


def test_nobody_else_approves(app: Flask, client: Client) -> None:
    scene = Scene(app)
    draft = scene.join(scene.facilitator())
    amina = Client(app).sign_in(make.make_trusted(app))
    amina.get(draft, status=403)
    amina.post(draft, {}, status=403)
    assert client.get(draft, status=302).location.startswith("/sign-in")
    assert scene.drafts() == [("on-agenda", "waiting")]
