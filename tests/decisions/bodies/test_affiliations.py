"""Working for a body: said by its owner, confirmed by somebody else, and ended."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from flask import Flask

from decisions.bodies.affiliations import queries
from decisions.bodies.affiliations.rules import State, may_answer_claim, may_end, signed_words, state_of
from decisions.bodies.models import Affiliation
from forum import clock
from forum.access import Role, Standing
from forum.db import db
from forum.people.models import Person
from forum.people.signing_in import standing_loader
from forum.subjects import table
from tests.client import Client
from tests.forum.people.letters import newest, waiting, written
from tests.make import make_affiliation, make_body, make_person

DAY = date(2026, 11, 22)
CARE = "Adult Social Care, Marlbrook Council"
SLUG = CARE.lower().replace(" ", "-")
AT = datetime(2026, 11, 1, tzinfo=UTC)


def claim(**more: object) -> SimpleNamespace:
    values = {"person_id": 1, "confirmed_at": None, "refused_at": None, "until": None}
    return SimpleNamespace(**{**values, **more})


def standing(app: Flask, person_id: int) -> Standing:
    """Who somebody is today, as the app sees it."""
    with app.app_context():
        person = db.session.get_one(Person, person_id)
        roles = frozenset(one.role for one in person.roles)
        return queries.with_bodies(Standing(person_id, person.name, roles))


def row(app: Flask, claim_id: int) -> Affiliation:
    with app.app_context():
        return db.session.get_one(Affiliation, claim_id)


@pytest.fixture
def asked(app: Flask) -> tuple[int, int, int]:
    """Helen's word that she works for adult care: her id, the body's, and the affiliation's."""
    helen, body = make_person(app, name="Helen T."), make_body(app, CARE, joined=False)
    return helen, body, make_affiliation(app, helen, body, confirmed=False)


@pytest.fixture
def dev(app: Flask) -> Client:
    """Dev, who helps run the place, signed in."""
    return Client(app).sign_in(make_person(app, name="Dev", role="facilitator"))


def test_states() -> None:
    assert state_of(claim(), DAY) is State.WAITING
    assert state_of(claim(confirmed_at=AT), DAY) is State.HOLDS
    assert state_of(claim(confirmed_at=AT, until=DAY + timedelta(days=1)), DAY) is State.HOLDS
    assert state_of(claim(confirmed_at=AT, until=DAY), DAY) is State.ENDED
    assert state_of(claim(refused_at=AT), DAY) is State.REFUSED
    assert state_of(claim(until=DAY), DAY) is State.ENDED


@pytest.mark.parametrize(
    ("role", "person_id", "suspended", "may"),
    [
        (Role.FACILITATOR, 2, False, True),
        (Role.ADMINISTRATOR, 2, False, True),
        (Role.FACILITATOR, 1, False, False),
        (Role.FACILITATOR, 2, True, False),
        (Role.MODERATOR, 2, False, False),
        (None, 2, False, False),
    ],
)
def test_who_may_answer(role: Role | None, person_id: int, suspended: bool, may: bool) -> None:
    who = Standing(person_id, roles=frozenset([role] if role else []), suspended=suspended)
    assert (may_answer_claim(who, claim(), DAY) is None) is may


def test_who_may_end() -> None:
    holds = claim(confirmed_at=AT)
    assert may_end(Standing(1), holds, DAY) is None
    assert may_end(Standing(2), holds, DAY) is not None
    assert may_end(Standing(2, roles=frozenset([Role.FACILITATOR])), holds, DAY) is None
    assert may_end(Standing(1), claim(until=DAY), DAY) is not None


def test_words_fit_beside_a_name() -> None:
    assert signed_words("Head of Day Services", CARE) == "Head of Day Services, Adult Social Care, Marlbrook Council"
    assert len(signed_words("p" * 120, "b" * 120)) == 200


def test_somebody_says_where_they_work_and_is_confirmed(app: Flask, client: Client, dev: Client) -> None:
    helen = make_person(app, name="Helen T.")
    body = make_body(app, CARE, joined=False)
    client.sign_in(helen)
    page = client.get("/me/settings")
    page = client.send(page.links()["I work for a body"], body=SLUG, post="Head of Day Services")
    assert "Waiting for somebody to confirm it" in client.get(page.location).text
    assert standing(app, helen).speaks_for == {}
    assert dev.send("/people/confirm/1", button="Yes, confirm it").location == "/people/confirm/1"
    assert standing(app, helen).speaks_for == {body: f"Head of Day Services, {CARE}"}
    assert not standing(app, helen).councillor
    kept = row(app, 1)
    assert kept.confirmed_by_id is not None
    assert "Confirmed by Dev on" in dev.get("/people/confirm/1").text
    assert kept.body.joined
    assert newest(app).person_id == helen
    assert "/me/organisation" in written(app, newest(app))


def test_bad_input_stays_typed(app: Flask, client: Client) -> None:
    client.sign_in(make_person(app))
    make_body(app, CARE)
    page = client.send("/me/organisation", post="Clerk", status=400)
    assert 'value="Clerk"' in page.source
    client.send("/me/organisation", body="no-such-body", post="Clerk", status=400)
    client.send("/me/organisation", body=SLUG, post="", status=400)


def test_the_same_is_said_once(app: Flask, client: Client, asked: tuple[int, int, int]) -> None:
    client.sign_in(asked[0])
    ask = {"address": "/me/organisation", "button": "Ask for this", "body": SLUG}
    assert "You said that already" in client.send(**ask, post="Head", status=409).text
    client.send(**ask, post="Councillor", councillor="y")
    action, values = client.get("/me/organisation").form(button="Ask for this")
    make_body(app, "Marlbrook Cabinet")
    values |= {"body": "marlbrook-cabinet", "post": "Clerk"}
    client.post(action, values)
    client.post(action, values)
    with app.app_context():
        assert len(queries.of_person(asked[0])) == 3


def test_a_councillor_never_speaks_for_the_council(app: Flask) -> None:
    person, body = make_person(app, name="Cllr Lee"), make_body(app, "Marlbrook Council")
    make_affiliation(app, person, body, post="Councillor for Riverside", councillor=True)
    assert standing(app, person).councillor
    assert standing(app, person).speaks_for == {}


def test_a_no_has_a_reason_that_its_owner_reads(app: Flask, dev: Client, asked: tuple[int, int, int]) -> None:
    address = f"/people/confirm/{asked[2]}"
    dev.send(address, button="No, do not confirm it", status=400)
    dev.send(address, button="No, do not confirm it", reason="The council does not know you yet.")
    assert standing(app, asked[0]).speaks_for == {}
    assert "The council does not know you yet." in Client(app).sign_in(asked[0]).get("/me/organisation").text
    assert newest(app).template == "organisation_answered"
    assert row(app, asked[2]).refused_by_id is not None


def test_an_answer_is_given_once(app: Flask, dev: Client, asked: tuple[int, int, int]) -> None:
    address = f"/people/confirm/{asked[2]}"
    action, values = dev.get(address).form(button="Yes, confirm it")
    dev.post(action, values)
    dev.post(action, values)  # a double press
    assert len(waiting(app)) == 1
    late = dev.post(f"{address}/no", {"reason": "Too late."}, status=409)
    assert "Somebody answered this already." in late.text
    assert row(app, asked[2]).refused_at is None


def test_nobody_confirms_themselves(app: Flask) -> None:
    helen = make_person(app, name="Helen", role="facilitator")
    claim_id = make_affiliation(app, helen, make_body(app), confirmed=False)
    browser = Client(app).sign_in(helen)
    assert "Yes, confirm it" not in browser.get(f"/people/confirm/{claim_id}").text
    browser.post(f"/people/confirm/{claim_id}", status=409)
    assert row(app, claim_id).confirmed_at is None


def test_others_neither_see_nor_confirm(app: Flask, client: Client, asked: tuple[int, int, int]) -> None:
    address = f"/people/confirm/{asked[2]}"
    for role in (None, "moderator", "safeguarding"):
        browser = Client(app).sign_in(make_person(app, name=f"Somebody {role} x", role=role))
        browser.get(address, status=403)
        browser.post(address, status=403)
        browser.post(f"{address}/no", {"reason": "No."}, status=403)
        browser.post(f"{address}/end", status=404)
    client.get(address, status=302)
    client.post(address, status=403)
    client.get("/me/organisation", status=302)
    assert row(app, asked[2]).confirmed_at is None


def test_it_ends_by_its_owner_and_by_a_facilitator(app: Flask, client: Client, dev: Client) -> None:
    helen, body = make_person(app, name="Helen T."), make_body(app, CARE)
    make_affiliation(app, helen, body)
    client.sign_in(helen)
    client.send("/me/organisation", button="I don’t work there any more")
    assert standing(app, helen).speaks_for == {}
    assert "Ended" in client.get("/me/organisation").text
    again = make_affiliation(app, helen, body)
    assert standing(app, helen).speaks_for != {}
    dev.send(f"/people/confirm/{again}", button="End it today")
    assert standing(app, helen).speaks_for == {}
    dev.post(f"/people/confirm/{again}/end", status=409)


def test_it_waits_in_the_to_do_of_who_may_answer(app: Flask, asked: tuple[int, int, int]) -> None:
    facilitator = Standing(99, roles=frozenset([Role.FACILITATOR]))
    with app.test_request_context():
        queue = table()["affiliation"].queue
        assert queue is not None
        (one,) = queue(facilitator)
        assert one.address == f"/people/confirm/{asked[2]}"
        assert one.words.values == {"name": "Helen T.", "body": CARE}
        assert queue(Standing(98)) == []
        assert queue(Standing(asked[0], roles=frozenset([Role.FACILITATOR]))) == []
        db.session.get_one(Affiliation, asked[2]).confirmed_at = clock.now()
        db.session.flush()
        assert queue(facilitator) == []


def test_it_is_exported_and_erased_with_its_owner(app: Flask, client: Client, asked: tuple[int, int, int]) -> None:
    client.sign_in(asked[0])
    assert client.raw.get("/me/data.json").get_json()["affiliation"][0]["body"] == CARE
    client.send("/me/leave")
    with app.app_context():
        assert queries.affiliations([asked[2]]) == {}


def test_nobody_takes_the_name_of_a_body(app: Flask, client: Client) -> None:
    make_body(app, "Marlbrook Cabinet", short="the Cabinet")
    for name in ("Marlbrook Cabinet", "marlbrook  cabinet", "The Cabinet", "Mаrlbrook Cabinet"):
        client.send("/join", name=name, email="x@example.org", status=409)


def test_the_app_knows_it_in_every_request(app: Flask) -> None:
    helen, body = make_person(app, name="Helen T."), make_body(app, CARE)
    make_affiliation(app, helen, body)
    assert standing_loader  # the loader is given `with_bodies` by the front door
    browser = Client(app).sign_in(helen)
    with browser.raw:
        browser.raw.get("/me")
        from forum import web

        assert dict(web.standing().speaks_for) == {body: f"Head of Day Services, {CARE}"}


def test_who_speaks_for_a_body_answers_what_one_that_ended_left_to_it(app: Flask) -> None:
    helen, new = make_person(app, name="Helen T."), make_body(app, "New Council")
    yesterday = clock.today() - timedelta(days=1)
    old = make_body(app, "Old Council", valid_to=yesterday, successor_id=new)
    still_there = make_body(app, "Parish Council", valid_to=clock.today(), successor_id=new)
    make_affiliation(app, helen, new)
    speaks_for = standing(app, helen).speaks_for
    assert set(speaks_for) == {new, old}
    assert speaks_for[old] == speaks_for[new]
    assert still_there not in speaks_for
