"""Reply, change, take back: through the pages, without JavaScript."""

from flask import Flask
from sqlalchemy import select

from forum import clock
from forum.access import Role, Shown
from forum.db import db
from forum.people.models import Person
from forum.threads.models import Post, PostVersion, Thread
from tests import make
from tests.client import Client


def _member(app: Flask, name: str = "Bo") -> Client:
    return Client(app).sign_in(make.make_trusted(app, name))


def _posts(app: Flask) -> list[Post]:
    with app.app_context():
        return list(db.session.scalars(select(Post).order_by(Post.number)))


def test_a_reply_stands_on_the_page(app: Flask) -> None:
    thread = make.make_thread(app)
    bo = _member(app)
    sent = bo.send(f"/issues/{thread}/reply", text="My sister goes there.", capacity="carer")
    assert sent.location == f"/issues/{thread}-keep-the-day-centre-open#post-2"
    page = Client(app).get(sent.location.partition("#")[0])
    assert "My sister goes there." in page.text
    assert "unpaid carer" in page.text
    with app.app_context():
        assert db.session.get_one(Thread, thread).post_count == 1


def test_the_capacity_last_picked_comes_first_and_is_not_picked_again(app: Flask) -> None:
    thread = make.make_thread(app)
    bo = _member(app)
    bo.send(f"/issues/{thread}/reply", text="My sister goes there.", capacity="volunteer")
    first = [one.get("value") for one in bo.get(f"/issues/{thread}/reply").all(".//select/option")][:2]
    assert first == ["", "volunteer"]
    bo.send(f"/issues/{thread}/reply", text="She likes it.")  # nothing picked: what was picked before is kept
    with app.app_context():
        assert db.session.scalars(select(Person.capacity).where(Person.name == "Bo")).one() == "volunteer"
        assert [one.byline.capacity for one in db.session.scalars(select(Post).order_by(Post.number))][2] is None
    assert (
        Client(app)
        .sign_in(make.make_trusted(app, "Cleo"))
        .get(f"/issues/{thread}/reply")
        .all(".//select/option")[1]
        .get("value")
        == "uses-services"
    )


def test_who_speaks_for_two_bodies_says_for_which(app: Flask) -> None:
    thread = make.make_thread(app)
    helen = make.make_trusted(app, "Helen")
    for name in ("Marlbrook Council", "The Hospital"):
        make.make_affiliation(app, helen, make.make_body(app, name), post="Clerk")
    client = Client(app).sign_in(helen)
    options = client.get(f"/issues/{thread}/reply").all(".//select/option")
    (hospital,) = (one.get("value") for one in options if "Hospital" in (one.text or ""))
    client.send(f"/issues/{thread}/reply", text="We are looking at it.", capacity=hospital)
    with app.app_context():
        byline = _posts(app)[-1].byline
        assert (byline.capacity, byline.signed) == ("works-for-body", "Clerk, The Hospital")


def test_an_empty_or_endless_reply_is_refused_and_stays(app: Flask) -> None:
    thread = make.make_thread(app)
    bo = _member(app)
    assert "Write something first." in bo.send(f"/issues/{thread}/reply", status=400, text=" \n ").text
    long = "a" * 20_001
    page = bo.send(f"/issues/{thread}/reply", status=400, text=long)
    assert "Use 20000 characters or fewer. You have used 20001." in page.text
    assert page.form()[1]["text"].strip() == long
    assert len(_posts(app)) == 1


def test_a_double_press_writes_one_reply(app: Flask) -> None:
    thread = make.make_thread(app)
    bo = _member(app)
    action, values = bo.get(f"/issues/{thread}/reply").form()
    first, second = (bo.post(action, {**values, "text": "Once."}) for _press in range(2))
    assert first.location == second.location
    assert len(_posts(app)) == 2


def test_a_guest_writes_first_and_signs_in_after(app: Flask, client: Client) -> None:
    thread = make.make_thread(app)
    assert "Set-Cookie" not in client.get(f"/issues/{thread}/reply").answer.headers
    kept = client.send(f"/issues/{thread}/reply", text="I was there.", to="")
    assert kept.location == f"/issues/{thread}/reply"
    page = client.get(kept.location)
    assert "Last step" in page.text
    assert page.links()["Sign in"] == f"/sign-in?next=/issues/{thread}/reply"
    assert page.form()[1]["text"].strip() == "I was there."
    assert len(_posts(app)) == 1
    client.sign_in(make.make_trusted(app, "Bo"))
    client.send(f"/issues/{thread}/reply")
    assert [post.text for post in _posts(app)][1] == "I was there."
    assert client.get(f"/issues/{thread}/reply").form()[1]["text"] == ""


def test_first_replies_wait_and_nobody_else_sees_them(app: Flask) -> None:
    thread = make.make_thread(app)
    address = f"/issues/{thread}-keep-the-day-centre-open"
    ada = Client(app).sign_in(make.make_person(app, name="Ada"))
    ada.send(f"/issues/{thread}/reply", text="A secret until it is seen.")
    assert "A secret until it is seen." in ada.get(address).text
    moderator = Client(app).sign_in(make.make_person(app, name="Mo", role=Role.MODERATOR))
    assert "A secret until it is seen." in moderator.get(address).text
    for other in (Client(app), _member(app, "Cleo")):
        assert "A secret" not in other.get(address).text
        other.get("/posts/2", status=404)
    with app.app_context():
        assert db.session.get_one(Thread, thread).post_count == 0


def test_another_name_is_kept_for_the_issue_and_joins_nothing(app: Flask) -> None:
    thread = make.make_thread(app)
    address = f"/issues/{thread}-keep-the-day-centre-open"
    bo = _member(app)
    bo.send(f"/issues/{thread}/reply", text="Under another name.", other_name="Robin")
    form = bo.get(f"/issues/{thread}/reply").form()[1]
    assert form["other_name"] == "Robin"
    page = bo.send(f"/issues/{thread}/reply", status=409, text="Under a third name.", other_name="Sam")
    assert "You already use the name Robin here." in page.text
    assert "Robin" in page.text
    for reader in (Client(app), _member(app, "Cleo")):
        source = reader.get(address).source
        assert "Robin" in source
        assert ">Bo<" not in source
    cleo = _member(app, "Dora")
    page = cleo.send(f"/issues/{thread}/reply", status=409, text="Me too.", other_name="robin")
    assert "Please choose another" in page.text
    own = bo.get(address)
    assert "Change" in own.links()  # the writer is known to be the writer


def test_a_role_that_was_confirmed_is_not_shown_under_another_name(app: Flask) -> None:
    thread = make.make_thread(app)
    dev = Client(app).sign_in(make.make_person(app, name="Dev", role=Role.FACILITATOR))
    page = dev.send(f"/issues/{thread}/reply", status=409, text="Hello", other_name="Robin", capacity="facilitator")
    assert "Under another name" in page.text


def test_a_reply_answers_a_post_of_the_same_issue_only(app: Flask) -> None:
    thread, other = make.make_thread(app), make.make_thread(app, "Another thing")
    bo = _member(app)
    page = bo.get(f"/issues/{thread}/reply?to=1")
    assert "You answer Amina, who wrote:" in page.text
    assert "You answer" not in bo.get(f"/issues/{other}/reply?to=1").text
    bo.send(f"/issues/{thread}/reply?to=1", text="Yes.")
    refused = bo.send(f"/issues/{other}/reply", status=409, text="Kept words.", to="1")
    assert "are not here any more" in refused.text
    assert refused.form()[1]["text"].strip() == "Kept words."
    for odd in ("x", "-1", "99999999999999999999", "1 or 1=1"):
        bo.get(f"/issues/{thread}/reply", query_string={"to": odd})


def test_replies_to_what_is_hidden_or_gone_are_refused(app: Flask) -> None:
    hidden = make.make_thread(app, state=Shown.HIDDEN)
    bo = _member(app)
    bo.get(f"/issues/{hidden}/reply", status=404)
    bo.get("/issues/99/reply", status=404)
    bo.get(f"/issues/{10**30}/reply", status=404)
    bo.get(f"/posts/{10**30}", status=404)
    moderator = Client(app).sign_in(make.make_person(app, name="Mo", role=Role.MODERATOR))
    moderator.get(f"/issues/{hidden}/reply", status=403)


def test_a_suspended_person_cannot_reply(app: Flask) -> None:
    thread = make.make_thread(app)
    ada = Client(app).sign_in(make.make_person(app, name="Ada", suspended_at=clock.now()))
    ada.get(f"/issues/{thread}/reply", status=403)
    ada.post(f"/issues/{thread}/reply", {"text": "Let me in."}, status=403)


def test_words_are_typed_in_for_someone(app: Flask) -> None:
    thread = make.make_thread(app)
    dev = Client(app).sign_in(make.make_person(app, name="Dev", role=Role.FACILITATOR))
    page = dev.send(f"/issues/{thread}/type-in", status=400, text="The bus is late.", name="", came_by="pigeon")
    for words in ("Write the name", "Choose how the words came.", "Ask the person first"):
        assert words in page.text
    dev.send(f"/issues/{thread}/type-in", text="The bus is late.", name="Joan", came_by="signed", consent="y")
    page = Client(app).get(f"/issues/{thread}-keep-the-day-centre-open")
    assert "Told us in sign language (typed in by Dev)." in page.text
    _member(app).get(f"/issues/{thread}/type-in", status=403)


def test_words_are_changed_and_what_they_said_before_is_kept(app: Flask) -> None:
    thread = make.make_thread(app)
    bo = _member(app)
    bo.send(f"/issues/{thread}/reply", text="My neighbour Ann is ill.")
    assert bo.get("/posts/2/edit").form()[1]["text"].strip() == "My neighbour Ann is ill."
    bo.send("/posts/2/edit", text="My neighbour is ill.")
    address = f"/issues/{thread}-keep-the-day-centre-open"
    page = Client(app).get(address)
    assert "Changed on" in page.text
    assert "Ann" not in page.text
    assert "Ann is ill" in bo.get("/posts/2/history").text
    moderator = Client(app).sign_in(make.make_person(app, name="Mo", role=Role.MODERATOR))
    assert "Ann is ill" in moderator.get("/posts/2/history").text
    _member(app, "Cleo").get("/posts/2/history", status=403)
    assert Client(app).get("/posts/2/history", status=302).location.startswith("/sign-in")


def test_only_ones_own_words_are_changed(app: Flask) -> None:
    thread = make.make_thread(app)
    bo, cleo = _member(app), _member(app, "Cleo")
    bo.send(f"/issues/{thread}/reply", text="Mine.")
    cleo.get("/posts/2/edit", status=403)
    cleo.post("/posts/2/edit", {"text": "Yours."}, status=403)
    cleo.get("/posts/2/take-back", status=403)
    assert "Mine." not in cleo.post("/posts/2/take-back", status=403).source
    dev = Client(app).sign_in(make.make_person(app, name="Dev", role=Role.FACILITATOR))
    dev.get("/posts/2/edit", status=403)
    assert bo.send("/posts/2/edit", status=400, text="").form()[1]["text"].strip() == ""
    assert _posts(app)[1].text == "Mine."


def test_nothing_changed_leaves_no_mark(app: Flask) -> None:
    thread = make.make_thread(app)
    bo = _member(app)
    bo.send(f"/issues/{thread}/reply", text="Mine.")
    bo.send("/posts/2/edit", text="Mine.")
    assert _posts(app)[1].edited_at is None
    with app.app_context():
        assert db.session.scalar(select(PostVersion.id)) is None


def test_an_official_answer_is_not_changed(app: Flask) -> None:
    thread = make.make_thread(app)
    person = make.make_trusted(app)
    signed = make.make_byline(app, name="Bo", person_id=person, capacity="works-for-body", signed="Head, Council")
    make.make_post(app, thread, "We answer.", number=2, byline_id=signed)
    page = Client(app).sign_in(person).get("/posts/2/edit", status=403)
    assert "Write a new reply that corrects it." in page.text


def test_words_taken_back_leave_a_tombstone_with_their_number(app: Flask) -> None:
    thread = make.make_thread(app)
    address = f"/issues/{thread}-keep-the-day-centre-open"
    bo = _member(app)
    bo.send(f"/issues/{thread}/reply", text="Regretted words.")
    _member(app, "Cleo").send(f"/issues/{thread}/reply", text="An answer.")
    assert "Others will see that you took this back" in bo.get("/posts/2/take-back").text
    assert bo.send("/posts/2/take-back").location == f"{address}#post-2"
    page = Client(app).get(address)
    assert "Regretted words." not in page.source
    assert page.all(".//article[@id='post-2']")
    assert ">Bo<" not in page.source
    assert [post.number for post in _posts(app)] == [1, 2, 3]
    with app.app_context():
        assert db.session.get_one(Thread, thread).post_count == 1
    bo.get("/posts/2/take-back", status=403)
    bo.get("/posts/2/edit", status=403)
    assert Client(app).get("/posts/2", status=302).location == f"{address}#post-2"


def test_an_opening_alone_takes_its_issue_with_it(app: Flask) -> None:
    person = make.make_trusted(app)
    alone = make.make_thread(app, byline_id=make.make_byline(app, name="Bo", person_id=person))
    bo = Client(app).sign_in(person)
    assert bo.send("/posts/1/take-back").location == "/"
    Client(app).get(f"/issues/{alone}-keep-the-day-centre-open", status=404)


def test_an_opening_that_was_answered_leaves_its_issue(app: Flask) -> None:
    person = make.make_trusted(app)
    thread = make.make_thread(app, byline_id=make.make_byline(app, name="Bo", person_id=person))
    make.make_post(app, thread, "An answer.", number=2)
    Client(app).sign_in(person).send("/posts/1/take-back")
    page = Client(app).get(f"/issues/{thread}-keep-the-day-centre-open")
    assert "An answer." in page.text
    assert "It closes on Fridays." not in page.text


def test_a_lasting_address_leads_to_the_page_that_the_post_is_on(app: Flask, client: Client) -> None:
    thread = make.make_thread(app)
    byline = make.make_byline(app)
    for number in range(2, 46):
        make.make_post(app, thread, f"Words {number}.", number=number, byline_id=byline)
    for number, start in ((1, None), (20, None), (21, 20), (40, 20), (41, 40), (45, 40)):
        query = f"?after={start}" if start else ""
        where = client.get(f"/posts/{number}", status=302).location
        assert where == f"/issues/{thread}-keep-the-day-centre-open{query}#post-{number}"
        assert client.get(where.partition("#")[0]).all(f".//article[@id='post-{number}']")
