"""A question to a body with people here: asked, checked, answered, looked at, thanked; and what may not be."""

from datetime import timedelta

from flask import Flask

from decisions.answers.models import OfficialReply
from decisions.answers.questions.models import QuestionDraft, QuestionEvent
from forum import clock
from forum.db import db
from forum.people.actions import rename
from forum.people.models import Byline, Person
from forum.threads.models import Post
from tests import make
from tests.client import Client
from tests.decisions.answers.scene import Scene, post_round, remind_all, scene
from tests.letters import letters, send_due
from tests.travel import record, start_journey


def kinds(here: Scene, question: int) -> list[str]:
    """What happened to a question, in its order."""
    with here.app.app_context():
        wanted = db.select(QuestionEvent.kind).where(QuestionEvent.question_id == question)
        return list(db.session.scalars(wanted.order_by(QuestionEvent.number)))


def test_asked_checked_answered_and_thanked(app: Flask, client: Client) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    page = f"/questions/{asked}"
    assert "The council was asked. An answer often comes by" in client.get(page).text
    assert "this is usual, not a right" in client.get(f"/issues/{here.thread}-the-lift-is-broken").text
    sal = here.client(here.sal)
    form = sal.get(f"{page}/answer").form(0)[1]
    sal.post(f"{page}/answer", form | {"text": "Not yet.", "do": "check"})
    assert "The council is checking its answer, due" in client.get(page).text
    assert "They check their answer" not in client.get(page).text
    assert "They check their answer" in sal.get(page).text
    assert "Yours. Owed by" in sal.get("/to-do").text
    form = sal.get(f"{page}/answer").form(0)[1]
    assert form["text"] == "Not yet."
    sal.post(f"{page}/answer", form | {"text": "Not yet. We decide in **May**."})
    shown = client.get(page)
    assert "They answered" in shown.text and "We decide in May." in shown.text
    assert "Head of Lifts, Council" in shown.text and "Sal" not in shown.text
    ada = here.client(here.ada)
    assert "answered you. Does it answer your question?" in ada.get("/to-do").text
    ada.send(f"{page}/rate", word="partly", words="When in May?")
    assert "The asker says: this answers a part of it." in client.get(page).text
    ada.send(f"{page}/again", words="When in May?")
    assert ada.get(f"{page}/again").form(0)
    again = ada.send(f"{page}/again", words="And when?", status=409)
    assert "You asked once more already." in again.text
    sal.send(f"{page}/answer", text="On 5 May.", named="y")
    ada.send(f"{page}/thank", words="Very clear.")
    assert "The asker said thank you." in client.get(page).text
    wanted = ["asked", "checking", "published", "rated", "again", "published", "thanked"]
    assert kinds(here, asked) == wanted
    with app.app_context():
        assert db.session.scalars(db.select(QuestionDraft)).all() == []
        names = db.session.scalars(db.select(Byline.name).join(Post, Post.byline_id == Byline.id).order_by(Post.number))
        assert list(names)[-2:] == ["Council", "Sal"]


def test_the_name_of_a_body_stays_when_its_speaker_is_renamed(app: Flask) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    here.client(here.sal).send(f"/questions/{asked}/answer", text="Yes.")
    with app.app_context():
        rename(db.session.get_one(Person, here.sal), "Salome", by=here.sal, on=clock.now())
        db.session.commit()
        names = db.session.scalars(db.select(Byline.name).where(Byline.person_id == here.sal)).all()
    assert "Council" in names


def test_two_who_answer_at_once_and_a_second_press(app: Flask) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    sid = make.make_trusted(app, "Sid")
    make.make_affiliation(app, sid, here.council, post="Clerk")
    first, second = here.client(here.sal), here.client(sid)
    address = f"/questions/{asked}/answer"
    mine, theirs = (one.get(address).form(0)[1] | {"text": text} for one, text in ((first, "Yes."), (second, "No.")))
    assert first.post(address, mine).location == first.post(address, mine).location
    late = second.post(address, theirs, status=409)
    assert "Somebody did something here while you were writing." in late.text
    assert "No." in late.form(0)[1]["text"]
    with app.app_context():
        assert len(db.session.scalars(db.select(OfficialReply)).all()) == 1


def test_an_answer_is_put_right_and_the_first_stays(app: Flask, client: Client) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    sal = here.client(here.sal)
    sal.send(f"/questions/{asked}/answer", text="At nine.")
    sal.send(f"/questions/{asked}/answer", text="We were wrong: at ten.")
    page = client.get(f"/questions/{asked}")
    assert "At nine." in page.text and "We were wrong: at ten." in page.text
    assert "This was put right by a later answer." in page.text
    assert kinds(here, asked) == ["asked", "published", "corrected"]


def test_gaps_of_a_ready_reply_have_to_be_filled(app: Flask) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    sal = here.client(here.sal)
    sal.send(f"/bodies/{here.council}/ready-replies", title="Later", text="We answer by [day].")
    links = sal.get(f"/questions/{asked}/answer").links()
    begun = sal.get(links["Later"]).form(0)[1]
    assert begun["text"] == "We answer by [day]."
    refused = sal.post(f"/questions/{asked}/answer", begun, status=409)
    assert "Fill the gap first: [day]." in refused.text
    sal.post(f"/questions/{asked}/answer", begun | {"text": "We answer by [Friday](https://example.org)."})
    sal.send(f"/bodies/{here.council}/ready-replies", form=0)
    assert "There is none yet." in sal.get(f"/bodies/{here.council}/ready-replies").text
    here.client(here.stan).get(f"/bodies/{here.council}/ready-replies", status=403)


def test_more_time_and_not_before_a_day(app: Flask, client: Client) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    sal, page = here.client(here.sal), f"/questions/{asked}"
    due = here.question(asked).due_on
    sal.send(f"{page}/other", kind="holding", words="We need more time.")
    assert here.question(asked).due_on == due
    assert "They wrote, but this is not an answer yet" in client.get(page).text
    far = (clock.today() + timedelta(days=100)).isoformat()
    assert "more than ten weeks away" in sal.send(
        f"{page}/other", kind="put-off", words="Not yet.", until=far, status=409
    ).text  # fmt: skip
    day = clock.today() + timedelta(days=60)
    sal.send(f"{page}/other", kind="put-off", words="Not before the election.", until=day.isoformat())
    assert (here.question(asked).stage, here.question(asked).due_on) == ("put-off", day)
    assert "Write one or two sentences." in sal.send(f"{page}/other", kind="holding", words="", status=409).text


def test_one_persons_care_is_hidden_and_the_asker_is_told(app: Flask, client: Client) -> None:
    here = scene(app)
    asked = here.ask(here.council, "Why did Joan get no visit?")
    here.client(here.sal).send(f"/questions/{asked}/other", kind="not-here")
    client.get(f"/questions/{asked}", status=404)
    mine = here.client(here.ada).get(f"/questions/{asked}")
    assert "Whom to contact, and who helps" in mine.text
    send_due(app)
    assert any(one.subject == "Your question can’t be answered here" for one in letters(app))
    mo = Client(app).sign_in(make.make_person(app, name="Mo", role="moderator"))
    assert "one person’s care, so we hid it" in mo.get("/to-do").text or "report" in mo.get("/to-do").text.lower()


def test_it_is_passed_on_and_the_first_body_has_it_no_more(app: Flask, client: Client) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    sal, page = here.client(here.sal), f"/questions/{asked}"
    sal.send(f"{page}/pass-on", body=str(here.surgery), reason="The surgery decides this.")
    assert "The surgery decides this." in client.get(page).text
    assert "Not sent yet." in client.get(page).text
    sal.get(f"{page}/answer", status=403)
    assert here.question(asked).body_id == here.surgery
    same = here.client(here.hana).send(f"{page}/pass-on", body=str(here.surgery), reason="Why not.", status=409)
    assert "That body has this question already." in same.text


def test_a_reply_by_letter_needs_a_second_person(app: Flask, client: Client) -> None:
    here = scene(app)
    asked = here.ask(here.surgery)
    page = f"/questions/{asked}"
    reply = {"words": "We keep Fridays.", "way": "letter", "came_on": clock.today().isoformat()}
    stan = here.client(here.stan)
    stan.send(f"{page}/their-reply", **reply, status=409)
    stan.send(f"{page}/their-reply", **reply, source_name="Letter, shown at the drop-in")
    assert "A member says that they replied" in client.get(page).text
    own = stan.send(f"{page}/confirm", status=409)
    assert "Somebody else has to look at what you wrote down." in own.text
    here.client(here.ada).send(f"{page}/confirm")
    shown = client.get(page)
    assert "Their reply" in shown.text and "By letter" in shown.text
    assert here.question(asked).stage == "answered"


def test_who_helps_may_say_that_it_is_not_theirs(app: Flask) -> None:
    here = scene(app)
    asked = here.ask(here.surgery)
    page = f"/questions/{asked}"
    reply = {"words": "Yes.", "way": "phone", "came_on": clock.today().isoformat(), "source_name": "I heard it"}
    here.client(here.stan).send(f"{page}/their-reply", **reply)
    hana = here.client(here.hana)
    assert "A member says that Mill Lane Surgery replied." in hana.get("/to-do").text
    form = hana.get(f"{page}/confirm").form(0)[1]
    hana.post(f"{page}/confirm", form | {"do": "no", "reason": "They did not say so."})
    assert kinds(here, asked)[-1] == "turned-down"
    steps = start_journey(app, here.thread, ("reply", here.surgery))
    record(app, here.thread, "sent", steps[1])
    hana.send(f"{page}/their-reply", **{**reply, "words": "We do."})
    assert kinds(here, asked)[-2:] == ["said", "confirmed"]
    assert "Mill Lane Surgery replied." in hana.get(f"/issues/{here.thread}-the-lift-is-broken").text


def test_who_may_ask_and_how_much(app: Flask, client: Client) -> None:
    here = scene(app)
    address = f"/issues/{here.thread}/question"
    assert client.get(address, status=302).location.startswith("/sign-in")
    new = Client(app).sign_in(make.make_person(app, name="New"))
    sent = {"body": str(here.council), "words": "Who?", "key": "k"}
    assert "Please write a reply first." in new.post(address, sent, status=409).text
    for number in range(5):
        here.ask(here.council, f"Question {number}?")
    more = here.client(here.ada).post(address, sent, status=409)
    assert "Five of your questions wait for this body." in more.text


def test_it_is_taken_back(app: Flask, client: Client) -> None:
    here = scene(app)
    asked = here.ask(here.council)
    here.client(here.stan).get(f"/questions/{asked}/take-back", status=403)
    here.client(here.ada).send(f"/questions/{asked}/take-back")
    assert "Taken back" in client.get(f"/questions/{asked}").text
    assert "Question to Council" not in here.client(here.sal).get("/to-do").text


def test_speakers_get_one_letter_a_week(app: Flask) -> None:
    here = scene(app)
    here.ask(here.council, "One?")
    here.ask(here.council, "Two?")
    assert remind_all(app) == 0
    post_round(app)
    assert [one.subject for one in letters(app) if one.to == ["sal@example.org"]] == ["Questions wait for Council"]
