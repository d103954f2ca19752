"""Databases for tests: migrated once, then copied, and a copy is made empty again for the next test."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa

from tests import postgres

TEMPLATE = "template_doorway"


class Templates:
    """Migrated, empty databases of both kinds, and copies of them."""

    def __init__(self, folder: Path, migrate: Callable[[str, Path], None], options: str = postgres.FAST) -> None:
        self.folder, self.options = folder, options
        self.migrate = migrate
        self.sqlite: Path | None = None
        self.server: postgres.Server | None = None
        self.emptying = ""
        # Kept open, by address: to open a line takes ten times as long as to empty all tables.
        self.lines: dict[str, sa.Connection] = {}
        self.copied = 0

    @contextmanager
    def copy(self, kind: str, folder: Path) -> Iterator[str]:
        """Give the address of an empty database; one that stood in this folder is lost."""
        yield self.fresh(kind, folder)

    def fresh(self, kind: str, folder: Path) -> str:
        """Return the address of a new, empty database. It goes when its folder or the server goes."""
        if kind == "sqlite":
            shutil.copy(self._file(), folder / "doorway.db")
            return f"sqlite:///{folder / 'doorway.db'}"
        server, self.copied = self._server(), self.copied + 1
        name = f"doorway_{self.copied}"
        self._line(server.address).exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        return self._address(name)

    def renew(self, address: str) -> None:
        """Make a database of ours empty again, while whoever has it open keeps it open. Nobody may be writing to it.

        Rows are deleted and pages written over: a new copy takes ten times as long.
        """
        if address.startswith("sqlite"):
            _write_over(self._file(), Path(address.removeprefix("sqlite:///")))
            return
        line = self._line(address)
        self.emptying = self.emptying or _how_to_empty(line)
        line.exec_driver_sql(self.emptying)

    def stop(self) -> None:
        """Stop the server, if it was started."""
        for line in self.lines.values():
            line.close()
            line.engine.dispose()
        if self.server:
            self.server.stop()

    def _file(self) -> Path:
        if self.sqlite is None:
            self.sqlite = self.folder / "template.db"
            self.migrate(f"sqlite:///{self.sqlite}", self.folder)
        return self.sqlite

    def _server(self) -> postgres.Server:
        if self.server is None:
            self.server = postgres.start(self.options)
            self._line(self.server.address).exec_driver_sql(f"CREATE DATABASE {TEMPLATE}")
            self.migrate(self._address(TEMPLATE), self.folder)
        return self.server

    def _address(self, name: str) -> str:
        assert self.server is not None
        return self.server.address.replace("/postgres?", f"/{name}?")

    def _line(self, address: str) -> sa.Connection:
        """A line to a database, outside a transaction; a lock that nobody lets go of is an error within ten seconds."""
        if address not in self.lines:
            engine = sa.create_engine(address, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
            line = self.lines[address] = engine.connect()
            line.exec_driver_sql("SET lock_timeout = '10s'")
        return self.lines[address]


def _write_over(template: Path, path: Path) -> None:
    with closing(sqlite3.connect(template)) as empty, closing(sqlite3.connect(path)) as there:
        there.execute("PRAGMA synchronous=OFF")
        empty.backup(there)


def _how_to_empty(line: sa.Connection) -> str:
    """Statements that empty every table, constraints aside, and count from 1 again."""
    tables = line.exec_driver_sql(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
    )
    deletes = [f'DELETE FROM "{name}"' for (name,) in tables]
    restart = "SELECT setval(format('%%I.%%I', schemaname, sequencename)::regclass, 1, false) FROM pg_sequences"
    return "; ".join(["SET session_replication_role = replica", *deletes, f"{restart} WHERE last_value IS NOT NULL"])
