"""A source is paused, ended, and goes on: what it brought stays and says so."""

from datetime import timedelta
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import select

from decisions.imports import jobs, queries, sources
from decisions.imports.models import Brought, Run, Source
from decisions.imports.records import Unreadable
from decisions.meetings.models import Meeting
from forum import clock
from forum.db import db
from tests import make
from tests.client import Client
from tests.decisions.imports.bringing import bring, make_source, sample
from tests.decisions.imports.test_commands import run
from tests.decisions.imports.test_keeping import MEETINGS, all_of
from tests.decisions.imports.test_pages import facilitator, send_file

ADDRESS = "https://council.example.org/"


def pages_of(app: Flask, client: Client) -> list[str]:
    """The pages of all meetings, as text."""
    return [client.get(client.raw.get(f"/meetings/{one.id}").location).text for one in all_of(app, Meeting)]


def test_ended_with_a_question_before(app: Flask, client: Client) -> None:
    helper = facilitator(app)
    source = make_source(app, body_id=make.make_body(app))
    bring(app, source, sample(MEETINGS))
    look = send_file(helper, source, sample(MEETINGS))
    assert all("Brought in from: Council." in text for text in pages_of(app, client))
    asks = helper.get(f"/sources/{source}/end")
    assert "2 meetings" in asks.text
    assert "What it brought stays here." in asks.text
    helper.send(f"/sources/{source}/end", key="1")
    page = helper.get(f"/sources/{source}")
    assert "This source ended on" in page.text
    assert "Bring a file" not in page.text
    assert [len(all_of(app, model)) for model in (Meeting, Brought, Source)] == [2, 0, 1]
    helper.get(look, status=404)
    assert all("It is no longer brought in" in text for text in pages_of(app, client))
    assert "It has ended." in helper.get("/sources").text
    assert "ended a source of records: Council" in client.get("/safety/log").text
    helper.post(f"/sources/{source}/end", {"key": "2"}, status=409)
    assert "Somebody stopped this source" in run(app, "moderngov", "--file", __file__, "--name", "Council", code=1)
    helper.post(f"/sources/{source}/go-on", {"key": "3"})
    assert all("no longer brought in" not in text for text in pages_of(app, client))
    assert bring(app, source, sample(MEETINGS)) == {"same": 2}


def test_a_pause_stops_what_goes_by_itself(app: Flask) -> None:
    helper = facilitator(app)
    source = make_source(app, body_id=make.make_body(app), address=ADDRESS, every="day")
    helper.post(f"/sources/{source}/pause", {"key": "1"})
    with app.app_context():
        later = clock.now() + timedelta(days=9)
        jobs.read_those_due(later)
        (row,) = queries.listed()
        assert (row.is_stale(later), all_of(app, Run), queries.next_asked()) == (False, [], None)
        assert db.session.scalar(select(Source.id).where(queries.needs_somebody(later))) is None
        with pytest.raises(Unreadable, match="not the address of a source here"):
            sources.fetcher(most=9).get(ADDRESS)
    assert "That is all for now" in helper.get("/to-do").text
    helper.post(f"/sources/{source}/read", {"key": "2"}, status=409)
    helper.post(f"/sources/{source}/pause", {"key": "3"}, status=409)
    file = {"key": "7", "file": (BytesIO(sample(MEETINGS)), "meetings.xml")}  # a file can still be brought
    assert helper.post(f"/sources/{source}/bring", file, content_type="multipart/form-data").location == "/brought/1"
    helper.post(f"/sources/{source}/go-on", {"key": "4"})
    helper.post(f"/sources/{source}/go-on", {"key": "5"}, status=409)
    helper.post(f"/sources/{source}/read", {"key": "6"})
    with app.app_context():
        assert queries.next_asked() == source


def test_of_two_sources_the_one_that_is_read_counts(app: Flask, client: Client) -> None:
    helper, body = facilitator(app), make.make_body(app)
    one, other = (make_source(app, name=name, body_id=body) for name in ("One", "Other"))
    for source in (one, other):
        bring(app, source, sample(MEETINGS))
    helper.post(f"/sources/{other}/end", {"key": "1"})
    assert all("Brought in from: One." in text for text in pages_of(app, client))
