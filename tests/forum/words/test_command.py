"""`flask forum check-text` reads files and says what it found, without a database."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask

from tests.conftest import SETTINGS
from wsgi import create_app

ROOT = Path(__file__).parent.parent.parent.parent
KEYS = ["file", "sentences", "words", "syllables", "polysyllables", "fk", "smog", "reading_age", "findings"]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An app without a database that could be opened."""
    return create_app(**SETTINGS, DATABASE_URL="sqlite:////nowhere/at/all.db", INSTANCE=tmp_path_factory.mktemp("app"))


def run(app: Flask, *words: str) -> Result:
    """Run the command."""
    return app.test_cli_runner().invoke(args=["forum", "check-text", *words])


def data(app: Flask, path: Path) -> dict[str, Any]:
    """What the command prints of one file as data."""
    result = run(app, str(path), "--json")
    assert result.exit_code == 0, result.output
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    assert isinstance(found, dict)
    return found


def test_one_object_a_line(app: Flask, tmp_path: Path) -> None:
    first, second = tmp_path / "first.md", tmp_path / "second.md"
    first.write_bytes("😀 The ICBs met.\r\nIt was agreed.".encode())
    second.write_text("")
    result = run(app, str(first), str(second), "--json")
    one, other = map(json.loads, result.stdout.splitlines())
    assert (result.exit_code, list(one), list(other)) == (0, KEYS, KEYS)
    assert (one["file"], one["words"], one["reading_age"]) == (str(first), 6, None)
    assert (one["fk"], one["smog"]) == (pytest.approx(3.28, abs=0.001), pytest.approx(7.17, abs=0.01))
    assert (other["words"], other["fk"], other["smog"], other["findings"]) == (0, 0, 0, [])
    found = {each["type"]: each for each in one["findings"]}
    assert list(found["passive"]) == ["type", "start", "end", "text", "reason", "suggestion"]
    assert (found["abbreviation"]["start"], found["abbreviation"]["end"]) == (7, 10)
    assert (found["abbreviation"]["text"], found["term"]["text"]) == ("ICB", "ICBs")
    assert (found["passive"]["start"], found["passive"]["text"]) == (21, "was agreed")


def test_an_age_from_100_words_and_5_sentences(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_text("We will call you on the phone. " * 14)
    assert data(app, path)["reading_age"] is None  # 98 words
    path.write_text("We will call you on the phone. " * 14 + "We do that.")
    found = data(app, path)
    assert (found["words"], found["reading_age"]) == (101, 4)  # as it is; a page says "7 or under"
    path.write_text("word " * 120)
    assert data(app, path)["reading_age"] is None


def test_what_can_not_be_read_is_said_and_the_rest_is_done(app: Flask, tmp_path: Path) -> None:
    good, odd, long, wide = (tmp_path / name for name in ("good.md", "odd.md", "long.md", "wide.md"))
    good.write_text("We utilise it.")
    odd.write_bytes(b"\xff\xfe")
    long.write_text("word " * 20_001)
    wide.write_text("w" * 200_001)
    result = run(app, str(tmp_path / "none.md"), str(odd), str(long), str(wide), str(tmp_path), str(good))
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{good}: 1 sentence, 3 words. Write a little more")
    assert "jargon: “utilise”" in result.stdout
    assert len(result.stderr.splitlines()) == 5
    assert result.stderr.count("too long to check") == 2


def test_it_needs_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The quorum was met.")
    env = {"PATH": os.environ["PATH"], "INSTANCE": str(tmp_path / "instance")}
    command = [sys.executable, "-m", "flask", "--app", str(ROOT / "wsgi.py"), "forum", "check-text", "a.md", "--json"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [one["type"] for one in json.loads(done.stdout)["findings"]] == ["term", "passive"]
