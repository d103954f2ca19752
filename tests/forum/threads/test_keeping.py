"""What people ask for, who is affected, who looks after it, what it is called: through the pages."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import select

from forum import clock
from forum.access import Role
from forum.db import db
from forum.history.models import Event
from forum.threads.models import Affected, Ask, Thread
from tests import make
from tests.client import Client


def _facilitator(app: Flask) -> Client:
    return Client(app).sign_in(make.make_person(app, name="Dev", role=Role.FACILITATOR, employer="Marlbrook Voices"))


def _affected(app: Flask, thread: int) -> int:
    with app.app_context():
        rows = len(db.session.scalars(select(Affected)).all())
        assert db.session.get_one(Thread, thread).affected_count == rows
        return rows


def test_a_guest_is_counted_once_a_browser(app: Flask, client: Client) -> None:
    thread = make.make_thread(app)
    address = f"/issues/{thread}/affects-me"
    page = client.get(address)
    assert "Set-Cookie" not in page.answer.headers
    assert "once for each browser" in page.text
    sent = client.send(address)
    assert "HttpOnly" in sent.answer.headers["Set-Cookie"]
    assert sent.location == address
    assert "You are one of them." in client.get(address).text
    client.post(address, {"do": "say", "key": "another press"})
    assert _affected(app, thread) == 1
    Client(app).send(address)
    assert _affected(app, thread) == 2
    client.send(address, button="Take this back")
    assert "You are one of them." not in client.get(address).text
    assert _affected(app, thread) == 1


def test_what_is_kept_of_a_browser_joins_no_two_issues(app: Flask, client: Client) -> None:
    first, second = make.make_thread(app), make.make_thread(app, "Another")
    client.send(f"/issues/{first}/affects-me")
    client.send(f"/issues/{second}/affects-me")
    with app.app_context():
        marks = list(db.session.scalars(select(Affected.browser)))
        assert len(set(marks)) == 2
        assert db.session.scalar(select(Event.by_id).where(Event.verb == "affected")) is None


def test_a_person_is_counted_once_and_comes_back_to_the_issue(app: Flask, client: Client) -> None:
    thread = make.make_thread(app)
    client.sign_in(make.make_person(app, name="Ada"))
    address = f"/issues/{thread}/affects-me"
    assert client.send(address, button="affects me").location == f"/issues/{thread}-keep-the-day-centre-open"
    client.post(address, {"do": "say", "key": "another press"})
    assert _affected(app, thread) == 1
    client.send(address, button="Take this back")
    assert _affected(app, thread) == 0


def test_what_people_ask_for_has_versions(app: Flask) -> None:
    thread = make.make_thread(app)
    dev, address = _facilitator(app), f"/issues/{thread}/ask"
    dev.send(address, text="Keep Fridays.", agreed_by="9 people here", agreed_on="2026-01-14")
    assert dev.get(address).form()[1]["text"].strip() == "Keep Fridays."
    today = clock.today().strftime("%d/%m/%Y")
    dev.send(address, text="Keep Fridays, or move.", agreed_by="17 people", agreed_on=today, differing="Half a day.")
    page = Client(app).get(f"/issues/{thread}/asks")
    for words in ("Keep Fridays, or move.", "Agreed by 17 people", "Half a day.", "Agreed by 9 people here"):
        assert words in page.text
    assert "Keep Fridays, or move." in Client(app).get(f"/issues/{thread}-keep-the-day-centre-open").text


def test_what_is_wrong_with_an_ask_is_said_and_the_words_stay(app: Flask) -> None:
    thread = make.make_thread(app)
    dev, address = _facilitator(app), f"/issues/{thread}/ask"
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    page = dev.send(address, status=400, text="x" * 601, agreed_by="", agreed_on=tomorrow)
    for words in ("Use 600 characters or fewer", "Write who agreed it.", "That day has not come yet."):
        assert words in page.text
    assert page.form()[1]["text"].strip() == "x" * 601
    for odd in ("", "soon", "0001-01-01", "2026-13-40"):
        page = dev.send(address, status=400, text="Keep it.", agreed_by="All", agreed_on=odd)
        assert "Write a day, like 14/11/2026." in page.text
    with app.app_context():
        assert db.session.scalar(select(Ask.id)) is None


def test_an_ask_is_for_the_keeper_and_facilitators(app: Flask, client: Client) -> None:
    thread = make.make_thread(app)
    address = f"/issues/{thread}/ask"
    assert client.get(address, status=302).location.startswith("/sign-in")
    client.sign_in(make.make_trusted(app))
    client.get(address, status=403)
    client.send(f"/issues/{thread}/look-after", button="I will look after this")
    client.send(address, text="Keep it.", agreed_by="All of us", agreed_on="2026-01-14")
    client.send(f"/issues/{thread}/look-after", button="Stop")
    client.post(address, {"text": "Close it."}, status=403)


def test_one_person_at_a_time_looks_after_it(app: Flask) -> None:
    thread = make.make_thread(app)
    address = f"/issues/{thread}/look-after"
    bo, cleo = (Client(app).sign_in(make.make_trusted(app, name)) for name in ("Bo", "Cleo"))
    assert "Nobody is looking after this yet. Could you?" in bo.get(address).text
    action, values = cleo.get(address).form(button="I will look after this")
    bo.send(address, button="I will look after this")
    assert "Bo has looked after this since" in cleo.get(address).text
    page = cleo.post(action, values, status=409)
    assert "Somebody looks after this already." in page.text
    assert not page.all(".//main//button")
    cleo.post(address, {"do": "back"}, status=409)
    _facilitator(app).send(address, button="Stop looking after this")
    assert "Nobody is looking after this yet" in bo.get(address).text


def test_new_people_do_not_look_after_issues_yet(app: Flask, client: Client) -> None:
    thread = make.make_thread(app)
    client.sign_in(make.make_person(app, name="Ada"))
    page = client.get(f"/issues/{thread}/look-after")
    assert "Write a reply first." in page.text
    client.post(f"/issues/{thread}/look-after", {"do": "take"}, status=409)


def test_whoever_raised_it_changes_its_details_and_the_old_address_leads_on(app: Flask, client: Client) -> None:
    person = make.make_trusted(app)
    thread = make.make_thread(app, byline_id=make.make_byline(app, name="Bo", person_id=person))
    make.make_topic(app, "Buses and lifts")
    make.make_area(app)
    client.sign_in(person)
    page = client.get(f"/issues/{thread}/edit")
    assert page.form()[1]["title"] == "Keep the day centre open"
    assert "Why do you change it?" not in page.text
    values = {"title": "No bus", "topic": "buses-and-lifts", "area": "riverside"}
    assert client.send(f"/issues/{thread}/edit", **values).location == f"/issues/{thread}-no-bus"
    old = Client(app).get(f"/issues/{thread}-keep-the-day-centre-open", status=301)
    assert old.location == f"/issues/{thread}-no-bus"


def test_a_facilitator_who_changes_it_says_why(app: Flask) -> None:
    thread = make.make_thread(app)
    dev = _facilitator(app)
    page = dev.send(f"/issues/{thread}/edit", status=409, title="Clearer")
    assert "Write why you change it." in page.text
    assert page.form()[1]["title"] == "Clearer"
    dev.send(f"/issues/{thread}/edit", title="Clearer", reason="The title named a person.")
    with app.app_context():
        event = db.session.scalars(select(Event).where(Event.verb == "edited_for_others")).one()
        assert event.values == {"reason": "The title named a person."}


def test_others_do_not_change_its_details(app: Flask, client: Client) -> None:
    thread = make.make_thread(app)
    client.sign_in(make.make_trusted(app))
    client.get(f"/issues/{thread}/edit", status=403)
    client.post(f"/issues/{thread}/edit", {"title": "Mine now"}, status=403)


def test_who_raised_it_finds_the_link_to_change_its_title(app: Flask) -> None:
    amina, bo = make.make_trusted(app, "Amina"), make.make_trusted(app, "Bo")
    thread = make.make_thread(app, byline_id=make.make_byline(app, name="Amina", person_id=amina))
    where = f"/issues/{thread}-keep-the-day-centre-open"
    words = "Change title or topic"
    assert words in Client(app).sign_in(amina).get(where).links()
    assert words in Client(app).sign_in(make.make_person(app, name="Dev", role=Role.FACILITATOR)).get(where).links()
    assert words not in Client(app).sign_in(bo).get(where).links()
    assert words not in Client(app).get(where).links()
