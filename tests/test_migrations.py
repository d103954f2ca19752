"""Migrations on a filled database: no step loses a row or changes a value, up or down, on both databases."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import flask_migrate
import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory
from flask import Flask, current_app

from forum.db import db
from tests.apps import keep_from_others

FIRST = "0001"
Rows = dict[str, list[dict[str, Any]]]
# What the checks of the database ask for, by table: a value, or one for the first row and one for the second.
ASKED: dict[str, dict[str, Any]] = {
    "affected": {"browser": (None, "b"), "person_id": (1, None)},
    "affiliation": {"confirmed_at": (..., None), "confirmed_by_id": (1, None), "refused_at": (None, ...)},
    "attendance": {"attended": ("expected", "present")},
    "clear_mark": {"said": ("yes", "part"), "browser": (None, "b"), "person_id": (1, None)},
    "deadline": {"basis": ("law", "typical")},
    "decision": {"result": ("unknown", "refused"), "call_in": ("unknown", "open")},
    "delivery": {"state": ("waiting", "sent")},
    "document": {"kind": ("agenda", "other")},
    "doubt": {"done_at": (None, ...), "outcome": ("", "right")},
    "draft_move": {"state": ("waiting", "approved"), "move_id": (None, 2)},
    "edition": {"sort": ("easy-read", "signed"), "media": ("text/plain", ""), "state": ("shown", "hidden")},
    "entry": {"kind": ("body", "rule")},
    "entry_version": {"verb": ("loaded", "edited")},
    "follow": {"email_key": (None, "b@example.org"), "person_id": (1, None)},
    "joined_record": {"state": ("suggested", "joined"), "item_id": (None, 2), "decision_id": (1, None)},
    "meeting": {"status": ("planned", "put-off")},
    "move": {"kind": ("raised", "corrected"), "corrects_id": (None, 1), "state": ("shown", "hidden")},
    "post": {"state": ("shown", "hidden")},
    "paragraph": {"about": ("decision", "area"), "heading": ("asked", "changed")},
    "promise": {"stage": ("under-way", "dropped"), "state": ("shown", "hidden"), "basis": ("promise", "law")},
    "promise_check": {"word": ("kept", "dont-know"), "person_id": (1, None), "follow_id": (None, 2)},
    "promise_event": {"kind": ("made", "dropped"), "voice": ("body", "member")},
    "question": {"stage": ("waiting", "answered"), "state": ("shown", "hidden")},
    "question_event": {"kind": ("asked", "published"), "voice": ("asker", "body")},
    "question_letter": {"accepted_at": (..., None), "failed_at": (None, ...)},
    "recorded_vote": {"vote": ("for", "against")},
    "run": {"ended_at": (None, ...), "outcome": ("", "done")},
    "source": {"reader": ("moderngov", "csv"), "every": ("", "day")},
    "stop": {"role": ("here", "decide")},
    "summary": {"thread_id": (1, None), "document_id": (None, 2), "state": ("shown", "hidden")},
    "thread": {"state": ("shown", "withdrawn")},
    "unasked": {"person_id": (1, None), "follow_id": (None, 2)},
    "verdict": {"word": ("changed", "dont-know")},
    "word_suggestion": {"done_at": (None, ...), "outcome": ("", "declined")},
}


def step(connection: sa.Connection, table: sa.Table, number: int) -> dict[str, Any]:
    """A row with every column filled in: keys point to the rows with the same number, one's own table to the first."""
    values = {column.name: value(column, number) for column in table.columns if column.computed is None}
    for name, asked in ASKED.get(table.name, {}).items():
        given = asked[number - 1]
        if given is not ... and name in values:
            values[name] = given
    return values


def value(column: sa.Column[Any], number: int) -> Any:
    """A value of the column's type, another one for each number."""
    for key in column.foreign_keys:
        own = key.column.table is column.table
        return (None if number == 1 else 1) if own else number
    kinds: dict[type, Any] = {
        bool: True,
        int: number,
        date: date(2026, 3, number),
        datetime: datetime(2026, 3, number, 12, 30, tzinfo=UTC),
        time: time(number, 30),
        bytes: b"\0words %d" % number,
        dict: {"n": number, "words": "ünï “çö”"},
    }
    if (kind := column.type.python_type) in kinds:
        found = kinds[kind]
        return found.replace(tzinfo=None) if kind is datetime and not getattr(column.type, "timezone", False) else found
    return f"{column.name} “{number}”"[: getattr(column.type, "length", None) or 60]


@pytest.fixture
def first(app: Flask) -> Iterator[Flask]:
    """An app whose database is at the first revision, empty."""
    keep_from_others(app)
    with app.app_context():
        flask_migrate.downgrade(revision=FIRST)
        yield app


def revisions() -> list[str]:
    """Every revision, the oldest first."""
    folder = current_app.extensions["migrate"].directory
    return [one.revision for one in ScriptDirectory(folder).walk_revisions()][::-1]


def tables() -> list[sa.Table]:
    """The tables that the database has now, parents before children; without the search index, which is made anew."""
    metadata = sa.MetaData()
    metadata.reflect(db.engine, only=lambda name, _: not name.startswith("search_") and name != "alembic_version")
    return metadata.sorted_tables


def fill(known: Rows) -> None:
    """Put two rows into every table that has none yet; a step may have made rows of what stood there."""
    made = {name for name, rows in held().items() if rows}
    with db.engine.begin() as connection:
        for table in tables():
            if table.name not in known and table.name not in made:
                for number in (1, 2):
                    connection.execute(table.insert().values(step(connection, table, number)))


def held() -> Rows:
    """Every row of every table."""
    with db.engine.connect() as connection:
        return {
            table.name: [
                dict(row._mapping) for row in connection.execute(table.select().order_by(*table.primary_key.columns))
            ]
            for table in tables()
        }


def lost(before: Rows, now: Rows) -> list[str]:
    """What stood there before and does not any more, in the tables and columns that both have."""
    wrong = []
    for name, rows in before.items():
        if name in now and len(rows) != len(now[name]):
            wrong.append(f"{name}: {len(rows)} rows before, {len(now[name])} now")
        for old, new in zip(rows, now.get(name, ()), strict=False):
            wrong += [
                f"{name}.{key}: {old[key]!r} is {new[key]!r}" for key in old if key in new and old[key] != new[key]
            ]
    return wrong


def test_every_step_up_and_down_keeps_every_row(first: Flask) -> None:
    known: Rows = {}
    first_tables = set(held())
    for revision in revisions():
        flask_migrate.upgrade(revision=revision)
        now = held()
        assert lost(known, now) == [], f"up to {revision}"
        assert set(known) <= set(now), f"up to {revision}"
        fill(known)
        known = held()
    assert len(known) > 30 and all(len(rows) == 2 for rows in known.values())
    for revision in revisions()[-2::-1]:
        flask_migrate.downgrade(revision=revision)
        now = held()
        known = {name: rows for name, rows in known.items() if name in now}  # a table that a step made goes with it
        assert lost(known, now) == [], f"down to {revision}"
    assert len(known) > 30
    flask_migrate.upgrade()
    founding = {name: rows for name, rows in known.items() if name in first_tables}  # a later one comes back empty
    assert lost(founding, held()) == [], "up again"


def test_what_is_lost_is_seen() -> None:
    before: Rows = {"post": [{"id": 1, "text": "a"}, {"id": 2, "text": "b"}]}
    assert lost(before, {"post": [{"id": 1, "text": "a", "new": 0}, {"id": 2, "text": "b", "new": 0}]}) == []
    assert lost(before, {"post": [{"id": 1, "text": "a"}]}) == ["post: 2 rows before, 1 now"]
    assert lost(before, {"post": [{"id": 1, "text": "c"}, {"id": 2, "text": "b"}]}) == ["post.text: 'a' is 'c'"]
