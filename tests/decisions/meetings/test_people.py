"""Who was at a meeting and how each voted, typed in by hand; what a record brings later leaves it alone."""

from datetime import date

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from decisions.meetings.models import Attendance, RecordedVote
from decisions.meetings.named import Named, once, read, written
from forum.refusal import Refusal
from tests import make
from tests.client import Client
from tests.decisions.imports.bringing import bring, make_source, sample
from tests.decisions.imports.test_keeping import MEETING, MEETINGS, all_of


def helper(app: Flask) -> Client:
    return Client(app).sign_in(make.make_person(app, name="Dev", role="facilitator"))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Jo Bloggs", Named("Jo Bloggs")),
        (" Councillor Jo Bloggs ,  vice  chair (Green) ", Named("Councillor Jo Bloggs", "vice chair", "Green")),
        ("Jo Bloggs (Green)", Named("Jo Bloggs", "", "Green")),
        ("Jo (Joanna) Bloggs, chair", Named("Jo (Joanna) Bloggs", "chair")),
    ],
)
def test_a_line(line: str, found: Named) -> None:
    assert read(f"\n{line}\n\n") == [found]


@pytest.mark.parametrize("line", ["x" * 200, ", chair", "Jo, " + "x" * 200, "(Green)"])
def test_no_line(line: str) -> None:
    with pytest.raises(Refusal):
        read(line, "present")


def test_each_stands_once() -> None:
    jo = Named("Jo")
    assert once({"for": [jo], "against": [Named("Sam")]}) == {"Jo": ("for", jo), "Sam": ("against", Named("Sam"))}
    with pytest.raises(Refusal, match="twice"):
        once({"for": [jo], "against": [jo]})


WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)


@given(st.lists(st.builds(Named, WORDS, st.just("") | WORDS, st.just("") | WORDS), max_size=5))
def test_what_is_written_reads_as_it_was(people: list[Named]) -> None:
    assert read(written(people)) == people


def test_who_was_there(app: Flask, client: Client) -> None:
    meeting = make.make_meeting(app, make.make_body(app), date(2026, 7, 1), status="held")
    dev, address = helper(app), f"/meetings/{meeting}/people"
    dev.send(address, present="Jo Bloggs, chair (Green)\nSam Ode", apologies="Kim Lee")
    page = client.get(client.raw.get(f"/meetings/{meeting}").location)
    assert "chair (Green)" in page.text
    assert "Sent apologies" in page.text
    dev.send(address, apologies="Sam Ode", present="Jo Bloggs, chair (Green)")
    assert {one.name: one.attended for one in all_of(app, Attendance)} == {
        "Jo Bloggs": "present",
        "Sam Ode": "apologies",
    }
    assert "twice" in dev.send(address, absent="Jo Bloggs", status=409).text
    assert dev.get(address).form()[1]["present"].strip() == "Jo Bloggs, chair (Green)"
    client.get(address, status=302)


def test_how_each_voted(app: Flask, client: Client) -> None:
    decision = make.make_decision(app, make.make_body(app), votes_for=1, votes_against=None)
    dev, address = helper(app), f"/decisions/{decision}/votes"
    dev.send(address, **{"for": "Jo Bloggs", "against": "Sam Ode\nKim Lee"})
    assert [(one.name, one.vote) for one in all_of(app, RecordedVote)] == [
        ("Jo Bloggs", "for"),
        ("Sam Ode", "against"),
        ("Kim Lee", "against"),
    ]
    assert "Sam Ode" in client.get(f"/decisions/{decision}").text
    assert "more names than votes" in dev.send(address, **{"for": "Jo Bloggs\nAda Roe"}, status=409).text
    dev.send(address, **{"for": "", "against": "", "abstain": "Kim Lee"})
    assert [(one.name, one.vote) for one in all_of(app, RecordedVote)] == [("Kim Lee", "abstain")]


def test_what_a_person_wrote_stays_when_the_record_is_read_again(app: Flask) -> None:
    source = make_source(app, body_id=make.make_body(app))
    bring(app, source, sample(MEETINGS), sample(MEETING))
    (one,) = all_of(app, Attendance)
    assert (one.name, one.attended, one.party) == ("Councillor Basil Curley", "expected", "LAB")
    helper(app).send(f"/meetings/{one.meeting_id}/people", expected="", present="Councillor Basil Curley (Labour)\nJo")
    again = bring(app, source, sample(MEETINGS), sample(MEETING))
    assert set(again) == {"same"}
    assert {one.name: (one.attended, one.party) for one in all_of(app, Attendance)} == {
        "Councillor Basil Curley": ("present", "Labour"),
        "Jo": ("present", ""),
    }
