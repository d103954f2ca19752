"""Popolo: what is given out is read again by our own reader, and nothing changes."""

import json
from datetime import date
from typing import Any

import pytest
from flask import Flask

from decisions.imports.comparing import gather
from decisions.imports.readers import popolo
from decisions.imports.records import Asked
from decisions.meetings.models import RecordedVote
from decisions.packs.models import Entry
from tests import make
from tests.client import Client
from tests.decisions.imports.bringing import bring, make_source, match, sample
from tests.decisions.imports.test_keeping import all_of

SEAT = {"id": "chair", "name": "Chair, Jo Bloggs", "body": "care-committee", "holder": "Jo Bloggs", "role": "Chair"}


def given(client: Client) -> dict[str, Any]:
    """The file."""
    found: dict[str, Any] = json.loads(client.raw.get("/data/popolo.json").data)
    return found


def test_bodies_seats_decisions_and_votes(app: Flask, client: Client) -> None:
    council = make.make_body(app, "Council", kind="full-council", source="https://council.example.org/constitution")
    body = make.make_body(app, "Care committee", parent_id=council, valid_to=date(2030, 1, 1), source="Their plan")
    make.make_entry(app, "seat", "chair", data={**SEAT, "party": "Green", "from": "2026-05-07", "area": "Riverside"})
    make.make_entry(app, "seat", "empty", data={"id": "empty", "name": "Vice chair", "body": "care-committee"})
    one = make.make_decision(app, body, "Day services", decided_on=date(2026, 6, 1), result="agreed", votes_for=9)
    make.make_decision(app, body, "The lift")
    make.keep(app, RecordedVote(decision_id=one, name="Jo Bloggs", vote="for"))
    make.keep(app, RecordedVote(decision_id=one, name="Sam Ode", vote="abstain"))
    found = given(client)
    care = next(each for each in found["organizations"] if each["id"] == "body/care-committee")
    assert (care["parent_id"], care["dissolution_date"]) == ("body/council", "2030-01-01")
    assert care["sources"] == [{"note": "Their plan"}]
    (party,) = [each for each in found["organizations"] if each["classification"] == "party"]
    assert [each["name"] for each in found["persons"]] == ["Jo Bloggs", "Sam Ode"]
    (jo, sam) = (each["id"] for each in found["persons"])
    assert [each["label"] for each in found["posts"]] == ["Chair", "Vice chair"]
    (membership,) = found["memberships"]
    assert membership == {
        "id": "membership/chair", "person_id": jo, "organization_id": "body/care-committee", "post_id": "post/chair",
        "role": "Chair", "start_date": "2026-05-07", "on_behalf_of_id": party["id"],
    }  # fmt: skip
    assert [(each["id"], each.get("result")) for each in found["motions"]] == [
        (f"decision/{one}", "agreed"),
        (f"decision/{one + 1}", None),
    ]
    (event,) = found["vote_events"]
    assert event["counts"] == [{"option": "yes", "value": 9}]
    assert event["votes"] == [{"voter_id": jo, "option": "yes"}, {"voter_id": sam, "option": "abstain"}]


@pytest.mark.usefixtures("client")
def test_out_and_in_again_changes_nothing(app: Flask, client: Client) -> None:
    bodies = {
        "body/council": make.make_body(app, "Council"),
        "body/care-committee": make.make_body(app, "Care committee"),
    }
    make.make_entry(app, "seat", "chair", data={**SEAT, "party": "Green", "from": "2026-05-07", "area": "Riverside"})
    make.make_entry(app, "seat", "member", data={**SEAT, "id": "member", "role": "Member", "to": "2027-05-06"})
    make.make_decision(app, bodies["body/council"], votes_for=3)
    before, seats = given(client), [one.data for one in all_of(app, Entry)]
    source, file = make_source(app, "popolo"), json.dumps(before).encode()
    bring(app, source, file)
    for ident, ours in bodies.items():
        match(app, source, ident, ours)
    assert bring(app, source, file) == {"same": 2 + 2}
    assert bring(app, source, json.dumps(given(client)).encode()) == {"same": 2 + 2}
    assert [one.data for one in all_of(app, Entry)] == seats
    after = given(client)
    assert {name: after[name] for name in after if name != "meta"} == {
        name: before[name] for name in before if name != "meta"
    }


def test_a_real_file_goes_out_as_it_came_in(app: Flask, client: Client) -> None:
    source, file = make_source(app, "popolo"), sample("au_TAS_local_councillors_popolo.json")
    bring(app, source, file)
    theirs = gather(popolo.read(file, Asked()))
    name, body = next((one.values["name"], one.ident) for one in theirs.records.values() if one.kind == "body")
    match(app, source, body, make.make_body(app, name))
    bring(app, source, file)
    came = [one.values for one in theirs.records.values() if one.kind == "seat" and one.values["body"] == body]
    ours = gather(popolo.read(client.raw.get("/data/popolo.json").data, Asked()))
    went = [one.values for one in ours.records.values() if one.kind == "seat"]
    told = ("holder", "role", "party", "area", "from", "to")
    assert sorted(str([one[each] for each in told]) for one in went) == sorted(
        str([one[each] for each in told]) for one in came
    )
    assert ours.faults == []
