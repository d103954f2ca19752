"""Raise something through the pages, without JavaScript: the account comes last, and nothing is lost."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import func, select

from forum import clock
from forum.about import site
from forum.access import Role
from forum.db import db
from forum.threads.drafts import LASTS, sweep_drafts
from forum.threads.models import Draft, Post, Thread
from forum.threads.setup import forget_old_drafts
from tests import make
from tests.client import Client

WRITE, CHECK = "/issues/new/write", "/issues/new/check"
WORDS = {
    "kind": "issue",
    "title": "No bus on Sundays",
    "happening": "The **last** bus goes on Saturday night.",
    "affects": "Everyone without a car.",
    "helps": "One bus each way.",
    "works": "",
    "topic": "day-centres",
    "area": "",
    "community": "",
    "safe": "y",
}


def test_first_asks_whether_it_is_about_one_person(client: Client) -> None:
    page = client.get("/issues/new")
    assert "Is this about one person’s own care" in page.text
    links = set(page.links().values())
    assert {WRITE, "/issues/new/one-person", "/help-now"} <= links


def test_one_persons_care_asks_for_no_story(app: Flask, client: Client) -> None:
    with app.app_context():
        site.save({"council_care_phone": "01632 960 111", "advocate": "Marlbrook Advocacy: 01632 960 140"})
        db.session.commit()
    page = client.get("/issues/new/one-person")
    for words in ("01632 960 111", "01632 960 140", "within 3 working days", "SI 2009/309", "PALS", "Ombudsman"):
        assert words in page.text
    assert not page.all(".//main//textarea")
    assert not page.all(".//main//form[@method='post']")


def test_reading_the_form_sets_no_cookie(app: Flask, client: Client) -> None:
    make.make_topic(app)
    for address in ("/issues/new", WRITE, "/issues/new/one-person"):
        assert "Set-Cookie" not in client.get(address).answer.headers


def test_a_guest_writes_joins_and_finds_the_words_again(app: Flask, client: Client) -> None:
    make.make_topic(app)
    sent = client.send(WRITE, **WORDS)
    assert sent.location == CHECK
    cookie = sent.answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Max-Age=86400" in cookie
    page = client.get(CHECK)
    assert "Who it affects" in page.text
    assert "bus goes on Saturday night." in page.text
    assert page.links()["I am new here"] == "/join?next=/issues/new/check"
    assert not page.all(".//main//form[@method='post']")
    assert _count(app, Thread) == 0

    client.sign_in(make.make_trusted(app, "Amina"))
    shown = client.send(CHECK)
    page = client.get(shown.location)
    assert "No bus on Sundays" in page.text
    assert "Everyone can read it now." in page.text
    assert _count(app, Draft) == 0
    assert client.get(CHECK, status=303).location == WRITE


def test_a_double_press_raises_one_issue(app: Flask, client: Client) -> None:
    make.make_topic(app)
    client.sign_in(make.make_trusted(app, "Amina"))
    client.send(WRITE, **WORDS)
    action, values = client.get(CHECK).form(button="Show this to everyone")
    first, second = client.post(action, values), client.post(action, values)
    assert first.location == second.location
    assert _count(app, Thread) == 1


def test_the_back_button_finds_the_words_and_keeps_them_changed(app: Flask, client: Client) -> None:
    make.make_topic(app)
    page = client.get(WRITE)
    action, values = page.form()
    client.post(action, {**values, **WORDS})
    _action, kept = client.get(WRITE).form()
    assert kept["title"] == "No bus on Sundays"
    assert kept["safe"] == "y"
    client.post(action, {**values, **WORDS, "title": "No bus at night"})  # the same page again, with the same key
    assert "No bus at night" in client.get(CHECK).text


def test_what_is_missing_is_said_beside_the_field_and_the_rest_stays(app: Flask, client: Client) -> None:
    make.make_topic(app)
    page = client.send(WRITE, status=400, **{**WORDS, "title": " ", "topic": "nothing", "safe": "", "kind": "nonsense"})
    assert "Write a title" in page.text
    assert "Choose what it is about." in page.text
    assert "Choose what you want to raise." in page.text
    assert "tick the box" in page.text
    _action, kept = page.form()
    assert kept["happening"].strip() == WORDS["happening"]
    assert "Choose what it is about." in client.send(WRITE, status=400, **{**WORDS, "topic": ""}).text
    assert "Set-Cookie" not in page.answer.headers


def test_too_many_words_are_said_so_and_stay(app: Flask, client: Client) -> None:
    make.make_topic(app)
    long = "word " * 4_200
    page = client.send(WRITE, status=400, **{**WORDS, "happening": long})
    assert "Use 4500 characters or fewer. You have used 20999." in page.text.replace(",", "")
    assert page.form()[1]["happening"].strip() == long.strip()


def test_a_draft_is_thrown_away(app: Flask, client: Client) -> None:
    make.make_topic(app)
    client.send(WRITE, **WORDS)
    client.send(WRITE, button="Throw away")
    assert client.get(WRITE).form()[1]["title"] == ""
    assert _count(app, Draft) == 0


def test_a_draft_begun_while_signed_in_is_not_for_the_next_reader(app: Flask, client: Client) -> None:
    make.make_topic(app)
    client.sign_in(make.make_trusted(app, "Amina"))
    client.send(WRITE, **WORDS)
    with client.raw.session_transaction() as session:
        session.clear()
    assert client.get(WRITE).form()[1]["title"] == ""
    client.sign_in(make.make_trusted(app, "Bo"))
    assert client.get(CHECK, status=303).location == WRITE


def test_a_draft_lasts_a_day(app: Flask, client: Client) -> None:
    make.make_topic(app)
    client.send(WRITE, **WORDS)
    with app.app_context():
        assert sweep_drafts(clock.now()) == 0
        db.session.execute(Draft.__table__.update().values(created_at=clock.now() - LASTS - timedelta(minutes=1)))
        db.session.commit()
    assert client.get(CHECK, status=303).location == WRITE
    with app.app_context():
        forget_old_drafts(clock.now())
    assert _count(app, Draft) == 0


def test_a_forged_draft_cookie_opens_nothing(app: Flask, client: Client) -> None:
    make.make_topic(app)
    client.send(WRITE, **WORDS)
    with app.app_context():
        key = db.session.scalar(select(Draft.key))
    other = Client(app)
    for forged in (key, f'"{key}".x.y', "", "…"):
        other.raw.set_cookie("doorway-draft", forged or "")
        assert other.get(CHECK, status=303).location == WRITE


def test_first_words_of_a_new_person_wait(app: Flask, client: Client) -> None:
    make.make_topic(app)
    client.sign_in(make.make_person(app, name="Amina"))
    client.send(WRITE, **WORDS)
    address = client.send(CHECK).location
    page = client.get(address)
    assert "A person looks at first posts before everyone can see them" in page.text
    Client(app).get(address, status=404)
    moderator = Client(app).sign_in(make.make_person(app, name="Mo", role=Role.MODERATOR))
    assert "No bus on Sundays" in moderator.get(address).text


def test_first_words_do_not_wait_where_the_place_says_so(app: Flask, client: Client) -> None:
    make.make_topic(app)
    with app.app_context():
        site.save({"first_posts_wait": False})
        db.session.commit()
    client.sign_in(make.make_person(app, name="Amina"))
    client.send(WRITE, **WORDS)
    Client(app).get(client.send(CHECK).location)


def test_another_name_stands_alone(app: Flask, client: Client) -> None:
    make.make_topic(app)
    client.sign_in(make.make_trusted(app, "Amina"))
    client.send(WRITE, **WORDS)
    address = client.send(CHECK, other_name="Robin", capacity="carer").location
    page = Client(app).get(address)
    assert "Robin" in page.text
    assert "Amina" not in page.source


def test_a_name_that_somebody_has_is_refused_and_the_words_stay(app: Flask, client: Client) -> None:
    make.make_topic(app)
    make.make_trusted(app, "Bo")
    client.sign_in(make.make_trusted(app, "Amina"))
    client.send(WRITE, **WORDS)
    with app.app_context():
        site.save({"council_name": "Marlbrook Council"})
        db.session.commit()
    for name in ("bo", "ВO", "Marlbrook Council", "@@"):  # the second with a Cyrillic letter
        page = client.send(CHECK, status=409, other_name=name)
        assert page.all(".//main//input[@id='other_name'][@aria-invalid='true']")
        assert "No bus on Sundays" in page.text


def test_a_capacity_that_nobody_confirmed_is_refused(app: Flask, client: Client) -> None:
    make.make_topic(app)
    client.sign_in(make.make_trusted(app, "Amina"))
    client.send(WRITE, **WORDS)
    assert "That is not confirmed" in client.send(CHECK, status=409, capacity="councillor").text


def test_a_suspended_person_cannot_write(app: Flask, client: Client) -> None:
    client.sign_in(make.make_person(app, name="Amina", suspended_at=clock.now()))
    client.get(WRITE, status=403)
    client.get("/issues/new/one-person")


def test_a_facilitator_types_in_for_someone(app: Flask, client: Client) -> None:
    make.make_topic(app)
    client.sign_in(make.make_person(app, name="Dev", role=Role.FACILITATOR, employer="Marlbrook Voices"))
    given = {**WORDS, "affects": "", "helps": "", "name": "Joan", "came_by": "phone"}
    page = client.send("/issues/new/type-in", status=400, **given)
    assert "Ask the person first" in page.text
    address = client.send("/issues/new/type-in", **given, consent="y").location
    page = Client(app).get(address)
    assert "Told us by phone (typed in by Dev)." in page.text
    with app.app_context():
        post = db.session.scalars(select(Post)).one()
        assert post.byline.person_id is None
        assert post.typed_by is not None
        assert post.typed_by.signed == "Marlbrook Voices"


def test_typing_in_is_for_facilitators(app: Flask, client: Client) -> None:
    assert client.get("/issues/new/type-in", status=302).location.startswith("/sign-in")
    client.sign_in(make.make_trusted(app, "Amina"))
    client.get("/issues/new/type-in", status=403)


def _count(app: Flask, model: type) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_the_list_of_faults_follows_the_page(client: Client) -> None:
    page = client.send("/issues/new/write", status=400)
    summary = page.tree.find(".//div[@data-errors]")
    assert summary is not None
    asked = [a.get("href", "").removeprefix("#") for a in summary.iter("a")]
    assert asked == ["title", "happening", "affects", "helps", "topic", "safe"]
