"""What changed? Asked after an ending and again later, once per person and round, by a link and a button."""

from datetime import datetime, timedelta

import pytest
from flask import Flask

from decisions.journeys.models import Verdict
from decisions.promises import tokens
from decisions.promises.owners import Owner, to_ask
from decisions.promises.verdicts import asking
from decisions.promises.verdicts.models import VerdictRound
from forum import clock, subjects
from forum.db import db
from forum.notifications.models import Follow
from forum.outbox import sender
from forum.outbox.models import Delivery
from forum.people.models import Person
from tests.client import Client
from tests.decisions.promises.scene import Scene, affect, follow, scene
from tests.make import make_round, make_verdicts
from tests.travel import record


def ended(app: Flask) -> Scene:
    """An issue that ended today."""
    made = scene(app)
    record(app, made.thread, "closed", reason="Nothing more is to come.")
    return made


def ask(app: Flask, on: datetime | None = None) -> int:
    """The night's work."""
    with app.app_context():
        return asking.ask(on or clock.now())


def rounds(app: Flask) -> list[tuple[int, int]]:
    """Months and ending of each round."""
    with app.app_context():
        return [
            (one.months, one.ending) for one in db.session.scalars(db.select(VerdictRound).order_by(VerdictRound.id))
        ]


def letters(app: Flask) -> list[Delivery]:
    """The messages that ask."""
    with app.app_context():
        return list(db.session.scalars(db.select(Delivery).filter_by(template="what_changed").order_by(Delivery.id)))


def link(app: Flask, made: Scene, person: int | None = None) -> str:
    """The address of the link of somebody's letter."""
    with app.app_context():
        return f"/what-changed/{tokens.make(tokens.ROUND, 1, Owner(person_id=person or made.affected))}"


def test_people_affected_and_followers_are_asked_once(app: Flask) -> None:
    made = ended(app)
    follow(app, made.thread)
    follow(app, made.thread, "ada@example.org")  # the address of somebody who is asked already
    assert ask(app) == 2
    assert ask(app) == 0 and len(letters(app)) == 2
    assert rounds(app)[0][0] == 0
    told = letters(app)
    assert {one.person_id for one in told} == {made.affected, None}
    assert {one.email for one in told} == {None, "joan@example.org"}


def test_nobody_is_asked_before_an_ending_or_of_a_hidden_issue(app: Flask) -> None:
    made = scene(app)
    assert ask(app) == 0
    record(app, made.thread, "closed", reason="Over.")
    with app.app_context():
        db.session.execute(db.text("UPDATE thread SET state = 'hidden'"))
        db.session.commit()
    assert ask(app) == 0 and rounds(app) == []


@pytest.mark.parametrize("how", ["left", "no letters", "stopped", "no longer", "ask no more"])
def test_who_is_not_written_to(app: Flask, how: str) -> None:
    made = ended(app)
    with app.app_context():
        person = db.session.get_one(Person, made.affected)
        if how == "left":
            person.erased_at = clock.now()
        elif how == "no letters":
            person.mail_moves = False
        elif how == "stopped":
            person.suspended_at = clock.now()
        elif how == "no longer":
            db.session.execute(db.text("DELETE FROM affected"))
        db.session.commit()
        if how == "ask no more":
            token = tokens.make(tokens.STOP, made.thread, Owner(person_id=made.affected))
            client = Client(app)
            assert "Ask me no more" in client.get(f"/ask-no-more/{token}").text
            client.send(f"/ask-no-more/{token}")
    assert ask(app) == 0


def test_a_letter_that_waits_is_dropped_when_its_reader_leaves(app: Flask) -> None:
    made = ended(app)
    follow(app, made.thread)
    ask(app)
    with app.app_context():
        db.session.execute(db.delete(Follow))
        db.session.execute(db.text("DELETE FROM affected"))
        db.session.commit()
        assert sender.sweep(clock.now()) == 0
        assert set(db.session.scalars(db.select(Delivery.fault).filter_by(template="what_changed"))) == {
            "not wanted any more"
        }


def test_a_letter_is_sent_and_leads_to_the_page(app: Flask) -> None:
    ended(app)
    ask(app)
    with app.app_context():
        row = db.session.scalars(db.select(Delivery).filter_by(template="what_changed")).one()
        letter = app.extensions["letters"].get_template("email/what_changed.txt")
        assert letter is not None and row.values["token"]
        assert sender.sweep(clock.now()) == 1
        db.session.refresh(row)
        assert row.state == "sent" and row.values["token"] == ""


def test_again_after_three_months(app: Flask) -> None:
    made = ended(app)
    ask(app)
    later = clock.now() + timedelta(days=95)
    with app.app_context():
        begun = asking._ended(clock.local_day(later))
    assert len(begun) == 1
    assert ask(app, later) == 1
    assert [months for months, _ending in rounds(app)] == [0, 3]
    assert ask(app, later + timedelta(days=1)) == 0
    record(app, made.thread, "reopened", reason="There is news.")
    assert ask(app, later + timedelta(days=280)) == 0


def test_an_answer_by_link_and_a_change_of_mind(app: Flask) -> None:
    made = ended(app)
    ask(app)
    address, client = link(app, made), Client(app)
    page = client.get(address)
    assert "What is different for you?" in page.text
    with app.app_context():
        assert db.session.scalars(db.select(Verdict)).all() == []  # opening a link says nothing
    client.send(address, word="", status=400)
    client.send(address, word="partly", words="It works on Mondays.")
    client.send(address, word="changed")
    with app.app_context():
        row = db.session.scalars(db.select(Verdict)).one()
        assert (row.word, row.person_id, row.round_id) == ("changed", made.affected, 1)
    issue = Client(app).get(f"/issues/{made.thread}-the-lift-is-broken").text
    assert "After it ended, 1 person said what changed." in issue and "It changed" not in issue
    assert "Mondays" not in issue


def test_a_link_is_good_for_one_thing_only(app: Flask) -> None:
    made = ended(app)
    ask(app)
    with app.app_context():
        other = tokens.make(tokens.CHECK, 1, Owner(person_id=made.affected))
    Client(app).get(f"/what-changed/{other}", status=404)
    Client(app).get("/what-changed/nonsense", status=404)
    address = link(app, made)
    with app.app_context():
        db.session.get_one(VerdictRound, 1).closes_on = clock.today() - timedelta(days=1)
        db.session.get_one(VerdictRound, 1).opens_on = clock.today() - timedelta(days=9)
        db.session.commit()
    Client(app).get(address, status=404)
    Client(app).post(address, {"word": "changed"}, status=404)


def test_a_link_dies_with_its_reader(app: Flask) -> None:
    made = ended(app)
    ask(app)
    address = link(app, made)
    with app.app_context():
        db.session.get_one(Person, made.affected).erased_at = clock.now()
        db.session.commit()
    Client(app).get(address, status=404)


def test_from_the_issue_page_with_an_account(app: Flask) -> None:
    made = ended(app)
    ask(app)
    address = f"/issues/{made.thread}/what-changed"
    assert address in Client(app).get(f"/issues/{made.thread}-the-lift-is-broken").source
    assert "Only people affected" in Client(app).get(address).text
    Client(app).post(address, {"word": "changed"}, status=409)
    refused = Client(app).sign_in(made.stranger).post(address, {"word": "changed"}, status=409)
    assert "This is for people affected." in refused.text and "What is different for you?" in refused.text
    Client(app).sign_in(made.affected).send(address, word="not-changed", words="Still broken.")
    helper = Client(app).sign_in(made.helper).get(f"{address}/said").text
    assert "Still broken." in helper and "Ada" not in helper
    Client(app).sign_in(made.affected).get(f"{address}/said", status=403)


def said(app: Flask) -> list[tuple[str, int | None, bool]]:
    """What was said: the word, whose account, and if a browser said it."""
    with app.app_context():
        rows = db.session.scalars(db.select(Verdict).order_by(Verdict.id))
        return [(one.word, one.person_id, one.browser is not None) for one in rows]


def test_who_follows_by_e_mail_alone_answers_once(app: Flask) -> None:
    made = ended(app)
    number = follow(app, made.thread)
    ask(app)
    with app.app_context():
        address = f"/what-changed/{tokens.make(tokens.ROUND, 1, Owner(follow_id=number))}"
    assert "You said this on" not in Client(app).get(address).text and said(app) == []
    Client(app).send(address, word="partly")
    Client(app).send(address, word="changed")  # on another machine, with the same letter
    assert said(app) == [("changed", None, False)]
    assert "You said this on" in Client(app).get(address).text
    with app.app_context():
        db.session.execute(db.delete(Follow))
        db.session.commit()
    Client(app).get(address, status=404)


def test_an_account_and_a_follow_of_one_address_are_one_person(app: Flask) -> None:
    made = ended(app)
    number = follow(app, made.thread, "ada@example.org")
    ask(app)
    with app.app_context():
        by_letter = f"/what-changed/{tokens.make(tokens.ROUND, 1, Owner(follow_id=number))}"
    Client(app).send(by_letter, word="not-changed")
    Client(app).sign_in(made.affected).send(f"/issues/{made.thread}/what-changed", word="partly")
    Client(app).send(link(app, made), word="changed")
    assert said(app) == [("changed", None, False)]
    Client(app).send(by_letter, word="dont-know")
    assert [word for word, _person, _browser in said(app)] == ["dont-know"]


def test_a_browser_that_said_before_that_it_affects_answers_once(app: Flask) -> None:
    made = scene(app)
    neighbour, late = Client(app), Client(app)
    neighbour.send(f"/issues/{made.thread}/affects-me", do="say")
    record(app, made.thread, "closed", reason="Nothing more is to come.")
    ask(app)
    late.send(f"/issues/{made.thread}/affects-me", do="say")
    address = f"/issues/{made.thread}/what-changed"
    assert "What is different for you?" in neighbour.get(address).text
    neighbour.send(address, word="partly")
    neighbour.send(address, word="changed", words="It works.")
    late.post(address, {"word": "not-changed"}, status=409)
    assert said(app) == [("changed", None, True)]
    assert "You said this on" in neighbour.get(address).text
    assert "Only people affected" in late.get(address).text
    Client(app).send(f"/issues/{made.thread}/affects-me", do="say")
    neighbour.send(f"/issues/{made.thread}/affects-me", do="back")
    neighbour.post(address, {"word": "not-changed"}, status=409)


def test_counts_stand_by_round_and_never_as_the_outcome(app: Flask) -> None:
    made = ended(app)
    first = make_round(app, 1, opens_on=clock.today() - timedelta(days=90))
    second = make_round(app, 1, months=3)
    make_verdicts(app, 1, *["changed"] * 4, round_id=first)
    make_verdicts(app, 1, *["changed"] * 3, *["not-changed"] * 4, round_id=second)
    page = Client(app).get(f"/issues/{made.thread}-the-lift-is-broken").text
    assert "3 months later: 7 people said what changed." in page
    assert "It changed: 3" in page and "It did not change: 4" in page
    assert "After it ended, 4 people said what changed." in page and "It changed: 4" not in page
    assert "We show what they said once five have." in page
    assert page.index("3 months later") < page.index("After it ended,")


def test_one_press_of_a_mail_program_ends_the_letters(app: Flask) -> None:
    made = ended(app)
    number = follow(app, made.thread)
    with app.app_context():
        token = tokens.make(tokens.STOP, made.thread, Owner(follow_id=number))
        assert len(to_ask([made.thread])) == 2
    answer = app.test_client().post(f"/ask-no-more/{token}", data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    with app.app_context():
        assert [one.person_id for one in to_ask([made.thread])] == [made.affected]
    Client(app).get("/ask-no-more/nonsense", status=404)


def test_what_they_said_is_theirs_and_counts_without_them(app: Flask) -> None:
    made = ended(app)
    affect(app, made.thread, "Bea")
    ask(app)
    Client(app).send(link(app, made), word="partly", words="Ada’s words.")
    with app.test_request_context():
        journeys = subjects.get("journey")
        assert [one["words"] for one in journeys.export_for(made.affected)] == ["Ada’s words."]  # type: ignore[misc]
        journeys.erase(made.affected)  # type: ignore[misc]
        db.session.commit()
        row = db.session.scalars(db.select(Verdict)).one()
        assert (row.word, row.words, row.person_id) == ("partly", "", None)


def test_no_form_of_another_site_is_taken(app: Flask) -> None:
    made = ended(app)
    ask(app)
    answer = app.test_client().post(
        link(app, made), data={"word": "changed"}, headers={"Origin": "https://elsewhere.example"}
    )
    assert answer.status_code == 400
