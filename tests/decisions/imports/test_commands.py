"""`flask decisions import`, and the sources that are read by themselves."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from decisions.imports import fetching, jobs, queries
from decisions.imports.models import Origin, Run, Source
from decisions.meetings.models import Meeting
from forum import clock
from forum.db import db
from tests import make
from tests.decisions.imports.bringing import COUNCILS, make_source
from tests.decisions.imports.service import serving
from tests.decisions.imports.test_keeping import MEETINGS, all_of


def run(app: Flask, *words: str, code: int = 0) -> str:
    """Run it; return what it says."""
    result = app.test_cli_runner().invoke(args=["decisions", "import", *words])
    assert result.exit_code == code, result.output
    return result.output


def test_a_look_changes_nothing_and_then_it_does(app: Flask) -> None:
    make.make_body(app, "Audit committee")
    words = ("moderngov", "--file", str(COUNCILS / MEETINGS), "--body", "audit-committee")
    said = run(app, *words, "--dry-run")
    assert "Meeting “Audit Committee”: new" in said
    assert "Nothing was changed: this was only a look." in said
    assert [all_of(app, model) for model in (Source, Meeting, Origin, Run)] == [[]] * 4
    assert "2 are new." in run(app, *words)
    assert "2 stay the same." in run(app, *words)
    assert len(all_of(app, Source)) == 1


def test_what_is_wrong_is_a_sentence(app: Flask, tmp_path: Path) -> None:
    file = str(COUNCILS / MEETINGS)
    assert "There is no body called" in run(app, "moderngov", "--file", file, "--body", "moon", code=1)
    assert "is no day" in run(app, "moderngov", "--file", file, "--from", "soon", code=1)
    assert "Give a --file, or an --address" in run(app, "moderngov", code=1)
    assert "not an address of the web" in run(app, "csv", "--address", "ftp://a", code=1)
    assert "There is no file called" in run(app, "csv", "--file", str(tmp_path / "none"), code=1)
    assert "Say with --meeting" in run(app, "text", "--file", file, code=1)
    assert all_of(app, Meeting) == []


def test_days_outside_are_refused(app: Flask) -> None:
    make.make_body(app, "Audit committee")
    words = ("moderngov", "--file", str(COUNCILS / MEETINGS), "--body", "audit-committee", "--from", "2026-02-01")
    said = run(app, *words)
    assert "is outside the days that we asked for" in said
    assert [str(one.day) for one in all_of(app, Meeting)] == ["2026-02-10"]


def test_an_empty_table(app: Flask) -> None:
    assert run(app, "csv", "--template", "decision").startswith('\ufeff"Id","Body","Decision"')


def test_those_whose_turn_it_is(app: Flask) -> None:
    on = clock.now()
    with serving() as server, pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetching, "BETWEEN", 0.0)
        app.config["FETCH_PRIVATE"] = "1"
        nightly = make_source(app, name="Nightly", address=server.address, every="day")
        wanted = make_source(app, name="Wanted", address=server.address)
        with app.app_context():
            jobs.read_those_due(on)
            assert [one.source_id for one in all_of(app, Run)] == [nightly]
            jobs.read_those_due(on + timedelta(hours=1))
            assert len(all_of(app, Run)) == 1
            db.session.get_one(Source, wanted).asked_at = on
            db.session.commit()
            jobs.read_one_asked(on)
            jobs.read_one_asked(on)
            assert [one.source_id for one in all_of(app, Run)] == [nightly, wanted]
    with app.app_context():  # the server is gone: the run says so, and nothing else happens
        jobs.read_those_due(on + timedelta(days=2))
        last = all_of(app, Run)[-1]
        assert (last.outcome, "does not answer" in last.why) == ("failed", True)
        assert next(one for one in queries.listed() if one.source.id == nightly).failed


def test_stale_sources_wait_for_somebody(app: Flask) -> None:
    source = make_source(app, address="https://a.example.org/", every="day")
    with app.app_context():
        on, later = clock.now(), clock.now() + timedelta(days=4)
        (row,) = queries.listed()
        assert (row.is_stale(on), row.is_stale(later), row.source.id) == (False, True, source)
        assert db.session.query(Source).filter(queries.needs_somebody(on)).count() == 0
        assert db.session.query(Source).filter(queries.needs_somebody(later)).count() == 1
