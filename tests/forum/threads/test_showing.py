"""Waiting, shown, hidden: what moderators decide, the counts, and what each reader sees."""

from typing import Any

from flask import Flask
from sqlalchemy import event

from forum import clock, subjects
from forum.access import GUEST, Role, Shown, Standing
from forum.db import db
from forum.history.actions import after_record
from forum.people.models import Person
from forum.threads import actions, queries
from forum.threads.models import Post, Thread
from forum.threads.opening import Opening
from tests import make


def _raise(app: Flask, by: Standing, **more: Any) -> int:
    topic = make.make_topic(app, f"Topic {clock.now().timestamp()}")
    with app.app_context():
        given = {"kind": "issue", "title": "Keep it", "opening": Opening("It closes."), "topic_id": topic, **more}
        thread = actions.raise_thread(**given, by=by, on=clock.now())
        db.session.commit()
        return thread.id


def _set_state(app: Flask, kind: str, subject_id: int, state: Shown) -> None:
    with app.app_context():
        set_state = subjects.get(kind).set_state
        assert set_state is not None
        set_state(subject_id, state, by=None, on=clock.now())
        db.session.commit()


def _states(app: Flask, thread_id: int) -> tuple[str, list[str], int]:
    with app.app_context():
        thread = db.session.get_one(Thread, thread_id)
        posts = queries.posts_page(thread_id, who=Standing(person_id=0, roles=frozenset([Role.MODERATOR]))).posts
        return thread.state, [post.state for post in posts], thread.post_count


def test_to_show_a_waiting_issue_shows_its_opening_and_trusts_its_writer(app: Flask) -> None:
    ada = make.make_person(app, name="Ada")
    for kind in ("thread", "post"):
        with app.app_context():
            db.session.get_one(Person, ada).trusted_at = None
            db.session.commit()
        thread = _raise(app, make.standing_of(app, ada))
        with app.app_context():
            post = queries.posts_page(thread, who=make.standing_of(app, ada)).posts[0].id
        assert _states(app, thread) == (Shown.WAITING, [Shown.WAITING], 0)
        _set_state(app, kind, thread if kind == "thread" else post, Shown.SHOWN)
        assert _states(app, thread) == (Shown.SHOWN, [Shown.SHOWN], 0)
        assert make.standing_of(app, ada).trusted


def test_to_hide_a_waiting_issue_hides_its_opening_and_trusts_nobody(app: Flask) -> None:
    ada = make.make_person(app, name="Ada")
    thread = _raise(app, make.standing_of(app, ada))
    _set_state(app, "thread", thread, Shown.HIDDEN)
    assert _states(app, thread) == (Shown.HIDDEN, [Shown.HIDDEN], 0)
    assert not make.standing_of(app, ada).trusted


def test_hiding_and_showing_a_reply_keeps_the_counts(app: Flask) -> None:
    bo = make.standing_of(app, make.make_trusted(app))
    thread = _raise(app, bo)
    with app.app_context():
        first = db.session.get_one(Thread, thread).last_post_at
        post = actions.reply(db.session.get_one(Thread, thread), text="Hello", by=bo, on=clock.now()).id
        db.session.commit()
    _set_state(app, "post", post, Shown.HIDDEN)
    assert _states(app, thread) == (Shown.SHOWN, [Shown.SHOWN, Shown.HIDDEN], 0)
    with app.app_context():
        assert db.session.get_one(Thread, thread).last_post_at == first
    _set_state(app, "post", post, Shown.SHOWN)
    assert _states(app, thread) == (Shown.SHOWN, [Shown.SHOWN, Shown.SHOWN], 1)


def test_a_hidden_post_has_no_words_for_others(app: Flask) -> None:
    ada = make.make_person(app, name="Ada")
    thread = make.make_thread(app)
    mine = make.make_byline(app, name="Ada", person_id=ada)
    make.make_post(app, thread, "Hidden words.", number=2, byline_id=mine, state=Shown.HIDDEN)
    with app.app_context():
        for who, sees in (
            (GUEST, False),
            (make.standing_of(app, make.make_trusted(app)), False),
            (make.standing_of(app, ada), True),
            (make.standing_of(app, make.make_person(app, name="Mo", role=Role.MODERATOR)), True),
        ):
            post = queries.posts_page(thread, who=who).posts[1]
            assert (post.seen, post.name, post.html) == (sees, "Ada" * sees, "<p>Hidden words.</p>" * sees)


def test_every_channel_asks_the_same_question_of_a_post_and_its_issue(app: Flask) -> None:
    thread = make.make_thread(app, state=Shown.HIDDEN)
    post = make.make_post(app, thread, "Words.", number=2)
    with app.app_context():
        moderator = make.standing_of(app, make.make_person(app, name="Mo", role=Role.MODERATOR))
        for kind, one in (("thread", thread), ("post", post)):
            assert subjects.visible(kind, one, GUEST) is None
            assert subjects.visible(kind, one, moderator) is not None
            search = subjects.get(kind).search
            assert search is not None
            assert search(subjects.one(kind, one)) is None


def test_pages_of_posts_go_on_and_back(app: Flask) -> None:
    thread = make.make_thread(app)
    byline = make.make_byline(app)
    for number in range(2, 8):
        make.make_post(app, thread, f"Words {number}.", number=number, byline_id=byline)
    with app.app_context():

        def numbers(**where: int) -> tuple[list[int], int | None, int | None]:
            page = queries.posts_page(thread, limit=3, who=GUEST, **where)
            return [post.number for post in page.posts], page.before, page.after

        assert numbers() == ([1, 2, 3], None, 3)
        assert numbers(after=3) == ([4, 5, 6], 4, 6)
        assert numbers(after=6) == ([7], 7, None)
        assert numbers(before=7) == ([4, 5, 6], 4, 6)
        assert numbers(before=4) == ([1, 2, 3], None, 3)
        assert numbers(after=99) == ([], None, None)


def test_a_guests_page_of_posts_is_one_query(app: Flask) -> None:
    thread = make.make_thread(app)
    for number in range(2, 22):
        make.make_post(app, thread, f"Words {number}.", number=number)
    with app.app_context():
        asked: list[str] = []
        event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
        page = queries.posts_page(thread, who=GUEST)
        assert len(page.posts) == 20
        assert len([one for one in asked if one.startswith("SELECT")]) == 1


def _wrote(app: Flask, who: Standing) -> int:
    """Somebody wrote, changed it, is affected and looks after an issue: its id."""
    thread = make.make_thread(app)
    with app.app_context():
        issue, on = db.session.get_one(Thread, thread), clock.now()
        post = actions.reply(issue, text="Canary one.", other_name="Robin", by=who, on=on)
        actions.edit_post(post, text="Canary two.", by=who, on=on)
        actions.affects_me(issue, person_id=who.person_id, on=on)
        actions.take_on(issue, by=who, on=on)
        db.session.commit()
    return thread


def test_what_a_person_put_in_is_theirs_to_take_along(app: Flask) -> None:
    who = make.standing_of(app, make.make_trusted(app, "Ada"))
    _wrote(app, who)
    with app.app_context():
        found = [
            row for kind in ("thread", "post") for row in (subjects.get(kind).export_for or _nothing)(who.person_id)
        ]
        assert {row.get("text") for row in found} == {None, "Canary two."}


def test_erasing_takes_marks_and_earlier_words(app: Flask) -> None:
    ada = make.make_trusted(app, "Ada")
    thread = _wrote(app, make.standing_of(app, ada))
    with app.app_context():
        for kind in ("thread", "post"):
            (subjects.get(kind).erase or _nothing)(ada)
        db.session.commit()
        issue = db.session.get_one(Thread, thread)
        assert (issue.post_count, issue.affected_count) == (1, 0)
        assert queries.keeper(thread) is None
        assert queries.versions(queries.posts_page(thread, who=GUEST).posts[1].id) == []


def test_words_taken_back_with_an_account_leave_tombstones(app: Flask) -> None:
    ada = make.make_trusted(app, "Ada")
    thread = _wrote(app, make.standing_of(app, ada))
    with app.app_context():
        (subjects.get("post").take_back or _nothing)(ada, by=ada, on=clock.now())
        db.session.commit()
        page = queries.posts_page(thread, who=GUEST)
        assert [(one.number, one.seen) for one in page.posts] == [(1, True), (2, False)]
        assert db.session.get_one(Post, page.posts[1].id).text == ""
        assert db.session.get_one(Thread, thread).post_count == 0


def _nothing(*_args: Any, **_kwargs: Any) -> Any:
    raise AssertionError("this kind does not say how")


def test_to_show_an_issue_tells_the_index_of_its_posts(app: Flask) -> None:
    thread = _raise(app, make.standing_of(app, make.make_person(app, name="Ada")))
    told: list[tuple[str, int]] = []
    after_record(app, told.append)
    _set_state(app, "thread", thread, Shown.SHOWN)
    assert {"thread", "post"} <= {kind for kind, _one in told}
