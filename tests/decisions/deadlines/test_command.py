"""`flask decisions deadline` says a date and its working, in words or as data, and a sentence for what is wrong."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask

from decisions.packs import files
from tests.conftest import SETTINGS
from wsgi import create_app

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An app without a database that could be opened."""
    return create_app(**SETTINGS, DATABASE_URL="sqlite:////nowhere/at/all.db", INSTANCE=tmp_path_factory.mktemp("app"))


def run(app: Flask, *words: str) -> Result:
    """Run the command."""
    return app.test_cli_runner().invoke(args=["decisions", "deadline", *words])


def data(app: Flask, *words: str) -> dict[str, Any]:
    """What the command prints as data."""
    result = run(app, *words, "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def test_as_data(app: Flask) -> None:
    found = data(app, "foi.reply", "--from", "2026-07-01")
    assert list(found) == ["rule", "due", "means", "basis", "source", "confidence", "working"]
    assert (found["rule"], found["due"], found["means"]) == ("foi.reply", "2026-07-30", "last-day")
    assert (found["basis"], found["confidence"]) == ("law", "high")
    assert any("13 July" in one and "Northern Ireland" in one for one in found["working"])


def test_the_number_of_a_fact_works_too(app: Flask) -> None:
    assert data(app, "K21", "--from", "2026-07-01") == data(app, "foi.reply", "--from", "2026-07-01")
    assert data(app, "K33.stage1-reply", "--from", "2026-12-01")["due"] == "2026-12-15"
    assert data(app, "K40", "--from", "2026-12-07")["rule"] == "homeless-review.ask"
    assert data(app, "K48", "--from", "2026-12-07")["due"] == "2027-02-01"


def test_another_calendar(app: Flask) -> None:
    assert data(app, "K21", "--from", "2026-07-01", "--calendar", "england-wales")["due"] == "2026-07-29"
    assert data(app, "K30", "--from", "2026-07-10", "--calendar", "any-uk")["due"] == "2026-07-16"


def test_a_notice(app: Flask) -> None:
    back = data(app, "K06", "--before", "2026-12-17")
    assert (back["due"], back["means"]) == ("2026-12-09", "publish-by")
    first = data(app, "K06", "--from", "2026-12-09")
    assert (first["due"], first["means"]) == ("2026-12-17", "first-day")


def test_hours_give_a_moment_with_its_zone(app: Flask) -> None:
    assert data(app, "K74", "--from", "2026-07-01T15:00")["due"] == "2026-07-02T15:00:00+01:00"
    assert data(app, "K74", "--from", "2026-07-01 15:00")["due"] == "2026-07-02T15:00:00+01:00"


def test_pauses(app: Flask) -> None:
    found = data(app, "K27", "--from", "2026-12-01", "--pause", "2026-12-07", "2026-12-11")
    assert found["due"] == "2027-01-06"
    assert any("stood still" in one for one in found["working"])


def test_in_words(app: Flask) -> None:
    result = run(app, "K40", "--from", "2026-12-07")
    assert result.exit_code == 0
    for words in ("Last day: Sunday 27 December", "By law: Housing Act 1996", "We are sure of this.", "K40.court"):
        assert words in result.output


WRONG = [
    (("K05", "--from", "2026-12-01"), "There is no number of days."),
    (("K58", "--from", "2026-12-01"), "It should be done in good time."),
    (("K44.longer-pause", "--from", "2026-12-01"), "not yet in use"),
    (("K07", "--from", "2026-12-01"), "There is no rule called “K07”. Near: K05, K06, K08, K09."),
    (("foi.repyl", "--from", "2026-12-01"), "foi.reply"),
    (("K21", "--from", "1 December"), "is no date"),
    (("K21", "--from", "2026-02-30"), "is no date"),
    (("K21", "--from", ""), "is no date"),
    (("K21", "--from", "2026-13-01T99:99"), "is no date"),
    (("K06", "--before", "soon"), "is no date"),
    (("K21",), "Give one day"),
    (("K06", "--from", "2026-12-01", "--before", "2026-12-09"), "Give one day"),
    (("K21", "--before", "2026-12-01"), "runs forward"),
    (("K21", "--from", "2040-12-01"), "from 2024 to 2030 only"),
    (("K21", "--from", "0001-01-01"), "between 1900 and 2199"),
    (("K21", "--from", "2026-12-01", "--calendar", "france"), "There is no calendar called “france”."),
    (("K21", "--from", "2026-12-01", "--place", "nowhere"), "There is no place called “nowhere”."),
    (("K21", "--from", "2026-12-01", "--place", "../england"), "There is no place"),
    (("K21", "--from", "2026-12-01", "--pause", "x", "2026-12-02"), "is no date"),
    (("K21", "--from", "2026-12-01", "--pause", "2026-12-03", "2026-12-02"), "end before it starts"),
    (("K06", "--from", "2026-12-01", "--pause", "2026-12-02", "2026-12-03"), "can’t be paused"),
    (("K06", "--before", "2026-12-21", "--pause", "2026-12-02", "2026-12-03"), "can’t be paused"),
    (("K97.school-days", "--from", "2026-12-01"), "term dates"),
    (("K28", "--from", "2026-06-18"), "It does not hold before."),
]


@pytest.mark.parametrize(("words", "sentence"), WRONG)
def test_what_is_wrong_is_a_sentence(app: Flask, words: tuple[str, ...], sentence: str) -> None:
    for more in ((), ("--json",)):
        result = run(app, *words, *more)
        assert result.exit_code == 2, result.output
        assert sentence in result.stderr
        assert result.stdout == ""
        assert "Traceback" not in result.output


def test_a_pack_with_faults_is_a_sentence(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/pack.toml").write_text("[pack\n")
    monkeypatch.setattr(files, "DATA", tmp_path)
    result = run(app, "K21", "--from", "2026-12-01", "--place", "broken")
    assert result.exit_code == 2
    assert "check-pack" in result.stderr


def test_a_place_sets_its_own_number(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "here"
    place.mkdir()
    shutil.copytree(files.DATA / "england", tmp_path / "england")
    (place / "pack.toml").write_text(
        '[pack]\nid = "here"\nname = "Here"\nlicence = "none"\nbuilds_on = "england"\n'
        '[[rule]]\nid = "public-question"\nnumber = true\nlength = 3\ncut_off = "12:00"\nbasis = "local"\n'
    )
    monkeypatch.setattr(files, "DATA", tmp_path)
    monkeypatch.setattr(files.find, "__defaults__", (tmp_path,))
    found = data(app, "K71", "--before", "2026-12-17", "--place", "here")
    assert (found["due"], found["means"], found["basis"]) == ("2026-12-14T12:00:00+00:00", "publish-by", "local")


def test_it_needs_no_database_key_or_setting(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "INSTANCE": str(tmp_path)}
    words = ["-m", "flask", "--app", "wsgi", "decisions", "deadline", "K21", "--from", "2026-07-01", "--json"]
    done = subprocess.run([sys.executable, *words], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["due"] == "2026-07-30"
    assert not list(tmp_path.rglob("*.db"))
