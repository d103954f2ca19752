"""One list of what waits, most harmful first, that ends; its count costs at most one query."""

from flask import Flask
from sqlalchemy import event

from decisions.to_do import queries
from forum.db import db
from tests.client import Client
from tests.forum.moderation.scene import hide, report, scene
from tests.make import make_byline, make_person, make_post, make_thread, standing_of


def test_most_harmful_first_and_it_ends(app: Flask) -> None:
    made = scene(app)
    other = make_post(app, make_thread(app, "Another issue"), "Unkind words", number=2)
    make_post(app, made["thread"], "First words", number=3, state="waiting", byline_id=make_byline(app, name="New"))
    report(app, made["post"], reason="unkind")
    report(app, other, reason="advert")
    report(app, other, reason="harm")
    page = Client(app).sign_in(made["mod"]).get("/to-do")
    order = ["Someone could be hurt", "unkind", "a new person wrote in “Keep Fridays open”", "That is all for now."]
    places = [page.text.index(words) for words in order]
    assert places == sorted(places)
    assert "3 things wait for you" in page.text
    assert "To do 3" in " ".join(page.links())


def test_nothing_waits(app: Flask) -> None:
    for role in (None, "moderator", "facilitator", "administrator", "safeguarding"):
        page = Client(app).sign_in(make_person(app, name=f"A {role}", role=role)).get("/to-do")
        assert "Nothing waits for you. That is all for now." in page.text


def test_it_is_not_for_guests(client: Client) -> None:
    assert client.get("/to-do", status=302).location.startswith("/sign-in?next=")


def test_the_count_is_the_list_and_costs_one_query(app: Flask) -> None:
    made = scene(app)
    report(app, made["post"])
    report(app, made["post"])
    hide(app, {**made, "post": make_post(app, made["thread"], "Other", number=3, byline_id=byline_of(app, made))})
    Client(app).sign_in(made["author"]).send("/rulings/1/ask-again", words="Please.")
    mia = make_person(app, name="Mia", role="moderator")
    for person, expected in ((made["mod"], 1), (mia, 2), (made["author"], 0), (make_person(app, name="Sam"), 0)):
        who = standing_of(app, person)
        said: list[str] = []
        with app.test_request_context():
            event.listen(db.engine, "before_cursor_execute", lambda *args, said=said: said.append(args[2]))
            counted = queries.count(who)
            assert len([one for one in said if one != "BEGIN"]) == 1  # an answer may wait for anybody who asked
            assert counted == expected == len(queries.waiting(who))


def byline_of(app: Flask, made: dict[str, int]) -> int:
    return make_byline(app, name="Amina", person_id=made["author"])
