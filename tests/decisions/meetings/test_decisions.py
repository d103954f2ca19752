"""Decisions: their page, what a body owes with a no, and how they are written down and changed."""

from datetime import date, timedelta
from typing import Any

from flask import Flask
from sqlalchemy import select

from decisions.meetings.models import Decision, DecisionVersion, RecordedVote
from forum import clock
from forum.access import Role
from forum.db import db
from tests import packs
from tests.client import Client
from tests.make import keep, make_body, make_decision, make_item, make_meeting, make_person

TODAY = clock.today()
DAY = timedelta(days=1)


def staff(app: Flask) -> Client:
    """A facilitator's browser."""
    return Client(app).sign_in(make_person(app, name="Dev", role=Role.FACILITATOR))


def text_of(client: Client, number: int) -> str:
    """The text of a decision's page."""
    return client.get(f"/decisions/{number}").text


def test_a_refusal_says_what_they_said_and_what_they_did_not(app: Flask, client: Client) -> None:
    said = {"result": "refused", "decided_on": TODAY - 9 * DAY, "reason": "No money.", "official": "  DECLINED.\n\nTo"}
    text = text_of(client, make_decision(app, make_body(app), **said, risk_owner="Director of Care"))
    assert "Refused" in text and "No money." in text and "Director of Care" in text
    assert "  DECLINED.\n\nTo</blockquote>" in client.get("/decisions/1").source  # word for word
    assert text.count("They have not said.") == 4  # the rule, the fear, the yes; and the day of publication


def test_a_yes_owes_no_reasons(app: Flask, client: Client) -> None:
    body = make_body(app)
    assert "What would have to be true" not in text_of(client, make_decision(app, body, result="agreed"))
    for result in ("refused", "noted", "deferred"):
        assert "What would have to be true for a yes?" in text_of(client, make_decision(app, body, result=result))


def test_date_and_stage_stand_on_top(app: Flask, client: Client) -> None:
    made = make_decision(app, make_body(app), result="agreed", decided_on=TODAY - DAY, in_force_on=TODAY)
    text = text_of(client, made)
    assert "Where this decision stands on" in text and "In force since" in text
    assert text.index("In force since") < text.index("in plain words")
    assert f"/decisions/{made}" in text and "Send it by e-mail" in text


def test_the_time_for_another_look_runs_from_publication(app: Flask, client: Client) -> None:
    packs.load_england(app, place="Leedham")
    body = make_body(app, "Leedham Cabinet")
    day = TODAY - timedelta(days=(TODAY.weekday() + 1) % 7 + 1) if TODAY.weekday() < 2 else TODAY
    known: dict[str, Any] = {"result": "agreed", "decided_on": day, "published_on": day}
    text = text_of(client, make_decision(app, body, **known, call_in="open"))
    assert "other councillors can ask for another look" in text and "It runs from the day" in text
    unsure = text_of(client, make_decision(app, body, **known))
    assert "If they can, their last day is" in unsure and "Check this." in unsure
    waiting = text_of(client, make_decision(app, body, result="agreed", decided_on=day, call_in="open"))
    assert "we need the day on which it was published" in waiting
    over = text_of(client, make_decision(app, body, **known, call_in="open", call_in_until=TODAY - DAY))
    assert "We have not heard if anyone did." in over


def test_votes_where_they_were_recorded(app: Flask, client: Client) -> None:
    made = make_decision(app, make_body(app), votes_for=6, votes_against=0)
    assert "How they voted" not in text_of(client, make_decision(app, make_body(app, "Board")))
    keep(app, RecordedVote(decision_id=made, name="Cllr Jo Tamber", vote="abstain"))
    text = text_of(client, made)
    assert "For: 6. Against: 0." in text and "Cllr Jo Tamber" in text and "Did not vote for or against" in text


def test_a_decision_is_written_down_from_its_item(app: Flask) -> None:
    dev, body = staff(app), make_body(app)
    meeting = make_meeting(app, body, TODAY - DAY)
    item = make_item(app, meeting, "Day services")
    address = f"/decisions/new?meeting={meeting}&item={item}"
    sent = dev.send(address, result="agreed", plain="Fridays stay.", votes_for="7", is_key="yes", published_on="")
    page = dev.get(sent.location)
    assert "Fridays stay." in page.text and "Day services" in page.text
    with app.app_context():
        (made,) = db.session.scalars(select(Decision))
        assert (made.meeting_id, made.item_id, made.votes_for, made.key) == (meeting, item, 7, True)
        assert made.decided_on == TODAY - DAY
    for wrong in ("meeting=999", "meeting=x", f"meeting={meeting}&item=999"):
        assert dev.raw.get(f"/decisions/new?{wrong}").status_code == 404


def test_an_officer_decides_outside_a_meeting(app: Flask) -> None:
    dev = staff(app)
    make_body(app)
    address = "/decisions/new?body=marlbrook-cabinet"
    dev.send(address, title="A kerb", maker="Head of Roads", result="agreed", decided_on="1/11/2026")
    assert "Head of Roads, for" in dev.get("/decisions/1").text


def test_what_does_not_fit_is_said_and_nothing_is_lost(app: Flask) -> None:
    dev = staff(app)
    make_body(app)
    address = "/decisions/new?body=marlbrook-cabinet"
    fits = {"title": "A kerb", "result": "refused", "plain": "No kerb."}
    page = dev.send(address, **fits, in_principle="y", status=409)
    assert "Only something that was agreed" in page.text and "No kerb." in page.source
    page = dev.send(address, **fits, decided_on="2/11/2026", published_on="1/11/2026", status=409)
    assert "before the decision itself" in page.text
    assert "whole number" in dev.send(address, **fits, votes_for="many", status=409).text
    assert "Write what it was about." in dev.send(address, plain="No kerb.", status=400).text


def test_what_the_page_said_before_stays(app: Flask, client: Client) -> None:
    dev, made = staff(app), make_decision(app, make_body(app), result="unknown", plain="Not known.")
    address = f"/decisions/{made}/change"
    assert "Nothing was changed" in client.get(f"/decisions/{made}/history").text
    assert "why you change this" in dev.send(address, result="refused", status=409).text
    dev.send(address, result="refused", plain="No.", decided_on="1/11/2026", why="The minutes came.")
    text = client.get(f"/decisions/{made}/history").text
    assert "Which body" not in text and "The minutes came." in text and "Not known." in text and "Refused" in text
    assert "1 November" in text
    assert "what we say about a decision" in client.get("/safety/log").text
    dev.send(address, why="Looked again.")  # nothing differs: no version
    with app.app_context():
        assert [one.number for one in db.session.scalars(select(DecisionVersion))] == [1]


def test_two_at_once_is_said(app: Flask) -> None:
    dev, made = staff(app), make_decision(app, make_body(app))
    action, mine = dev.get(f"/decisions/{made}/change").form()
    dev.send(f"/decisions/{made}/change", plain="First.", why="First.")
    page = dev.post(action, {**mine, "plain": "Second.", "why": "Second."}, status=409)
    assert "Somebody changed this just now" in page.text and "Second." in page.source
    assert "First." in text_of(dev, made)


def test_a_decision_planned_for_later_is_not_decided(app: Flask, client: Client) -> None:
    made = make_decision(app, make_body(app), result="agreed", decided_on=date(2099, 1, 5))
    assert "Not decided yet." in text_of(client, made)
