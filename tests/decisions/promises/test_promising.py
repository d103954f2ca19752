"""A promise is written down, moves on, is checked; the issue's own story says so in the same act."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from decisions.journeys.models import JourneyNow, Move
from decisions.promises import keeping
from decisions.promises.models import Promise, PromiseCheck, PromiseEvent, PromiseIssue
from forum import clock, subjects
from forum.access import GUEST, Standing
from forum.db import db
from forum.history.models import Event
from forum.notifications.models import Notice
from tests.client import Client
from tests.decisions.promises.scene import Scene, affect, scene
from tests.make import make_body, make_decision, make_post, make_promise, make_thread, standing_of
from tests.queries import counted
from tests.travel import record

WORDS = "We will mend the lift."


def write(app: Flask, who: int, made: Scene, *, status: int = 303, **more: object) -> str:
    """Write down a promise as somebody, by the form on the issue."""
    typed = {"words": WORDS, "body": str(made.body), "source_name": "Letter of 3 May", **more}
    return Client(app).sign_in(who).send(f"/issues/{made.thread}/promise", status=status, **typed).location


def moves(app: Flask) -> list[tuple[str, str]]:
    """What the story of the issue says, kind and evidence."""
    with app.app_context():
        return [(one.kind, one.evidence) for one in db.session.scalars(db.select(Move).order_by(Move.number))]


def stage(app: Flask) -> str:
    """Where the one promise stands."""
    with app.app_context():
        return db.session.scalars(db.select(Promise.stage)).one()


def test_a_promise_and_its_entry_are_one_act(app: Flask) -> None:
    made = scene(app)
    where = write(app, made.helper, made, due_on=(clock.today() + timedelta(days=9)).isoformat())
    assert where == "/promises/1"
    assert moves(app)[-1] == ("promise-made", "their-reply")
    with app.app_context():
        assert db.session.scalars(db.select(JourneyNow.stage)).one() == "promise"
        link = db.session.scalars(db.select(PromiseIssue)).one()
        assert link.move_id == db.session.scalars(db.select(Move.id).order_by(Move.number.desc())).first()
        assert [one.about_kind for one in db.session.scalars(db.select(Notice))][-1] == "move"  # told once
    page = Client(app).get("/promises/1")
    assert "Nobody has said yet that it is done." in page.text and "To be done by" in page.text
    issue = Client(app).get(f"/issues/{made.thread}-the-lift-is-broken")
    assert WORDS in issue.text and "What was promised" in issue.text


def test_a_member_proposes_and_it_waits(app: Flask) -> None:
    made = scene(app)
    write(app, made.stranger, made, source_name="", status=409)
    write(app, made.stranger, made)
    assert stage(app) == "proposed" and moves(app)[-1][0] == "sent"
    Client(app).get("/promises/1", status=404)
    Client(app).sign_in(made.affected).get("/promises/1", status=404)
    for who in (made.stranger, made.helper, made.speaker):
        Client(app).sign_in(who).get("/promises/1")
    assert WORDS not in Client(app).get(f"/issues/{made.thread}-the-lift-is-broken").text
    assert "Someone says that Lift Board promised this" in Client(app).sign_in(made.helper).get("/to-do").text
    Client(app).sign_in(made.helper).send(
        "/promises/1/say", kind="made", plain=WORDS, source_name="Their letter", happened_on=clock.today().isoformat()
    )
    assert stage(app) == "under-way" and moves(app)[-1][0] == "promise-made"
    Client(app).get("/promises/1")


def test_a_proposal_is_turned_down_with_a_reason_in_the_public_log(app: Flask) -> None:
    made = scene(app)
    write(app, made.stranger, made)
    helper = Client(app).sign_in(made.helper)
    helper.send("/promises/1/say", kind="turned-down", plain="It is no promise.", status=409)
    helper.send("/promises/1/say", kind="turned-down", plain="It is no promise.", reason="It was a question.")
    assert stage(app) == "turned-down"
    log = Client(app).get("/safety/log").text
    assert "We did not take something as a promise of Lift Board." in log and "It was a question." in log
    assert WORDS not in log
    Client(app).get("/promises/1", status=404)


def test_the_body_speaks_for_itself(app: Flask) -> None:
    made = scene(app)
    write(app, made.speaker, made, source_name="")
    speaker = Client(app).sign_in(made.speaker)
    assert "You said that you will do this." in speaker.get("/promises/1").text
    speaker.send("/promises/1/say", kind="says-done", plain="It runs again.")
    assert stage(app) == "says-done" and moves(app)[-1] == ("promise-update", "their-reply")
    page = Client(app).get("/promises/1").text
    assert "The body says: They say it is done" in page and "Head of Lifts" in page
    speaker.send("/promises/1/check", status=409, word="kept")  # not who said so


def test_news_of_a_member_changes_nothing(app: Flask) -> None:
    made = scene(app)
    make_promise(app, made.body, made.thread)
    stranger = Client(app).sign_in(made.stranger)
    stranger.send("/promises/1/say", kind="news", plain="Two men looked at it.")
    stranger.post("/promises/1/say", {"kind": "dropped", "plain": "No.", "reason": "No.", "seen": "2"}, status=400)
    assert stage(app) == "under-way"
    assert "A member says: News" in Client(app).get("/promises/1").text


def test_it_is_dropped_with_a_reason_and_taken_up_again(app: Flask) -> None:
    made = scene(app)
    write(app, made.helper, made)
    helper = Client(app).sign_in(made.helper)
    more = {"plain": "They will not.", "source_name": "Letter"}
    helper.send("/promises/1/say", kind="dropped", status=409, **more)
    helper.send("/promises/1/say", kind="dropped", reason="No money this year.", **more)
    assert stage(app) == "dropped" and "No money this year." in Client(app).get("/promises/1").text
    helper.send("/promises/1/say", kind="again", plain="There is money.")
    assert stage(app) == "under-way"


def test_who_wrote_on_an_older_page_is_shown_what_is_new(app: Flask) -> None:
    made = scene(app)
    make_promise(app, made.body, made.thread)
    helper = Client(app).sign_in(made.helper)
    action, values = helper.get("/promises/1/say").form()
    helper.send("/promises/1/say", kind="news", plain="The part is ordered.")
    late = helper.post(action, {**values, "kind": "not-done", "plain": "It is still broken."}, status=409)
    assert "The part is ordered." in late.text and "It is still broken." in late.source


def test_people_affected_confirm_it(app: Flask) -> None:
    made = scene(app)
    make_promise(app, made.body, made.thread, then=["says-done"], stage="says-done")
    Client(app).sign_in(made.stranger).send("/promises/1/check", status=409, word="kept")
    others = affect(app, made.thread, "Bea", "Cal", "Dee", "Eli")
    for number, who in enumerate([made.affected, *others[:2]], 1):
        Client(app).sign_in(who).send("/promises/1/check", word="kept", words="I rode in it.")
        assert stage(app) == ("confirmed" if number == 3 else "says-done")
    page = Client(app).get("/promises/1").text
    assert "3 people affected said if it was done." in page and "We show what they said once five have." in page
    assert "I rode in it." not in page
    helper = Client(app).sign_in(made.helper).get("/promises/1").text
    assert "I rode in it." in helper and "Bea" not in helper
    for who in others[2:]:
        Client(app).sign_in(who).send("/promises/1/check", word="not-kept")
    page = Client(app).get("/promises/1").text
    assert "Yes, it is done: 3" in page and "No, it is not done: 2" in page
    Client(app).sign_in(made.affected).send("/promises/1/check", word="not-kept")  # people may change it
    assert stage(app) == "not-done"
    day = (clock.today() + timedelta(days=9)).isoformat()
    speaker = Client(app).sign_in(made.speaker)
    speaker.send("/promises/1/say", kind="new-date", plain="One more week.", reason="A part was wrong.", planned_on=day)
    assert stage(app) == "under-way"
    speaker.send("/promises/1/say", kind="says-done", plain="Now it runs.")
    assert stage(app) == "says-done"  # what people said before does not count for the new word
    with app.app_context():
        assert db.session.scalar(db.select(db.func.count()).select_from(PromiseCheck)) == 5


def test_it_is_too_early_to_check(app: Flask) -> None:
    made = scene(app)
    make_promise(app, made.body, made.thread, due_on=clock.today())
    Client(app).sign_in(made.affected).get("/promises/1/check")
    Client(app).sign_in(made.affected).post("/promises/1/check", {"word": "kept"}, status=409)
    with app.app_context():
        db.session.get_one(Promise, 1).due_on = clock.today() - timedelta(days=1)
        db.session.commit()
    Client(app).sign_in(made.affected).send("/promises/1/check", word="not-kept")


def test_one_more_issue_gets_its_entry(app: Flask) -> None:
    made = scene(app)
    make_promise(app, made.body, made.thread)
    other = make_thread(app, "Stairs")
    helper = Client(app).sign_in(made.helper)
    helper.send("/promises/1/issues", issue="no number", status=409)
    helper.send("/promises/1/issues", issue=f"https://localhost/issues/{other}-stairs")
    helper.send("/promises/1/issues", issue=str(other))  # again changes nothing
    with app.app_context():
        assert sorted(db.session.scalars(db.select(PromiseIssue.thread_id))) == sorted([made.thread, other])
        assert [one.about_kind for one in db.session.scalars(db.select(Notice).filter_by(subject_id=other))] == [
            "promise"
        ]
    assert WORDS in Client(app).get(f"/issues/{other}-stairs").text


def test_from_a_decision(app: Flask) -> None:
    made = scene(app)
    row = make_decision(app, made.body, maker="Head of Lifts", url="https://example.org/d/1")
    helper = Client(app).sign_in(made.helper)
    helper.send(f"/decisions/{row}/promise", words=WORDS)
    page = Client(app).get("/promises/1").text
    assert "Head of Lifts, Lift Board" in page and moves(app)[-1][0] == "sent"
    helper.send("/promises/1/issues", issue=str(made.thread))
    assert moves(app)[-1][0] == "promise-made"


def test_an_ended_issue_keeps_its_story(app: Flask) -> None:
    made = scene(app)
    record(app, made.thread, "closed", reason="They said so.")
    write(app, made.helper, made)
    assert moves(app)[-1][0] == "closed"
    with app.app_context():
        assert [one.about_kind for one in db.session.scalars(db.select(Notice))][-1] == "promise"


def test_a_hidden_issue_hides_its_promise(app: Flask) -> None:
    made, hidden = scene(app), make_thread(app, "Hidden", state="hidden")
    make_promise(app, made.body, hidden)
    other = make_promise(app, made.body, made.thread, hidden, words="We will paint it.")
    Client(app).get("/promises/1", status=404)
    page = Client(app).get(f"/promises/{other}")
    assert "Hidden" not in page.text
    listing = Client(app).get("/bodies/lift-board/promises").text
    assert "We will paint it." in listing and WORDS not in listing and "Hidden" not in listing
    assert "Hidden" not in Client(app).get("/bodies/lift-board/you-said-we-did").text


def test_kept_first_then_late(app: Flask) -> None:
    made, past = scene(app), clock.today() - timedelta(days=5)
    make_promise(app, made.body, made.thread, words="Under way.")
    make_promise(app, made.body, made.thread, words="Too late.", due_on=past, made_on=past)
    make_promise(app, made.body, made.thread, words="Dropped one.", then=["dropped"], stage="dropped")
    make_promise(app, made.body, made.thread, words="Kept one.", then=["says-done"], stage="confirmed")
    listing = Client(app).get("/bodies/lift-board/promises").text
    order = ["Kept one.", "Too late.", "Under way.", "Dropped one."]
    assert [listing.index(one) for one in order] == sorted(listing.index(one) for one in order)
    assert "5 days late" in listing
    sheet = Client(app).get(f"/issues/{made.thread}/you-said-we-did").text
    assert "No money." in sheet and sheet.index("Kept one.") < sheet.index("Too late.") < sheet.index("Dropped one.")


def test_a_body_that_has_not_joined_is_never_late(app: Flask) -> None:
    made, past = scene(app), clock.today() - timedelta(days=5)
    body = make_body(app, "Trust", joined=False)
    make_promise(app, body, made.thread, due_on=past, made_on=past)
    for address in ("/promises/1", "/bodies/trust/promises", "/bodies/trust/you-said-we-did"):
        assert "late" not in Client(app).get(address).text.replace("late ones", "").replace("call them late", "")


def test_the_issue_page_asks_once_for_promises(app: Flask) -> None:
    made, client = scene(app), Client(app)
    address = f"/issues/{made.thread}-the-lift-is-broken"
    client.get(address)  # the place's settings are read again after some seconds
    with counted(app) as without:
        client.get(address)
    for number in range(9):
        make_promise(app, made.body, made.thread, words=f"Promise {number}.")
    with counted(app) as some:
        client.get(address)
    assert len(some) == len(without) + 1 and len(some) <= 10


def test_what_waits_is_listed_and_counted(app: Flask) -> None:
    made, past = scene(app), clock.today() - timedelta(days=5)
    make_promise(app, made.body, made.thread, words="Passed.", due_on=past, made_on=past)
    make_promise(app, made.body, made.thread, words="No day.")
    make_promise(app, made.body, made.thread, words="Broken.", due_on=past, made_on=past, stage="not-done")
    old = clock.now() - timedelta(days=40)
    make_promise(app, made.body, made.thread, words="Said.", then=["says-done"], stage="says-done", created_at=old)
    make_promise(
        app, made.body, make_thread(app, "H", state="hidden"), words="Not to be seen.", due_on=past, made_on=past
    )
    for person, words in (
        (made.helper, ["Passed.", "Broken.", "No day.", "Said."]),
        (made.speaker, ["Passed.", "Broken.", "No day."]),
    ):
        page = Client(app).sign_in(person).get("/to-do").text
        assert all(one in page for one in words) and "Not to be seen." not in page
        entry = subjects_of(app)
        with app.test_request_context():
            who = speaking(app, made) if person == made.speaker else standing_of(app, person)
            number = db.session.scalar(db.select(entry.waiting(who)))  # type: ignore[misc]
            assert number == len(entry.queue(who)) == len(words)  # type: ignore[misc]
    assert "Passed." not in Client(app).sign_in(made.stranger).get("/to-do").text


def subjects_of(app: Flask) -> subjects.Subject:
    with app.app_context():
        return subjects.get("promise")


def speaking(app: Flask, made: Scene) -> Standing:
    return Standing(person_id=made.speaker, speaks_for={made.body: "Head of Lifts"})


def test_what_a_person_said_goes_with_them_and_still_counts(app: Flask) -> None:
    made = scene(app)
    make_promise(app, made.body, made.thread, then=["says-done"], stage="says-done")
    Client(app).sign_in(made.affected).send("/promises/1/check", word="kept", words="Ada’s words.")
    entry = subjects_of(app)
    with app.test_request_context():
        assert [one["checked"] for one in entry.export_for(made.affected)] == ["kept"]  # type: ignore[misc]
        entry.erase(made.affected)  # type: ignore[misc]
        db.session.commit()
        row = db.session.scalars(db.select(PromiseCheck)).one()
        assert (row.word, row.words, row.person_id) == ("kept", "", None)
        assert entry.export_for(made.affected) == []  # type: ignore[misc]


def test_a_moderator_hides_its_words(app: Flask) -> None:
    made = scene(app)
    make_promise(app, made.body, made.thread)
    entry = subjects_of(app)
    with app.test_request_context():
        assert entry.search(subjects.one("promise", 1)) is not None  # type: ignore[misc]
        entry.set_state(1, "hidden", by=made.helper, on=clock.now())  # type: ignore[misc]
        db.session.commit()
        assert subjects.visible("promise", 1, GUEST) is None
        assert entry.search(subjects.one("promise", 1)) is None  # type: ignore[misc]
    Client(app).get("/promises/1", status=404)
    assert WORDS not in Client(app).get(f"/issues/{made.thread}-the-lift-is-broken").text


def test_what_happened_is_never_changed(app: Flask) -> None:
    made = scene(app)
    make_promise(app, made.body, made.thread)
    with app.app_context(), pytest.raises(DBAPIError):
        db.session.execute(text("UPDATE promise_event SET plain = 'Other words.'"))
    with app.app_context():
        db.session.execute(text("UPDATE promise_event SET byline_id = byline_id"))  # a person may be forgotten


def test_what_is_kept_is_what_the_fold_makes(app: Flask) -> None:
    made = scene(app)
    write(app, made.helper, made, due_on=(clock.today() + timedelta(days=9)).isoformat())
    helper = Client(app).sign_in(made.helper)
    helper.send("/promises/1/say", kind="says-done", plain="Done.", source_name="Letter")
    with app.app_context():
        row = db.session.get_one(Promise, 1)
        before = (row.stage, row.due_on, row.last_number)
        row.stage, row.due_on, row.last_number = "dropped", None, 0
        assert keeping.rebuild() == 1
        assert (row.stage, row.due_on, row.last_number) == before == ("says-done", before[1], 2)
        verbs = set(db.session.scalars(db.select(Event.verb).where(Event.kind == "promise")))
        assert verbs == {"promise_news"}


def test_an_answer_is_where_it_stands(app: Flask) -> None:
    made = scene(app)
    speaker = Client(app).sign_in(made.speaker)
    speaker.send(f"/issues/{made.thread}/answer", text="We will mend it by May.")
    page = speaker.get(f"/issues/{made.thread}-the-lift-is-broken")
    link = next(url for words, url in page.links().items() if words.startswith("Write down a promise in this answer"))
    speaker.send(link, words="We will mend it by May.")
    with app.app_context():
        assert db.session.get_one(Promise, 1).reply_id is not None
    assert "The answer that it stands in" in Client(app).get("/promises/1").links()


def test_a_promise_needs_an_issue_or_a_decision(app: Flask) -> None:
    made = scene(app)
    other = make_thread(app, "Hidden", state="hidden")
    Client(app).sign_in(made.stranger).get(f"/issues/{other}/promise", status=404)
    write(app, made.helper, made, body="99", status=409)
    write(app, made.helper, made, words="", status=400)
    post = make_post(app, made.thread, "No answer.", number=9)
    Client(app).sign_in(made.helper).get(f"/issues/{made.thread}/promise?answer={post}")
    with app.app_context():
        assert db.session.scalars(db.select(PromiseEvent)).first() is None
