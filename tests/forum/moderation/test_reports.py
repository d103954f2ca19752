"""Report, hide in two clicks with a reason, tell people, and keep it in the log."""

from datetime import timedelta
from pathlib import Path

from flask import Flask

from forum import clock
from forum.db import db
from forum.moderation.forgetting import forget_old_reports
from forum.moderation.models import Flag, Ruling
from forum.outbox.models import Delivery
from forum.people.models import Person
from forum.threads.models import Post
from tests.client import Client
from tests.forum.moderation.scene import WORDS, report, rows, scene
from tests.letters import addresses_in, letters, send_due
from tests.make import make_byline, make_person, make_post, make_thread
from wsgi import create_app


def found(client: Client, made: dict[str, int]) -> list[str]:
    """Where a guest still finds the words: the issue, the post's own address, search."""
    places = (f"/issues/{made['thread']}-keep-fridays-open", f"/posts/{made['post']}", "/search?q=mat")
    return [place for place in places if "under the mat" in client.get(place, follow_redirects=True).text]


def test_report_signed_out_to_hidden_in_two_clicks(app: Flask, client: Client) -> None:
    made = scene(app)
    with app.app_context():
        app.extensions["reindex"]()
        db.session.commit()
    assert len(found(client, made)) == 3
    issue = f"/issues/{made['thread']}-keep-fridays-open"
    assert client.get(issue).links()["Report this: number 2"] == f"/report?kind=post&id={made['post']}"
    receipt = report(app, made["post"], email="neighbour@example.org", words="She lives alone.")
    assert "A moderator will look at it" in client.get(receipt).text

    moderator = Client(app).sign_in(made["mod"])
    to_do = moderator.get("/to-do")
    assert "Somebody reported words in an issue, “Keep Fridays open”. It tells something about someone" in to_do.text
    done = moderator.send(to_do.links()["Look at it (1)"], button="Hide these words")  # click one, click two
    assert done.location == "/to-do"

    log = client.get("/safety/log").text
    assert "We hid words in an issue: Keep Fridays open" in log
    assert "Why: It tells something about someone else." in log
    assert "Amina" not in log and "Joan" not in log
    assert found(client, made) == []
    page = client.get(issue)
    assert "A moderator hid these words." in page.text
    assert "Why: It tells something about someone else." in client.get(page.links()["Why? number 2"]).text
    assert "Why, and how to ask again" in Client(app).sign_in(made["author"]).get(issue).links()
    client.get(f"/report?kind=post&id={made['post']}", status=404)
    assert "We hid what you reported" in client.get(receipt).text


def test_letters_say_what_was_done_and_never_repeat_the_words(app: Flask) -> None:
    made = scene(app)
    make_person(app, name="Ruth", role="safeguarding")
    report(app, made["post"], email="neighbour@example.org")
    Client(app).sign_in(made["mod"]).send("/reports/1", button="Hide these words", words="Please be kinder.")
    Client(app).sign_in(made["author"]).send("/rulings/1/ask-again", words="It was my own key.")
    other = Client(app).sign_in(make_person(app, name="Mia", role="moderator"))
    other.send("/appeals/1", answer="agree", words="You are right.")
    Client(app).send("/worried", words="A worry")
    assert send_due(app) == 4
    answered, ruling, second, worry = letters(app)
    assert answered.to == ["neighbour@example.org"] and "We hid what you reported." in answered.body
    assert ruling.to == ["amina@example.org"] and ruling.subject == "We hid your words."
    assert "Why: It tells something about someone else." in ruling.body and "Please be kinder." in ruling.body
    assert addresses_in(ruling) == addresses_in(second) == ["/rulings/1", "/"]
    assert "agrees with you" in second.body
    assert worry.to == ["ruth@example.org"] and addresses_in(worry) == ["/worries/1", "/"]
    for letter in letters(app):
        assert "Joan" not in letter.body and "A worry" not in letter.body and "own key" not in letter.body


def test_a_letter_about_words_is_not_sent_to_who_may_not_read_it(app: Flask) -> None:
    ruth = make_person(app, name="Ruth", role="safeguarding")
    Client(app).send("/worried", words="A worry")
    with app.app_context():
        person = db.session.get_one(Person, ruth)
        person.roles.clear()
        db.session.commit()
    assert send_due(app) == 0 and letters(app) == []


def test_a_ruling_answers_every_report_on_the_words(app: Flask) -> None:
    made = scene(app)
    for reason in ("personal", "unkind", "harm"):
        report(app, made["post"], reason=reason)
    moderator = Client(app).sign_in(made["mod"])
    assert moderator.get("/to-do").text.count("Somebody reported") == 1
    moderator.send("/reports/1", button="Leave them")
    assert {flag.ruling_id for flag in rows(app, Flag)} == {1}
    assert "Nothing waits for you" in moderator.get("/to-do").text


def test_what_is_not_there_cannot_be_reported(app: Flask, client: Client) -> None:
    made = scene(app)
    report(app, made["post"])
    huge = "9" * 30
    wrong = ("post&id=99", "nothing&id=1", "post", "", "concern&id=1", "flag&id=1", "person&id=1", "post&id=-1")
    for asked in (*wrong, f"post&id={huge}", "post&id=999999999999"):
        client.get(f"/report?kind={asked}", status=404)
        client.post(f"/report?kind={asked}", {"reason": "unkind"}, status=404)
    for address in (f"/reports/{huge}", f"/rulings/{huge}", f"/appeals/{huge}"):
        Client(app).sign_in(made["mod"]).get(address, status=404)
    client.get("/report/AAA-BBB-CCC", status=404)


def test_what_a_person_cannot_see_cannot_be_reported(app: Flask, client: Client) -> None:
    made = scene(app)
    member = Client(app).sign_in(made["author"])
    for number, state in enumerate(("hidden", "withdrawn", "waiting"), 3):
        post = make_post(app, made["thread"], "Secret", number=number, state=state)
        client.get(f"/report?kind=post&id={post}", status=404)
        member.get(f"/report?kind=post&id={post}", status=404)


def test_a_report_without_a_reason_keeps_what_was_typed(app: Flask, client: Client) -> None:
    made = scene(app)
    address = f"/report?kind=post&id={made['post']}"
    page = client.send(address, status=400, words="He is eleven.", email="not an address")
    assert "He is eleven." in page.source and "Choose one of these." in page.text
    assert "Write an e-mail address" in page.text
    page = client.send(address, status=400, reason="made-up")
    assert "Choose one of these." in page.text
    assert rows(app, Flag) == []


def test_a_double_press_reports_once(app: Flask, client: Client) -> None:
    made = scene(app)
    address = f"/report?kind=post&id={made['post']}"
    action, values = client.get(address).form()
    values["reason"] = "unkind"
    first, second = client.post(action, values), client.post(action, values)
    assert first.location == second.location
    assert len(rows(app, Flag)) == 1


def test_somebody_signed_in_is_told_by_their_account(app: Flask) -> None:
    made = scene(app)
    reporter = make_person(app, name="Sam")
    browser = Client(app).sign_in(reporter)
    page = browser.get(f"/report?kind=thread&id={made['thread']}")
    assert "Your e-mail address" not in page.text
    browser.send(f"/report?kind=thread&id={made['thread']}", reason="advert")
    Client(app).sign_in(made["mod"]).send("/reports/1", button="Leave them")
    assert [(one.template, one.person_id) for one in rows(app, Delivery)] == [("report_answered", reporter)]


def test_numbers_stand_before_the_form(app: Flask, client: Client) -> None:
    made = scene(app)
    source = client.get(f"/report?kind=post&id={made['post']}").source
    assert source.index("tel:999") < source.index("tel:111") < source.index('name="reason"')


def test_a_guest_page_sets_no_cookie(app: Flask, client: Client) -> None:
    made = scene(app)
    assert "Set-Cookie" not in client.get(f"/report?kind=post&id={made['post']}").answer.headers
    client.send(f"/report?kind=post&id={made['post']}", reason="unkind")
    with client.raw.session_transaction() as session:
        assert not session


def test_reports_are_limited(app: Flask, tmp_path: Path) -> None:
    made = scene(app)
    same = {name: app.config[name] for name in ("SECRET_KEY", "DATABASE_URL", "MAIL_BACKEND")}
    browser = Client(create_app(**same, TESTING=True, INSTANCE=tmp_path, RATE_LIMITS="1"))
    address = f"/report?kind=post&id={made['post']}"
    for _ in range(10):
        browser.send(address, reason="unkind")
    page = browser.send(address, reason="unkind", words="These words are kept for copying.", status=429)
    assert "These words are kept for copying." in page.text
    assert page.answer.headers["Retry-After"]
    with browser.app.app_context():
        db.session.remove()
        db.engine.dispose()


def test_hidden_for_safety_says_neither_where_nor_why(app: Flask, client: Client) -> None:
    made = scene(app)
    report(app, made["post"], reason="harm")
    Client(app).sign_in(made["mod"]).send("/reports/1", button="Hide these words")
    log = client.get("/safety/log").text
    assert "We hid words in an issue." in log
    assert "Keep Fridays open" not in log and "hurt" not in log
    assert [one.template for one in rows(app, Delivery)] == []
    why = client.get(f"/safety/why?kind=post&id={made['post']}").text
    assert "There is nothing to read about this" in why and "hurt" not in why
    own = Client(app).sign_in(made["author"]).get("/rulings/1").text
    assert "Ask again" in own and "hurt" not in own


def test_why_is_there_for_everyone_and_asks_its_writer(app: Flask, client: Client) -> None:
    made = scene(app)
    Client(app).sign_in(made["mod"]).send(
        f"/hide?kind=post&id={made['post']}", button="Hide these words", reason="unkind", words="Please be kinder."
    )
    address = f"/safety/why?kind=post&id={made['post']}"
    page = client.get(address)
    assert "Why: It is unkind or hateful." in page.text and "Please be kinder." not in page.text
    assert "What we decided, and how to ask again" in Client(app).sign_in(made["author"]).get(address).links()
    client.get("/safety/why?kind=person&id=1", status=404)
    client.get("/safety/why?kind=post&id=99", status=404)


def test_show_again_tells_the_writer_and_the_log(app: Flask, client: Client) -> None:
    made = scene(app)
    moderator = Client(app).sign_in(made["mod"])
    address = f"/hide?kind=post&id={made['post']}"
    moderator.send(address, button="Hide these words", reason="unkind")
    moderator.send(address, button="Show again")
    assert WORDS in client.get(f"/issues/{made['thread']}-x", follow_redirects=True).text
    assert "We showed words in an issue again" in client.get("/safety/log").text
    assert [one.key for one in rows(app, Delivery)] == ["ruling:1", "ruling:2"]


def test_hiding_needs_a_reason(app: Flask) -> None:
    made = scene(app)
    page = (
        Client(app)
        .sign_in(made["mod"])
        .send(f"/hide?kind=post&id={made['post']}", button="Hide these words", words="Too much.", status=400)
    )
    assert "Choose one of these." in page.text and "Too much." in page.source
    assert rows(app, Ruling) == []


def test_only_what_can_be_done_is_done(app: Flask) -> None:
    made = scene(app)
    browser = Client(app).sign_in(made["mod"])
    for deed, status in {"": 400, "nonsense": 400, "suspend": 409, "approve": 409, "show": 409, "leave": 409}.items():
        values = {"deed": deed, "reason": "unkind", "seen": "0", "key": f"key of {deed}"}
        browser.post(f"/hide?kind=post&id={made['post']}", values, status=status)
    browser.post(f"/hide?kind=post&id={made['post']}", {"deed": "hide", "reason": "unkind", "seen": "²"}, status=409)
    assert rows(app, Ruling) == []


def test_nonsense_is_answered_politely(app: Flask, client: Client) -> None:
    made = scene(app)
    for address in ("/report/%00", "/report/%F0%9F%92%A9", "/report?kind=%00&id=1", "/safety/why?kind=%00&id=1"):
        client.get(address, status=404)
    moderator = Client(app).sign_in(made["mod"])
    address = f"/hide?kind=post&id={made['post']}"
    for number, seen in enumerate(("9" * 5000, "\0", "-1", "٣", "")):
        values = {"deed": "hide", "reason": "unkind", "seen": seen, "key": f"k{number}"}
        moderator.post(address, values, status=409)
    moderator.post(address, {"deed": "hide", "reason": "unkind", "key": "none seen"}, status=409)
    moderator.send(address, button="Hide these words", reason="unkind")
    moderator.post(address, {"deed": "show", "reason": "x" * 400, "seen": "1", "key": "long"})
    assert [one.reason for one in rows(app, Ruling)] == ["unkind", ""]


def test_two_moderators_do_not_act_past_each_other(app: Flask) -> None:
    made = scene(app)
    report(app, made["post"])
    first = Client(app).sign_in(made["mod"])
    second = Client(app).sign_in(make_person(app, name="Mia", role="moderator"))
    action, values = second.get("/reports/1").form(button="Leave them")
    first.send("/reports/1", button="Hide these words")
    page = second.post(action, {**values, "words": "It is fine."}, status=409)
    assert "Somebody acted on this already" in page.text and "It is fine." in page.source
    assert len(rows(app, Ruling)) == 1


def test_a_double_press_rules_once(app: Flask) -> None:
    made = scene(app)
    browser = Client(app).sign_in(made["mod"])
    action, values = browser.get(f"/hide?kind=post&id={made['post']}").form(button="Hide these words")
    values["reason"] = "unkind"
    browser.post(action, values)
    browser.post(action, values)
    assert len(rows(app, Ruling)) == 1


def test_nobody_rules_on_their_own_words(app: Flask) -> None:
    made = scene(app)
    own = make_byline(app, name="Mo", person_id=made["mod"])
    post = make_post(app, made["thread"], "Mine", number=3, byline_id=own)
    report(app, post)
    browser = Client(app).sign_in(made["mod"])
    assert "Another moderator has to look" in browser.get("/reports/1").text
    values = {"deed": "leave", "reason": "unkind", "seen": "0", "key": "k"}
    browser.post(f"/hide?kind=post&id={post}", values, status=409)
    assert rows(app, Ruling) == []


def test_first_posts_wait_for_a_look_and_trust_their_writer(app: Flask, client: Client) -> None:
    new = make_person(app, name="New")
    byline = make_byline(app, name="New", person_id=new)
    waiting = make_thread(app, "A first issue", state="waiting", byline_id=byline)
    with app.app_context():
        db.session.execute(Post.__table__.update().values(state="waiting"))  # type: ignore[attr-defined]
        db.session.commit()
    moderator = Client(app).sign_in(make_person(app, name="Mo", role="moderator"))
    to_do = moderator.get("/to-do")
    assert to_do.text.count("Look at first posts: a new person raised “A first issue”.") == 1
    moderator.send(f"/hide?kind=thread&id={waiting}", button="Show these words")
    assert "A first issue" in client.get(f"/issues/{waiting}-x", follow_redirects=True).text
    with app.app_context():
        assert db.session.get_one(Person, new).trusted_at is not None
    assert "Nothing has been hidden here so far" in client.get("/safety/log").text
    assert [(one.template, one.person_id) for one in rows(app, Delivery)] == [("ruling", new)]


def test_the_log_turns_its_pages(app: Flask, client: Client) -> None:
    made = scene(app)
    moderator = Client(app).sign_in(made["mod"])
    address = f"/hide?kind=post&id={made['post']}"
    for _ in range(11):
        moderator.send(address, button="Hide these words", reason="unkind")
        moderator.send(address, button="Show again")
    page = client.get("/safety/log")
    assert page.text.count("words in an issue") == 20
    older = client.get(page.links()["Older"])
    assert older.text.count("words in an issue") == 2 and "Older" not in older.links()
    assert "There is nothing older" in client.get("/safety/log?before=1").text
    client.get("/safety/log?before=x")


def test_old_reports_lose_their_people_and_words(app: Flask) -> None:
    made = scene(app)
    report(app, made["post"], words="She lives alone.", email="neighbour@example.org")
    Client(app).sign_in(made["mod"]).send("/reports/1", button="Leave them")
    report(app, made["post"], words="Still open.", email="other@example.org")
    for years, words in ((2.9, ["She lives alone.", "Still open."]), (3.1, ["", "Still open."])):
        with app.app_context():
            forget_old_reports(clock.now() + timedelta(days=years * 365))
        assert [flag.words for flag in rows(app, Flag)] == words
    assert [flag.email for flag in rows(app, Flag)] == [None, "other@example.org"]
