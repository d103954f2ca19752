"""From an answer to an issue, and on to its steps: what was answered comes along. All of it without JavaScript."""

import pytest
from flask import Flask

from decisions.journeys.models import Journey, Stop
from decisions.pathways import raised_from
from decisions.pathways.models import ThreadRoute
from forum.db import db
from tests import make, packs
from tests.client import Client
from tests.forum.people.letters import link_in, newest
from tests.forum.threads.test_raising import CHECK, WORDS, WRITE
from tests.make import make_person, make_thread

HOW = "/who-decides/how/close-hall"


@pytest.fixture
def place(app: Flask) -> Flask:
    packs.load(app)
    make.make_topic(app)
    return app


def member(app: Flask) -> Client:
    return Client(app).sign_in(make.make_trusted(app, "Amina"))


def facilitator(app: Flask) -> Client:
    return Client(app).sign_in(make_person(app, name="Dev", role="facilitator"))


def written(client: Client, address: str) -> None:
    """Go from an answer to the form, and write."""
    first = client.get(client.get(address).links()["Raise this"])
    write = next(url for url in first.links().values() if url.startswith(WRITE))
    values = client.get(write).form()[1]
    client.post(WRITE, values | WORDS)


def routes(app: Flask) -> list[tuple[str, str, str]]:
    with app.app_context():
        return [(one.pathway, one.changes, one.given) for one in db.session.scalars(db.select(ThreadRoute))]


def test_what_was_answered_comes_along_to_the_issue(place: Flask) -> None:
    amina = member(place)
    written(amina, f"{HOW}?with=big")
    assert "This goes with: Closing a village hall" in amina.get(CHECK).text
    page = amina.get(amina.send(CHECK).location)
    assert routes(place) == [("close-hall", "big", "")]
    assert "How a decision like this is usually made" in page.text and "They ask people" in page.text
    assert f"{HOW}?with=big" in page.source and "Start these steps" not in page.text


def test_it_comes_along_when_the_account_is_asked_for_last(place: Flask) -> None:
    phone, laptop = Client(place), Client(place)
    written(phone, HOW)
    phone.send(phone.get(CHECK).links()["I am new here"], name="Amina K.", email="amina@example.org")
    laptop.send(link_in(place, newest(place)))
    assert "This goes with: Closing a village hall" in laptop.get(CHECK).text
    laptop.send(CHECK)
    assert routes(place) == [("close-hall", "", "")]


def test_the_answers_to_the_question_lead_back(place: Flask) -> None:
    amina = member(place)
    written(amina, "/who-decides/ask/hall/closing")
    page = amina.get(amina.send(CHECK).location)
    assert routes(place) == [("close-hall", "big", "closing")]
    assert 'href="/who-decides/ask/hall/closing"' in page.source


def test_it_can_be_about_something_else(place: Flask) -> None:
    amina = member(place)
    written(amina, HOW)
    page = amina.get(amina.get(WRITE).links()["It is about something else"])
    assert "This goes with" not in page.text
    amina.post(WRITE, page.form()[1] | WORDS)
    amina.send(CHECK)
    assert routes(place) == []


@pytest.mark.parametrize(
    "mark", ["how:my-place", "how:none", "ask:hall", "ask:hall/person", "nonsense", "start:none", "x" * 999, "how:"]
)
def test_nothing_else_is_carried(place: Flask, mark: str) -> None:
    amina = member(place)
    amina.post(WRITE, amina.get(WRITE).form()[1] | WORDS | {"goes_with": mark})
    amina.send(CHECK)
    assert routes(place) == []
    with place.app_context():
        assert raised_from.title(mark[:400]) == ""


def test_what_nobody_decides_becomes_an_offer_or_an_idea(place: Flask) -> None:
    amina = member(place)
    write = amina.get(amina.get("/who-decides/start/lunch-club").links()["Find two others"])
    values = write.form()[1]
    assert values["kind"] in ("offer", "idea") and values["goes_with"] == "start:lunch-club"
    amina.post(WRITE, values | {name: WORDS[name] for name in ("happening", "affects", "helps", "topic", "safe")})
    page = amina.get(amina.send(CHECK).location)
    assert "Nobody has to decide this" in page.text and "/who-decides/start/lunch-club" in page.source


def test_its_steps_start_from_just_these(place: Flask) -> None:
    amina, dev = member(place), facilitator(place)
    written(amina, f"{HOW}?with=big")
    issue = amina.send(CHECK).location
    page = dev.get(issue)
    laid = dev.get(dev.get(page.links()["Start these steps"], status=302).location)
    assert "Closing a village hall" in laid.text and laid.form()[1]["changes"] == "big"
    dev.post(laid.form()[0], laid.form()[1])
    with place.app_context():
        assert db.session.scalars(db.select(Stop.step).where(Stop.step != "")).all() == ["ask"]


def test_other_steps_can_be_chosen(place: Flask) -> None:
    amina, dev = member(place), facilitator(place)
    written(amina, HOW)
    page = dev.get(amina.send(CHECK).location)
    laid = dev.get(dev.get(page.links()["Start these steps"], status=302).location)
    others = dev.get(laid.links()["Choose other steps"])
    assert "Or write the steps yourself" in others.text


def test_steps_start_for_an_issue_in_one_press(place: Flask) -> None:
    dev, thread = facilitator(place), make_thread(place, "The hall may close")
    values = dev.get(f"{HOW}?with=big").form()[1]
    sent = dev.post(f"{HOW}/use", values | {"issue": str(thread)})
    assert sent.location == f"/issues/{thread}/steps"
    with place.app_context():
        of = db.session.scalars(db.select(Journey)).one()
        assert (of.thread_id, of.pathway, of.changes) == (thread, "close-hall", "big")
        assert db.session.scalars(db.select(Stop.step).where(Stop.step != "")).all() == ["ask"]
    again = dev.post(f"{HOW}/use", values | {"issue": str(thread)})
    assert again.location == sent.location  # the same press


def test_who_may_not_start_steps_is_not_asked_to(place: Flask) -> None:
    make_thread(place, "The hall may close")
    for client in (Client(place), member(place)):
        assert "Start these steps for an issue" not in client.get(HOW).text
    member_again = Client(place).sign_in(make_person(place, name="Bo"))
    member_again.get(f"{HOW}/use", status=403)


def test_no_issue_is_a_sentence(place: Flask) -> None:
    dev, thread = facilitator(place), make_thread(place, "The hall may close")
    values = dev.get(HOW).form()[1]
    assert "Choose an issue." in dev.post(f"{HOW}/use", values | {"issue": ""}, status=400).text
    values = dev.get(HOW).form()[1]
    assert "Choose an issue." in dev.post(f"{HOW}/use", values | {"issue": str(thread + 99)}, status=409).text


def test_one_persons_answer_offers_neither(place: Flask) -> None:
    make_thread(place, "The hall may close")
    page = facilitator(place).get("/who-decides/how/my-place")
    assert "Raise this" not in page.links() and "Start these steps" not in page.text
