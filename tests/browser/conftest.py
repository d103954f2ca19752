"""A real browser against a real server, on a copy of the demonstration."""

import fcntl
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import flask_migrate
import pytest
from flask import Flask
from playwright.sync_api import Page
from werkzeug.serving import WSGIRequestHandler, make_server

from decisions.demo import loading
from forum.db import db
from tests.browser.settings import SETTINGS
from wsgi import create_app

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge")


class Quiet(WSGIRequestHandler):
    """Does not print every request."""

    def log(self, *_args: Any) -> None:
        return


@pytest.fixture(scope="session")
def base_url() -> str:
    """Addresses are given whole; ours in place of the plug-in's, which warns."""
    return ""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's browser; as root it needs to be told that it may run without a sandbox."""
    given = {**browser_type_launch_args}
    found = next(
        (path for name in (os.environ.get("BROWSER_BIN"), *NAMES) if name and (path := shutil.which(name))), None
    )
    if found:
        given["executable_path"] = found
    given["args"] = ["--disable-gpu", "--lang=en-GB", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return given


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demonstration: loaded once for a run, by the worker that comes first, and copied for each
    test that changes it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demo"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "loaded").exists():
            _load_demo(folder)
            (folder / "loaded").touch()
    return folder / "doorway.db"


def _load_demo(folder: Path) -> None:
    app = create_app(**SETTINGS, INSTANCE=folder)
    with app.app_context():
        flask_migrate.upgrade()
        loading.load(lambda _words: None)
        db.session.remove()
        with db.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        db.engine.dispose()


def serve(app: Flask) -> Iterator[str]:
    """Serve an app on a free port of this machine until the test is over."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def read_only(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration, served once for all tests that change nothing that another test looks at."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copy(demo_file, folder / "doorway.db")
    yield from serve(create_app(**SETTINGS, INSTANCE=folder))


@pytest.fixture
def demo_app(demo_file: Path, tmp_path: Path) -> Flask:
    """An app on a copy of the demonstration of its own."""
    shutil.copy(demo_file, tmp_path / "doorway.db")
    return create_app(**SETTINGS, INSTANCE=tmp_path)


@pytest.fixture
def own(demo_app: Flask) -> Iterator[str]:
    """The demonstration, served for this test alone."""
    yield from serve(demo_app)


@pytest.fixture
def empty_app(tmp_path: Path) -> Flask:
    """An app of a place where nothing is set up and nothing was written yet."""
    app = create_app(**SETTINGS, INSTANCE=tmp_path)
    with app.app_context():
        flask_migrate.upgrade()
    return app


@pytest.fixture
def empty(empty_app: Flask) -> Iterator[str]:
    """That place, served."""
    yield from serve(empty_app)


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    """A page that fails the test when its console reports anything, or when it asks another site for something."""
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: faults.append(request.url) if "127.0.0.1" not in request.url else None)
    yield page
    assert faults == []
