"""An issue with a long story: as many queries as with a short one, the newest entries, and all of them on a page."""

import pytest
from flask import Flask

from decisions.issues import facts
from decisions.journeys.keeping import keep
from decisions.journeys.models import Journey, Move
from decisions.journeys.queries import move_facts
from forum import clock
from forum.db import db
from tests import make, travel
from tests.client import Client
from tests.queries import counted

KINDS = ("sent", "acknowledged", "considered", "deferred", "on-agenda")


def issue(app: Flask, length: int, *, behind: bool = False) -> int:
    """An issue with so many entries; they follow a decision of the first day if one was made `behind` them."""
    thread = make.make_thread(app, f"Issue with {length}")
    body = make.make_body(app, f"Cabinet {length}")
    stops = travel.start_journey(app, thread, ("reply", body), ("scrutinise", body), ("decide", body))
    with app.app_context():
        of = db.session.scalars(db.select(Journey).filter_by(thread_id=thread)).one()
        same = {"happened_on": clock.today(), "recorded_at": clock.now(), "byline_id": of.started_by_id}
        for number in range(2, length + 1):
            kind, stop = KINDS[number % 5], stops[1 + number % 2]
            if behind and number == 2:
                kind, stop = "agreed", stops[3]
            row = Move(journey_id=of.id, number=number, kind=kind, stop_id=stop, plain=f"Entry {number}.", **same)
            row.evidence, row.reason = "official-record", "Why."
            db.session.add(row)
        db.session.flush()
        keep(of)
        db.session.commit()
    return thread


def address(client: Client, thread: int) -> str:
    return client.get(f"/issues/{thread}", status=301).location


@pytest.mark.parametrize("signed_in", [False, True])
def test_two_hundred_entries_take_as_many_queries_as_five(app: Flask, client: Client, signed_in: bool) -> None:
    if signed_in:
        client.sign_in(make.make_person(app, name="Dee", role="facilitator"))
    found = []
    for length in (5, 200):
        where = address(client, issue(app, length))
        client.get(where)
        with counted(app) as asked:
            client.get(where)
        found.append(len(asked))
    who_is_it = 6  # queries: who is signed in, what they are, what waits for them
    assert found[0] == found[1] <= 6 + (who_is_it if signed_in else 0), found


def test_the_newest_stand_on_the_page_and_all_on_another(app: Flask, client: Client) -> None:
    thread = issue(app, 30, behind=True)
    where = address(client, thread)
    page = client.get(where)
    assert "Everything that happened (30 entries)" in page.text
    assert "Entry 30." in page.text and "Entry 11." in page.text and "Entry 10." not in page.text
    assert "The Cabinet 30 agreed" in page.text  # what stands on no entry here still counts
    whole = client.get(page.links()["Show the 10 earlier entries too"])
    assert all(f"Entry {number}." in whole.text for number in range(2, 31))
    with app.app_context():
        ids = {row.number: row.id for row in db.session.scalars(db.select(Move))}
    assert client.get(f"/moves/{ids[30]}", status=302).location == f"{where}#move-30"
    assert client.get(f"/moves/{ids[5]}", status=302).location == f"{where}/story#move-5"
    client.get(f"/issues/{thread}-old-name/story", status=301)


def test_the_text_says_what_the_rows_say(app: Flask) -> None:
    issue(app, 6)
    with app.app_context():
        rows = list(db.session.scalars(db.select(Move).order_by(Move.number)))
        text = db.session.scalar(db.select(facts.of_journey()).select_from(facts.JOURNEY))
        short = facts.read(text)
        assert [one.fact for one in short] == move_facts(rows)
        assert [one.id for one in short] == [row.id for row in rows]
    assert facts.read(None) == [] == facts.read("")
