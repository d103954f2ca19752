"""Many people at the same moment, on both databases: one wins where one can, all count where all can, nobody sees a
fault, and nothing is counted that is not there.
"""

import random

from flask import Flask
from sqlalchemy import delete, func, select

from decisions.journeys.models import Journey, JourneyNow, Move
from forum import clock
from forum.db import db
from forum.history.models import Event
from forum.moderation.models import Flag, Ruling
from forum.notifications.models import Follow
from forum.outbox.models import Delivery
from forum.people.models import Byline, Person, PersonRole
from forum.threads.models import Affected, Ask, Keeper, Post, PostVersion, Thread
from tests import make
from tests.client import Client
from tests.forum.moderation.scene import report, scene
from tests.forum.people.letters import link_in, newest
from tests.letters import addresses_in, do_jobs, letters
from tests.prove.together import PEOPLE, at_once, browsers, count, of_one, one_won, press, statuses
from tests.sizes import sized
from tests.travel import start_journey

WORDS = "My own words, number"


def test_one_button_pressed_by_many_hands_writes_once(app: Flask) -> None:
    thread, amina = make.make_thread(app), make.make_trusted(app, "Amina")
    answers = at_once([press(one, f"/issues/{thread}/reply", key="one page", text=WORDS) for one in of_one(app, amina)])
    assert statuses(answers) == {303: PEOPLE}
    assert len({answer.location for answer in answers}) == 1
    assert count(app, Post, Post.text == WORDS) == 1
    with app.app_context():
        assert db.session.get_one(Thread, thread).post_count == 1


def test_each_reply_has_its_own_number(app: Flask) -> None:
    thread = make.make_thread(app)
    answers = at_once([press(one, f"/issues/{thread}/reply", text=WORDS) for one in browsers(app)])
    assert statuses(answers) == {303: PEOPLE}
    with app.app_context():
        found = db.session.scalars(select(Post.number).where(Post.thread_id == thread).order_by(Post.number))
        assert list(found) == list(range(1, PEOPLE + 2))
        assert db.session.get_one(Thread, thread).post_count == PEOPLE


def test_one_person_is_affected_once(app: Flask) -> None:
    thread, amina = make.make_thread(app), make.make_trusted(app, "Amina")
    answers = at_once([press(one, f"/issues/{thread}/affects-me") for one in of_one(app, amina)])
    assert statuses(answers) == {303: PEOPLE}
    assert count(app, Affected) == 1


def test_everyone_who_is_affected_counts(app: Flask) -> None:
    thread = make.make_thread(app)
    answers = at_once([press(one, f"/issues/{thread}/affects-me") for one in browsers(app)])
    assert statuses(answers) == {303: PEOPLE}
    with app.app_context():
        assert db.session.get_one(Thread, thread).affected_count == PEOPLE
        counted = select(func.count(Event.id)).where(Event.verb == "affected")
        assert db.session.scalar(counted) == PEOPLE


def test_each_version_of_what_is_asked_has_its_own_number(app: Flask) -> None:
    thread, today = make.make_thread(app), clock.today().isoformat()
    typed = {"agreed_by": "The drop-in", "agreed_on": today}
    answers = at_once(
        [
            press(one, f"/issues/{thread}/ask", text=f"{WORDS} {number}", **typed)
            for number, one in enumerate(browsers(app, role="facilitator"))
        ]
    )
    assert statuses(answers) == {303: PEOPLE}
    with app.app_context():
        assert sorted(db.session.scalars(select(Ask.number))) == list(range(1, PEOPLE + 1))
        assert len(set(db.session.scalars(select(Ask.text)))) == PEOPLE


def test_one_entry_wins_and_the_others_keep_their_words(app: Flask) -> None:
    thread, body = make.make_thread(app), make.make_body(app)
    stops = start_journey(app, thread, ("decide", body))
    typed = {"kind": "agreed", "evidence": "official-record", "source": "https://example.org/1", "stop": str(stops[1])}
    typed |= {"seen": "1", "happened_on": clock.today().isoformat()}
    answers = at_once(
        [
            press(one, f"/issues/{thread}/happened", plain=f"{WORDS} {number}.", **typed)
            for number, one in enumerate(browsers(app, role="facilitator"))
        ]
    )
    one_won(answers, "Somebody recorded something while you were writing.")
    kept = [answer.get_data(as_text=True) for answer in answers]
    assert all(f"{WORDS} {number}." in text for number, text in enumerate(kept) if answers[number].status_code == 409)
    assert count(app, Move) == 2
    with app.app_context():
        assert db.session.scalars(select(JourneyNow.last_number)).one() == 2


def test_one_starts_the_steps(app: Flask) -> None:
    thread, body = make.make_thread(app), make.make_body(app)
    typed = {"step_1-body": str(body), "step_1-role": "decide"}
    dees = browsers(app, role="facilitator", name="Dee")
    answers = at_once([press(one, f"/issues/{thread}/steps/start", **typed) for one in dees])
    one_won(answers, "The steps of this issue are started already.")
    assert count(app, Journey) == 1


def test_one_gets_the_name(app: Flask) -> None:
    presses = []
    for number in range(PEOPLE):
        Client(app).send("/join", name="Amina", email=f"a{number}@example.org")
        presses.append(press(Client(app), link_in(app, newest(app)), key=f"k{number}", name="Amina"))
    one_won(at_once(presses), "Somebody here has that name already.")
    assert count(app, Person) == 1


def test_one_link_confirms_once(app: Flask, client: Client) -> None:
    thread = make.make_thread(app)
    client.send(f"/follow/thread/{thread}", email="nora@example.org")
    do_jobs(app)
    link = next(one for one in addresses_in(letters(app)[-1]) if one.startswith("/follow/confirm/"))
    answers = at_once([press(Client(app), link, key=f"k{number}") for number in range(PEOPLE)])
    assert statuses(answers) == {303: PEOPLE}
    with app.app_context():
        assert db.session.get_one(Thread, thread).follow_count == 1


def test_one_looks_after_it(app: Flask) -> None:
    thread = make.make_thread(app)
    answers = at_once([press(one, f"/issues/{thread}/look-after") for one in browsers(app)])
    assert statuses(answers) == {303: 1, 409: PEOPLE - 1}
    assert count(app, Keeper) == 1


def test_one_rules_on_a_report(app: Flask) -> None:
    made = scene(app)
    report(app, made["post"], email="neighbour@example.org")
    typed = {"deed": "hide", "reason": "unkind", "seen": "0"}
    address = f"/hide?kind=post&id={made['post']}"
    answers = at_once(
        [
            press(one, address, words=f"{WORDS} {number}.", **typed)
            for number, one in enumerate(browsers(app, role="moderator", name="Mod"))
        ]
    )
    assert statuses(answers) == {303: 1, 409: PEOPLE - 1}
    assert all(WORDS in one.get_data(as_text=True) for one in answers if one.status_code == 409)
    assert count(app, Ruling) == 1
    assert count(app, Flag, Flag.ruling_id.is_not(None)) == 1
    assert count(app, Delivery, Delivery.template == "report_answered") == 1


def test_following_and_stopping_are_counted_right(app: Flask) -> None:
    thread, amina = make.make_thread(app), make.make_trusted(app, "Amina")
    addresses = [f"/follow/thread/{thread}", f"/follow/thread/{thread}/stop"]
    mine = [press(one, addresses[n % 2], key=f"k{n}") for n, one in enumerate(of_one(app, amina, PEOPLE // 2))]
    others = [press(one, addresses[0]) for one in browsers(app, PEOPLE // 2)]
    answers = at_once(mine + others)
    assert set(statuses(answers)) <= {303, 400, 409}
    with app.app_context():
        following = db.session.scalar(select(func.count(Follow.id)).where(Follow.confirmed_at.is_not(None)))
        assert db.session.get_one(Thread, thread).follow_count == following
        assert PEOPLE // 2 <= (following or 0) <= PEOPLE // 2 + 1


def test_one_post_changed_in_many_windows_keeps_what_it_said(app: Flask) -> None:
    thread, amina = make.make_thread(app), make.make_trusted(app, "Amina")
    line = make.make_byline(app, name="Amina", person_id=amina)
    post = make.make_post(app, thread, "At first.", number=2, byline_id=line)
    answers = at_once(
        [press(one, f"/posts/{post}/edit", text=f"{WORDS} {number}") for number, one in enumerate(of_one(app, amina))]
    )
    assert set(statuses(answers)) <= {303, 409}
    with app.app_context():
        kept = list(db.session.scalars(select(PostVersion).order_by(PostVersion.number)))
        assert [one.number for one in kept] == list(range(1, statuses(answers)[303] + 1))
        said = {one.text for one in kept} | {db.session.get_one(Post, post).text}
        assert len(said) == len(kept) + 1


def test_words_taken_back_in_many_windows_are_taken_back_once(app: Flask) -> None:
    thread, amina = make.make_thread(app), make.make_trusted(app, "Amina")
    line = make.make_byline(app, name="Amina", person_id=amina)
    posts = [make.make_post(app, thread, "Mine.", number=number, byline_id=line) for number in (2, 3)]
    windows = of_one(app, amina)
    answers = at_once([press(one, f"/posts/{posts[0]}/take-back", key=f"k{n}") for n, one in enumerate(windows)])
    one_won(answers, "You took this back already.")
    with app.app_context():
        assert db.session.get_one(Thread, thread).post_count == 1
    assert count(app, Event, Event.verb == "withdrew") == 1


def test_one_administrator_always_stays(app: Flask) -> None:
    """Two take each other's role at the same moment, again and again."""
    for turn in range(sized(3, 30)):
        pair = [make.make_person(app, name=f"Admin {turn} {side}", role="administrator") for side in "ab"]
        with app.app_context():
            others = PersonRole.person_id.not_in(pair)
            db.session.execute(delete(PersonRole).where(others, PersonRole.role == "administrator"))
            db.session.commit()
        hands = [Client(app).sign_in(one) for one in pair]
        answers = at_once(
            [
                press(hand, f"/people/{other}/roles/take", role="administrator")
                for hand, other in zip(hands, reversed(pair), strict=True)
            ]
        )
        assert set(statuses(answers)) <= {303, 403, 409}
        assert count(app, PersonRole, PersonRole.role == "administrator") >= 1


def test_who_left_stands_nowhere_again(app: Flask) -> None:
    """Somebody leaves while other windows of theirs still send replies."""
    thread, amina = make.make_thread(app), make.make_trusted(app, "Amina Begum")
    windows = of_one(app, amina)
    presses = [press(one, f"/issues/{thread}/reply", key=f"k{n}", text=WORDS) for n, one in enumerate(windows[1:])]
    answers = at_once([press(windows[0], "/me/leave"), *presses])
    assert answers[0].status_code == 303
    assert max(statuses(answers)) < 500
    assert count(app, Byline, Byline.person_id == amina) == 0
    assert count(app, Byline, Byline.name == "Amina Begum") == 0


def test_everything_at_once_waits_for_nobody_in_a_ring(app: Flask) -> None:
    """No deadlock and no lock that is not had in time: what people do to the same two issues, in any order."""
    threads, body = [make.make_thread(app, f"Issue {number}") for number in range(2)], make.make_body(app)
    stops = [start_journey(app, thread, ("decide", body))[1] for thread in threads]
    people, chance = browsers(app, role="facilitator"), random.Random(1)
    for person in range(PEOPLE):
        make.make_affiliation(app, _person(app, f"Person {person}"), body)
    for turn in range(sized(1, 6)):
        presses = []
        for number, one in enumerate(people):
            which = chance.randrange(2)
            here, more = f"/issues/{threads[which]}", {"key": f"{turn}:{number}"}
            happened = {"kind": "considered", "evidence": "heard-at-meeting", "stop": str(stops[which]), "seen": "1"}
            presses.append(
                chance.choice(
                    [
                        press(one, f"{here}/reply", text=f"{WORDS} {turn} {number}", **more),
                        press(one, f"{here}/affects-me", **more),
                        press(one, f"{here}/look-after", **more),
                        press(one, f"/follow/thread/{threads[which]}", **more),
                        press(one, f"/follow/thread/{threads[which]}/stop", **more),
                        press(one, f"{here}/steps/checked", **more),
                        press(one, f"{here}/steps/limits", limits=f"{WORDS} {number}", **more),
                        press(one, f"{here}/answer", text=f"{WORDS} {turn} {number}", body=str(body), **more),
                        press(one, f"{here}/happened", plain="They met.", **happened, **more),
                        press(one, f"/report?kind=thread&id={threads[which]}", reason="unkind", **more),
                    ]
                )
            )
        found = statuses(at_once(presses))
        assert max(found) < 500, found
        assert found.get(303, 0) > PEOPLE // 2, found
    with app.app_context():
        for thread in db.session.scalars(select(Thread)):
            shown = (Post.thread_id == thread.id) & (Post.number > 1)
            assert thread.post_count == db.session.scalar(select(func.count(Post.id)).where(shown))
            marks = select(func.count(Affected.id)).where(Affected.thread_id == thread.id)
            assert thread.affected_count == db.session.scalar(marks)


def _person(app: Flask, name: str) -> int:
    with app.app_context():
        return db.session.scalars(select(Person.id).where(Person.name == name)).one()
