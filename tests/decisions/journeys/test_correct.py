"""Putting an entry right: both stay, the later one holds."""

import pytest
from flask import Flask

from decisions.journeys.models import JourneyNow, Move
from forum import clock
from forum.db import db
from tests.client import Client
from tests.make import make_affiliation, make_body, make_person, make_thread
from tests.travel import record, start_journey

RIGHT = {"becomes": "noted", "plain": "The minutes say that they noted it.", "evidence": "official-record"}


class Wrong:
    """An issue whose second entry is wrong."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.thread = make_thread(app)
        self.body = make_body(app)
        self.stops = start_journey(app, self.thread, ("scrutinise", self.body), ("decide", self.body))
        self.move = record(app, self.thread, "agreed", self.stops[2], plain="They said yes.")
        self.dev = Client(app).sign_in(make_person(app, name="Dee", role="facilitator"))
        self.address = f"/moves/{self.move}/correct"

    def moves(self) -> list[Move]:
        with self.app.app_context():
            return list(db.session.scalars(db.select(Move).order_by(Move.number)))

    def now(self) -> tuple[str, str]:
        with self.app.app_context():
            row = db.session.scalars(db.select(JourneyNow)).one()
            return row.stage, row.outcome


@pytest.fixture
def wrong(app: Flask) -> Wrong:
    return Wrong(app)


def test_an_entry_is_put_right_and_both_stay(wrong: Wrong) -> None:
    page = wrong.dev.get(wrong.address)
    assert "They said yes." in page.text
    assert page.form()[1]["becomes"] == "agreed"
    assert wrong.now() == ("decided", "agreed")
    assert wrong.dev.send(wrong.address, **RIGHT).location.endswith("#move-3")
    assert wrong.now() == ("sent", "")
    first, _agreed, correction = wrong.moves()
    assert (first.kind, correction.kind, correction.becomes, correction.corrects_id) == (
        "raised", "corrected", "noted", wrong.move,
    )  # fmt: skip
    shown = wrong.dev.get(f"/issues/{wrong.thread}-keep-the-day-centre-open")
    assert "They said yes." in shown.text
    assert "This was wrong. It was put right in entry 3." in shown.text
    log = Client(wrong.app).get("/safety/log")
    assert "We put an entry right: Keep the day centre open" in log.text
    assert "Why: The minutes say that they noted it." in log.text


def test_it_never_happened(wrong: Wrong) -> None:
    wrong.dev.send(wrong.address, becomes="nothing", plain="That was another meeting.", source="")
    assert wrong.now() == ("talking", "")


def test_a_correction_is_put_right_in_turn(wrong: Wrong) -> None:
    wrong.dev.send(wrong.address, becomes="nothing", plain="That was another meeting.")
    second = wrong.moves()[2].id
    assert wrong.dev.get(wrong.address, status=302).location == f"/moves/{second}/correct"
    wrong.dev.send(f"/moves/{second}/correct", becomes="refused", plain="They said no.", reason="Money.")
    assert wrong.now() == ("not-taken", "refused")
    late = wrong.dev.post(wrong.address, RIGHT | {"happened_on": "2026-01-01", "seen": "4"}, status=409)
    assert "put right already" in late.text


BAD = [
    ({"becomes": ""}, 400, "Say what it should be."),
    ({"becomes": "raised"}, 400, "Say what it should be."),
    ({"becomes": "corrected"}, 400, "Say what it should be."),
    ({"plain": ""}, 400, "Say in plain words what happened."),
    ({"becomes": "refused"}, 409, "Write why."),
    ({"becomes": "agreed", "source": "", "source_name": ""}, 409, "This is official, so it needs a source"),
    ({"becomes": "recommended"}, 409, "Advice comes from a body that checks."),
    ({"becomes": "on-agenda"}, 409, "Write the planned day."),
    ({"becomes": "referred"}, 409, "Say which step it goes to."),
    ({"stop": "99999"}, 409, "That step is not part of this issue."),
    ({"happened_on": "2026-02-31"}, 400, "Write a day"),
]


def test_what_is_wrong_with_a_correction_is_said(wrong: Wrong) -> None:
    for typed, status, says in BAD:
        sent = RIGHT | {"official": "Kept as it was typed."} | typed
        page = wrong.dev.send(wrong.address, status=status, **sent)
        assert says in page.text
        assert page.form()[1]["official"] == "Kept as it was typed."
        assert len(wrong.moves()) == 2


def test_who_did_not_see_the_last_entry_is_shown_it_first(app: Flask, wrong: Wrong) -> None:
    values = wrong.dev.get(wrong.address).form()[1]
    record(app, wrong.thread, "noted", wrong.stops[1], plain="Scrutiny noted it.")
    page = wrong.dev.post(wrong.address, values | RIGHT, status=409)
    assert "Scrutiny noted it." in page.text
    again = page.form()[1]
    assert again["plain"] == RIGHT["plain"]
    assert wrong.dev.post(wrong.address, again).location == wrong.dev.post(wrong.address, again).location
    assert [move.kind for move in wrong.moves()] == ["raised", "agreed", "noted", "corrected"]


def test_where_it_began_stays(wrong: Wrong) -> None:
    first = wrong.moves()[0].id
    wrong.dev.get(f"/moves/{first}/correct", status=404)
    wrong.dev.post(f"/moves/{first}/correct", RIGHT, status=400)
    values = RIGHT | {"happened_on": clock.today().isoformat(), "seen": "2"}
    assert "This is where it began" in wrong.dev.post(f"/moves/{first}/correct", values, status=409).text
    wrong.dev.get("/moves/4040/correct", status=404)
    wrong.dev.post("/moves/4040/correct", RIGHT, status=404)


def test_only_who_helps_run_this_puts_right(app: Flask, client: Client, wrong: Wrong) -> None:
    assert client.get(wrong.address, status=302).location.startswith("/sign-in")
    member = Client(app).sign_in(make_person(app, name="Amina", trusted_at=clock.now()))
    member.get(wrong.address, status=403)
    member.post(wrong.address, RIGHT, status=403)
    person = make_person(app, name="Helen")
    make_affiliation(app, person, wrong.body)
    Client(app).sign_in(person).post(wrong.address, RIGHT, status=403)
