"""Databases for tests: migrated once, then copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from tests import postgres


class Templates:
    """Migrated, empty databases of both kinds, and copies of them."""

    def __init__(self, folder: Path, migrate: Callable[[str, Path], None], options: str = postgres.FAST) -> None:
        self.folder, self.options = folder, options
        self.migrate = migrate
        self.emptying = ""
        self.sqlite: Path | None = None
        self.server: postgres.Server | None = None

    @contextmanager
    def copy(self, kind: str, folder: Path) -> Iterator[str]:
        """Give the address of a fresh copy; it is dropped afterwards."""
        if kind == "sqlite":
            yield self._sqlite(folder)
            return
        yield self._address(self._postgres())

    def stop(self) -> None:
        """Stop the server, if it was started."""
        if self.server:
            self.server.stop()

    def _sqlite(self, folder: Path) -> str:
        if self.sqlite is None:
            self.sqlite = self.folder / "template.db"
            self.migrate(f"sqlite:///{self.sqlite}", self.folder)
        shutil.copy(self.sqlite, folder / "doorway.db")
        return f"sqlite:///{folder / 'doorway.db'}"

    def _postgres(self) -> str:
        """One database for all tests of this worker, emptied: a fresh copy costs ten times as much."""
        if self.server is None:
            self.server = postgres.start(self.options)
            self._say("CREATE DATABASE doorway")
            self.migrate(self._address("doorway"), self.folder)
            self.emptying = self._how_to_empty()
        self._say(self.emptying, "doorway")
        return "doorway"

    def _how_to_empty(self) -> str:
        """Statements that empty every table, constraints aside, and count from 1 again."""
        engine = sa.create_engine(self._address("doorway"), poolclass=sa.NullPool)
        with engine.connect() as connection:
            tables = connection.exec_driver_sql(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
            )
            deletes = [f'DELETE FROM "{name}"' for (name,) in tables]
        engine.dispose()
        restart = "SELECT setval(format('%%I.%%I', schemaname, sequencename)::regclass, 1, false) FROM pg_sequences"
        return "; ".join(
            ["SET session_replication_role = replica", *deletes, f"{restart} WHERE last_value IS NOT NULL"]
        )

    def _address(self, name: str) -> str:
        assert self.server is not None
        return self.server.address.replace("/postgres?", f"/{name}?")

    def _say(self, sentences: str, database: str = "postgres") -> None:
        """Say something to a database, outside a transaction."""
        engine = sa.create_engine(self._address(database), isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        with engine.connect() as connection:
            connection.exec_driver_sql(sentences)
        engine.dispose()
