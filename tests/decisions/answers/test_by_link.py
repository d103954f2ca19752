"""A body that has not joined: its asker reads the letter, it goes out, and it is answered by the link."""

from datetime import timedelta

from flask import Flask

from decisions.answers.questions.models import QuestionLetter
from decisions.answers.questions.posting import post
from decisions.bodies.models import Body
from decisions.journeys.models import Move
from forum import clock
from forum.db import db
from tests.client import Client
from tests.decisions.answers.scene import post_round, scene
from tests.letters import addresses_in, letters
from tests.travel import record, start_journey


def test_a_surgery_that_has_not_joined_answers_by_the_link(app: Flask, client: Client) -> None:
    here = scene(app)
    ada = here.client(here.ada)
    address = f"/issues/{here.thread}/question"
    first = ada.get(address).form(0)[1] | {"body": str(here.surgery), "words": "Do you keep Fridays?"}
    preview = ada.post(address, first, status=200)
    assert "Read your letter before it goes" in preview.text
    assert "Do you keep Fridays?" in preview.text
    assert letters(app) == []
    _action, values = preview.form(0)
    page = ada.post(address, values).location
    assert "Not sent yet. Mill Lane Surgery has not joined, so we write to it." in client.get(page).text
    post_round(app)
    (letter,) = letters(app)
    assert letter.to == ["manager@surgery.example.org"]
    link = next(one for one in addresses_in(letter) if one.startswith("/answer/"))
    assert "They have not joined; we wrote on" in client.get(page).text
    shown = client.get(link)
    assert shown.answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    client.send(link, text="Yes, we **do**.", post="Practice manager")
    after = client.get(page)
    assert "They answered through the link in our letter" in after.text
    assert "Practice manager, Mill Lane Surgery" in after.text
    issue = client.get(f"/issues/{here.thread}-the-lift-is-broken")
    assert "Mill Lane Surgery says" in issue.text


def test_a_body_gets_one_letter_a_week_unless_it_wants_more(app: Flask, client: Client) -> None:
    here = scene(app)
    here.ask(here.surgery, "One?")
    post_round(app)
    second = here.ask(here.surgery, "Two?")
    here.ask(here.surgery, "Three?")
    post_round(app)
    assert len(letters(app)) == 1
    assert "Not sent yet." in client.get(f"/questions/{second}").text
    often = next(one for one in addresses_in(letters(app)[0]) if one.startswith("/how-often/"))
    client.send(often, days="0")
    post_round(app)
    assert len(letters(app)) == 2
    assert "Two?" in letters(app)[1].body and "Three?" in letters(app)[1].body


def test_a_link_serves_one_question_and_can_be_ended(app: Flask, client: Client) -> None:
    here = scene(app)
    one, two = here.ask(here.surgery, "One?"), here.ask(here.surgery, "Two?")
    post_round(app)
    first, second = (link for link in addresses_in(letters(app)[0]) if link.startswith("/answer/"))
    client.get(first[:-1], status=404)
    client.get(first.replace("/answer/", "/how-often/"), status=404)
    client.send(first, text="Yes.")
    assert (here.question(one).stage, here.question(two).stage) == ("answered", "waiting")
    hana = here.client(here.hana)
    address = f"/questions/{two}/sending"
    hana.post(address, hana.get(address).form(0)[1] | {"do": "end-link"})
    over = client.get(second, status=404)
    assert "This link does not work any more" in over.text
    client.post(second, {"text": "Late."}, status=404)


def test_a_letter_that_came_back_stops_the_time_and_is_sent_again(app: Flask, client: Client) -> None:
    here = scene(app)
    asked = here.ask(here.surgery)
    post_round(app)
    hana, address = here.client(here.hana), f"/questions/{asked}/sending"
    hana.post(address, hana.get(address).form(0)[1] | {"do": "came-back"})
    assert "Our letter did not reach Mill Lane Surgery." in client.get(f"/questions/{asked}").text
    assert "could not be sent" in hana.get("/to-do").text
    assert here.question(asked).due_on is None
    hana.post(address, hana.get(address).form(0)[1] | {"do": "send-again"})
    with app.app_context():
        db.session.get_one(Body, here.surgery).email = "new@surgery.example.org"
        db.session.execute(db.update(QuestionLetter).values(created_at=clock.now() - timedelta(days=8)))
        db.session.commit()
    post_round(app)
    assert [one.to for one in letters(app)] == [["manager@surgery.example.org"], ["new@surgery.example.org"]]
    assert here.question(asked).stage == "waiting"


def test_a_question_taken_back_is_not_sent(app: Flask) -> None:
    here = scene(app)
    asked = here.ask(here.surgery)
    with app.app_context():
        post(clock.now())
    here.client(here.ada).send(f"/questions/{asked}/take-back")
    post_round(app)
    assert letters(app) == []


def test_an_answer_by_the_link_is_an_entry_in_the_story(app: Flask, client: Client) -> None:
    here = scene(app)
    steps = start_journey(app, here.thread, ("reply", here.surgery))
    record(app, here.thread, "sent", steps[1])
    here.ask(here.surgery)
    post_round(app)
    link = next(one for one in addresses_in(letters(app)[0]) if one.startswith("/answer/"))
    client.send(link, text="Yes, we do.", post="Practice manager")
    with app.app_context():
        move = db.session.scalars(db.select(Move).order_by(Move.number.desc())).first()
        assert move is not None
        assert (move.kind, move.stop_id, move.evidence) == ("reply-received", steps[1], "their-reply")
        assert move.byline.person_id is None
    assert "Mill Lane Surgery answered here." in client.get(f"/issues/{here.thread}-the-lift-is-broken").text


def test_what_is_no_answer_can_be_said_by_the_link_too(app: Flask, client: Client) -> None:
    here = scene(app)
    asked = here.ask(here.surgery)
    post_round(app)
    link = next(one for one in addresses_in(letters(app)[0]) if one.startswith("/answer/"))
    client.send(link, text="We look into it.", kind="holding")
    assert here.question(asked).stage == "waiting"
    past = client.send(link, text="Later.", kind="put-off", until="2020-01-01", status=409)
    assert "Write a day that is still to come." in past.text
    assert "Choose what it is." in client.send(link, text="Later.", kind="moon", status=409).text
    day = clock.today() + timedelta(days=20)
    client.send(link, text="After the holidays.", kind="put-off", until=day.isoformat())
    assert here.question(asked).stage == "put-off"
