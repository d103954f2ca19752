"""Saying what happened: the long form, the short one, both at once, and what comes of it."""

import threading
from datetime import timedelta

from flask import Flask

from decisions.journeys.models import Citation, Journey
from forum import clock
from forum.about import site
from forum.db import db
from forum.notifications.models import Notice
from tests.client import HERE, Client
from tests.decisions.journeys.story import Story
from tests.make import (
    make_affiliation,
    make_byline,
    make_person,
    make_post,
    make_thread,
)
from tests.travel import record, start_journey

TOLD = {"kind": "agreed", "evidence": "official-record", "plain": "They said yes.", "source": "https://example.org/1"}


def test_a_facilitator_records_what_happened(app: Flask, story: Story, dev: Client) -> None:
    post = make_post(app, story.thread, "I was there.", number=2, byline_id=make_byline(app, name="Joan"))
    typed = TOLD | {"stop": str(story.stops[3]), "official": "RESOLVED.", "source_name": "Minutes", "cites": str(post)}
    page = dev.send(story.address, **typed)
    assert page.location.endswith("#move-2")
    move = story.moves()[1]
    assert (move.kind, move.stop_id, move.official, move.source_name) == (
        "agreed",
        story.stops[3],
        "RESOLVED.",
        "Minutes",
    )
    assert (move.byline.capacity, move.byline.signed) == ("facilitator", "Marlbrook Voices")
    assert story.stage() == "decided"
    with app.app_context():
        citation = db.session.scalars(db.select(Citation)).one()
        assert (citation.post_id, citation.title) == (post, "Joan, Keep the day centre open")
        notice = db.session.scalars(db.select(Notice)).one()
        assert (notice.key, notice.about_kind, notice.subject_id) == (f"move:{move.id}", "move", story.thread)
    assert "They said yes." in dev.get(page.location.partition("#")[0]).text


def test_the_link_that_led_here_is_filled_in(story: Story, dev: Client) -> None:
    page = dev.get(f"{story.address}?kind=noted&stop={story.stops[2]}")
    values = page.form()[1]
    assert (values["kind"], values["stop"]) == ("noted", str(story.stops[2]))
    assert values["happened_on"] == clock.today().isoformat()
    dev.get(f"{story.address}?kind=sideways&stop=x")


def test_a_member_says_so_and_changes_nothing(story: Story) -> None:
    amina = story.person("Amina")
    page = amina.get(story.address)
    assert "It is shown as “A member says”." in page.text
    values = page.form()[1]
    assert "evidence" not in values
    typed = {"kind": "refused", "stop": str(story.stops[3]), "plain": "They said no.", "reason": "No money, they said."}
    amina.send(story.address, **typed, evidence="official-record", official="forged", cites="1")
    move = story.moves()[1]
    assert (move.kind, move.evidence, move.official) == ("refused", "member-says", "")
    assert story.stage() == "talking"
    shown = amina.get(amina.get(f"/issues/{story.thread}", status=301).location)
    assert "A member says (nobody has confirmed it yet, so it changes nothing above)" in shown.text


def test_a_member_is_not_offered_what_only_helpers_record(story: Story) -> None:
    amina = story.person("Amina")
    page = amina.get(story.address)
    offered = {one.get("value") for one in page.all(".//input") if one.get("name") == "kind"}
    assert "noted" in offered
    assert not offered & {"closed", "reopened", "sent", "corrected", "raised", "check-answered"}
    refused = amina.send(story.address, kind="closed", plain="Over.", reason="Done.", status=400)
    assert "Choose what happened." in refused.text


def test_another_name_on_the_issue_stays_another_name(app: Flask, story: Story) -> None:
    person = make_person(app, name="Amina", trusted_at=clock.now())
    make_byline(app, name="Quiet River", person_id=person, thread_id=story.thread)
    amina = Client(app).sign_in(person)
    amina.send(story.address, kind="noted", stop=str(story.stops[2]), plain="They noted it.")
    move = story.moves()[1]
    assert (move.byline.name, move.byline.thread_id) == ("Quiet River", story.thread)
    with app.app_context():
        assert db.session.scalars(db.select(Notice)).one().not_to_id is None


def test_a_body_says_what_it_did_itself(app: Flask, story: Story) -> None:
    person = make_person(app, name="Helen")
    make_affiliation(app, person, story.council)
    helen = Client(app).sign_in(person)
    typed = {"kind": "acknowledged", "plain": "We have it.", "evidence": "their-reply"}
    helen.send(story.address, **typed, stop=str(story.stops[1]))
    move = story.moves()[1]
    assert (move.byline.capacity, move.byline.signed) == ("works-for-body", "Head of Day Services, Council")
    assert story.stage() == "waiting"
    theirs = helen.send(story.address, **typed, stop=str(story.stops[2]), status=409)
    assert "only for the body you speak for" in theirs.text
    helen.send(story.address, **(typed | {"evidence": "heard-at-meeting"}), stop=str(story.stops[1]), status=400)


BAD = [
    ({"kind": ""}, 400, "Choose what happened."),
    ({"kind": "raised"}, 400, "Choose what happened."),
    ({"kind": "corrected"}, 400, "Choose what happened."),
    ({"plain": "  "}, 400, "Say in plain words what happened."),
    ({"plain": "x" * 1001}, 400, "Use 1000 characters or fewer"),
    ({"evidence": ""}, 400, "Choose how we know."),
    ({"happened_on": ""}, 400, "Write a day"),
    ({"happened_on": "2026-02-31"}, 400, "Write a day"),
    ({"happened_on": "0001-01-01"}, 400, "Write a day"),
    ({"happened_on": "FUTURE"}, 409, "That day is still to come."),
    ({"planned_on": "31/02/2027"}, 400, "Write a day"),
    ({"kind": "on-agenda"}, 409, "Write the planned day."),
    ({"stop": ""}, 409, "Say which step this is about."),
    ({"stop": "99999"}, 409, "That step is not part of this issue."),
    ({"stop": "1e3"}, 409, "Say which step this is about."),
    ({"stop": "²"}, 409, "Say which step this is about."),
    ({"kind": "referred", "to": "99999"}, 409, "That step is not part of this issue."),
    ({"kind": "referred"}, 409, "Say which step it goes to."),
    ({"source": ""}, 409, "This is official, so it needs a source"),
    ({"source": "javascript:alert(1)"}, 400, "Copy the whole address."),
    ({"source": "the minutes"}, 400, "Copy the whole address."),
    ({"source": "//evil.example"}, 400, "Copy the whole address."),
    ({"kind": "refused"}, 409, "Write why."),
    ({"kind": "called-in"}, 409, "Say which step it goes to."),
    ({"kind": "reopened"}, 409, "Write why."),
    ({"kind": "promise-update"}, 409, "No promise is recorded yet."),
]


def test_what_is_wrong_is_said_and_nothing_is_lost(story: Story, dev: Client) -> None:
    for typed, status, says in BAD:
        future = (clock.today() + timedelta(days=2)).isoformat()
        given = {name: future if value == "FUTURE" else value for name, value in typed.items()}
        sent = TOLD | {"stop": str(story.stops[3]), "official": "Kept as it was typed."} | given
        page = dev.send(story.address, status=status, **sent)
        assert says in page.text
        assert page.form()[1]["official"] == "Kept as it was typed."
        if "source" in given and status == 400:
            assert page.form()[1]["source"] == given["source"]
        assert len(story.moves()) == 1


def test_a_step_of_another_issue_is_refused(app: Flask, story: Story, dev: Client) -> None:
    other = make_thread(app, "Another issue")
    foreign = start_journey(app, other, ("decide", story.cabinet))[1]
    for kind in ("agreed", "closed"):
        dev.send(story.address, **(TOLD | {"kind": kind, "reason": "Why.", "stop": str(foreign)}), status=409)
    assert [move.number for move in story.moves()].count(2) == 0


def test_a_double_press_records_once(story: Story, dev: Client) -> None:
    _action, values = dev.get(story.address).form()
    values |= TOLD | {"stop": str(story.stops[3])}
    assert dev.post(story.address, values).location == dev.post(story.address, values).location
    assert len(story.moves()) == 2


def test_who_did_not_see_the_last_entry_is_shown_it_first(app: Flask, story: Story, dev: Client) -> None:
    _action, values = dev.get(story.address).form()
    record(app, story.thread, "noted", story.stops[2], plain="The committee noted it.")
    typed = values | TOLD | {"stop": str(story.stops[3]), "plain": "My own long words."}
    page = dev.post(story.address, typed, status=409)
    assert "Somebody recorded something while you were writing." in page.text
    assert "The committee noted it." in page.text
    again = page.form()[1]
    assert (again["plain"], again["seen"]) == ("My own long words.", "2")
    dev.post(story.address, again)
    assert [move.kind for move in story.moves()] == ["raised", "noted", "agreed"]


def test_a_number_that_nobody_was_shown_is_old(story: Story, dev: Client) -> None:
    for seen in ("", "-1", "nonsense", "²", "9" * 40, "0"):
        page = dev.send(story.address, **(TOLD | {"stop": str(story.stops[3]), "seen": seen}), status=409)
        assert page.form()[1]["seen"] == "1"


def test_two_at_once_one_wins(app: Flask, story: Story) -> None:
    people = [story.person(f"Helper {number}", "facilitator") for number in range(2)]
    forms = [one.get(story.address).form()[1] for one in people]
    gate, answers, pages = threading.Barrier(2), [0, 0], ["", ""]

    def press(place: int) -> None:
        values = forms[place] | TOLD | {"stop": str(story.stops[3]), "plain": f"Words of {place}."}
        values["csrf_token"] = people[place].token()
        gate.wait()
        answer = people[place].raw.post(story.address, data=values, headers=HERE)
        answers[place], pages[place] = answer.status_code, answer.get_data(as_text=True)

    threads = [threading.Thread(target=press, args=(place,)) for place in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(answers) == [303, 409]
    later = answers.index(409)
    assert f"Words of {later}." in pages[later], "what they typed is still there"
    assert [move.number for move in story.moves()] == [1, 2]


def test_whoever_is_new_writes_a_reply_first(app: Flask, story: Story) -> None:
    new = story.person("Newcomer", trusted_at=None)
    page = new.get(story.address, status=303)
    assert page.location == f"/issues/{story.thread}/reply"
    assert "adds it to the steps" in new.get(page.location).text
    new.post(story.address, {"kind": "noted", "plain": "They noted it."})
    assert len(story.moves()) == 1
    with app.app_context():
        site.save({"first_posts_wait": False})
        db.session.commit()
        site.forget()
    assert "Tell us what happened" in new.get(story.address).text


def test_signed_out_signs_in_and_suspended_may_not(app: Flask, client: Client, story: Story) -> None:
    assert client.get(story.address, status=302).location.startswith("/sign-in?next=")
    client.post(story.address, {"kind": "noted"}, status=403)
    gone = story.person("Gone", suspended_at=clock.now())
    gone.get(story.address, status=403)
    gone.post(story.address, {"kind": "noted"}, status=403)


def test_an_issue_without_steps_has_no_such_page_for_members(app: Flask) -> None:
    thread = make_thread(app, "No steps")
    amina = Client(app).sign_in(make_person(app, name="Amina", trusted_at=clock.now()))
    amina.get(f"/issues/{thread}/happened", status=404)
    dev = Client(app).sign_in(make_person(app, name="Dee", role="facilitator"))
    assert dev.get(f"/issues/{thread}/happened", status=303).location == f"/issues/{thread}/steps/start"


def test_words_of_a_post_are_never_markup(app: Flask, story: Story, dev: Client) -> None:
    nasty = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    make_post(app, story.thread, nasty, number=2, byline_id=make_byline(app, name="<b>Joan</b>"))
    page = dev.get(story.address)
    assert "<script>alert" not in page.source
    assert "<img src=x" not in page.source
    assert "<b>Joan" not in page.source


def test_an_entry_has_a_link_for_good(app: Flask, client: Client, story: Story) -> None:
    move = record(app, story.thread, "noted", story.stops[2])
    assert client.get(f"/moves/{move}", status=302).location.endswith("#move-2")
    client.get("/moves/404", status=404)
    hidden = make_thread(app, "Hidden", state="hidden")
    with app.app_context():
        db.session.scalars(db.select(Journey)).one().thread_id = hidden
        db.session.commit()
    client.get(f"/moves/{move}", status=404)
