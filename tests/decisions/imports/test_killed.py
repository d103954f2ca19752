"""An import that is killed leaves what was there, and can be repeated; a large one grows as it should."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import event

from decisions.imports import running
from decisions.imports.models import Run
from decisions.meetings.models import AgendaItem, Document, Meeting
from forum import clock
from forum.db import db
from tests import make
from tests.conftest import SETTINGS
from tests.decisions.imports.bringing import make_source
from tests.decisions.imports.many import many
from tests.decisions.imports.test_keeping import all_of

ROOT = Path(__file__).parents[3]
# Kills itself at one of the statements that write items: by the signal that nobody can hold back.
DYING = """
import os, signal, sys
from sqlalchemy import event
from decisions.imports import running
from forum import clock
from forum.db import db
from tests.decisions.imports.many import many
from wsgi import create_app
app, left = create_app(), [int(sys.argv[2])]
with app.app_context():
    @event.listens_for(db.engine, "after_cursor_execute")
    def die(_connection, _cursor, statement, *_more):
        if statement.startswith("INSERT INTO"):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
    running.bring(int(sys.argv[1]), lambda: many(30), by=None, on=clock.now(), anew=True)
"""


def bring_many(app: Flask, source: int, meetings: int) -> dict[str, int]:
    """Bring in so many meetings; return how much there was of each."""
    with app.app_context():
        counts = running.bring(source, lambda: many(meetings), by=None, on=clock.now(), anew=True).plan.counts
        return {name: count for name, count in counts.items() if count}


def run_and_die(app: Flask, source: int, at: int) -> None:
    """Bring things in by another process, which is killed at one of its statements."""
    env = {name: str(value) for name, value in SETTINGS.items() if name in ("SECRET_KEY", "JOBS", "RATE_LIMITS")}
    env |= {"DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"], "INSTANCE": str(app.config["INSTANCE"])}
    command = [sys.executable, "-c", DYING, str(source), str(at)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **env}, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()[-2000:]


def test_a_killed_import_leaves_what_was_there(app: Flask) -> None:
    source = make_source(app, body_id=make.make_body(app))
    for at in (2, 4):
        run_and_die(app, source, at)
        assert [all_of(app, model) for model in (Meeting, AgendaItem, Document)] == [[], [], []]
    assert bring_many(app, source, 30) == {"added": 30 + 300 + 300}
    assert bring_many(app, source, 30) == {"same": 630}
    assert [one.outcome for one in all_of(app, Run)] == ["stopped", "stopped", "done", "done"]


def test_work_grows_with_the_records(app: Flask) -> None:
    """Ten times the meetings take ten times the statements at most: nothing is asked for again and again."""
    source, figures = make_source(app, body_id=make.make_body(app)), []
    for meetings in (5, 50):
        statements: list[Any] = []
        with app.app_context():
            engine = db.engine
        listener = lambda *given, seen=statements: seen.append(given[2])  # noqa: E731
        event.listen(engine, "after_cursor_execute", listener)
        bring_many(app, source, meetings)
        event.remove(engine, "after_cursor_execute", listener)
        figures.append(len(statements))
    assert figures[1] <= figures[0] * 10


def test_a_meeting_takes_its_share_of_a_minute(app: Flask) -> None:
    """A thousand meetings with ten thousand items are to be kept in a minute: this is the tenth part of it."""
    source = make_source(app, body_id=make.make_body(app))
    begun = time.process_time()
    assert bring_many(app, source, 100)["added"] == 100 + 1000 + 1000
    assert time.process_time() - begun < 6
