"""Pages hold twenty and miss nothing, whatever falls on the same moment: issues, the public log, the posts of an issue
forwards and backwards, with words that were taken back or still wait in between.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import delete, insert
from werkzeug.datastructures import MultiDict

from decisions.issues import choosing, filters
from decisions.issues.queries import PAGE, page
from forum import clock
from forum.access import GUEST
from forum.db import db
from forum.history import public_log
from forum.history.models import Event
from forum.history.public_log import Entry
from forum.say import Sentence
from forum.threads import queries
from forum.threads.models import Post, Thread
from tests import make
from tests.sizes import sized

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
moment = some.integers(0, 4).map(lambda minutes: BEGAN + timedelta(minutes=minutes))
state = some.sampled_from(["shown", "shown", "hidden", "withdrawn", "waiting"])
moments = some.integers(0, 70).flatmap(lambda size: some.lists(moment, min_size=size, max_size=size))
states = some.integers(0, 70).flatmap(lambda size: some.lists(state, min_size=size, max_size=size))
often = settings(max_examples=sized(8, 200))


@contextmanager
def only(app: Flask, model: type[Thread | Post | Event], rows: list[dict[str, object]]) -> Iterator[None]:
    """Have these rows, and no others, in a table."""
    with app.test_request_context():
        db.session.execute(delete(Post))
        db.session.execute(delete(model))
        if rows:
            db.session.execute(insert(model), rows)
        db.session.commit()
        yield
        db.session.remove()


@often
@given(active=moments)
def test_every_issue_stands_on_one_page(app: Flask, active: list[datetime]) -> None:
    with app.app_context():
        line, topic = make.make_byline(app), make.make_topic(app, f"Topic {datetime.now(UTC).timestamp()}")
    shared = {"slug": "x", "kind": "issue", "topic_id": topic, "byline_id": line, "state": "shown"}
    rows = [
        {**shared, "id": number, "title": f"Issue {number}", "created_at": BEGAN, "last_post_at": moment}
        for number, moment in enumerate(active, 1)
    ]
    with only(app, Thread, rows):
        wanted, seen, after, first = choosing.chosen(MultiDict(), filters.choices()), [], None, True
        while first or after is not None:
            cards, after = page(wanted, after=after, today=clock.today())
            assert len(cards) == PAGE or after is None
            seen += [(card.active_at, card.id) for card in cards]
            first = False
        assert seen == sorted(((moment, number) for number, moment in enumerate(active, 1)), reverse=True)


@often
@given(at=moments)
def test_every_line_of_the_log_stands_on_one_page(app: Flask, at: list[datetime]) -> None:
    app.extensions["public_log"]["a_test"] = lambda events: {
        one.id: Entry(one.at, Sentence(str(one.id))) for one in events
    }
    rows = [
        {"id": number, "at": moment, "verb": "a_test", "kind": "thread", "subject_id": 1, "values": {}}
        for number, moment in enumerate(at, 1)
    ]
    with only(app, Event, rows):
        seen, before, first = [], None, True
        while first or before is not None:
            entries, before = public_log.page(before=before)
            seen += [(entry.at, int(entry.what.text)) for entry in entries]
            first = False
        assert seen == sorted(((moment, number) for number, moment in enumerate(at, 1)), reverse=True)


@often
@given(stand=states)
def test_every_post_stands_on_one_page_both_ways(app: Flask, stand: list[str]) -> None:
    with app.app_context():
        db.session.execute(delete(Post))
        db.session.commit()
    thread = make.make_thread(app, f"An issue of {datetime.now(UTC).timestamp()}")
    line = make.make_byline(app)
    shared = {"thread_id": thread, "byline_id": line, "text": "Words.", "html": "<p>Words.</p>", "created_at": BEGAN}
    rows = [{**shared, "number": number, "state": state} for number, state in enumerate(stand, 1)]
    with only(app, Post, rows):
        wanted = [number for number, state in enumerate(stand, 1) if state != "waiting"]
        seen, after, first = [], None, True
        while first or after is not None:
            found = queries.posts_page(thread, after=after, who=GUEST)
            seen += [one.number for one in found.posts]
            after, first = found.after, False
        assert seen == wanted
        back, before = [], 10_000
        while before is not None:
            found = queries.posts_page(thread, before=before, who=GUEST)
            back = [one.number for one in found.posts] + back
            before = found.before
        assert back == wanted
