"""A site that is served by real processes, and browsers that speak to it over HTTP."""

import http.client
import os
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from forum.db import db
from tests.client import Client
from tests.conftest import SETTINGS

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0
GUNICORN = (sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "--log-level", "warning")
SERVE = (sys.executable, "-m", "flask", "--app", "wsgi", "forum", "serve")


class Browser:
    """Somebody's browser: one connection, one cookie."""

    def __init__(self, port: int, app: Flask, person_id: int | None = None) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.headers, self.token = {"Sec-Fetch-Site": "same-origin"}, ""
        if person_id is not None:
            client = Client(app).sign_in(person_id)
            self.token = client.token()
            with client.raw.session_transaction() as session:
                signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
                self.headers["Cookie"] = f"{app.config['SESSION_COOKIE_NAME']}={signer.dumps(dict(session))}"

    def close(self) -> None:
        """Close it."""
        self.line.close()

    def get(self, address: str) -> int:
        """Open a page; return its status."""
        return self._ask("GET", address, None)

    def post(self, address: str, **typed: str) -> int:
        """Press a button; return the status."""
        return self._ask("POST", address, urllib.parse.urlencode({"csrf_token": self.token, **typed}))

    def _ask(self, method: str, address: str, body: str | None) -> int:
        more = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        try:
            self.line.request(method, address, body, {**self.headers, **more})
            answer = self.line.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            self.line.close()
            raise
        return answer.status


@contextmanager
def put_away(app: Flask) -> Iterator[Flask]:
    """Close an app's connections in the end, whatever happened."""
    try:
        yield app
    finally:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


@contextmanager
def served(app: Flask, port: int, *command: str, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """Serve the database of an app by another process, until the block ends."""
    env = {
        **{"PATH": os.environ["PATH"], "INSTANCE": str(app.config["INSTANCE"]), "PORT": str(port), "RATE_LIMITS": "0"},
        **{"SECRET_KEY": str(SETTINGS["SECRET_KEY"]), "DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"]},
        **more,
    }
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process, port)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Ask for the state of the server until it answers; each question waits for the one before."""
    while process.poll() is None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            line.request("GET", "/healthz")
            if line.getresponse().status == 200:
                return
        except OSError:
            os.sched_yield()
        finally:
            line.close()
    raise AssertionError("the server did not start")
