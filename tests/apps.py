"""Apps lent to one test after another: to make one takes longer than most tests do.

A test gets an app as if it were new: an empty database, nothing remembered, its settings as they were. Whatever a test
changes in the app itself, no other test gets: then the app is thrown away, and the next test has a new one.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import event
from sqlalchemy.engine import Engine

from forum.db import db
from forum.limits import limiter
from tests.databases import Templates

Make = Callable[[str, Path], Flask]
# What an app remembers of the database and of letters that went out, by the name of its extension.
FORGOTTEN = ("site", "catalogue", "decoy_hash", "some_meetings", "said_where", "glossary")
MADE_LATE = ("_got_first_request", "jinja_loader")  # at the first page
DRAWN = ("drawn_posts", "drawn_parts")


class Apps:
    """Apps that nobody has just now, by the kind of their database. Each has a database of its own."""

    def __init__(self, templates: Templates, folder: Path, make: Make) -> None:
        self.templates, self.folder, self.make = templates, folder, make
        self.idle: dict[str, list[Flask]] = {}
        self.made = 0

    @contextmanager
    def lend(self, kind: str) -> Iterator[Flask]:
        """Lend an app with a database of this kind; it is as new."""
        idle = self.idle.setdefault(kind, [])
        app = idle.pop() if idle else self.new(kind)
        limiter.enabled = False  # one for all apps: whoever made the last one had its say
        before = parts(app)
        yield app
        if forget(app) and parts(app) == before:
            self.templates.renew(app.config["SQLALCHEMY_DATABASE_URI"])
            idle.append(app)
        else:
            put_away(app)

    def stop(self) -> None:
        """Put all of them away."""
        for app in [one for idle in self.idle.values() for one in idle]:
            put_away(app)

    def new(self, kind: str) -> Flask:
        """Make an app that has answered nothing yet; whoever asks for one puts it away."""
        self.made += 1
        folder = self.folder / str(self.made)
        folder.mkdir()
        app = self.make(self.templates.fresh(kind, folder), folder)
        with app.app_context():
            if kind == "sqlite":
                event.listen(db.engine, "connect", _forgetful)
        return app


def keep_from_others(app: Flask) -> None:
    """Throw this app and its database away after the test: for a test that takes the tables apart."""
    app.extensions["kept_from_others"] = True


def put_away(app: Flask) -> None:
    """Close what an app has open."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def forget(app: Flask) -> bool:
    """Let an app forget what it saw. Returns whether all of it is forgotten: no connection is still in use."""
    with app.app_context():
        db.session.remove()
        engine: Engine = db.engine
    for name in FORGOTTEN:
        app.extensions.pop(name, None)
    for name in DRAWN:
        app.extensions[name].cache_clear()
    if hasattr(app.extensions["mailman"], "outbox"):
        del app.extensions["mailman"].outbox
    instance = Path(app.config["INSTANCE"])
    for path in instance.iterdir():
        if not path.name.startswith("doorway.db"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return engine.pool.checkedout() == 0  # type: ignore[attr-defined]


def parts(app: Flask) -> dict[str, Any]:
    """What an app is made of: settings, routes, what runs around a request, and what its features put into it."""
    own = {name: _copied(value) for name, value in vars(app).items() if name not in MADE_LATE}
    own["extensions"].pop("phrases", None)  # grows as pages are read
    own["rules"] = [rule.rule for rule in app.url_map.iter_rules()]
    own["templates"] = _copied(vars(app.jinja_env))
    own["log"] = (app.logger.level, list(app.logger.handlers))
    return own


def _copied(value: Any) -> Any:
    """Dictionaries, lists and tuples as they are now, but for empty ones, which come of a look into them. Anything else
    is the same as long as it is the same thing."""
    if isinstance(value, dict):
        found = {key: _copied(one) for key, one in value.items()}
        return {key: one for key, one in found.items() if one not in ({}, [])}
    return [_copied(one) for one in value] if isinstance(value, list | tuple) else value


def _forgetful(dbapi: Any, _record: object) -> None:
    """Quick, and forgetful when the machine crashes: as the server for the tests is."""
    dbapi.execute("PRAGMA synchronous=OFF")
