"""One action, one transaction: whatever statement fails, nothing of the action is kept, its writer is told so with
their words given back, and the same button works afterwards.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import MetaData, event, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError

from forum import clock
from forum.db import db
from tests import make
from tests.client import HERE, Client
from tests.forum.moderation.scene import report
from tests.forum.people.letters import link_in, newest
from tests.sizes import sized
from tests.travel import start_journey

WORDS = "These are my own words, and I want them back."
STEP = sized(7, 1)  # with the suite every seventh statement fails, and when proving each
Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Act:
    """A button: who presses it, where it leads, what is typed."""

    browser: Client
    address: str
    typed: dict[str, str] = field(default_factory=dict)

    def press(self) -> Any:
        """Press it, always with the same key."""
        form = {"key": "one page", "csrf_token": self.browser.token(), **self.typed}
        return self.browser.raw.post(self.address, data=form, headers=HERE)


def _acts(app: Flask) -> dict[str, Act]:
    """What people do most, ready to be pressed."""
    amina, dev = make.make_trusted(app, "Amina"), make.make_person(app, name="Dee", role="facilitator")
    line = make.make_byline(app, name="Amina", person_id=amina)
    thread, quiet = make.make_thread(app), make.make_thread(app, "A quiet issue")
    post, other = (make.make_post(app, thread, "Mine.", number=number, byline_id=line) for number in (2, 3))
    body = make.make_body(app)
    make.make_affiliation(app, dev, body)
    stops, today = start_journey(app, thread, ("decide", body)), clock.today().isoformat()
    report(app, other)
    Client(app).send("/join", name="Joan", email="joan@example.org")
    member, helper = Client(app).sign_in(amina), Client(app).sign_in(dev)
    mod = Client(app).sign_in(make.make_person(app, name="Mo", role="moderator"))
    happened = {"kind": "agreed", "evidence": "official-record", "source": "https://example.org/1", "plain": WORDS}
    happened |= {"stop": str(stops[1]), "seen": "1", "happened_on": today}
    here = f"/issues/{thread}"
    return {
        "reply": Act(member, f"{here}/reply", {"text": WORDS, "other_name": "Quiet River"}),
        "edit": Act(member, f"/posts/{post}/edit", {"text": WORDS}),
        "affects": Act(member, f"{here}/affects-me"),
        "follow": Act(member, f"/follow/thread/{thread}"),
        "follow by e-mail": Act(Client(app), f"/follow/thread/{thread}", {"email": "nora@example.org"}),
        "look after": Act(member, f"{here}/look-after"),
        "ask": Act(helper, f"{here}/ask", {"text": WORDS, "agreed_by": "All of us", "agreed_on": today}),
        "start": Act(helper, f"/issues/{quiet}/steps/start", {"step_1-body": str(body), "step_1-role": "decide"}),
        "happened": Act(helper, f"{here}/happened", happened),
        "answer": Act(helper, f"{here}/answer", {"text": WORDS, "body": str(body)}),
        "report": Act(Client(app), f"/report?kind=post&id={post}", {"reason": "unkind", "words": WORDS}),
        "rule": Act(mod, f"/hide?kind=post&id={other}", {"deed": "hide", "reason": "unkind", "seen": "0"}),
        "join": Act(Client(app), link_in(app, newest(app)), {"name": "Joan"}),
        "take back": Act(member, f"/posts/{post}/take-back"),
        "leave": Act(member, "/me/leave", {"take_back": "y"}),
    }


NAMES = (
    *("reply", "edit", "affects", "follow", "follow by e-mail", "look after", "ask", "start", "happened", "answer"),
    *("report", "rule", "join", "take back", "leave"),
)


class Fault:
    """Fails at one statement of a request; `fired` tells whether the request came so far."""

    def __init__(self, at: int) -> None:
        self.left, self.fired = at, False

    def count(self, *_event: Any) -> None:
        if self.left == 0 and not self.fired:
            self.fired = True
            raise OperationalError("a statement", {}, Exception("the disk has gone"))
        self.left -= 1

    def statement(self, _connection: Any, _cursor: Any, words: str, *_more: Any) -> None:
        if not words.startswith(("BEGIN", "ROLLBACK")):
            self.count()


@contextmanager
def failing(engine: Engine, at: int) -> Iterator[Fault]:
    """Have the statement with this number, or the commit after the last, fail."""
    fault = Fault(at)
    event.listen(engine, "before_cursor_execute", fault.statement)
    event.listen(engine, "commit", fault.count)
    try:
        yield fault
    finally:
        event.remove(engine, "before_cursor_execute", fault.statement)
        event.remove(engine, "commit", fault.count)


def everything(app: Flask, tables: MetaData) -> Rows:
    """Every row of every table, search's own too."""
    with app.app_context(), db.engine.connect() as connection:
        if not tables.tables:
            tables.reflect(connection, only=lambda name, _: not name.startswith("search_") or name == "search_entry")
        return {
            name: sorted(tuple(map(str, row)) for row in connection.execute(select(table)))
            for name, table in tables.tables.items()
        }


@pytest.mark.parametrize("name", NAMES)
def test_all_or_nothing(app: Flask, name: str) -> None:
    act, tables = _acts(app)[name], MetaData()
    with app.app_context():
        engine = db.engine
    before, at = everything(app, tables), STEP // 2
    while True:
        with failing(engine, at) as fault:
            answer = act.press()
        if not fault.fired:
            break
        page = answer.get_data(as_text=True)
        assert answer.status_code == 503, (at, page)
        assert "This is not working just now" in page
        assert WORDS not in act.typed.values() or WORDS in page
        assert everything(app, tables) == before, f"something of it was kept when statement {at} failed"
        at += STEP
    assert at > STEP // 2
    assert answer.status_code == 303, answer.get_data(as_text=True)
    after = everything(app, tables)
    assert after != before
    assert act.press().status_code in (303, 404)
    again = everything(app, tables)
    if name == "join":  # who joined is signed in anew by a second press, and that is all
        after["sign_in_session"] = again["sign_in_session"] = []
    assert again == after


def test_the_list_of_acts_is_whole(app: Flask) -> None:
    assert tuple(_acts(app)) == NAMES
