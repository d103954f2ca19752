"""Answering for a body: who may, what stands where, what is recorded."""

from datetime import timedelta

import pytest
from flask import Flask

from decisions.answers.models import OfficialReply
from decisions.answers.queries import of_thread
from decisions.journeys.models import Citation, JourneyNow, Move
from forum import clock
from forum.db import db
from forum.threads.models import Post
from tests.client import Client
from tests.make import make_affiliation, make_body, make_person, make_thread
from tests.queries import counted
from tests.travel import record, start_journey


class Asked:
    """An issue that a council was asked about, and Helen, who speaks for it."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.thread = make_thread(app)
        self.council, self.cabinet = make_body(app, "Council"), make_body(app, "Cabinet")
        self.stops = start_journey(app, self.thread, ("reply", self.council), ("decide", self.cabinet))
        self.helen = make_person(app, name="Helen")
        make_affiliation(app, self.helen, self.council)
        self.client = Client(app).sign_in(self.helen)
        self.address = f"/issues/{self.thread}/answer"

    def moves(self) -> list[Move]:
        with self.app.app_context():
            return list(db.session.scalars(db.select(Move).order_by(Move.number)))


@pytest.fixture
def asked(app: Flask) -> Asked:
    return Asked(app)


def test_an_answer_stands_in_its_own_card_and_on_the_record(app: Flask, asked: Asked) -> None:
    record(app, asked.thread, "sent", asked.stops[1])
    page = asked.client.get(asked.address)
    assert "People will see this as the answer of: Head of Day Services, Council." in page.text
    sent = asked.client.send(asked.address, text="Not yet. We decide in **May**.")
    with app.app_context():
        reply = db.session.scalars(db.select(OfficialReply)).one()
        post = db.session.get_one(Post, reply.post_id)
        assert (post.byline.capacity, post.byline.signed) == ("works-for-body", "Head of Day Services, Council")
        assert post.state == "shown"
        move = db.session.get_one(Move, reply.move_id)
        assert (move.kind, move.stop_id, move.evidence) == ("reply-received", asked.stops[1], "their-reply")
        assert move.source == f"/issues/{asked.thread}-keep-the-day-centre-open#post-2"
        assert db.session.scalars(db.select(Citation.post_id)).all() == [post.id]
        assert db.session.scalars(db.select(JourneyNow.stage)).one() == "sent"
    shown = asked.client.get(f"/issues/{asked.thread}-keep-the-day-centre-open")
    assert "Council says" in shown.text
    assert "The Council answered here." in shown.text
    assert sent.location == f"/posts/{post.id}"


def test_without_an_open_step_nothing_is_recorded(app: Flask, asked: Asked) -> None:
    asked.client.send(asked.address, text="We have nothing to say yet.")
    assert len(asked.moves()) == 1
    plain = make_thread(app, "No steps here")
    asked.client.send(f"/issues/{plain}/answer", text="Hello.")
    with app.app_context():
        assert db.session.scalars(db.select(OfficialReply.move_id)).all() == [None, None]


def test_the_waiting_step_is_answered_before_one_that_is_only_open(app: Flask, asked: Asked) -> None:
    thread = make_thread(app, "Two steps")
    steps = start_journey(app, thread, ("decide", asked.council), ("reply", asked.council))
    record(app, thread, "on-agenda", steps[1], planned_on=clock.today() + timedelta(days=9))
    record(app, thread, "sent", steps[2])
    asked.client.send(f"/issues/{thread}/answer", text="Here is our answer.")
    assert asked.moves()[-1].stop_id == steps[2]
    asked.client.send(f"/issues/{thread}/answer", text="And more.")
    assert asked.moves()[-1].stop_id == steps[1]


def test_a_new_answer_may_put_an_earlier_one_right(app: Flask, asked: Asked) -> None:
    asked.client.send(asked.address, text="The bus runs at nine.")
    with app.app_context():
        first = db.session.scalars(db.select(OfficialReply.post_id)).one()
    page = asked.client.get(asked.address)
    assert "Does it put right an earlier answer?" in page.text
    asked.client.send(asked.address, text="We were wrong: it runs at ten.", replaces=str(first))
    with app.app_context():
        cards = of_thread(asked.thread)
    assert [(card.number, card.superseded) for card in cards] == [(3, False), (2, True)]
    shown = asked.client.get(f"/issues/{asked.thread}-keep-the-day-centre-open")
    assert shown.text.count("This was put right by a later answer.") == 1
    foreign = asked.client.send(asked.address, text="And more.", replaces="99999", status=409)
    assert "That answer is not one of yours here." in foreign.text


def test_whoever_speaks_for_two_bodies_chooses(app: Flask, asked: Asked) -> None:
    make_affiliation(app, asked.helen, asked.cabinet, post="Clerk")
    page = asked.client.send(asked.address, text="Yes.", status=400)
    assert "Choose the body." in page.text
    asked.client.send(asked.address, text="Yes.", body=str(asked.cabinet))
    with app.app_context():
        assert db.session.scalars(db.select(OfficialReply.signed)).one() == "Clerk, Cabinet"


def test_nobody_answers_for_a_body_that_is_not_theirs(app: Flask, asked: Asked) -> None:
    for body in (str(asked.cabinet), "99999", "x"):
        page = asked.client.post(asked.address, {"body": body, "text": "We say yes."}, status=409)
        assert "Only somebody confirmed for this body can answer for it." in page.text
    with app.app_context():
        assert db.session.scalars(db.select(Post).where(Post.number > 1)).all() == []


def test_who_may_answer(app: Flask, client: Client, asked: Asked) -> None:
    assert client.get(asked.address, status=302).location.startswith("/sign-in")
    client.post(asked.address, {"text": "x"}, status=403)
    for name, role in (("Amina", None), ("Dee", "facilitator"), ("Mo", "moderator")):
        other = Client(app).sign_in(make_person(app, name=name, role=role, trusted_at=clock.now()))
        other.get(asked.address, status=403)
        other.post(asked.address, {"text": "x"}, status=403)
    waiting, ended = make_person(app, name="Waiting"), make_person(app, name="Ended")
    make_affiliation(app, waiting, asked.council, confirmed=False)
    make_affiliation(app, ended, asked.council, until=clock.today() - timedelta(days=1))
    councillor = make_person(app, name="Cllr Bell")
    make_affiliation(app, councillor, asked.council, councillor=True)
    suspended = make_person(app, name="Sus", suspended_at=clock.now())
    make_affiliation(app, suspended, asked.council)
    for person in (waiting, ended, councillor, suspended):
        Client(app).sign_in(person).get(asked.address, status=403)
    asked.client.get("/issues/404/answer", status=404)
    asked.client.get(f"/issues/{make_thread(app, 'Hidden', state='hidden')}/answer", status=404)


def test_what_is_wrong_is_said_and_a_double_press_answers_once(app: Flask, asked: Asked) -> None:
    assert "Write your answer." in asked.client.send(asked.address, text="  ", status=400).text
    long = asked.client.send(asked.address, text="x" * 20_001, status=400)
    assert "Use 20000 characters or fewer" in long.text
    values = asked.client.get(asked.address).form()[1] | {"text": "Yes."}
    assert asked.client.post(asked.address, values).location == asked.client.post(asked.address, values).location
    with app.app_context():
        assert len(db.session.scalars(db.select(OfficialReply)).all()) == 1


def test_ones_own_view_is_not_the_organisations(asked: Asked) -> None:
    links = asked.client.get(asked.address).links()
    assert links["Write your own view"] == f"/issues/{asked.thread}/reply"


def test_cards_take_one_query_and_leave_hidden_answers_out(app: Flask, asked: Asked) -> None:
    for text in ("One.", "Two.", "Three."):
        asked.client.send(asked.address, text=text)
    with app.app_context():
        db.session.scalars(db.select(Post).where(Post.number == 3)).one().state = "hidden"
        db.session.commit()
        with counted(app) as statements:
            cards = of_thread(asked.thread)
        assert [card.number for card in cards] == [4, 2]
        assert "<p>Three.</p>" in cards[0].html
        assert len(statements) == 1
