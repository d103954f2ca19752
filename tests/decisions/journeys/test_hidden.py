"""Words of an entry that must not stand: reported by anyone, hidden by a moderator; what happened still counts."""

from flask import Flask

from decisions.journeys.models import JourneyNow
from forum import clock, subjects
from forum.access import GUEST
from forum.db import db
from tests.client import Client
from tests.make import make_body, make_person, make_thread
from tests.travel import record, start_journey


def test_words_are_reported_and_hidden_and_the_entry_still_counts(app: Flask, client: Client) -> None:
    thread = make_thread(app)
    steps = start_journey(app, thread, ("decide", make_body(app)))
    move = record(app, thread, "agreed", steps[1], plain="Mrs Smith of 4 Mill Lane wept.", official="RESOLVED.")
    page = f"/issues/{thread}-keep-the-day-centre-open"
    assert client.get(page).links()["Report this: entry 2"] == f"/report?kind=move&id={move}"
    client.send(f"/report?kind=move&id={move}", reason="personal")
    mo = Client(app).sign_in(make_person(app, name="Mo", role="moderator"))
    assert "Mrs Smith" in mo.get(f"/hide?kind=move&id={move}").text
    mo.send(f"/hide?kind=move&id={move}", deed="hide", reason="personal", words="It names a neighbour.")
    shown = client.get(page).text
    assert "Mrs Smith" not in shown
    assert "RESOLVED." not in shown
    assert "A moderator hid these words." in shown
    assert "agreed to this on" in shown
    with app.test_request_context():
        assert db.session.scalars(db.select(JourneyNow.outcome)).one() == "agreed"
        assert subjects.visible("move", move, GUEST) is None
        assert subjects.get("move").search(subjects.one("move", move)) is None  # type: ignore[misc]
    dee = Client(app).sign_in(make_person(app, name="Dee", role="facilitator", trusted_at=clock.now()))
    page = dee.get(f"/moves/{move}/correct")
    assert "Mrs Smith" not in page.text
    assert page.form()[1]["official"] == ""
    client.get(f"/report?kind=move&id={move}", status=404)
