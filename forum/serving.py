"""Serve the site from one process: make the tables, load the demonstration, answer requests, do the jobs.

One process starts fast and stops whole. `flask forum worker` does the jobs alone, for a site on several machines.
"""

import fcntl
import ipaddress
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import flask_migrate
from flask import Flask
from sqlalchemy import func, select
from waitress.server import create_server
from waitress.task import ThreadedTaskDispatcher

from forum import config
from forum.db import db
from forum.people.models import Person

Say = Callable[[str], None]
MIGRATING = 7_283_001  # the number of our lock in PostgreSQL
BAD_SETTING = 2
SECONDS_TO_END = 1.5  # for requests that are being answered when we are told to stop


class _Brisk(ThreadedTaskDispatcher):  # type: ignore[misc]
    """Threads that answer requests, and end soon when they are told to."""

    def shutdown(self, cancel_pending: bool = True, timeout: float = SECONDS_TO_END) -> bool:
        return bool(super().shutdown(cancel_pending, timeout))


def serve(app: Flask, say: Say) -> None:
    """Serve until SIGTERM or SIGINT. `say` prints one line. Exits with 2 when the site may not be served so."""
    refuse_bad_key(app, say)
    with _until_told_to_stop(say) as ends:
        server = _listen(app, say)
        ends.callback(server.close)
        prepare(app, say)
        _start_jobs(app, ends)
        greet(app, say)
        server.run()


def work(app: Flask, say: Say) -> None:
    """Do the jobs alone, until SIGTERM or SIGINT."""
    refuse_bad_key(app, say)
    with _until_told_to_stop(say) as ends:
        _start_jobs(app, ends, workers=2)
        say("Doing the jobs. Ctrl-C stops.")
        threading.Event().wait()


@contextmanager
def _until_told_to_stop(say: Say) -> Iterator[ExitStack]:
    """Let both signals end what runs inside, then end what it began. SIGINT too is set: a parent may hand down an
    ignored one. While ending, a second signal changes nothing: it takes less than three seconds."""
    _on_signals(_stop)
    with ExitStack() as ends:
        try:
            yield ends
        except KeyboardInterrupt:
            pass
        finally:
            _on_signals(signal.SIG_IGN)
        say("Stopping.")


def _start_jobs(app: Flask, ends: ExitStack, workers: int = 1) -> None:
    consumer = app.extensions["jobs"].consumer(workers)
    consumer.start()
    ends.callback(consumer.stop, graceful=True)


def refuse_bad_key(app: Flask, say: Say) -> None:
    """Exit when the key that signs cookies and links is missing or short."""
    if fault := config.key_fault(str(app.secret_key or "")):
        say(fault)
        sys.exit(BAD_SETTING)


def prepare(app: Flask, say: Say) -> None:
    """Bring the tables up to date, and load the demonstration into an empty database when it is asked for."""
    with app.app_context(), _alone(app):
        flask_migrate.upgrade()
        load = app.extensions.get("load_demo")
        if app.config["DEMO"] and load is not None and not db.session.scalar(select(func.count(Person.id))):
            db.session.rollback()
            say("Loading the demonstration. This takes a moment, and only the first time.")
            load(say)
        db.session.remove()


@contextmanager
def _alone(app: Flask) -> Iterator[None]:
    """Let one process at a time change the tables: on this machine by a file, on several by the database."""
    with Path(app.config["INSTANCE"], "migrating").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if db.engine.dialect.name != "postgresql":
            yield
            return
        with db.engine.connect() as connection:
            connection.execute(select(func.pg_advisory_lock(MIGRATING)))
            yield
            connection.execute(select(func.pg_advisory_unlock(MIGRATING)))


def _listen(app: Flask, say: Say) -> Any:
    """Open the port, and tell the site its own address when no setting does."""
    host, port = str(app.config["HOST"]), int(app.config["PORT"])
    if app.config["DEMO"] and not _is_loopback(host):
        say("Take care: this is the demonstration, its passwords are known, and other machines can reach it.")
    believed = bool(int(app.config["PROXIES"]))
    threads = _Brisk()
    threads.set_thread_count(int(app.config["THREADS"]))
    try:
        server = create_server(
            app,
            _dispatcher=threads,
            host=host,
            port=port,
            connection_limit=500,
            ident=None,
            clear_untrusted_proxy_headers=not believed,  # ours are counted by ProxyFix (setting PROXIES)
        )
    except (OSError, ValueError) as fault:
        say(f"Can’t listen on {host}, port {port}: {fault}. Set PORT to another number.")
        sys.exit(BAD_SETTING)
    if not app.config["SITE_URL"]:
        own = host if _is_loopback(host) else "127.0.0.1"
        app.config["SITE_URL"] = f"http://{own}:{_port(server)}"
    return server


def _port(server: Any) -> int:
    """Return the port: a name like `localhost` may stand for several addresses, each with its own socket."""
    first: tuple[str, int] = getattr(server, "effective_listen", [("", 0)])[0]
    return int(getattr(server, "effective_port", first[1]))


def greet(app: Flask, say: Say) -> None:
    """Print where the site is, who can sign in to the demonstration, and what features have to say at the start
    (functions in `app.extensions["greetings"]` that return lines)."""
    accounts = app.extensions.get("demo_accounts", ()) if app.config["DEMO"] else ()
    if accounts:
        say(f"Sign in at {app.config['SITE_URL']}/sign-in, with one button for each of these people:")
    for one in accounts:
        say(f"  {one['name']} - {one['what']} ({one['email']})")
    with app.app_context():
        for lines in app.extensions.get("greetings", ()):
            for line in lines():
                say(line)
        db.session.remove()
    say(f"Doorway is at {app.config['SITE_URL']} - Ctrl-C stops it.")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _on_signals(handler: Any) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, handler)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
