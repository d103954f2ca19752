"""What tests share: an app on each database, clients, and a database server that lives as long as the run."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import flask_migrate
import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache

from forum.db import db
from tests import databases
from tests.apps import Apps
from tests.client import Client
from tests.sharing import BOTH, Shared
from tests.sizes import PROVE, sized
from wsgi import create_app

SETTINGS = {
    "TESTING": True,
    "SECRET_KEY": "for the tests alone, and long enough for them",
    "RATE_LIMITS": "0",
    "JOBS": "0",
    "MAIL_BACKEND": "locmem",
    "SITE_URL": "",
    "DEMO": "",
    "ARGON2_QUICK": True,
}


def walked(kind: str) -> tuple[str, ...]:
    """Databases for walks over the whole site: this one, and both when proving. A walk asks who may do what, or what is
    wrong with a request, and either is answered before the database is asked; pages that write are tested one by one
    on both."""
    return sized((kind,), BOTH)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let each test that opens pages run on one of the two databases, by turns, always the same one; on both when
    proving. What it asks of the database is tested on both without a page."""
    items.sort(key=lambda item: item.path.parent.name != "tests")  # long ones first: nobody waits at the end
    elsewhere = [item for item in items if not PROVE and by_turns(item)]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in set(elsewhere)]


def by_turns(item: pytest.Item) -> bool:
    """Whether it is the turn of the other database with this test."""
    kind = next((one for one in BOTH if f"[{one}" in item.nodeid), None)
    if kind is None or "client" not in getattr(item, "fixturenames", ()):
        return False
    turn = crc32(item.nodeid.replace(f"[{kind}", "[").encode()) % 2
    return BOTH[turn] != kind


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Shared:
    """Tests that share something dear go to one worker."""
    return Shared(config, log)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> databases.Templates:
    """Migrated, empty databases to copy from; the PostgreSQL server starts when it is first asked for."""
    templates = databases.Templates(tmp_path_factory.mktemp("templates"), _migrate)
    yield templates
    templates.stop()


def _migrate(url: str, folder: Path) -> None:
    app = create_app(**SETTINGS, DATABASE_URL=url, INSTANCE=folder)
    with app.app_context():
        flask_migrate.upgrade()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Templates compiled once for all apps of a run."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates-compiled")))


@pytest.fixture(scope="session")
def apps(
    filled: databases.Templates, tmp_path_factory: pytest.TempPathFactory, compiled: FileSystemBytecodeCache
) -> Iterator[Apps]:
    """An app on each kind of database, lent to one test after another."""

    def make(url: str, folder: Path) -> Flask:
        made = create_app(**SETTINGS, DATABASE_URL=url, INSTANCE=folder)
        made.jinja_env.bytecode_cache = compiled
        return made

    found = Apps(filled, tmp_path_factory.mktemp("apps"), make)
    yield found
    found.stop()


@pytest.fixture(params=BOTH)
def app(request: pytest.FixtureRequest, apps: Apps) -> Iterator[Flask]:
    """An app with an empty, migrated database; each test that uses it runs on SQLite and on PostgreSQL."""
    with apps.lend(request.param) as lent:
        yield lent


@pytest.fixture
def client(app: Flask) -> Client:
    """A browser that is signed out."""
    return Client(app)
