"""Ask again: once, by the writer, answered by another moderator. Stopping a person and letting them write again."""

from flask import Flask

from forum.moderation.models import Appeal, Ruling
from forum.outbox.models import Delivery
from tests.client import Client
from tests.forum.moderation.scene import WORDS, hide, rows, scene
from tests.make import make_byline, make_person, make_post


def test_the_writer_asks_again_and_another_moderator_answers(app: Flask, client: Client) -> None:
    made = scene(app)
    hide(app, made)
    writer = Client(app).sign_in(made["author"])
    page = writer.get("/rulings/1")
    assert "We hid your words." in page.text and "It is unkind or hateful" in page.text
    writer.send(page.links()["Ask again"], words="It was my own key.")
    assert "Another moderator will answer" in writer.get("/rulings/1").text
    assert "asked already" in writer.get("/rulings/1/ask-again").text
    writer.post("/rulings/1/ask-again", {"words": "Once more.", "key": "k"}, status=409)

    first = Client(app).sign_in(made["mod"])
    assert "Nothing waits for you" in first.get("/to-do").text
    assert "Another moderator has to take the second look" in first.get("/appeals/1").text
    first.post("/appeals/1", {"answer": "keep", "words": "No.", "key": "k"}, status=409)

    second = Client(app).sign_in(make_person(app, name="Mia", role="moderator"))
    assert "look again" in second.get("/to-do").text
    assert WORDS in second.get("/appeals/1").text and "It was my own key." in second.get("/appeals/1").text
    second.send("/appeals/1", answer="agree", words="You are right. We are sorry.")
    assert WORDS in client.get(f"/issues/{made['thread']}-keep-fridays-open").text
    assert (
        "The writer asked us to look again at words in an issue. We showed it again." in client.get("/safety/log").text
    )
    assert "You are right. We are sorry." in writer.get("/rulings/1").text
    assert [one.template for one in rows(app, Delivery)] == ["ruling", "second_look"]
    second.post("/appeals/1", {"answer": "keep", "words": "No.", "key": "k2"}, status=409)


def test_a_second_look_can_keep_it(app: Flask, client: Client) -> None:
    made = scene(app)
    hide(app, made)
    Client(app).sign_in(made["author"]).send("/rulings/1/ask-again", words="Please.")
    second = Client(app).sign_in(make_person(app, name="Mia", role="administrator"))
    page = second.send("/appeals/1", status=400, words="We talked it over.")
    assert "Choose one of these." in page.text and "We talked it over." in page.source
    second.send("/appeals/1", answer="keep", words="It names a person.")
    assert WORDS not in client.get(f"/issues/{made['thread']}-keep-fridays-open").text
    assert "It stays hidden." in client.get("/safety/log").text
    assert "They kept it as it was." in Client(app).sign_in(made["author"]).get("/rulings/1").text


def test_words_that_were_taken_back_meanwhile_stay_away(app: Flask, client: Client) -> None:
    made = scene(app)
    hide(app, made)
    writer = Client(app).sign_in(made["author"])
    writer.send("/rulings/1/ask-again", words="Please.")
    writer.send(f"/posts/{made['post']}/take-back")
    second = Client(app).sign_in(make_person(app, name="Mia", role="moderator"))
    page = second.send("/appeals/1", answer="agree", words="You are right.", status=409)
    assert "not hidden any more" in page.text and "You are right." in page.source
    second.send("/appeals/1", answer="keep", words="You took it back.")
    assert WORDS not in client.get(f"/issues/{made['thread']}-keep-fridays-open").text


def test_only_the_writer_and_moderators_see_a_ruling(app: Flask) -> None:
    made = scene(app)
    hide(app, made)
    other = Client(app).sign_in(make_person(app, name="Sam"))
    other.get("/rulings/1", status=404)
    other.post("/rulings/1/ask-again", {"words": "Me.", "key": "k"}, status=404)
    moderator = Client(app).sign_in(make_person(app, name="Mia", role="moderator"))
    assert "Ask again" not in moderator.get("/rulings/1").links()
    moderator.post("/rulings/1/ask-again", {"words": "Me.", "key": "k"}, status=403)
    assert rows(app, Appeal) == []


def test_an_empty_request_keeps_the_page(app: Flask) -> None:
    made = scene(app)
    hide(app, made)
    page = Client(app).sign_in(made["author"]).send("/rulings/1/ask-again", words=" ", status=400)
    assert "One sentence is enough" in page.text


def test_stop_a_person_and_let_them_write_again(app: Flask, client: Client) -> None:
    made = scene(app)
    moderator = Client(app).sign_in(made["mod"])
    stop = moderator.get(f"/hide?kind=post&id={made['post']}").links()["Stop this person from writing here"]
    page = moderator.send(stop, status=400, words="Three warnings.")
    assert "Choose one of these." in page.text and "Three warnings." in page.source
    moderator.send(stop, reason="unkind", words="Three warnings.")
    log = client.get("/safety/log").text
    assert "We stopped a person from writing here." in log and "unkind" in log and "Amina" not in log

    writer = Client(app).sign_in(made["author"])
    assert WORDS in writer.get(f"/issues/{made['thread']}-keep-fridays-open").text  # can read
    writer.get(f"/issues/{made['thread']}/reply", status=403)  # can't write
    writer.send(f"/report?kind=thread&id={made['thread']}", reason="false")  # can report
    writer.send("/rulings/1/ask-again", words="I will be kinder.")  # can ask again

    moderator.post(stop, {"reason": "unkind", "key": "k"}, status=409)
    listed = moderator.get("/suspended")
    assert "Amina" in listed.text and "Three warnings." in listed.text
    moderator.send("/suspended", button="Let Amina write again")
    writer.get(f"/issues/{made['thread']}/reply")
    assert "Everybody can write here." in moderator.get("/suspended").text
    assert "We let a person write here again." in client.get("/safety/log").text
    moderator.post(f"/suspended/{made['author']}/restore", {"key": "k3"}, status=409)


def test_a_second_look_at_a_stopped_person(app: Flask, client: Client) -> None:
    made = scene(app)
    moderator = Client(app).sign_in(made["mod"])
    moderator.send(f"/suspend?kind=post&id={made['post']}", reason="unkind")
    Client(app).sign_in(made["author"]).send("/rulings/1/ask-again", words="I will be kinder.")
    second = Client(app).sign_in(make_person(app, name="Mia", role="moderator"))
    second.send("/appeals/1", answer="agree", words="Welcome back.")
    Client(app).sign_in(made["author"]).get(f"/issues/{made['thread']}/reply")
    assert "A person asked us to look again. They can write here again." in client.get("/safety/log").text


def test_who_helps_run_the_place_is_stopped_by_an_administrator_alone(app: Flask) -> None:
    made = scene(app)
    admin = Client(app).sign_in(make_person(app, name="Adam", role="administrator"))
    for number, role in enumerate(("moderator", "facilitator", "administrator"), 3):
        helper = make_person(app, name=f"Dev {role}", role=role)
        byline = make_byline(app, name="Dev", person_id=helper)
        address = f"/suspend?kind=post&id={make_post(app, made['thread'], 'Hm.', number=number, byline_id=byline)}"
        page = Client(app).sign_in(made["mod"]).send(address, reason="unkind", status=409)
        assert "An administrator has to decide" in page.text
        admin.send(address, reason="unkind")


def test_nobody_stops_themselves_or_nobody(app: Flask) -> None:
    made = scene(app)
    own = make_post(app, made["thread"], "Me", number=3, byline_id=make_byline(app, name="Mo", person_id=made["mod"]))
    typed = make_post(app, made["thread"], "By phone", number=4, byline_id=make_byline(app, name="Joan"))
    moderator = Client(app).sign_in(made["mod"])
    moderator.send(f"/suspend?kind=post&id={own}", reason="unkind", status=409)
    moderator.send(f"/suspend?kind=post&id={typed}", reason="unkind", status=409)
    assert rows(app, Ruling) == []
