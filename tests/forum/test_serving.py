"""Serving: one command that makes the tables, answers, does the jobs, and stops whole."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import flask_migrate
import pytest

from tests.sizes import sized

ROOT = Path(__file__).parent.parent.parent
GOOD = "a key for the tests, and long enough"
PATIENCE = 60  # a busy machine is no fault of ours
SECONDS_TO_STOP = sized(15, 3)


@contextmanager
def served(folder: Path, *command: str, ignored: bool = False, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """Start a command; end it, whatever happened."""
    env = {"PATH": os.environ["PATH"], "INSTANCE": str(folder), "PORT": "0", "PYTHONUNBUFFERED": "1", **settings}
    process = subprocess.Popen(
        [sys.executable, "-m", "flask", "--app", "wsgi", "forum", *(command or ("serve",))],
        cwd=ROOT,
        env=env,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=(lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)) if ignored else None,  # noqa: PLW1509
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def wait_for(process: subprocess.Popen[str], words: str) -> str:
    """Read what a command prints until a line holds some words."""
    assert process.stdout is not None
    seen = []
    for line in process.stdout:
        seen.append(line)
        if words in line:
            return line
    raise AssertionError("".join(seen))


def rest(process: subprocess.Popen[str]) -> str:
    """Read the rest of what a command prints."""
    assert process.stdout is not None
    return process.stdout.read()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_starts_answers_and_stops(tmp_path: Path, number: signal.Signals) -> None:
    """Also under a parent that hands down an ignored SIGINT, as some do."""
    with served(tmp_path, SECRET_KEY=GOOD, ignored=number == signal.SIGINT) as process:
        found = re.search(r"http://127\.0\.0\.1:\d+", wait_for(process, "Doorway is at"))
        assert found
        with urllib.request.urlopen(f"{found[0]}/healthz", timeout=PATIENCE) as answer:
            assert answer.read() == b"ok\n"
        process.send_signal(number)
        before = time.monotonic()
        assert process.wait(timeout=PATIENCE) == 0
        assert time.monotonic() - before < SECONDS_TO_STOP
        assert "Stopping." in rest(process)
    assert (tmp_path / "doorway.db").exists()


@pytest.mark.parametrize("command", ["serve", "worker"])
@pytest.mark.parametrize("key", ["", "short"])
def test_without_a_good_key_it_says_so(tmp_path: Path, command: str, key: str) -> None:
    with served(tmp_path, command, SECRET_KEY=key) as process:
        assert process.wait(timeout=PATIENCE) == 2
        lines = [line for line in rest(process).splitlines() if "SECRET_KEY" in line]
        assert lines == ["SECRET_KEY is missing or shorter than 32 characters. Set it, then start again."]


def test_an_app_without_a_good_key_answers_nothing(tmp_path: Path) -> None:
    """By whatever server it is served."""
    from wsgi import create_app

    app = create_app(SECRET_KEY="short", RATE_LIMITS="0", INSTANCE=tmp_path)
    answer = app.test_client().get("/healthz")
    assert answer.status_code == 503
    assert "SECRET_KEY" in answer.text


def test_the_demonstration_open_to_others_warns(tmp_path: Path) -> None:
    with served(tmp_path, DEMO="1", HOST="0.0.0.0") as process:
        wait_for(process, "Take care")


def test_a_name_with_several_addresses(tmp_path: Path) -> None:
    with served(tmp_path, SECRET_KEY=GOOD, HOST="localhost") as process:
        assert not wait_for(process, "Doorway is at").strip().endswith(":0")


def test_a_port_in_use_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        with served(tmp_path, SECRET_KEY=GOOD, PORT=str(one.getsockname()[1])) as process:
            assert process.wait(timeout=PATIENCE) == 2
            said = rest(process)
    assert "Set PORT to another number." in said
    assert "Traceback" not in said


def test_the_worker_works_alone(tmp_path: Path) -> None:
    """In the demonstration its key is made once, and kept."""
    keys = []
    for _ in range(2):
        with served(tmp_path, "worker", DEMO="1") as process:
            wait_for(process, "Doing the jobs")
            keys.append((tmp_path / "secret_key").read_text())
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=PATIENCE) == 0
    assert keys[0] == keys[1]
    assert len(keys[0]) >= 32
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("key", "code"), [("x" * 40, 0), ("short", 2)])
def test_several_processes(tmp_path: Path, key: str, code: int) -> None:
    """The settings for gunicorn hold, and it too refuses to begin without a good key."""
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    env = {"PATH": os.environ["PATH"], "INSTANCE": str(tmp_path), "SECRET_KEY": key, "PORT": "0"}
    with subprocess.Popen(command, cwd=ROOT, env=env, text=True, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "Booting worker" in line or "SECRET_KEY is missing" in line:
                break
        if code == 0:
            process.terminate()
        process.stderr.read()
        assert process.wait(timeout=PATIENCE) == code


def test_the_demonstration_is_loaded_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from forum import clock, serving
    from forum.db import db
    from forum.people.models import Person
    from wsgi import create_app

    app = create_app(DEMO="1", INSTANCE=tmp_path)
    loads = []

    def load(say: serving.Say) -> None:
        say("Joan")
        loads.append(1)
        db.session.add(Person(name="Joan", name_key="joan", created_at=clock.now()))
        db.session.commit()

    app.extensions["load_demo"] = load
    for _ in range(2):
        serving.prepare(app, print)
    assert loads == [1]
    assert "Joan" in capsys.readouterr().out
    with app.app_context():
        db.engine.dispose()


def test_the_demonstration_says_who_can_sign_in(tmp_path: Path) -> None:
    from forum import serving
    from wsgi import create_app

    said: list[str] = []
    app = create_app(DEMO="1", INSTANCE=tmp_path, SITE_URL="http://127.0.0.1:5000")
    with app.app_context():
        flask_migrate.upgrade()
    serving.greet(app, said.append)
    assert any(line.startswith("  Amina K. - a carer") and "amina@example.org" in line for line in said)
    assert "http://127.0.0.1:5000" in said[-1]
    said.clear()
    serving.greet(create_app(SECRET_KEY=GOOD, INSTANCE=tmp_path, SITE_URL="http://127.0.0.1:5000"), said.append)
    assert said[-1] == "Doorway is at http://127.0.0.1:5000 - Ctrl-C stops it."
    assert not any("amina@example.org" in line for line in said)
    assert any("/set-up" in line for line in said)  # nobody has said yet which place this is
